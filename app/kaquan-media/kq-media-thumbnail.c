/* kq-media-thumbnail.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "kq-media-draw.h"
#include "kq-media-serve.h"

/* A picture as it is shown, within a square, as plain pixels that a window can
 * draw without decoding anything. */

static KqMediaProblem
draw (KqMediaSource  *source,
      int             side,
      GVariantDict   *answer,
      GBytes        **out)
{
  KqMediaArea all = { 0 };
  g_autoptr (KqMediaImage) image = NULL;
  double scale;
  int width, height;

  kq_media_get_shown_size (source, &all.width, &all.height);
  scale = MIN (1, (double) side / MAX (all.width, all.height));
  width = MAX (1, lrint (all.width * scale));
  height = MAX (1, lrint (all.height * scale));

  image = kq_media_draw (source, &all, width, height);
  *out = image != NULL ? kq_media_get_rgba (image) : NULL;
  g_variant_dict_insert (answer, "width", "u", (guint32) width);
  g_variant_dict_insert (answer, "height", "u", (guint32) height);

  return *out != NULL ? KQ_MEDIA_PROBLEM_NONE : KQ_MEDIA_PROBLEM_DAMAGED;
}

KqMediaProblem
kq_media_thumbnail (GVariantDict  *request,
                    GBytes        *bytes,
                    GVariantDict  *answer,
                    GBytes       **out)
{
  g_auto (KqMediaSource) source = { 0 };
  KqMediaProblem problem = kq_media_source_open (&source, bytes);
  guint32 side = 0;

  g_variant_dict_lookup (request, "side", "u", &side);
  if (side == 0 || side > KQ_MEDIA_MAX_THUMBNAIL)
    return KQ_MEDIA_PROBLEM_REQUEST;
  if (problem == KQ_MEDIA_PROBLEM_NONE)
    problem = kq_media_check_pixels (&source, answer);

  return problem == KQ_MEDIA_PROBLEM_NONE ? draw (&source, side, answer, out) : problem;
}
