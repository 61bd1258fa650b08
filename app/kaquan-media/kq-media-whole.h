/* kq-media-whole.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a file has all its parts, seen by stepping over them: decoding every
 * pixel would take a hundred times as long. Whether it moves is said where that
 * is seen on the way. */

gboolean kq_media_whole_jpeg (const guint8 *data,
                              gsize         length,
                              gboolean     *animated);
gboolean kq_media_whole_png  (const guint8 *data,
                              gsize         length,
                              gboolean     *animated);
gboolean kq_media_whole_webp (const guint8 *data,
                              gsize         length,
                              gboolean     *animated);

G_END_DECLS
