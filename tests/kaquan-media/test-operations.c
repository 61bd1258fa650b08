/* test-operations.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "kq-media-serve.h"

/* The operations in this process, where the sanitizers see them. */

#define FIT(width, height, type, max) \
  "width", "u", (guint32) (width), "height", "u", (guint32) (height), "type", "s", type, \
  "max-bytes", "t", (guint64) (max)

static guint
lookup (GVariant   *answered,
        const char *name)
{
  guint value = G_MAXUINT;

  g_assert_true (g_variant_lookup (answered, name, "u", &value));

  return value;
}

static gboolean
lookup_flag (GVariant   *answered,
             const char *name)
{
  gboolean value;

  g_assert_true (g_variant_lookup (answered, name, "b", &value));

  return value;
}

static void
test_probe (void)
{
  static const struct {
    const char    *name, *type;
    guint          width, height, orientation, bits;
    KqMediaColour  colour;
    gboolean       alpha, animated;
  } rows[] = {
    { "face.jpg", "image/jpeg", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_SRGB },
    { "face.png", "image/png", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_SRGB },
    { "progressive.jpg", "image/jpeg", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_SRGB },
    { "interlaced.png", "image/png", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_SRGB },
    { "palette.png", "image/png", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_SRGB },
    { "p3.jpg", "image/jpeg", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_OTHER },
    /* By the colours of the profile, not by its name */
    { "srgb-as-c2.jpg", "image/jpeg", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_SRGB },
    { "wide-as-srgb.jpg", "image/jpeg", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_OTHER },
    { "adobe-by-exif.jpg", "image/jpeg", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_OTHER },
    /* What is no profile at all, libvips leaves out. */
    { "broken-profile.jpg", "image/jpeg", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_SRGB },
    { "cmyk.jpg", "image/jpeg", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_CMYK },
    { "cmyk-without-profile.jpg", "image/jpeg", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_CMYK },
    { "grey.jpg", "image/jpeg", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_GREY },
    { "grey.png", "image/png", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_GREY },
    { "grey-sixteen.png", "image/png", 1404, 700, 1, 16, KQ_MEDIA_COLOUR_GREY },
    { "sixteen.png", "image/png", 1404, 700, 1, 16, KQ_MEDIA_COLOUR_SRGB },
    { "alpha.png", "image/png", 1404, 700, 1, 8, KQ_MEDIA_COLOUR_SRGB, TRUE },
    { "turned-6.jpg", "image/jpeg", 700, 1404, 6, 8, KQ_MEDIA_COLOUR_SRGB },
    { "still.webp", "image/webp", 320, 200, 1, 8, KQ_MEDIA_COLOUR_SRGB },
    { "animated.webp", "image/webp", 320, 200, 1, 8, KQ_MEDIA_COLOUR_SRGB, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = read_image (rows[i].name);
      g_autoptr (GVariant) answered = answer (bytes, NULL, "probe", NULL);
      const char *type = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_cmpuint (problem_of (answered), ==, KQ_MEDIA_PROBLEM_NONE);
      g_variant_lookup (answered, "type", "&s", &type);
      g_assert_cmpstr (type, ==, rows[i].type);
      g_assert_cmpuint (lookup (answered, "width"), ==, rows[i].width);
      g_assert_cmpuint (lookup (answered, "height"), ==, rows[i].height);
      g_assert_cmpuint (lookup (answered, "orientation"), ==, rows[i].orientation);
      g_assert_cmpuint (lookup (answered, "bits"), ==, rows[i].bits);
      g_assert_cmpuint (lookup (answered, "colour"), ==, rows[i].colour);
      g_assert_cmpint (lookup_flag (answered, "alpha"), ==, rows[i].alpha);
      g_assert_cmpint (lookup_flag (answered, "animated"), ==, rows[i].animated);
      g_assert_true (lookup_flag (answered, "whole"));
    }
}

/* At every tenth byte of small files, and a hundred places of a larger one: said
 * to be cut off, or no image at all, and never fitted. */
static void
test_cut (void)
{
  static const char * const names[] = {
    "small.jpg", "still.webp", "animated.webp", "progressive.jpg", "palette.png",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = read_image (names[i]);
      gsize size = g_bytes_get_size (bytes);

      for (gsize length = 0; length < size; length += size > 20000 ? size / 100 : 10)
        {
          g_autoptr (GBytes) part = cut (bytes, length);
          g_autoptr (GVariant) answered = answer (part, NULL, "probe", NULL);

          if (problem_of (answered) == KQ_MEDIA_PROBLEM_NONE)
            g_assert_false (lookup_flag (answered, "whole"));
        }
    }
}

static void
test_cut_fit (void)
{
  static const char * const names[] = { "small.jpg", "still.webp", "palette.png" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = read_image (names[i]);

      for (guint percent = 0; percent < 95; percent += 5)
        {
          g_autoptr (GBytes) part = cut (bytes, g_bytes_get_size (bytes) * percent / 100);
          g_autoptr (GVariant) answered = answer (part, NULL, "fit",
                                                  FIT (60, 30, "image/jpeg", 100000), NULL);

          g_test_message ("%s, %u %%", names[i], percent);
          g_assert_cmpuint (problem_of (answered), !=, KQ_MEDIA_PROBLEM_NONE);
        }
    }
}

/* The quality is the best: one higher has too many bytes, and never more than
 * six encodings are needed to know that. */
static void
test_bisection (void)
{
  g_autoptr (GBytes) bytes = read_image ("noise.jpg");
  guint last = 0;

  for (guint64 max = 60000; max < 700000; max += 40000)
    {
      g_autoptr (GBytes) out = NULL;
      g_autoptr (GVariant) answered = answer (bytes, &out, "fit",
                                              FIT (1402, 400, "image/jpeg", max), NULL);

      g_assert_cmpuint (lookup (answered, "encodings"), <=, 6);
      if (problem_of (answered) == KQ_MEDIA_PROBLEM_BYTES)
        {
          g_assert_cmpuint (last, ==, 0);
          continue;
        }
      g_assert_cmpuint (problem_of (answered), ==, KQ_MEDIA_PROBLEM_NONE);
      g_assert_cmpuint (g_bytes_get_size (out), <=, max);
      g_assert_cmpuint (lookup (answered, "quality"), >=, last);
      last = lookup (answered, "quality");
    }
  g_assert_cmpuint (last, >, 80);
}

static void
test_exact_bytes (void)
{
  g_autoptr (GBytes) bytes = read_image ("noise.jpg");
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) less = NULL;
  g_autoptr (GVariant) a = answer (bytes, &first, "fit",
                                   FIT (1402, 400, "image/jpeg", 400000), NULL);
  g_autoptr (GVariant) b = answer (bytes, &again, "fit",
                                   FIT (1402, 400, "image/jpeg", g_bytes_get_size (first)), NULL);
  g_autoptr (GVariant) c = answer (bytes, &less, "fit",
                                   FIT (1402, 400, "image/jpeg", g_bytes_get_size (first) - 1),
                                   NULL);

  g_assert_true (g_bytes_equal (first, again));
  g_assert_cmpuint (lookup (a, "quality"), ==, lookup (b, "quality"));
  g_assert_cmpuint (lookup (c, "quality"), <, lookup (a, "quality"));
}

