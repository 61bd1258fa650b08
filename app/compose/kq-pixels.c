/* kq-pixels.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-pixels.h"

#include "kq-image-check.h"

/* Cairo wants what shines through to be weighed already. */
static guint32
premultiply (const guint8 *rgba)
{
  guint alpha = rgba[3];

  return (guint32) alpha << 24 | (rgba[0] * alpha + 127) / 255 << 16 |
         (rgba[1] * alpha + 127) / 255 << 8 | (rgba[2] * alpha + 127) / 255;
}

/**
 * kq_pixels_to_surface:
 * @pixels: what was decoded
 *
 * Returns: (transfer full): an image with alpha
 */
cairo_surface_t *
kq_pixels_to_surface (const KqThumbnail *pixels)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels->width,
                                                         pixels->height);
  const guint8 *rgba = g_bytes_get_data (pixels->pixels, NULL);
  guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (guint y = 0; y < pixels->height; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) y * stride);

      for (guint x = 0; x < pixels->width; x++, rgba += 4)
        row[x] = premultiply (rgba);
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * kq_pixels_to_png:
 * @surface: an image
 *
 * Returns: (transfer full): it as a PNG file
 */
GBytes *
kq_pixels_to_png (cairo_surface_t *surface)
{
  GByteArray *bytes = g_byte_array_new ();

  cairo_surface_write_to_png_stream (surface, append, bytes);

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * kq_pixels_cover:
 * @media: what decodes it
 * @picture: a picture file
 * @width: pixels
 * @height: pixels
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Decodes the most remarkable part of a picture. Blocks.
 *
 * Returns: (transfer full): an image of that size; on failure %NULL, as
 *   kq_media_draw()
 */
cairo_surface_t *
kq_pixels_cover (KqMedia       *media,
                 GBytes        *picture,
                 guint          width,
                 guint          height,
                 GCancellable  *cancellable,
                 GError       **error)
{
  KqFitOptions options = KQ_FIT_OPTIONS_INIT;
  g_autoptr (KqThumbnail) pixels = NULL;

  options.crop = KQ_MEDIA_CROP_ATTENTION;
  pixels = kq_media_draw (media, picture, width, height, &options, cancellable, error);

  return pixels != NULL ? kq_pixels_to_surface (pixels) : NULL;
}

/* Whether nothing of it would be refused */
static gboolean
check (KqMedia            *media,
       GBytes             *bytes,
       const KqImageKind  *kind,
       GCancellable       *cancellable,
       GError            **error)
{
  g_autoptr (KqImageFacts) facts = kq_media_probe (media, bytes, cancellable, error);
  g_autoptr (GArray) misses = NULL;

  if (facts == NULL)
    return FALSE;

  misses = kq_image_check (facts, kind);
  for (guint i = 0; i < misses->len; i++)
    {
      const KqImageMiss *miss = &g_array_index (misses, KqImageMiss, i);

      if (miss->severity != KQ_SEVERITY_ERROR)
        continue;
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, miss->message);
      return FALSE;
    }

  return TRUE;
}

/**
 * kq_pixels_fit:
 * @media: what does it
 * @picture: a picture file
 * @kind: what it is to be
 * @type: one of the types that @kind takes
 * @options: how
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * As kq_media_fit(), and looks at the result as the platform would. Blocks.
 *
 * Returns: (transfer full): what passes the check of @kind; on failure %NULL
 */
KqFitted *
kq_pixels_fit (KqMedia             *media,
               GBytes              *picture,
               const KqImageKind   *kind,
               const char          *type,
               const KqFitOptions  *options,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (KqFitted) fitted = NULL;

  g_return_val_if_fail (KQ_IS_MEDIA (media), NULL);

  fitted = kq_media_fit (media, picture, kind, type, options, cancellable, error);
  if (fitted == NULL || !check (media, fitted->bytes, kind, cancellable, error))
    return NULL;

  return g_steal_pointer (&fitted);
}
