/* kq-render.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kq_render_wanted (int    argc,
                           char **argv);
int      kq_render_run    (int    argc,
                           char **argv);

G_END_DECLS