static void
test_nonsense (void)
{
  g_autoptr (GBytes) bytes = read_image ("small.jpg");
  g_autoptr (GVariant) none = answer (bytes, NULL, "nonsense", NULL);
  g_autoptr (GVariant) nothing = answer (bytes, NULL, "fit", NULL);
  g_autoptr (GVariant) no_type = answer (bytes, NULL, "fit", FIT (1, 1, "image/gif", 1), NULL);
  g_autoptr (GVariant) huge = answer (bytes, NULL, "fit", FIT (9000, 1, "image/png", 1), NULL);
  g_autoptr (GVariant) thumbnail = answer (bytes, NULL, "thumbnail", "side", "u", 5000, NULL);
  g_autoptr (GVariant) wrong = answer (bytes, NULL, "png", "width", "u", 3, "height", "u", 3, NULL);

  g_assert_cmpuint (problem_of (none), ==, KQ_MEDIA_PROBLEM_REQUEST);
  g_assert_cmpuint (problem_of (nothing), ==, KQ_MEDIA_PROBLEM_REQUEST);
  g_assert_cmpuint (problem_of (no_type), ==, KQ_MEDIA_PROBLEM_REQUEST);
  g_assert_cmpuint (problem_of (huge), ==, KQ_MEDIA_PROBLEM_REQUEST);
  g_assert_cmpuint (problem_of (thumbnail), ==, KQ_MEDIA_PROBLEM_REQUEST);
  g_assert_cmpuint (problem_of (wrong), ==, KQ_MEDIA_PROBLEM_REQUEST);
}

