/* kq-media-png.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-image.h"

#include "kq-media-serve.h"

/* Grey pixels of our own, such as those of a QR code, as a PNG file. */

static GBytes *
encode (const void *pixels,
        gsize       length,
        int         width,
        int         height)
{
  g_autoptr (KqMediaImage) image = vips_image_new_from_memory (pixels, length, width, height, 1,
                                                            VIPS_FORMAT_UCHAR);
  g_autoptr (KqMediaImage) grey = NULL;
  void *data = NULL;
  size_t size;

  if (image == NULL ||
      vips_copy (image, &grey, "interpretation", VIPS_INTERPRETATION_B_W, NULL) != 0 ||
      vips_pngsave_buffer (grey, &data, &size, "strip", TRUE, "compression", 9,
                           "bitdepth", 1, NULL) != 0)
    return NULL;

  return g_bytes_new_take (data, size);
}

KqMediaProblem
kq_media_png (GVariantDict  *request,
              GBytes        *bytes,
              GVariantDict  *answer,
              GBytes       **out)
{
  guint32 width = 0, height = 0;

  g_variant_dict_lookup (request, "width", "u", &width);
  g_variant_dict_lookup (request, "height", "u", &height);
  if (width == 0 || height == 0 || (guint64) width * height != g_bytes_get_size (bytes))
    return KQ_MEDIA_PROBLEM_REQUEST;

  *out = encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), width, height);

  return *out != NULL ? KQ_MEDIA_PROBLEM_NONE : KQ_MEDIA_PROBLEM_REQUEST;
}
