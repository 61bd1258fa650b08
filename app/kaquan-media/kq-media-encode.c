/* kq-media-encode.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-encode.h"

/* From the worst to the best. After the best, bisection finds any other with
 * five more tries: each where a difference can be seen, and further apart below. */
static const int jpeg_qualities[] = {
  30, 35, 40, 44, 48, 52, 56, 60, 64, 67, 70, 73,
  76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94,
  95,
};

/* Of PNG, 100 is without loss, and what is below has a palette. */
static const int png_qualities[] = { 40, 70, 90, 100 };

/* Nothing of the file that it was made from goes with it. */

static GBytes *
encode_jpeg (VipsImage *image,
             int        quality)
{
  void *data = NULL;
  size_t length;

  if (vips_jpegsave_buffer (image, &data, &length, "Q", quality, "interlace", TRUE,
                            "optimize_coding", TRUE, "strip", TRUE, NULL) != 0)
    return NULL;

  return g_bytes_new_take (data, length);
}

/* More effort takes many times as long, for a few per cent. */
static GBytes *
encode_png (VipsImage *image,
            int        quality)
{
  void *data = NULL;
  size_t length;

  if (vips_pngsave_buffer (image, &data, &length, "strip", TRUE, "compression", 6,
                           "filter", VIPS_FOREIGN_PNG_FILTER_ALL,
                           "palette", quality < 100, "Q", quality, "effort", 1, NULL) != 0)
    return NULL;

  return g_bytes_new_take (data, length);
}

/* One try; FALSE where encoding itself failed. */
static gboolean
try_quality (VipsImage           *image,
             const KqMediaTarget *target,
             int                  quality,
             KqMediaEncoded      *encoded,
             gboolean            *fits)
{
  GBytes *bytes = (target->is_png ? encode_png : encode_jpeg) (image, quality);
  gsize size;

  if (bytes == NULL)
    return FALSE;

  size = g_bytes_get_size (bytes);
  encoded->least = encoded->n_encodings++ == 0 ? size : MIN (encoded->least, size);
  *fits = size <= target->max_bytes;
  if (*fits && quality > encoded->quality)
    {
      g_clear_pointer (&encoded->bytes, g_bytes_unref);
      encoded->bytes = g_steal_pointer (&bytes);
      encoded->quality = quality;
    }
  g_clear_pointer (&bytes, g_bytes_unref);

  return TRUE;
}

/**
 * kq_media_encode:
 * @image: pixels in memory
 * @target: what they are to become
 * @encoded: (inout): all zero before
 *
 * Finds the best quality that stays within the bytes: the very best first, then
 * by bisection.
 *
 * Returns: %FALSE where encoding itself failed
 */
gboolean
kq_media_encode (VipsImage           *image,
                 const KqMediaTarget *target,
                 KqMediaEncoded      *encoded)
{
  const int *qualities = target->is_png ? png_qualities : jpeg_qualities;
  int high = (target->is_png ? G_N_ELEMENTS (png_qualities) : G_N_ELEMENTS (jpeg_qualities)) - 1;
  int low = 0;
  gboolean fits;

  if (!try_quality (image, target, qualities[high], encoded, &fits))
    return FALSE;

  for (high = fits ? 0 : high; low < high;)
    {
      int middle = (low + high) / 2;

      if (!try_quality (image, target, qualities[middle], encoded, &fits))
        {
          g_clear_pointer (&encoded->bytes, g_bytes_unref);
          return FALSE;
        }
      if (fits)
        low = middle + 1;
      else
        high = middle;
    }

  return TRUE;
}
