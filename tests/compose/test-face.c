/* test-face.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "kq-face-private.h"
#include "kq-lettering.h"
#include "kq-pixels.h"

static KqMedia *media;

static const guint32 colours[] = { 0xb3322e, 0xffffff, 0, 0xf2d25c, 0x777777, 0x00ff88, 0x1f3fff };

static const char * const hostile_names[] = {
  "木棉家纺旗舰店官方会员中心黑金尊享年度会员卡",
  "مرحبا بالعالم متجر القطن",
  "VIP\u202etxt.exe\u2066 \n\r\t\x01\x1b[31m red",
  "🎉👩‍👩‍👧‍👦🇨🇳 SVIP",
  "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u030a\u030b\u030c\u0300\u0301\u0302\u0303"
  "\u0304\u0305\u0306\u0316\u0317\u0318\u0319\u031c\u0323\u0324\u0325\u0326\u0316\u0317\u0318\u0319",
  "\xff\xfe broken \xc3",
  "﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽",
  "&lt;<b>&amp;</b>%s%n",
};

static guint32
pixel (cairo_surface_t *surface,
       int              x,
       int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* WCAG's relative luminance, written down once more */
static double
light (guint32 rgb)
{
  double sum = 0;

  for (int i = 0; i < 3; i++)
    {
      static const double weights[] = { 0.0722, 0.7152, 0.2126 };
      double channel = (rgb >> (8 * i) & 0xff) / 255.0;

      sum += weights[i] * (channel <= 0.04045 ? channel / 12.92
                                              : pow ((channel + 0.055) / 1.055, 2.4));
    }

  return sum;
}

static cairo_surface_t *
draw (const KqFace *face,
      GBytes       *picture,
      int           width,
      int           height,
      gboolean      with_text,
      KqFaceText   *text)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *decoded = picture != NULL ? kq_pixels_cover (media, picture, width, height, NULL,
                                                                &error) : NULL;
  cairo_surface_t *drawn;

  g_assert_no_error (error);
  drawn = kq_face_draw_ground (face, decoded, NULL, width, height, with_text, text);
  g_clear_pointer (&decoded, cairo_surface_destroy);

  return drawn;
}

/* Every pixel of the text that differs from the ground lies within the areas
 * whose contrast was looked at and within the margins; and behind each area all
 * is light or dark enough. */
static void
assert_readable (const KqFace *face,
                 GBytes       *picture,
                 int           width,
                 int           height)
{
  KqFaceText text;
  cairo_surface_t *with = draw (face, picture, width, height, TRUE, &text);
  cairo_surface_t *without = draw (face, picture, width, height, FALSE, &text);
  double ink = kq_colour_get_luminance (text.ink);
  int margin = kq_face_get_margin (width, height);
  guint n_changed = 0;

  g_assert_cmpuint (text.n_areas, ==, 2);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        gboolean inside = FALSE;

        for (guint i = 0; i < text.n_areas; i++)
          inside |= x >= text.areas[i].x && x < text.areas[i].x + text.areas[i].width &&
                    y >= text.areas[i].y && y < text.areas[i].y + text.areas[i].height;
        if (inside)
          {
            double ground = light (pixel (without, x, y));

            g_assert_cmpfloat ((MAX (ink, ground) + 0.05) / (MIN (ink, ground) + 0.05), >=,
                               KQ_CONTRAST_TEXT);
          }
        if (pixel (with, x, y) == pixel (without, x, y))
          continue;
        n_changed++;
        g_assert_true (x >= margin && x < width - margin && y >= margin && y < height - margin);
      }
  g_assert_cmpuint (n_changed, >, 20);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

static void
test_contrast_on_colours (void)
{
  g_autoptr (KqFace) face = kq_face_new ();

  face->shop = g_strdup ("木棉家纺 Cotton");
  face->level = g_strdup ("黑金会员");
  for (face->preset = 0; face->preset < KQ_N_FACES; face->preset++)
    for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
      {
        face->color = colours[i];
        assert_readable (face, NULL, 702, 350);
      }
}

static void
test_contrast_on_pictures (void)
{
  static const char * const pictures[] = { "noise.png", "face.jpg", "grey.jpg", "alpha.png",
                                           "strip.png", "turned-6.jpg" };
  g_autoptr (KqFace) face = kq_face_new ();

  face->shop = g_strdup ("木棉家纺 Cotton");
  face->level = g_strdup ("黑金会员");
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) picture = read_image (pictures[i]);

      for (face->preset = 0; face->preset < KQ_N_FACES; face->preset++)
        assert_readable (face, picture, 702, 350);
    }
}

static void
test_names (void)
{
  g_autoptr (KqFace) face = kq_face_new ();

  for (guint i = 0; i < G_N_ELEMENTS (hostile_names); i++)
    {
      g_free (face->shop);
      g_free (face->level);
      face->shop = g_strdup (hostile_names[i]);
      face->level = g_strdup (hostile_names[i]);
      for (face->preset = 0; face->preset < KQ_N_FACES; face->preset++)
        assert_readable (face, NULL, 702, 350);
    }
}

static void
test_endless_names (void)
{
  g_autoptr (KqFace) face = kq_face_new ();
  g_autoptr (GString) name = g_string_new (NULL);

  for (int i = 0; i < 10000; i++)
    g_string_append (name, i % 7 == 0 ? "W" : "会");
  face->shop = g_strdup (name->str);
  face->level = g_strdup (name->str);
  for (face->preset = 0; face->preset < KQ_N_FACES; face->preset++)
    assert_readable (face, NULL, 702, 350);
}

