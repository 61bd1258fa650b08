/* test-area.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-area.h"

#define WIDTH 30
#define HEIGHT 20

static void
assert_area (KqMediaArea area,
             int         x,
             int         y,
             int         width,
             int         height)
{
  g_assert_cmpint (area.x, ==, x);
  g_assert_cmpint (area.y, ==, y);
  g_assert_cmpint (area.width, ==, width);
  g_assert_cmpint (area.height, ==, height);
}

/* A corner of the picture as it is shown, and where that is stored, for each of
 * the eight orientations of EXIF */
static void
test_unturn (void)
{
  static const struct { int orientation, x, y; } rows[] = {
    { 1, 1, 2 }, { 2, WIDTH - 1 - 3, 2 }, { 3, WIDTH - 1 - 3, HEIGHT - 2 - 4 },
    { 4, 1, HEIGHT - 2 - 4 },
    { 5, 2, 1 }, { 6, 2, HEIGHT - 1 - 3 }, { 7, WIDTH - 2 - 4, HEIGHT - 1 - 3 },
    { 8, WIDTH - 2 - 4, 1 },
  };
  const KqMediaArea corner = { 1, 2, 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean swapped = rows[i].orientation >= 5;

      assert_area (kq_media_area_unturn (&corner, WIDTH, HEIGHT, rows[i].orientation),
                   rows[i].x, rows[i].y, swapped ? 4 : 3, swapped ? 3 : 4);
    }
}

static void
test_within (void)
{
  static const struct { KqMediaArea area; gboolean is; } rows[] = {
    { { 0, 0, 30, 20 }, TRUE }, { { 29, 19, 1, 1 }, TRUE }, { { 0, 0, 31, 1 }, FALSE },
    { { 0, 0, 1, 21 }, FALSE }, { { 1, 0, 30, 1 }, FALSE }, { { -1, 0, 1, 1 }, FALSE },
    { { 0, 0, 0, 1 }, FALSE }, { { 0, 0, 1, -1 }, FALSE },
    { { G_MAXINT, 0, G_MAXINT, 1 }, FALSE }, { { 1, 0, G_MAXINT, 1 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (kq_media_area_is_within (&rows[i].area, WIDTH, HEIGHT), ==, rows[i].is);
}

static void
test_middle (void)
{
  const KqMediaArea all = { 0, 0, 30, 20 }, part = { 10, 4, 20, 10 }, point = { 5, 5, 1, 1 };

  assert_area (kq_media_area_middle (&all, 20, 20), 5, 0, 20, 20);
  assert_area (kq_media_area_middle (&all, 60, 10), 0, 7, 30, 5);
  assert_area (kq_media_area_middle (&part, 100, 100), 15, 4, 10, 10);
  assert_area (kq_media_area_middle (&point, 1404, 700), 5, 5, 1, 1);
}

static void
test_scale (void)
{
  const KqMediaArea part = { 10, 4, 20, 16 };

  assert_area (kq_media_area_scale (&part, 30, 20, 15, 10), 5, 2, 10, 8);
  assert_area (kq_media_area_scale (&part, 30, 20, 4, 3), 1, 1, 3, 2);
  assert_area (kq_media_area_scale (&part, 30, 20, 1, 1), 0, 0, 1, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kaquan-media/area/unturn", test_unturn);
  g_test_add_func ("/kaquan-media/area/within", test_within);
  g_test_add_func ("/kaquan-media/area/middle", test_middle);
  g_test_add_func ("/kaquan-media/area/scale", test_scale);

  return g_test_run ();
}
