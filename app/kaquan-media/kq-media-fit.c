/* kq-media-fit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-encode.h"
#include "kq-media-serve.h"
#include "kq-media-wish.h"

static gboolean
read_target (GVariantDict  *request,
             KqMediaTarget *target)
{
  const char *type = NULL;
  guint64 max_bytes = 0;

  g_variant_dict_lookup (request, "max-bytes", "t", &max_bytes);
  g_variant_dict_lookup (request, "type", "&s", &type);
  target->max_bytes = MIN (max_bytes, KQ_MEDIA_MAX_BYTES);
  target->is_png = g_strcmp0 (type, "image/png") == 0;

  return max_bytes > 0 && (target->is_png || g_strcmp0 (type, "image/jpeg") == 0);
}

static VipsImage *
on_background (VipsImage *image,
               guint32    background)
{
  const double bands[] = {
    background >> 16 & 0xff, background >> 8 & 0xff, background & 0xff
  };
  VipsArrayDouble *colour;
  VipsImage *flat = NULL;

  if (image == NULL || !vips_image_hasalpha (image))
    return image;

  colour = vips_array_double_new (bands, G_N_ELEMENTS (bands));
  vips_flatten (image, &flat, "background", colour, NULL);
  vips_area_unref (VIPS_AREA (colour));
  g_object_unref (image);

  return flat;
}

static KqMediaProblem
encode (VipsImage            *image,
        const KqMediaTarget  *target,
        GVariantDict         *answer,
        GBytes              **out)
{
  g_autoptr (KqMediaImage) held = vips_image_copy_memory (image);
  KqMediaEncoded encoded = { 0 };

  if (held == NULL || !kq_media_encode (held, target, &encoded))
    return KQ_MEDIA_PROBLEM_DAMAGED;

  g_variant_dict_insert (answer, "encodings", "u", (guint32) encoded.n_encodings);
  if (encoded.bytes == NULL)
    {
      g_variant_dict_insert (answer, "least", "t", (guint64) encoded.least);
      return KQ_MEDIA_PROBLEM_BYTES;
    }

  g_variant_dict_insert (answer, "quality", "u", (guint32) encoded.quality);
  *out = encoded.bytes;

  return KQ_MEDIA_PROBLEM_NONE;
}

KqMediaProblem
kq_media_fit (GVariantDict  *request,
              GBytes        *bytes,
              GVariantDict  *answer,
              GBytes       **out)
{
  g_autoptr (KqMediaImage) image = NULL;
  KqMediaTarget target;
  KqMediaProblem problem;
  guint32 background = 0;

  if (!read_target (request, &target))
    return KQ_MEDIA_PROBLEM_REQUEST;
  problem = kq_media_wish_draw (request, bytes, answer, &image);
  if (problem != KQ_MEDIA_PROBLEM_NONE)
    return problem;

  g_variant_dict_lookup (request, "background", "u", &background);
  if (!target.is_png)
    image = on_background (image, background);

  return image != NULL ? encode (image, &target, answer, out) : KQ_MEDIA_PROBLEM_DAMAGED;
}
