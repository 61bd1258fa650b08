/* test-mutations.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "kq-media-serve.h"

/* Image files with some bytes changed, cut or put in, through every operation:
 * in a sanitized build, what reads or writes where it shouldn't is seen. A few
 * by default, and for a minute with KQ_TEST_LONG=1. */

#define CASES 60
#define LONG_SECONDS 60
#define MAX_CHANGES 12

static const char * const seeds[] = {
  "small.jpg", "still.webp", "animated.webp", "palette.png", "progressive.jpg", "p3.jpg",
  "turned-6.jpg", "grey.png", "face.png",
};

static GBytes *
mutate (GRand  *random,
        GBytes *seed)
{
  GByteArray *bytes = g_bytes_unref_to_array (g_bytes_ref (seed));
  guint n = g_rand_int_range (random, 1, MAX_CHANGES + 1);

  for (guint i = 0; i < n && bytes->len > 16; i++)
    {
      /* Most of what is read as numbers stands at the beginning. */
      guint end = g_rand_boolean (random) ? MIN (bytes->len, 400) : bytes->len;
      guint at = g_rand_int_range (random, 0, end - 8);

      switch (g_rand_int_range (random, 0, 5))
        {
        case 0:
          bytes->data[at] ^= 1 << g_rand_int_range (random, 0, 8);
          break;
        case 1:
          bytes->data[at] = g_rand_int (random);
          break;
        case 2:
          bytes->data[at] = bytes->data[at + 1] = 0xff;
          break;
        case 3:
          g_byte_array_remove_range (bytes, at, g_rand_int_range (random, 1, 8));
          break;
        default:
          g_byte_array_set_size (bytes, at > 400 ? at : bytes->len);
        }
    }

  return g_byte_array_free_to_bytes (bytes);
}

static void
try_all (GBytes *bytes)
{
  g_autoptr (GVariant) probed = answer (bytes, NULL, "probe", NULL);
  g_autoptr (GVariant) drawn = answer (bytes, NULL, "thumbnail", "side", "u", 64, NULL);
  g_autoptr (GVariant) fitted = answer (bytes, NULL, "fit", "width", "u", 60, "height", "u", 30,
                                        "type", "s", "image/jpeg", "max-bytes", "t",
                                        (guint64) 2000, "crop", "u", KQ_MEDIA_CROP_ATTENTION, NULL);

  g_assert_cmpuint (problem_of (probed), <=, KQ_MEDIA_PROBLEM_REQUEST);
  g_assert_cmpuint (problem_of (drawn), <=, KQ_MEDIA_PROBLEM_REQUEST);
  g_assert_cmpuint (problem_of (fitted), <=, KQ_MEDIA_PROBLEM_REQUEST);
}

static void
test_mutations (void)
{
  gboolean is_long = g_getenv ("KQ_TEST_LONG") != NULL;
  gint64 end = g_get_monotonic_time () + LONG_SECONDS * G_USEC_PER_SEC;
  guint32 seed = is_long ? g_random_int () : 1;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n = 0;

  g_test_message ("seed %u", seed);
  while (is_long ? g_get_monotonic_time () < end : n < CASES)
    {
      g_autoptr (GBytes) image = read_image (seeds[n++ % G_N_ELEMENTS (seeds)]);
      g_autoptr (GBytes) mutated = mutate (random, image);

      try_all (mutated);
    }
  g_test_message ("%u files", n);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* libvips warns of what is wrong with a picture. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  g_assert_true (kq_media_init ());
  g_test_add_func ("/kaquan-media/mutations", test_mutations);

  return g_test_run ();
}
