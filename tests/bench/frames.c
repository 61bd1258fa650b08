/* frames.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "frames.h"

#include <stdio.h>

#include "times.h"

#define N_FRAMES 300
/* What a frame may take: ms */
#define BOUND 8.

static void
painted_cb (guint *n_frames)
{
  (*n_frames)++;
}

void
bench_frames_print_head (void)
{
  printf ("ms of the processor a frame\n%-16s %9s %9s %9s %9s\n", "", "median", "p95", "longest",
          "p95/8 ms");
}

/**
 * bench_frames_measure:
 * @window: a window that is shown, or will be soon
 * @what: what moves
 * @step: moves it
 * @data: for @step
 *
 * Prints what the frames took, and judges nothing.
 */
void
bench_frames_measure (GtkWidget  *window,
                      const char *what,
                      BenchStep   step,
                      gpointer    data)
{
  double busy[N_FRAMES];
  guint n_frames = 0;
  GdkFrameClock *clock;
  gulong handler;

  while (!gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (window);
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &n_frames);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      const guint before = n_frames;
      const double start = bench_get_busy ();

      step (data, i);
      gtk_widget_queue_draw (window);
      while (n_frames == before)
        g_main_context_iteration (NULL, TRUE);
      busy[i] = bench_get_busy () - start;
    }
  g_signal_handler_disconnect (clock, handler);

  bench_sort_times (busy, N_FRAMES);
  printf ("%-16s %9.2f %9.2f %9.2f %9.2f\n", what, busy[N_FRAMES / 2], busy[N_FRAMES * 95 / 100],
          busy[N_FRAMES - 1], busy[N_FRAMES * 95 / 100] / BOUND);
}
