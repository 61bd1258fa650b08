/* bench-preview.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "campaigns.h"
#include "kq-coupon.h"
#include "kq-format.h"
#include "kq-list.h"
#include "kq-preview.h"
#include "kq-render-draw.h"
#include "times.h"

/* How fast the preview follows edits and its slider, and how long a picture
 * takes. It prints and judges nothing. */

#define N_COUPONS 200
#define N_EDITS 200
#define N_FRAMES 240

/* 2026-11-01T00:00:00+08:00, when the first coupon begins */
#define START G_GINT64_CONSTANT (1793462400)
#define HOURS 100

typedef struct {
  GtkWidget *window;
  GtkWidget *preview;
  gint64     painted;   /* µs: when the last frame was */
  double     busy;      /* ms of the processor, until then */
  guint      n_frames;
} Bench;

static void
print_times (const char *what,
             double     *times,
             guint       n)
{
  bench_sort_times (times, n);
  printf ("%-26s %9.2f %9.2f %9.2f\n", what, times[n / 2], times[n * 95 / 100], times[n - 1]);
}

static void
painted_cb (Bench *bench)
{
  bench->painted = g_get_monotonic_time ();
  bench->busy = bench_get_busy ();
  bench->n_frames++;
}

static void
wait_for_frame (Bench *bench)
{
  guint n = bench->n_frames;

  while (bench->n_frames == n)
    g_main_context_iteration (NULL, TRUE);
}

/* Until there is nothing left to do. */
static void
settle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

/* The first hundred hours of the coupons, so that the preview begins at the end
 * of them, where one can be claimed. */
static KqCampaign *
make_campaign (void)
{
  g_autoptr (GBytes) bytes = bench_contiguous (N_COUPONS, 1);
  KqCampaign *campaign = kq_format_read (bytes, NULL, NULL);

  kq_object_set_time (KQ_OBJECT (campaign), KQ_CAMPAIGN_START, (KqTime) { START, 480 });
  kq_object_set_time (KQ_OBJECT (campaign), KQ_CAMPAIGN_END, (KqTime) { START + HOURS * 3600, 480 });

  return campaign;
}

/* The coupon that can be claimed then. */
static KqObject *
find_coupon (KqCampaign *campaign)
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  KqTime end = kq_object_get_time (KQ_OBJECT (campaign), KQ_CAMPAIGN_END);

  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    if (kq_time_compare (kq_object_get_time (kq_list_get (coupons, i), KQ_COUPON_CLAIM_END),
                         end) >= 0)
      return kq_list_get (coupons, i);

  g_assert_not_reached ();
}

static void
open_window (Bench      *bench,
             KqDocument *document)
{
  bench->window = gtk_window_new ();
  bench->preview = kq_preview_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 420, 860);
  gtk_window_set_child (GTK_WINDOW (bench->window), bench->preview);
  kq_preview_set_document (KQ_PREVIEW (bench->preview), document);
  gtk_window_present (GTK_WINDOW (bench->window));
  while (!gtk_widget_get_mapped (bench->window))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (bench->window), "after-paint",
                            G_CALLBACK (painted_cb), bench);
  settle ();
}

/* From the edit to the end of the frame that shows it. */
static void
measure_edits (Bench      *bench,
               KqCampaign *campaign)
{
  KqObject *coupon = find_coupon (campaign);
  double shown[N_EDITS], busy[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      gint64 start;

      settle ();
      start = g_get_monotonic_time ();
      busy[i] = bench_get_busy ();
      kq_object_set_int (coupon, KQ_COUPON_AMOUNT, 500 + i * 100);
      wait_for_frame (bench);
      shown[i] = (bench->painted - start) / 1e3;
      busy[i] = bench->busy - busy[i];
    }
  print_times ("edit to painted frame", shown, N_EDITS);
  print_times ("of that on the processor", busy, N_EDITS);
}

static void
measure_slider (Bench *bench)
{
  GtkRange *slider = GTK_RANGE (find (bench->preview, GTK_TYPE_SCALE));
  double span = gtk_adjustment_get_upper (gtk_range_get_adjustment (slider));
  double frames[N_FRAMES], busy[N_FRAMES];
  gint64 begin, last;
  double before;

  settle ();
  begin = last = g_get_monotonic_time ();
  before = bench_get_busy ();
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gtk_range_set_value (slider, span * (i + 1) / (N_FRAMES + 1));
      wait_for_frame (bench);
      frames[i] = (bench->painted - last) / 1e3;
      last = bench->painted;
      busy[i] = bench->busy - before;
      before = bench->busy;
    }
  printf ("slider: %.1f frames a second\n", N_FRAMES * 1e6 / (last - begin));
  print_times ("slider, a frame", frames, N_FRAMES);
  print_times ("of that on the processor", busy, N_FRAMES);
}

static void
measure_pictures (KqCampaign *campaign)
{
  g_autoptr (KqViewQuery) query = kq_view_query_new (KQ_PLATFORM_DOUYIN,
                                                     (KqTime) { 1793880000, 480 });
  g_autoptr (KqView) view = NULL;
  double times[9], busy[9];

  query->persona = KQ_PERSONA_MEMBER;
  view = kq_view_at (campaign, query, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      double before = bench_get_busy ();
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GBytes) png = kq_render_draw (view, NULL, 2, NULL);

      times[i] = (g_get_monotonic_time () - start) / 1e3;
      busy[i] = bench_get_busy () - before;
      if (i == 0)
        printf ("first picture at 2×: %.1f ms\n", times[i]);
    }
  print_times ("picture at 2×", times, G_N_ELEMENTS (times));
  print_times ("of that on the processor", busy, G_N_ELEMENTS (busy));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (KqCampaign) campaign = make_campaign ();
  g_autoptr (KqDocument) document = NULL;
  Bench bench = { NULL };

  adw_init ();
  printf ("%-26s %9s %9s %9s\n", "ms", "median", "p95", "longest");
  measure_pictures (campaign);
  document = kq_document_new (campaign, NULL, NULL);
  open_window (&bench, document);
  measure_edits (&bench, campaign);
  measure_slider (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));

  return 0;
}
