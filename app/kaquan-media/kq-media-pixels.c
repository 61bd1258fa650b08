/* kq-media-pixels.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-draw.h"
#include "kq-media-serve.h"
#include "kq-media-wish.h"

/* A picture of the size that is wanted, as plain pixels: what somebody draws
 * on, without having decoded anything. */
KqMediaProblem
kq_media_pixels (GVariantDict  *request,
                 GBytes        *bytes,
                 GVariantDict  *answer,
                 GBytes       **out)
{
  g_autoptr (KqMediaImage) image = NULL;
  guint32 width = 0, height = 0;
  KqMediaProblem problem;

  g_variant_dict_lookup (request, "width", "u", &width);
  g_variant_dict_lookup (request, "height", "u", &height);
  if ((guint64) width * height * KQ_MEDIA_PIXEL_BYTES > KQ_MEDIA_MAX_BYTES)
    return KQ_MEDIA_PROBLEM_REQUEST;
  problem = kq_media_wish_draw (request, bytes, answer, &image);
  if (problem != KQ_MEDIA_PROBLEM_NONE)
    return problem;

  *out = kq_media_get_rgba (image);
  g_variant_dict_insert (answer, "width", "u", width);
  g_variant_dict_insert (answer, "height", "u", height);

  return *out != NULL ? KQ_MEDIA_PROBLEM_NONE : KQ_MEDIA_PROBLEM_DAMAGED;
}
