/* kq-media-room.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many pixels a file may have for its decoder to stay within the memory
 * and the time of a request. What is decoded row by row may have the most;
 * what must be held as a whole, as many as there is room for. */

guint64 kq_media_room_jpeg (const guint8 *data,
                            gsize         length);
guint64 kq_media_room_png  (const guint8 *data,
                            gsize         length);
guint64 kq_media_room_webp (const guint8 *data,
                            gsize         length);

G_END_DECLS
