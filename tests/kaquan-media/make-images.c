/* make-images.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <lcms2.h>
#include <vips/vips.h>

/* Writes image files of many kinds into a folder, for the tests and benchmarks:
 *
 *   make-images FOLDER
 *
 * The same ones each time. */

#define SEED 7

static void
check (int result)
{
  if (result != 0)
    g_error ("%s", vips_error_buffer ());
}

/* Soft colours with some noise, as a photograph has them */
static VipsImage *
photo (int width,
       int height)
{
  VipsImage *small, *soft, *large, *noise, *sum, *bytes, *joined, *coloured;

  check (vips_gaussnoise (&small, 24, 12, "mean", 128.0, "sigma", 50.0, "seed", SEED, NULL));
  check (vips_resize (small, &soft, width / 24.0, "vscale", height / 12.0, NULL));
  check (vips_embed (soft, &large, 0, 0, width, height, "extend", VIPS_EXTEND_COPY, NULL));
  check (vips_gaussnoise (&noise, width, height, "sigma", 4.0, "seed", SEED + 1, NULL));
  check (vips_add (large, noise, &sum, NULL));
  check (vips_cast_uchar (sum, &bytes, NULL));
  check (vips_flip (bytes, &noise, VIPS_DIRECTION_HORIZONTAL, NULL));
  check (vips_bandjoin2 (bytes, noise, &joined, NULL));
  check (vips_bandjoin2 (joined, bytes, &coloured, NULL));
  check (vips_copy (coloured, &joined, "interpretation", VIPS_INTERPRETATION_sRGB, NULL));

  return vips_image_copy_memory (joined);
}

static VipsImage *
noise (int width,
       int height)
{
  VipsImage *bands[3], *joined, *bytes, *image;

  for (guint i = 0; i < 3; i++)
    check (vips_gaussnoise (&bands[i], width, height, "mean", 128.0, "sigma", 80.0,
                            "seed", SEED + i, NULL));
  check (vips_bandjoin (bands, &joined, 3, NULL));
  check (vips_cast_uchar (joined, &bytes, NULL));
  check (vips_copy (bytes, &image, "interpretation", VIPS_INTERPRETATION_sRGB, NULL));

  return vips_image_copy_memory (image);
}

/* Red above, blue below, so that one sees how it lies */
static VipsImage *
halves (int width,
        int height)
{
  VipsImage *black, *red, *blue, *parts[2], *image;
  double reds[] = { 250, 10, 10 }, blues[] = { 10, 10, 250 };

  check (vips_black (&black, width, height / 2, "bands", 3, NULL));
  check (vips_linear (black, &red, (double[]) { 1, 1, 1 }, reds, 3, "uchar", TRUE, NULL));
  check (vips_linear (black, &blue, (double[]) { 1, 1, 1 }, blues, 3, "uchar", TRUE, NULL));
  parts[0] = red;
  parts[1] = blue;
  check (vips_arrayjoin (parts, &image, 2, "across", 1, NULL));
  check (vips_copy (image, &black, "interpretation", VIPS_INTERPRETATION_sRGB, NULL));

  return vips_image_copy_memory (black);
}

static VipsImage *
with_alpha (VipsImage *image)
{
  VipsImage *ramp, *bytes, *joined;

  check (vips_grey (&ramp, vips_image_get_width (image), vips_image_get_height (image),
                    "uchar", TRUE, NULL));
  check (vips_bandjoin2 (image, ramp, &joined, NULL));
  check (vips_cast_uchar (joined, &bytes, NULL));

  return bytes;
}

/* As if it had been taken with the camera held so */
static void
write_turned (VipsImage *upright)
{
  static const VipsAngle back[] = { VIPS_ANGLE_D0, VIPS_ANGLE_D180, VIPS_ANGLE_D270, VIPS_ANGLE_D90 };
  static const int orientations[] = { 1, 3, 6, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (orientations); i++)
    {
      g_autofree char *name = g_strdup_printf ("turned-%d.jpg", orientations[i]);
      VipsImage *turned, *tagged;

      check (vips_rot (upright, &turned, back[i], NULL));
      check (vips_copy (turned, &tagged, NULL));
      vips_image_set_int (tagged, VIPS_META_ORIENTATION, orientations[i]);
      check (vips_jpegsave (tagged, name, "Q", 90, NULL));
    }
}

static void
write_with_profile (VipsImage   *image,
                    cmsHPROFILE  profile,
                    const char  *profile_name,
                    const char  *name)
{
  cmsMLU *text = cmsMLUalloc (NULL, 1);
  cmsUInt32Number length = 0;
  g_autofree void *data = NULL;
  VipsImage *tagged;

  cmsMLUsetASCII (text, "en", "US", profile_name);
  cmsWriteTag (profile, cmsSigProfileDescriptionTag, text);
  cmsSaveProfileToMem (profile, NULL, &length);
  data = g_malloc (length);
  cmsSaveProfileToMem (profile, data, &length);
  check (vips_copy (image, &tagged, NULL));
  vips_image_set_blob_copy (tagged, VIPS_META_ICC_NAME, data, length);
  check (vips_jpegsave (tagged, name, NULL));
  cmsMLUfree (text);
  cmsCloseProfile (profile);
}

/* Profiles whose names say something else than their colours; and a camera that
 * embeds none, but means one. */
