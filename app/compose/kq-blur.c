/* kq-blur.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-blur.h"

/* As often, boxes are as good as a bell. */
#define PASSES 3

/* The mean of each pixel's neighbours along one line of @n pixels, @step apart */
static void
blur_line (guint8 *line,
           int     n,
           int     step,
           int     radius,
           guint8 *copy)
{
  int sum = 0, count = 2 * radius + 1;

  for (int i = 0; i < n; i++)
    copy[i] = line[(gsize) i * step];
  for (int i = 0; i < MIN (radius, n); i++)
    sum += copy[i];
  for (int i = 0; i < n; i++)
    {
      if (i + radius < n)
        sum += copy[i + radius];
      line[(gsize) i * step] = sum / count;
      if (i >= radius)
        sum -= copy[i - radius];
    }
}

/**
 * kq_blur:
 * @mask: an image of alpha only
 * @radius: pixels
 *
 * Makes it soft. What comes from beyond its edge is empty.
 */
void
kq_blur (cairo_surface_t *mask,
         int              radius)
{
  int width = cairo_image_surface_get_width (mask);
  int height = cairo_image_surface_get_height (mask);
  int stride = cairo_image_surface_get_stride (mask);
  g_autofree guint8 *copy = g_malloc (MAX (MAX (width, height), 1));
  guint8 *data;

  g_return_if_fail (cairo_image_surface_get_format (mask) == CAIRO_FORMAT_A8);

  cairo_surface_flush (mask);
  data = cairo_image_surface_get_data (mask);
  for (int pass = 0; pass < PASSES; pass++)
    {
      for (int y = 0; y < height; y++)
        blur_line (data + (gsize) y * stride, width, 1, radius, copy);
      for (int x = 0; x < width; x++)
        blur_line (data + x, height, stride, radius, copy);
    }
  cairo_surface_mark_dirty (mask);
}
