/* test-pyramid.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "kq-field.h"
#include "kq-pyramid.h"

static gint64 *
make_values (GRand *random,
             guint  n)
{
  gint64 *values = g_new (gint64, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    values[i] = g_rand_int_range (random, 0, 6) == 0
                ? KQ_INT_NONE : (gint64) g_rand_int (random) - G_MAXUINT32 / 2;

  return values;
}

static void
assert_column (const KqColumn *column,
               const gint64   *values,
               guint           first,
               guint           end)
{
  gint64 min = G_MAXINT64, max = G_MININT64;

  g_assert_cmpuint (column->n, ==, end > first ? end - first : 0);
  if (column->n == 0)
    return;
  for (guint i = first; i < end; i++)
    if (values[i] != KQ_INT_NONE)
      {
        min = MIN (min, values[i]);
        max = MAX (max, values[i]);
      }
  g_assert_cmpint (column->min, ==, min);
  g_assert_cmpint (column->max, ==, max);
  g_assert_cmpint (column->first, ==, values[first]);
  g_assert_cmpint (column->last, ==, values[end - 1]);
}

/* Every stretch of every short length */
static void
test_look (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint n = 0; n < 40; n++)
    {
      g_autofree gint64 *values = make_values (random, n);
      g_autoptr (KqPyramid) pyramid = kq_pyramid_new (values, n);

      g_assert_cmpuint (kq_pyramid_get_length (pyramid), ==, n);
      for (guint first = 0; first <= n; first++)
        for (guint end = first; end <= n + 2; end++)
          {
            KqColumn column = kq_pyramid_look (pyramid, first, end);

            assert_column (&column, values, first, MIN (end, n));
          }
    }
}

/* Whatever is zoomed into, every value is in one column, and in one only. */
static void
test_reduce (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint round = 0; round < 500; round++)
    {
      guint n = g_rand_int_range (random, 1, 3000), n_columns = g_rand_int_range (random, 1, 400);
      double first = g_rand_double_range (random, 0, n), end = g_rand_double_range (random, first, n);
      g_autofree gint64 *values = make_values (random, n);
      g_autofree KqColumn *columns = g_new (KqColumn, n_columns);
      g_autoptr (KqPyramid) pyramid = kq_pyramid_new (values, n);
      guint place = (guint) ceil (first);

      kq_pyramid_reduce (pyramid, first, end, n_columns, columns);
      for (guint i = 0; i < n_columns; i++)
        {
          assert_column (&columns[i], values, place, place + columns[i].n);
          place += columns[i].n;
        }
      g_assert_cmpuint (place, ==, (guint) ceil (end));
    }
}

static void
test_peak (void)
{
  g_autoptr (KqPyramid) pyramid = kq_pyramid_new (NULL, 0);
  KqColumn columns[100];
  guint n_high = 0, n_low = 0;

  for (guint i = 0; i < 1000000; i++)
    kq_pyramid_append (pyramid, i == 654321 ? 1000 : i == 123456 ? -1000 : 0);
  kq_pyramid_reduce (pyramid, 0, 1000000, 100, columns);
  for (guint i = 0; i < 100; i++)
    {
      g_assert_cmpuint (columns[i].n, ==, 10000);
      n_high += columns[i].max == 1000;
      n_low += columns[i].min == -1000;
    }
  g_assert_cmpuint (n_high, ==, 1);
  g_assert_cmpuint (n_low, ==, 1);
  g_assert_cmpint (columns[65].max, ==, 1000);
  g_assert_cmpint (columns[12].min, ==, -1000);
}

static void
test_nothing (void)
{
  g_autoptr (KqPyramid) pyramid = kq_pyramid_new (NULL, 0);
  KqColumn columns[3];

  kq_pyramid_reduce (pyramid, 0, 0, 3, columns);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (columns[i].n, ==, 0);
  kq_pyramid_append (pyramid, G_MININT64);
  kq_pyramid_reduce (pyramid, 0, 1, 3, columns);
  g_assert_cmpuint (columns[0].n + columns[1].n + columns[2].n, ==, 1);
  /* It is there, but isn't known. */
  g_assert_cmpint (columns[0].min, >, columns[0].max);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight/pyramid/look", test_look);
  g_test_add_func ("/insight/pyramid/reduce", test_reduce);
  g_test_add_func ("/insight/pyramid/peak", test_peak);
  g_test_add_func ("/insight/pyramid/nothing", test_nothing);

  return g_test_run ();
}
