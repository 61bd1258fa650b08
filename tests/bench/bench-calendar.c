/* bench-calendar.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <stdio.h>
#include <time.h>

#include "campaigns.h"
#include "kq-calendar-plot.h"
#include "kq-format.h"

/* How long a frame takes while a calendar of a thousand bars scrolls, and while
 * it is zoomed. It prints and judges nothing. */

#define N_BARS 1000
#define N_FRAMES 300
/* What a frame may take: ms */
#define BOUND 8.

typedef struct {
  GtkWidget       *window;
  KqCalendarScale *scale;
  GtkAdjustment   *vadjustment;
  guint            n_frames;
} Bench;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Of the main thread alone, whatever else the machine does: ms */
static double
get_busy (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
painted_cb (Bench *bench)
{
  bench->n_frames++;
}

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
  while (!gtk_widget_get_mapped (bench->window))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (bench->window), "after-paint",
                            G_CALLBACK (painted_cb), bench);
}

static void
scroll_days (Bench *bench,
             guint  i)
{
  kq_calendar_scale_scroll (bench->scale, (i / 100) % 2 == 0 ? .01 : -.01);
}

static void
scroll_lanes (Bench *bench,
              guint  i)
{
  gtk_adjustment_set_value (bench->vadjustment, gtk_adjustment_get_value (bench->vadjustment) +
                                                ((i / 100) % 2 == 0 ? 8 : -8));
}

static void
zoom (Bench *bench,
      guint  i)
{
  kq_calendar_scale_zoom (bench->scale, (i / 30) % 2 == 0 ? .96 : 1 / .96, 400);
}

static void
measure (Bench      *bench,
         const char *what,
         void      (*step) (Bench *, guint))
{
  double busy[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      const guint n = bench->n_frames;
      const double before = get_busy ();

      step (bench, i);
      gtk_widget_queue_draw (bench->window);
      while (bench->n_frames == n)
        g_main_context_iteration (NULL, TRUE);
      busy[i] = get_busy () - before;
    }
  qsort (busy, N_FRAMES, sizeof busy[0], compare_doubles);
  printf ("%-16s %9.2f %9.2f %9.2f %9.2f\n", what, busy[N_FRAMES / 2], busy[N_FRAMES * 95 / 100],
          busy[N_FRAMES - 1], busy[N_FRAMES * 95 / 100] / BOUND);
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
  printf ("%u bars; ms of the processor a frame\n%-16s %9s %9s %9s %9s\n", n_bars, "", "median",
          "p95", "longest", "p95/8 ms");
  measure (&bench, "scrolling days", scroll_days);
  measure (&bench, "scrolling lanes", scroll_lanes);
  measure (&bench, "zooming", zoom);
  kq_calendar_scale_show (bench.scale, start, 7 * KQ_CALENDAR_DAY);
  measure (&bench, "a week's days", scroll_days);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.scale);

  return 0;
}
