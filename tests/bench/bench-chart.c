/* bench-chart.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <stdio.h>

#include "frames.h"
#include "kq-chart-card.h"
#include "kq-line-chart.h"

/* How long a frame takes while a line of a million points is moved and zoomed,
 * in the card that it has in the window. It prints and judges nothing. */

#define N_POINTS 1000000
#define WIDTH 1100
#define HEIGHT 420

static KqPyramid *
make_values (void)
{
  g_autofree gint64 *values = g_new (gint64, N_POINTS);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gint64 value = 5000;

  for (guint i = 0; i < N_POINTS; i++)
    {
      value = MAX (0, value + g_rand_int_range (random, -40, 41));
      values[i] = i % 997 == 0 ? value * 3 : value;
    }

  return kq_pyramid_new (values, N_POINTS);
}

static GtkWidget *
make_chart (void)
{
  GtkWidget *chart = kq_line_chart_new ();
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KqPyramid) values = make_values ();

  g_ptr_array_add (series, kq_chart_series_new ("Claims", KQ_CHART_UNIT_COUNT, values));
  kq_line_chart_set_series (KQ_LINE_CHART (chart), 0, series);

  return chart;
}

static void
zoom (gpointer chart,
      guint    i)
{
  const double factor = (i / 50) % 2 == 0 ? .9 : 1 / .9;
  double first, last, middle, half;

  kq_line_chart_get_visible (chart, &first, &last);
  middle = (first + last) / 2;
  half = (last - first) / 2 * factor;
  kq_line_chart_set_visible (chart, middle - half, middle + half);
}

static void
pan (gpointer chart,
     guint    i)
{
  double first, last, by;

  kq_line_chart_get_visible (chart, &first, &last);
  by = (last - first) / 100 * ((i / 100) % 2 == 0 ? 1 : -1);
  kq_line_chart_set_visible (chart, first + by, last + by);
}

static void
step (gpointer chart,
      guint    i)
{
  kq_chart_set_step (chart, i);
}

int
main (int   argc,
      char *argv[])
{
  GtkWidget *chart, *window;

  adw_init ();
  chart = make_chart ();
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window),
                        kq_chart_card_new (KQ_CHART (chart), "Claims per day", "coupons"));
  gtk_window_present (GTK_WINDOW (window));

  printf ("%d points\n", N_POINTS);
  bench_frames_print_head ();
  bench_frames_measure (window, "zooming", zoom, chart);
  kq_line_chart_set_visible (KQ_LINE_CHART (chart), N_POINTS / 4., N_POINTS / 2.);
  bench_frames_measure (window, "a quarter, moved", pan, chart);
  kq_line_chart_set_visible (KQ_LINE_CHART (chart), 1000, 1400);
  bench_frames_measure (window, "400 days, moved", pan, chart);
  kq_line_chart_set_visible (KQ_LINE_CHART (chart), 0, N_POINTS - 1);
  bench_frames_measure (window, "stepping", step, chart);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
