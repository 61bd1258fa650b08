/* kq-media-area.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KqMediaArea:
 * @x: pixels from the left
 * @y: pixels from the top
 * @width: pixels
 * @height: pixels
 *
 * A part of a picture.
 */
typedef struct {
  int x;
  int y;
  int width;
  int height;
} KqMediaArea;

gboolean     kq_media_area_is_within (const KqMediaArea *area,
                                      int                width,
                                      int                height);
KqMediaArea  kq_media_area_middle    (const KqMediaArea *area,
                                      int                width,
                                      int                height);
KqMediaArea  kq_media_area_unturn    (const KqMediaArea *area,
                                      int                width,
                                      int                height,
                                      int                orientation);
KqMediaArea  kq_media_area_scale     (const KqMediaArea *area,
                                      int                old_width,
                                      int                old_height,
                                      int                width,
                                      int                height);

G_END_DECLS
