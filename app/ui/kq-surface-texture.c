/* kq-surface-texture.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-surface-texture.h"

/**
 * kq_surface_to_texture:
 * @surface: an image that Cairo has drawn, without alpha
 *
 * Returns: (transfer full): it, for GTK to draw
 */
GdkTexture *
kq_surface_to_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  guint32 *pixels;

  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24, NULL);

  cairo_surface_flush (surface);
  pixels = g_memdup2 (cairo_image_surface_get_data (surface), (gsize) stride * height);
  /* What Cairo leaves free is alpha to GDK. */
  for (gsize i = 0; i < (gsize) stride / 4 * height; i++)
    pixels[i] |= 0xff000000;
  bytes = g_bytes_new_take (pixels, (gsize) stride * height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}
