/* bench-calendar.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <stdio.h>

#include "campaigns.h"
#include "frames.h"
#include "kq-calendar-plot.h"
#include "kq-format.h"

/* How long a frame takes while a calendar of a thousand bars scrolls, and while
 * it is zoomed. It prints and judges nothing. */

#define N_BARS 1000

typedef struct {
  GtkWidget       *window;
  KqCalendarScale *scale;
  GtkAdjustment   *vadjustment;
} Bench;

static void
open_window (Bench      *bench,
             KqDocument *document,
             KqLanes    *lanes)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *plot;

  bench->vadjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  plot = kq_calendar_plot_new (bench->scale, bench->vadjustment);
  bench->window = gtk_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), plot);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1100, 760);
  gtk_window_set_child (GTK_WINDOW (bench->window), scroller);
  kq_calendar_plot_set_lanes (KQ_CALENDAR_PLOT (plot), document, lanes);
  gtk_window_present (GTK_WINDOW (bench->window));
}

static void
scroll_days (gpointer data,
             guint    i)
{
  Bench *bench = data;

  kq_calendar_scale_scroll (bench->scale, (i / 100) % 2 == 0 ? .01 : -.01);
}

static void
scroll_lanes (gpointer data,
              guint    i)
{
  Bench *bench = data;

  gtk_adjustment_set_value (bench->vadjustment, gtk_adjustment_get_value (bench->vadjustment) +
                                                ((i / 100) % 2 == 0 ? 8 : -8));
}

static void
zoom (gpointer data,
      guint    i)
{
  Bench *bench = data;

  kq_calendar_scale_zoom (bench->scale, (i / 30) % 2 == 0 ? .96 : 1 / .96, 400);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GBytes) bytes = bench_contiguous (N_BARS, 1);
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, NULL);
  g_autoptr (KqLanes) lanes = kq_lanes_new (campaign, KQ_LANES_NO_USE);
  g_autoptr (KqDocument) document = NULL;
  Bench bench = { NULL };
  guint n_bars;
  gint64 start, end;

  adw_init ();
  document = kq_document_new (campaign, NULL, NULL);
  bench.scale = kq_calendar_scale_new ();
  kq_lanes_get_bars (lanes, &n_bars);
  kq_lanes_get_span (lanes, &start, &end);
  kq_calendar_scale_set_content (bench.scale, start, end);
  kq_calendar_scale_show (bench.scale, start, KQ_CALENDAR_DAY);
  open_window (&bench, document, lanes);
  printf ("%u bars\n", n_bars);
  bench_frames_print_head ();
  bench_frames_measure (bench.window, "scrolling days", scroll_days, &bench);
  bench_frames_measure (bench.window, "scrolling lanes", scroll_lanes, &bench);
  bench_frames_measure (bench.window, "zooming", zoom, &bench);
  kq_calendar_scale_show (bench.scale, start, 7 * KQ_CALENDAR_DAY);
  bench_frames_measure (bench.window, "a week's days", scroll_days, &bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.scale);

  return 0;
}
