/* test-colour.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-colour.h"

/* By the examples of WCAG: black on white is 21, #767676 on white just 4.54. */
static void
test_contrast (void)
{
  double white = kq_colour_get_luminance (kq_colour_of (0xffffff));
  double black = kq_colour_get_luminance (kq_colour_of (0));
  double grey = kq_colour_get_luminance (kq_colour_of (0x767676));

  g_assert_cmpfloat_with_epsilon (kq_colour_get_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (kq_colour_get_contrast (grey, white), 4.54, 0.005);
  g_assert_cmpfloat_with_epsilon (kq_colour_get_luminance (kq_colour_of (0xff0000)), 0.2126, 1e-9);
}

static void
test_mix (void)
{
  KqColour half = kq_colour_mix (kq_colour_of (0), kq_colour_of (0xff8000), 0.5);

  g_assert_cmpfloat_with_epsilon (half.red, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (half.green, 0.251, 1e-3);
  g_assert_cmpfloat_with_epsilon (half.blue, 0, 1e-9);
}

/* A grey has no hue; whatever is turned stays a colour. */
static void
test_turn (void)
{
  for (int degrees = -360; degrees <= 360; degrees += 15)
    {
      KqColour grey = kq_colour_turn (kq_colour_of (0x808080), degrees);
      KqColour red = kq_colour_turn (kq_colour_of (0xff0000), degrees);

      g_assert_cmpfloat_with_epsilon (grey.red, grey.blue, 1e-9);
      g_assert_cmpfloat_with_epsilon (grey.red, 128 / 255.0, 1e-9);
      g_assert_true (red.red >= 0 && red.red <= 1 && red.green >= 0 && red.green <= 1 &&
                     red.blue >= 0 && red.blue <= 1);
    }
}

static void
test_parse (void)
{
  static const char * const bad[] = { "", "#", "red", "12345", "1234567", "#12345g", "-12345",
                                      "+12345", " 12345", "##1234" };
  guint32 rgb = 0;

  g_assert_true (kq_colour_parse ("#C22A17", &rgb));
  g_assert_cmphex (rgb, ==, 0xc22a17);
  g_assert_true (kq_colour_parse ("00ff00", &rgb));
  g_assert_cmphex (rgb, ==, 0x00ff00);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (kq_colour_parse (bad[i], &rgb));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colour/contrast", test_contrast);
  g_test_add_func ("/colour/mix", test_mix);
  g_test_add_func ("/colour/turn", test_turn);
  g_test_add_func ("/colour/parse", test_parse);

  return g_test_run ();
}