/* Also where it has other proportions, or is very small */
static void
test_sizes (void)
{
  static const int sizes[][2] = { { 1404, 700 }, { 1000, 600 }, { 1402, 400 }, { 300, 600 },
                                  { 150, 90 } };
  g_autoptr (KqFace) face = kq_face_new ();

  face->shop = g_strdup ("木棉家纺旗舰店");
  face->level = g_strdup ("VIP 2");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (face->preset = 0; face->preset < KQ_N_FACES; face->preset++)
      assert_readable (face, NULL, sizes[i][0], sizes[i][1]);
}

static void
test_made (void)
{
  g_autoptr (KqFace) face = kq_face_new ();
  g_autoptr (KqImageKind) kind = new_kind ("card-face", 1404, 700, 60000);

  face->picture = read_image ("face.jpg");
  face->logo = read_image ("alpha.png");
  face->shop = g_strdup ("木棉家纺");
  face->level = g_strdup ("黑金会员");
  for (face->preset = 0; face->preset < KQ_N_FACES; face->preset++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = kq_face_make (face, media, kind, "image/jpeg", NULL, &error);
      g_autoptr (GBytes) again = NULL;

      g_assert_no_error (error);
      assert_taken (media, first, kind);
      again = kq_face_make (face, media, kind, "image/jpeg", NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (first, again));
    }
}

static void
test_hostile_pictures (void)
{
  g_autoptr (KqFace) face = kq_face_new ();
  g_autoptr (GError) error = NULL;

  face->logo = g_bytes_new_static ("<svg/>", 6);
  g_assert_null (kq_face_draw (face, media, 140, 70, NULL, &error));
  g_assert_error (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_NOT_IMAGE);
  g_assert_true (g_str_has_prefix (error->message, "the logo: "));
  g_clear_error (&error);

  face->picture = g_bytes_new_static ("<!DOCTYPE html>", 15);
  g_assert_null (kq_face_draw (face, media, 140, 70, NULL, &error));
  g_assert_error (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_NOT_IMAGE);
  g_assert_true (g_str_has_prefix (error->message, "the picture: "));
}

static void
test_impossible_sizes (void)
{
  g_autoptr (KqFace) face = kq_face_new ();

  for (guint i = 0; i < 3; i++)
    {
      static const guint sizes[][2] = { { 0, 9 }, { 9000, 2 }, { 8000, 8000 } };
      g_autoptr (GError) error = NULL;

      g_assert_null (kq_face_draw (face, media, sizes[i][0], sizes[i][1], NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
test_async (void)
{
  g_autoptr (KqFace) face = kq_face_new ();
  g_autoptr (KqImageKind) kind = new_kind ("card-face", 140, 70, 60000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) drawn = NULL;
  g_autoptr (GAsyncResult) made = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;

  kq_face_draw_async (face, media, 140, 70, NULL, on_done, &drawn);
  kq_face_make_async (face, media, kind, "image/png", NULL, on_done, &made);
  g_cancellable_cancel (cancellable);
  kq_face_make_async (face, media, kind, "image/png", cancellable, on_done, &cancelled);

  surface = kq_face_draw_finish (wait_for (&drawn), &error);
  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 140);
  cairo_surface_destroy (surface);
  bytes = kq_face_make_finish (wait_for (&made), &error);
  g_assert_no_error (error);
  assert_taken (media, bytes, kind);
  g_assert_null (kq_face_make_finish (wait_for (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_clean (void)
{
  static const char * const texts[][2] = {
    { "  a \n\tb  ", "a b" },
    { "\u202eab\u2066c\u200d\a", "abc\u200d" },
    { "a\u2028b", "a b" },
    { "", "" },
    { " \n ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = kq_lettering_clean (texts[i][0]);

      g_assert_cmpstr (clean, ==, texts[i][1]);
    }
}

static void
test_presets (void)
{
  KqFacePreset preset = KQ_N_FACES;

  for (guint i = 0; i < KQ_N_FACES; i++)
    {
      g_assert_true (kq_face_preset_parse (kq_face_preset_get_word (i), &preset));
      g_assert_cmpuint (preset, ==, i);
    }
  preset = KQ_N_FACES;
  g_assert_false (kq_face_preset_parse ("nonsense", &preset));
  g_assert_cmpuint (preset, ==, KQ_N_FACES);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  media = kq_media_new (NULL);
  g_test_add_func ("/face/clean", test_clean);
  g_test_add_func ("/face/presets", test_presets);
  g_test_add_func ("/face/contrast-on-colours", test_contrast_on_colours);
  g_test_add_func ("/face/contrast-on-pictures", test_contrast_on_pictures);
  g_test_add_func ("/face/names", test_names);
  g_test_add_func ("/face/endless-names", test_endless_names);
  g_test_add_func ("/face/sizes", test_sizes);
  g_test_add_func ("/face/made", test_made);
  g_test_add_func ("/face/hostile-pictures", test_hostile_pictures);
  g_test_add_func ("/face/impossible-sizes", test_impossible_sizes);
  g_test_add_func ("/face/async", test_async);
  status = g_test_run ();
  g_object_unref (media);

  return status;
}
