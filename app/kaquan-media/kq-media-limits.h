/* kq-media-limits.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the process may take of the machine. A limit that is reached ends it. */

gboolean kq_media_limits_init   (void);
void     kq_media_limits_begin  (void);
void     kq_media_limits_end    (void);

G_END_DECLS
