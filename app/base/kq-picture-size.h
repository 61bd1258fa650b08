/* kq-picture-size.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kq_picture_size (GBytes *bytes,
                          guint  *width,
                          guint  *height);

G_END_DECLS
