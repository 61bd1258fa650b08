/* bench-view.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "campaigns.h"
#include "kq-format.h"
#include "kq-view-changes.h"
#include "times.h"

/* What it costs to ask what a persona sees, beside reading the campaign. It
 * prints and judges nothing. */

#define ROUNDS 200
#define STEP 300

static const char * const people[] = { "visitor", "new", "returning" };

static double
milliseconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1e3;
}

static double
measure_read (GBytes *bytes)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < 7; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, NULL);

      least = MIN (least, milliseconds_since (start));
    }

  return least;
}

static void
print_row (KqCampaign *campaign,
           guint       n_coupons,
           double      read,
           const char *who)
{
  g_autoptr (KqViewQuery) query = kq_view_query_new (KQ_PLATFORM_DOUYIN,
                                                     (KqTime) { 1793880000, 480 });
  double times[ROUNDS];

  kq_view_query_parse_who (query, campaign, who, NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (KqView) view = kq_view_at (campaign, query, NULL);

      times[i] = milliseconds_since (start);
    }
  bench_sort_times (times, ROUNDS);
  printf ("%8u %10s %9.3f %9.3f %9.3f %8.3f\n", n_coupons, who, times[0], times[ROUNDS / 2],
          times[ROUNDS * 95 / 100], times[ROUNDS / 2] / read);
}

static void
print_changes (KqCampaign *campaign,
               guint       n_coupons)
{
  g_autoptr (KqViewQuery) query = kq_view_query_new (KQ_PLATFORM_DOUYIN,
                                                     (KqTime) { 1793880000, 480 });
  g_autoptr (KqViewScan) scan = NULL;
  double longest = 0, all = 0;
  gboolean done = FALSE;

  query->persona = KQ_PERSONA_MEMBER;
  query->joined_for = KQ_PERSONA_JOINED_FOR;
  scan = kq_view_scan_new (campaign, query, (KqTime) { 0, 480 }, (KqTime) { 4000000000, 480 });
  while (!done)
    {
      gint64 start = g_get_monotonic_time ();
      double slice;

      done = kq_view_scan_run (scan, STEP);
      slice = milliseconds_since (start);
      longest = MAX (longest, slice);
      all += slice;
    }
  printf ("%8u %9u %9.1f %17.2f\n", n_coupons, kq_view_scan_get_changes (scan)->len, all, longest);
}

int
main (void)
{
  static const guint sizes[] = { 10, 200, 1000, 10000 };

  printf ("kq_view_at\n coupons         as  least ms median ms    p95 ms  of read\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = bench_contiguous (sizes[i], 1);
      g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, NULL);
      double read = measure_read (bytes);

      for (guint j = 0; j < G_N_ELEMENTS (people); j++)
        print_row (campaign, sizes[i], read, people[j]);
    }

  printf ("kq_view_changes\n coupons   changes    all ms  longest step ms\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = bench_contiguous (sizes[i], 1);
      g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, NULL);

      print_changes (campaign, sizes[i]);
    }

  return 0;
}
