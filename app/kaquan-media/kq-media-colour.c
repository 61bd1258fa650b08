/* kq-media-colour.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-colour.h"

#include "kq-media-profile.h"

static gboolean
is_grey (VipsImage *image)
{
  VipsInterpretation interpretation = vips_image_get_interpretation (image);

  return interpretation == VIPS_INTERPRETATION_B_W ||
         interpretation == VIPS_INTERPRETATION_GREY16;
}

/**
 * kq_media_colour_of:
 * @image: a picture
 * @profile: (out) (transfer full) (nullable): the name of its embedded profile,
 *   empty where it can't be read
 *
 * Returns: its colour space
 */
KqMediaColour
kq_media_colour_of (VipsImage  *image,
                    char      **profile)
{
  *profile = kq_media_profile_dup_name (image);

  if (vips_image_get_interpretation (image) == VIPS_INTERPRETATION_CMYK)
    return KQ_MEDIA_COLOUR_CMYK;
  if (is_grey (image))
    return KQ_MEDIA_COLOUR_GREY;

  return kq_media_profile_is_srgb (image) ? KQ_MEDIA_COLOUR_SRGB : KQ_MEDIA_COLOUR_OTHER;
}

/* By its profile, or for CMYK without one by a usual one; %NULL where the
 * profile doesn't fit the picture. */
static VipsImage *
transform (VipsImage *image)
{
  gboolean is_cmyk = vips_image_get_interpretation (image) == VIPS_INTERPRETATION_CMYK;
  VipsImage *converted = NULL;

  if (is_cmyk)
    vips_icc_transform (image, &converted, "srgb", "embedded", TRUE, "input_profile", "cmyk",
                        "intent", VIPS_INTENT_PERCEPTUAL, "depth", 8, NULL);
  else
    vips_icc_transform (image, &converted, "srgb", "embedded", TRUE,
                        "intent", VIPS_INTENT_PERCEPTUAL, "depth", 8, NULL);
  if (converted == NULL)
    vips_error_clear ();

  return converted;
}

/**
 * kq_media_colour_to_srgb:
 * @image: a picture, with alpha or without
 *
 * Brings a picture to 8 bits of sRGB. A profile that is broken counts as none.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL where it is damaged
 */
VipsImage *
kq_media_colour_to_srgb (VipsImage *image)
{
  VipsImage *converted = NULL;
  VipsImage *plain = NULL;

  if (vips_image_get_interpretation (image) == VIPS_INTERPRETATION_CMYK ||
      !kq_media_profile_is_srgb (image))
    converted = transform (image);
  if (converted == NULL)
    converted = g_object_ref (image);

  vips_colourspace (converted, &plain, VIPS_INTERPRETATION_sRGB, NULL);
  g_object_unref (converted);

  return plain;
}
