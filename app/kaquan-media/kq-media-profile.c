/* kq-media-profile.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-profile.h"

#include <lcms2.h>

#define MAX_NAME 64

/* Where libvips tells what EXIF calls the interoperability index, and what a
 * camera writes there that was set to Adobe RGB (DCF 2.0, Exif 2.31 at 4.6.7):
 * it embeds no profile then. */
#define EXIF_INTEROPERABILITY "exif-ifd4-InteroperabilityIndex"
#define EXIF_ADOBE_RGB "R03"
#define ADOBE_RGB "Adobe RGB (1998)"
#define ADOBE_GAMMA 2.19921875

/* Of each channel, for the colours in which two profiles are compared */
#define STEPS 6
/* Levels of 255 that nobody sees */
#define SAME_LEVELS 4

typedef void Profile;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Profile, cmsCloseProfile)

/* %NULL where there is none, or none that can be read */
static Profile *
open_profile (VipsImage *image)
{
  const void *data;
  size_t length;

  if (vips_image_get_typeof (image, VIPS_META_ICC_NAME) == 0 ||
      vips_image_get_blob (image, VIPS_META_ICC_NAME, &data, &length) != 0)
    return NULL;

  return cmsOpenProfileFromMem (data, length);
}

/* %NULL where memory ends */
static Profile *
create_adobe_rgb (void)
{
  const cmsCIExyY white = { 0.3127, 0.3290, 1 };
  const cmsCIExyYTRIPLE primaries = { { 0.64, 0.33, 1 }, { 0.21, 0.71, 1 }, { 0.15, 0.06, 1 } };
  cmsToneCurve *curve = cmsBuildGamma (NULL, ADOBE_GAMMA);
  cmsToneCurve *curves[] = { curve, curve, curve };
  Profile *profile = cmsCreateRGBProfile (&white, &primaries, curves);
  cmsMLU *name = cmsMLUalloc (NULL, 1);

  if (profile != NULL && name != NULL)
    {
      cmsMLUsetASCII (name, "en", "US", ADOBE_RGB);
      cmsWriteTag (profile, cmsSigProfileDescriptionTag, name);
    }
  cmsMLUfree (name);
  cmsFreeToneCurve (curve);

  return profile;
}

static void
embed (VipsImage *image,
       Profile   *profile)
{
  g_autofree guint8 *data = NULL;
  cmsUInt32Number length = 0;

  if (!cmsSaveProfileToMem (profile, NULL, &length))
    return;
  data = g_malloc (length);
  if (cmsSaveProfileToMem (profile, data, &length))
    vips_image_set_blob_copy (image, VIPS_META_ICC_NAME, data, length);
}

static gboolean
is_adobe_by_exif (VipsImage *image)
{
  const char *index = NULL;

  return vips_image_get_typeof (image, VIPS_META_ICC_NAME) == 0
         && vips_image_get_bands (image) == 3
         && vips_image_get_typeof (image, EXIF_INTEROPERABILITY) != 0
         && vips_image_get_string (image, EXIF_INTEROPERABILITY, &index) == 0
         && g_str_has_prefix (index, EXIF_ADOBE_RGB);
}

/**
 * kq_media_profile_complete:
 * @image: (transfer full): a picture as it was opened
 *
 * Gives a picture the profile that its camera meant, and only said in EXIF.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL where memory ends
 */
VipsImage *
kq_media_profile_complete (VipsImage *image)
{
  g_autoptr (Profile) profile = NULL;
  VipsImage *complete = NULL;

  if (!is_adobe_by_exif (image))
    return image;

  /* What libvips opened is shared with its cache. */
  vips_copy (image, &complete, NULL);
  g_object_unref (image);
  profile = create_adobe_rgb ();
  if (complete != NULL && profile != NULL)
    embed (complete, profile);

  return complete;
}

/**
 * kq_media_profile_dup_name:
 * @image: a picture
 *
 * Returns: (transfer full) (nullable): what its profile calls itself: empty
 *   where it can't be read, %NULL where there is none
 */
char *
kq_media_profile_dup_name (VipsImage *image)
{
  g_autoptr (Profile) profile = open_profile (image);
  char name[MAX_NAME] = "";

  if (profile == NULL)
    return vips_image_get_typeof (image, VIPS_META_ICC_NAME) != 0 ? g_strdup ("") : NULL;

  cmsGetProfileInfoASCII (profile, cmsInfoDescription, "en", "US", name, sizeof name);

  return g_utf8_make_valid (name, strnlen (name, sizeof name));
}

/* Without its optimization, which reckons thousands of colours beforehand. */
static cmsHTRANSFORM
create_transform (Profile *profile)
{
  g_autoptr (Profile) srgb = cmsCreate_sRGBProfile ();

  return cmsCreateTransform (profile, TYPE_RGB_8, srgb, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC,
                             cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
}

static gboolean
changes_nothing (cmsHTRANSFORM transform)
{
  for (guint i = 0; i < STEPS * STEPS * STEPS; i++)
    {
      const guint8 colour[] = {
        i % STEPS * 255 / (STEPS - 1),
        i / STEPS % STEPS * 255 / (STEPS - 1),
        i / STEPS / STEPS * 255 / (STEPS - 1),
      };
      guint8 seen[3];

      cmsDoTransform (transform, colour, seen, 1);
      for (guint j = 0; j < G_N_ELEMENTS (seen); j++)
        if (ABS (seen[j] - colour[j]) > SAME_LEVELS)
          return FALSE;
    }

  return TRUE;
}

/**
 * kq_media_profile_is_srgb:
 * @image: a picture
 *
 * By the colours that its profile gives, since the name says little: phones and
 * web sites embed sRGB as “c2” or “uRGB”.
 *
 * Returns: whether it is sRGB, as a picture without a profile is
 */
gboolean
kq_media_profile_is_srgb (VipsImage *image)
{
  g_autoptr (Profile) profile = open_profile (image);
  cmsHTRANSFORM transform = NULL;
  gboolean is_srgb;

  if (profile == NULL)
    return vips_image_get_typeof (image, VIPS_META_ICC_NAME) == 0;

  if (cmsGetColorSpace (profile) == cmsSigRgbData)
    transform = create_transform (profile);
  if (transform == NULL)
    return FALSE;
  is_srgb = changes_nothing (transform);
  cmsDeleteTransform (transform);

  return is_srgb;
}
