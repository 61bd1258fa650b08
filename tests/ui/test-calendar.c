/* test-calendar.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-plot-private.h"

/* Where an instant of a calendar is, and what is seen of it. */

#define START G_GINT64_CONSTANT (1793462400)
#define DAY 86400
#define WIDTH 1000

static KqCalendarScale *
make_scale (guint n_days)
{
  KqCalendarScale *scale = kq_calendar_scale_new ();

  kq_calendar_scale_set_width (scale, WIDTH);
  kq_calendar_scale_set_content (scale, START, START + (gint64) n_days * DAY);
  kq_calendar_scale_show (scale, START, 10 * DAY);

  return scale;
}

static void
test_scale_maps (void)
{
  g_autoptr (KqCalendarScale) scale = make_scale (60);

  g_assert_cmpfloat_with_epsilon (kq_calendar_scale_get_x (scale, START), 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (kq_calendar_scale_get_x (scale, START + 5 * DAY), 500, 1e-6);
  for (int x = -100; x <= WIDTH + 100; x += 50)
    g_assert_cmpfloat_with_epsilon (
      kq_calendar_scale_get_x (scale, kq_calendar_scale_get_time (scale, x)), x, 1e-3);
}

/* What is below the pointer stays there. */
static void
test_scale_zooms_about (void)
{
  g_autoptr (KqCalendarScale) scale = make_scale (60);
  const double time = kq_calendar_scale_get_time (scale, 300);

  kq_calendar_scale_zoom (scale, .5, 300);
  g_assert_cmpfloat_with_epsilon (kq_calendar_scale_get_span (scale), 5 * DAY, 1e-3);
  g_assert_cmpfloat_with_epsilon (kq_calendar_scale_get_x (scale, time), 300, 1e-3);
  kq_calendar_scale_zoom (scale, 3, 300);
  g_assert_cmpfloat_with_epsilon (kq_calendar_scale_get_x (scale, time), 300, 1e-3);
}

static void
test_scale_has_bounds (void)
{
  g_autoptr (KqCalendarScale) scale = make_scale (400);

  kq_calendar_scale_zoom (scale, 1e-9, 0);
  g_assert_cmpfloat (kq_calendar_scale_get_span (scale), ==, KQ_CALENDAR_DAY);
  kq_calendar_scale_zoom (scale, 1e9, 0);
  g_assert_cmpfloat (kq_calendar_scale_get_span (scale), ==, KQ_CALENDAR_QUARTER);
  kq_calendar_scale_scroll (scale, 1e6);
  g_assert_cmpfloat (kq_calendar_scale_get_first (scale), <, START + 400. * DAY);
  kq_calendar_scale_scroll (scale, -1e6);
  g_assert_cmpfloat (kq_calendar_scale_get_x (scale, START), <, WIDTH);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_scale_says_changes (void)
{
  g_autoptr (KqCalendarScale) scale = make_scale (60);
  guint n = 0;

  g_signal_connect_swapped (scale, "changed", G_CALLBACK (count), &n);
  kq_calendar_scale_show (scale, START, 10 * DAY);
  kq_calendar_scale_set_width (scale, WIDTH);
  kq_calendar_scale_reveal (scale, START + DAY, START + 2 * DAY);
  g_assert_cmpuint (n, ==, 0);
  kq_calendar_scale_reveal (scale, START + 30 * DAY, START + 31 * DAY);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (kq_calendar_scale_get_x (scale, START + 30 * DAY), >, 0);
  g_assert_cmpfloat (kq_calendar_scale_get_x (scale, START + 30 * DAY), <, WIDTH);
  kq_calendar_scale_show_all (scale);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (kq_calendar_scale_get_x (scale, START), >, 0);
  g_assert_cmpfloat (kq_calendar_scale_get_x (scale, START + 60 * DAY), <, WIDTH);
}

/* Two fingers go apart and together again about what is between them. */
static void
test_pinch (void)
{
  g_autoptr (KqCalendarScale) scale = make_scale (60);
  g_autoptr (GtkAdjustment) adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  g_autoptr (GtkWidget) widget = g_object_ref_sink (kq_calendar_plot_new (scale, adjustment));
  KqCalendarPlot *plot = KQ_CALENDAR_PLOT (widget);
  const double x = 300 + kq_calendar_plot_get_left (plot);
  const double time = kq_calendar_scale_get_time (scale, 300);

  kq_calendar_plot_begin_pinch (plot);
  for (double spread = 1; spread <= 2; spread += .25)
    kq_calendar_plot_pinch (plot, spread, x);
  g_assert_cmpfloat_with_epsilon (kq_calendar_scale_get_span (scale), 5 * DAY, 1e-3);
  g_assert_cmpfloat_with_epsilon (kq_calendar_scale_get_x (scale, time), 300, 1e-3);
  kq_calendar_plot_pinch (plot, 0, x);
  kq_calendar_plot_pinch (plot, 1, x);
  g_assert_cmpfloat_with_epsilon (kq_calendar_scale_get_span (scale), 10 * DAY, 1e-3);
  g_assert_cmpfloat_with_epsilon (kq_calendar_scale_get_x (scale, time), 300, 1e-3);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/scale/maps", test_scale_maps);
  g_test_add_func ("/calendar/scale/zooms-about", test_scale_zooms_about);
  g_test_add_func ("/calendar/scale/has-bounds", test_scale_has_bounds);
  g_test_add_func ("/calendar/scale/says-changes", test_scale_says_changes);
  g_test_add_func ("/calendar/pinch", test_pinch);

  return g_test_run ();
}
