/* kq-media-probe.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-colour.h"
#include "kq-media-serve.h"
#include "kq-media-source.h"

/* What a picture file is, without decoding a pixel. */

static int
bits_of (VipsImage *image)
{
  return vips_band_format_is8bit (vips_image_get_format (image)) ? 8 : 16;
}

static void
say_colour (GVariantDict *answer,
            VipsImage    *header)
{
  g_autofree char *profile = NULL;
  KqMediaColour colour = kq_media_colour_of (header, &profile);

  g_variant_dict_insert (answer, "colour", "u", (guint32) colour);
  if (profile != NULL)
    g_variant_dict_insert (answer, "profile", "s", profile);
}

KqMediaProblem
kq_media_probe (GVariantDict  *request,
                GBytes        *bytes,
                GVariantDict  *answer,
                GBytes       **out)
{
  g_auto (KqMediaSource) source = { 0 };
  KqMediaProblem problem = kq_media_source_open (&source, bytes);
  gboolean animated, whole;

  if (problem != KQ_MEDIA_PROBLEM_NONE)
    return problem;

  whole = kq_media_source_is_whole (&source, &animated);
  g_variant_dict_insert (answer, "type", "s", kq_media_source_get_type (&source));
  g_variant_dict_insert (answer, "width", "u", (guint32) source.width);
  g_variant_dict_insert (answer, "height", "u", (guint32) source.height);
  g_variant_dict_insert (answer, "orientation", "u", (guint32) source.orientation);
  g_variant_dict_insert (answer, "bits", "u", (guint32) bits_of (source.header));
  g_variant_dict_insert (answer, "alpha", "b", vips_image_hasalpha (source.header));
  g_variant_dict_insert (answer, "animated", "b", animated);
  g_variant_dict_insert (answer, "whole", "b", whole);
  say_colour (answer, source.header);

  return KQ_MEDIA_PROBLEM_NONE;
}