static void
write_names (VipsImage *image)
{
  const cmsCIExyY white = { 0.3127, 0.3290, 1 };
  const cmsCIExyYTRIPLE wide = { { 0.68, 0.32, 1 }, { 0.265, 0.69, 1 }, { 0.15, 0.06, 1 } };
  cmsToneCurve *curve = cmsBuildGamma (NULL, 2.2);
  cmsToneCurve *curves[] = { curve, curve, curve };
  VipsImage *tagged;

  write_with_profile (image, cmsCreate_sRGBProfile (), "c2", "srgb-as-c2.jpg");
  write_with_profile (image, cmsCreateRGBProfile (&white, &wide, curves), "sRGB", "wide-as-srgb.jpg");
  cmsFreeToneCurve (curve);
  check (vips_copy (image, &tagged, NULL));
  vips_image_set_string (tagged, "exif-ifd4-InteroperabilityIndex", "R03");
  check (vips_jpegsave (tagged, "adobe-by-exif.jpg", NULL));
}

static void
write_profiles (VipsImage *image)
{
  VipsImage *converted, *broken;
  g_autofree char *nonsense = g_strnfill (3000, 'x');

  check (vips_icc_transform (image, &converted, "p3", "input_profile", "srgb", NULL));
  check (vips_jpegsave (converted, "p3.jpg", NULL));
  check (vips_icc_transform (image, &converted, "cmyk", "input_profile", "srgb", NULL));
  check (vips_jpegsave (converted, "cmyk.jpg", NULL));
  check (vips_jpegsave (converted, "cmyk-without-profile.jpg", "strip", TRUE, NULL));
  check (vips_copy (image, &broken, NULL));
  vips_image_set_blob_copy (broken, VIPS_META_ICC_NAME, nonsense, 3000);
  check (vips_jpegsave (broken, "broken-profile.jpg", NULL));
}

static void
write_depths (VipsImage *image)
{
  VipsImage *grey, *sixteen;

  check (vips_colourspace (image, &grey, VIPS_INTERPRETATION_B_W, NULL));
  check (vips_jpegsave (grey, "grey.jpg", NULL));
  check (vips_pngsave (grey, "grey.png", NULL));
  check (vips_colourspace (image, &sixteen, VIPS_INTERPRETATION_RGB16, NULL));
  check (vips_pngsave (sixteen, "sixteen.png", NULL));
  check (vips_colourspace (image, &sixteen, VIPS_INTERPRETATION_GREY16, NULL));
  check (vips_pngsave (sixteen, "grey-sixteen.png", NULL));
  check (vips_pngsave (image, "palette.png", "palette", TRUE, NULL));
  check (vips_pngsave (image, "interlaced.png", "interlace", TRUE, NULL));
  check (vips_jpegsave (image, "progressive.jpg", "interlace", TRUE, NULL));
  check (vips_pngsave (with_alpha (image), "alpha.png", NULL));
}

static void
write_webp (VipsImage *image)
{
  VipsImage *frames[] = { image, NULL, image }, *joined, *film;

  check (vips_webpsave (image, "still.webp", NULL));
  /* The same twice in a row would be one. */
  check (vips_invert (image, &frames[1], NULL));
  check (vips_arrayjoin (frames, &joined, 3, "across", 1, NULL));
  check (vips_copy (joined, &film, NULL));
  vips_image_set_int (film, VIPS_META_PAGE_HEIGHT, vips_image_get_height (image));
  check (vips_webpsave (film, "animated.webp", NULL));
}

/* Rows are decoded from the top down: what is wanted of this lies far below. */
static void
write_tall (void)
{
  VipsImage *black, *image;

  check (vips_black (&black, 10000, 13000, "bands", 3, NULL));
  check (vips_draw_rect (image = vips_image_copy_memory (black), (double[]) { 250, 10, 10 }, 3,
                         100, 12000, 1404, 700, "fill", TRUE, NULL));
  check (vips_copy (image, &black, "interpretation", VIPS_INTERPRETATION_sRGB, NULL));
  check (vips_jpegsave (black, "tall.jpg", NULL));
}

int
main (int    argc,
      char **argv)
{
  VipsImage *face, *master;

  if (argc != 2 || VIPS_INIT (argv[0]) != 0 || g_chdir (argv[1]) != 0)
    return 2;

  face = photo (1404, 700);
  check (vips_jpegsave (face, "face.jpg", "Q", 85, NULL));
  check (vips_pngsave (halves (1404, 700), "face.png", NULL));
  check (vips_jpegsave (photo (1400, 700), "narrow.jpg", NULL));
  check (vips_jpegsave (photo (1402, 400), "poster.jpg", NULL));
  check (vips_jpegsave (photo (320, 200), "small.jpg", NULL));
  write_profiles (face);
  write_names (halves (1404, 700));
  write_tall ();
  write_depths (face);
  write_turned (halves (1404, 700));
  write_webp (photo (320, 200));
  check (vips_pngsave (noise (1404, 700), "noise.png", NULL));
  check (vips_jpegsave (noise (2808, 800), "noise.jpg", "Q", 98, NULL));
  check (vips_pngsave (photo (5000, 3), "strip.png", NULL));
  master = photo (6000, 4000);
  check (vips_jpegsave (master, "master.jpg", "Q", 90, NULL));
  check (vips_pngsave (master, "master-interlaced.png", "compression", 1, "interlace", TRUE, NULL));

  return 0;
}