static void
test_crop (void)
{
  g_autoptr (GBytes) bytes = read_image ("turned-6.jpg");
  static const struct { int x, y, width, height; guint problem; } rows[] = {
    { 0, 0, 1404, 700, KQ_MEDIA_PROBLEM_NONE }, { 1403, 699, 1, 1, KQ_MEDIA_PROBLEM_NONE },
    { 0, 0, 700, 1404, KQ_MEDIA_PROBLEM_CROP }, { 1404, 0, 1, 1, KQ_MEDIA_PROBLEM_CROP },
    { -1, 0, 1, 1, KQ_MEDIA_PROBLEM_CROP }, { 0, 0, 0, 0, KQ_MEDIA_PROBLEM_CROP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GVariant) answered =
        answer (bytes, NULL, "fit", FIT (100, 50, "image/png", 100000),
                "crop", "u", KQ_MEDIA_CROP_AREA, "x", "i", rows[i].x, "y", "i", rows[i].y,
                "w", "i", rows[i].width, "h", "i", rows[i].height, NULL);

      g_assert_cmpuint (problem_of (answered), ==, rows[i].problem);
    }
}

/* A picture of @name whose header claims another size */
static GBytes *
claim (const char *name,
       guint16     width,
       guint16     height)
{
  g_autoptr (GBytes) bytes = read_image (name);
  gsize length;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);
  guint8 was[] = { 700 >> 8, 700 & 255, 1404 >> 8, 1404 & 255 };
  guint8 is[] = { height >> 8, height & 255, width >> 8, width & 255 };
  guint8 *size = memmem (data, length, was, sizeof was);

  g_assert_nonnull (size);
  memcpy (size, is, sizeof is);

  return g_bytes_new_take (data, length);
}

/* What comes row by row may be what a phone takes; of what must be held, only
 * as much as there is memory for, and how much that is is said. */
static void
test_room (void)
{
  static const struct {
    const char *name;
    guint16     width, height;
    gboolean    has_room;
    guint64     most;
  } rows[] = {
    { "face.jpg", 16320, 12240, TRUE, KQ_MEDIA_MAX_ROWED_PIXELS },
    { "face.jpg", 16000, 15625, TRUE, KQ_MEDIA_MAX_ROWED_PIXELS },
    { "face.jpg", 16001, 15625, FALSE, KQ_MEDIA_MAX_ROWED_PIXELS },
    { "progressive.jpg", 8064, 6048, TRUE, KQ_MEDIA_MAX_PIXELS },
    { "progressive.jpg", 12000, 9000, FALSE, KQ_MEDIA_MAX_PIXELS - 1 },
    { "grey.jpg", 12000, 9000, TRUE, KQ_MEDIA_MAX_ROWED_PIXELS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = claim (rows[i].name, rows[i].width, rows[i].height);
      g_autoptr (GVariant) answered = answer (bytes, NULL, "fit", FIT (100, 50, "image/png", 100000),
                                              NULL);
      guint64 most = 0;

      g_test_message ("%s, %u × %u", rows[i].name, rows[i].width, rows[i].height);
      g_assert_cmpint (problem_of (answered) != KQ_MEDIA_PROBLEM_PIXELS, ==, rows[i].has_room);
      g_assert_true (g_variant_lookup (answered, "most", "t", &most));
      g_assert_cmpuint (most, <=, rows[i].most);
      g_assert_cmpint (most >= (guint64) rows[i].width * rows[i].height, ==, rows[i].has_room);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* libvips warns of what is wrong with a picture. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  g_assert_true (kq_media_init ());
  g_test_add_func ("/kaquan-media/operations/probe", test_probe);
  g_test_add_func ("/kaquan-media/operations/cut", test_cut);
  g_test_add_func ("/kaquan-media/operations/cut-fit", test_cut_fit);
  g_test_add_func ("/kaquan-media/operations/bisection", test_bisection);
  g_test_add_func ("/kaquan-media/operations/exact-bytes", test_exact_bytes);
  g_test_add_func ("/kaquan-media/operations/nonsense", test_nonsense);
  g_test_add_func ("/kaquan-media/operations/crop", test_crop);
  g_test_add_func ("/kaquan-media/operations/room", test_room);

  return g_test_run ();
}
