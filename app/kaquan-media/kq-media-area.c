/* kq-media-area.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-area.h"

#include <math.h>

/* Whether an area isn't empty and lies within a picture of that size */
gboolean
kq_media_area_is_within (const KqMediaArea *area,
                         int                width,
                         int                height)
{
  return area->x >= 0 && area->y >= 0 && area->width > 0 && area->height > 0 &&
         area->x <= width - area->width && area->y <= height - area->height;
}

/* The largest part in the middle of an area that has the proportions of a
 * picture of @width × @height */
KqMediaArea
kq_media_area_middle (const KqMediaArea *area,
                      int                width,
                      int                height)
{
  double scale = MIN ((double) area->width / width, (double) area->height / height);
  KqMediaArea middle = {
    .width = CLAMP (lrint (width * scale), 1, area->width),
    .height = CLAMP (lrint (height * scale), 1, area->height),
  };

  middle.x = area->x + (area->width - middle.width) / 2;
  middle.y = area->y + (area->height - middle.height) / 2;

  return middle;
}

/**
 * kq_media_area_unturn:
 * @area: a part of a picture as it is shown
 * @width: pixels of the picture as it is stored
 * @height: pixels of the picture as it is stored
 * @orientation: 1 to 8 as of EXIF
 *
 * Returns: the same part of the picture as it is stored
 */
KqMediaArea
kq_media_area_unturn (const KqMediaArea *area,
                      int                width,
                      int                height,
                      int                orientation)
{
  gboolean swapped = orientation >= 5;
  gboolean from_right = orientation == 2 || orientation == 3 || orientation >= 7;
  gboolean from_bottom = orientation == 3 || orientation == 4 ||
                         orientation == 6 || orientation == 7;
  KqMediaArea stored = *area;

  if (swapped)
    stored = (KqMediaArea) { area->y, area->x, area->height, area->width };
  if (from_right)
    stored.x = width - stored.x - stored.width;
  if (from_bottom)
    stored.y = height - stored.y - stored.height;

  return stored;
}

/* The same part of a picture that was made larger or smaller */
KqMediaArea
kq_media_area_scale (const KqMediaArea *area,
                     int                old_width,
                     int                old_height,
                     int                width,
                     int                height)
{
  double x_scale = (double) width / old_width, y_scale = (double) height / old_height;
  KqMediaArea scaled = {
    .width = CLAMP (lrint (area->width * x_scale), 1, width),
    .height = CLAMP (lrint (area->height * y_scale), 1, height),
  };

  scaled.x = CLAMP (lrint (area->x * x_scale), 0, width - scaled.width);
  scaled.y = CLAMP (lrint (area->y * y_scale), 0, height - scaled.height);

  return scaled;
}
