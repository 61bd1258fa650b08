/* bench-model.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <malloc.h>
#include <stdio.h>

#include "campaigns.h"
#include "kq-coupon.h"
#include "kq-format.h"
#include "kq-history.h"
#include "kq-list.h"

/* What the model costs, and how that grows. It prints and judges nothing: how
 * fast a machine is, is no fault of the code. */

#define ROUNDS 9
#define EDITS 50

typedef struct {
  double bare;        /* ms: json-glib alone, its tree not yet freed */
  double freed;       /* ms: and freed, as reading frees its own */
  double read;        /* ms: strict reading, checked, as objects */
  double first;       /* ms: the first snapshot, of everything */
  double edit;        /* µs: one edit as a step of the history */
  double snapshot;    /* µs: one edit and a snapshot */
  double undo;        /* µs */
  double write;       /* ms: canonical text of a snapshot */
  double memory;      /* bytes a coupon, of objects */
  double step;        /* bytes a step of the history */
} Figures;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Seconds, the median of several runs */
static double
median (double   (*run) (gpointer data),
        gpointer   data,
        guint      rounds)
{
  g_autofree double *times = g_new (double, rounds);

  for (guint i = 0; i < rounds; i++)
    times[i] = run (data);
  qsort (times, rounds, sizeof *times, compare);

  return times[rounds / 2];
}

static double
seconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1e6;
}

static double
parse_bare (gpointer  data,
            double   *freed)
{
  JsonParser *parser = json_parser_new ();
  gint64 start = g_get_monotonic_time ();
  gsize length;
  const char *text = g_bytes_get_data (data, &length);
  gboolean parsed = json_parser_load_from_data (parser, text, length, NULL);
  double time = seconds_since (start);

  g_assert_true (parsed);
  g_object_unref (parser);
  *freed = seconds_since (start);

  return time;
}

static double
read_strictly (gpointer data)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (KqCampaign) campaign = kq_format_read (data, NULL, NULL);
  double time = seconds_since (start);

  g_assert_nonnull (campaign);

  return time;
}

static KqObject *
some_coupon (KqCampaign *campaign,
             guint       index)
{
  KqList *list = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);

  return kq_list_get (list, index * 7919 % kq_list_get_length (list));
}

static double
first_snapshot (gpointer data)
{
  g_autoptr (KqCampaign) campaign = kq_format_read (data, NULL, NULL);
  gint64 start = g_get_monotonic_time ();

  kq_object_snapshot (KQ_OBJECT (campaign));

  return seconds_since (start);
}

static double
edit_and_snapshot (gpointer data)
{
  static guint counter;
  KqObject *coupon = some_coupon (data, ++counter);
  gint64 start = g_get_monotonic_time ();

  kq_object_set_int (coupon, KQ_COUPON_AMOUNT, 1000000 + counter);
  kq_object_snapshot (data);

  return seconds_since (start);
}

static double
edit_as_step (gpointer data)
{
  static guint counter;
  KqObject *coupon = some_coupon (data, ++counter);
  gint64 start = g_get_monotonic_time ();

  kq_object_set_int (coupon, KQ_COUPON_THRESHOLD, 2000000 + counter);

  return seconds_since (start);
}

static double
undo_step (gpointer data)
{
  gint64 start = g_get_monotonic_time ();

  kq_history_undo (data);

  return seconds_since (start);
}

static double
write_snapshot (gpointer data)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = kq_format_write (data, NULL, NULL);

  g_assert_nonnull (bytes);

  return seconds_since (start);
}

static gsize
memory_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static void
measure_history (KqCampaign *campaign,
                 Figures    *figures)
{
  g_autoptr (KqHistory) history = kq_history_new (campaign);
  gsize before = memory_in_use ();

  figures->edit = 1e6 * median (edit_as_step, campaign, EDITS);
  figures->step = (double) (memory_in_use () - before) / EDITS;
  figures->undo = 1e6 * median (undo_step, history, EDITS);
}

/* In turn, so that a machine that is busy for a while is so for both */
static void
measure_reading (GBytes  *text,
                 Figures *figures)
{
  double bare[ROUNDS], freed[ROUNDS], strict[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = parse_bare (text, &freed[i]);
      strict[i] = read_strictly (text);
    }
  qsort (bare, ROUNDS, sizeof *bare, compare);
  qsort (freed, ROUNDS, sizeof *freed, compare);
  qsort (strict, ROUNDS, sizeof *strict, compare);
  figures->bare = 1e3 * bare[ROUNDS / 2];
  figures->freed = 1e3 * freed[ROUNDS / 2];
  figures->read = 1e3 * strict[ROUNDS / 2];
}

static Figures
measure (guint n_coupons)
{
  g_autoptr (GBytes) text = bench_campaign (n_coupons, 20261111);
  g_autoptr (KqCampaign) campaign = NULL;
  Figures figures = { 0 };
  gsize before;

  measure_reading (text, &figures);
  figures.first = 1e3 * median (first_snapshot, text, ROUNDS);

  before = memory_in_use ();
  campaign = kq_format_read (text, NULL, NULL);
  figures.memory = (double) (memory_in_use () - before) / n_coupons;
  kq_object_snapshot (KQ_OBJECT (campaign));
  figures.snapshot = 1e6 * median (edit_and_snapshot, campaign, EDITS);
  measure_history (campaign, &figures);
  figures.write = 1e3 * median (write_snapshot, kq_object_snapshot (KQ_OBJECT (campaign)), ROUNDS);

  return figures;
}

int
main (void)
{
  static const guint sizes[] = { 10, 100, 1000, 10000 };
  Figures last = { 0 };

  printf ("%8s %9s %9s %9s %6s %6s %9s %9s %11s %9s %9s %9s %9s %7s\n", "coupons", "bare ms", "freed ms",
           "read ms", "/bare", "/freed", "first ms", "write ms", "snapshot µs", "step µs", "undo µs", "B/coupon",
           "B/step", "growth");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Figures figures = measure (sizes[i]);

      printf ("%8u %9.3f %9.3f %9.3f %6.2f %6.2f %9.3f %9.3f %11.1f %9.1f %9.1f %9.0f %9.0f", sizes[i],
               figures.bare, figures.freed, figures.read, figures.read / figures.bare,
               figures.read / figures.freed, figures.first,
               figures.write, figures.snapshot, figures.edit, figures.undo, figures.memory,
               figures.step);
      if (i > 0)
        printf (" %6.1f×", figures.read / last.read);
      printf ("\n");
      last = figures;
    }

  return 0;
}
