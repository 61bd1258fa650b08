/* bench-numbers.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "kq-coupon.h"
#include "kq-funnel.h"
#include "kq-library-facts.h"
#include "kq-list.h"
#include "kq-plan.h"
#include "kq-pyramid.h"

/* What the page of numbers reckons of a year of 200 coupons, and what a frame of
 * a chart of a million points asks for. It prints and judges nothing. */

#define N_DAYS    365
#define N_COUPONS 200
#define FIRST     20454  /* 2026-01-01 */
#define N_POINTS  1000000
#define N_COLUMNS 1920
#define ROUNDS    20

static double
milliseconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1e3;
}

static void
must (gboolean  done,
      GError   *error)
{
  if (done)
    return;
  fprintf (stderr, "bench-numbers: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static KqCampaign *
make_campaign (void)
{
  KqCampaign *campaign = kq_campaign_new ("c", "会员日");
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);

  for (guint i = 0; i < N_COUPONS; i++)
    {
      g_autoptr (KqObject) coupon = g_object_new (KQ_TYPE_COUPON, NULL);
      g_autofree char *id = g_strdup_printf ("d%u", i);

      kq_object_set_text (coupon, KQ_COUPON_ID, id);
      kq_object_set_choice (coupon, KQ_COUPON_PLATFORM, i % KQ_N_PLATFORMS);
      kq_object_set_int (coupon, KQ_COUPON_QUANTITY, 10000);
      kq_object_set_int (coupon, KQ_COUPON_AMOUNT, 500);
      kq_object_set_time (coupon, KQ_COUPON_CLAIM_START, kq_day_get_start (FIRST, NULL));
      kq_object_set_time (coupon, KQ_COUPON_CLAIM_END, kq_day_get_end (FIRST + N_DAYS - 1, NULL));
      kq_list_append (coupons, coupon);
    }

  return campaign;
}

static KqFacts *
make_facts (void)
{
  KqFacts *facts = kq_facts_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint day = 0; day < N_DAYS; day++)
    for (guint i = 0; i < N_COUPONS; i++)
      {
        g_autofree char *id = g_strdup_printf ("d%u", i);
        KqFact row = { .day = FIRST + day, .hour = KQ_FACT_WHOLE_DAY, .known = 511 };

        row.object = kq_facts_add_object (facts, id);
        for (guint j = 0; j < KQ_N_MEASURES; j++)
          row.values[j] = g_rand_int_range (random, 0, 10000000);
        must (kq_facts_add (facts, &row, NULL), NULL);
      }

  return facts;
}

/* All that the page shows */
static void
reckon (KqNumbers  *numbers,
        KqCampaign *campaign,
        KqPlan     *plan)
{
  KqNumbersFilter all, before;
  KqSums platforms[KQ_N_PLATFORMS];
  g_autofree KqHourSums *hours = g_new (KqHourSums, 1);
  g_autoptr (GArray) days = NULL, objects = NULL, planned = NULL;

  kq_numbers_get_span (numbers, &all);
  before = kq_numbers_filter_before (&all);
  kq_funnel_compute (numbers, campaign, &all);
  kq_numbers_sum (numbers, &before);
  days = kq_numbers_by_day (numbers, &all);
  objects = kq_numbers_by_object (numbers, &all);
  kq_numbers_by_platform (numbers, &all, platforms);
  kq_numbers_by_hour (numbers, &all, hours);
  planned = kq_plan_by_day (plan, &all);
}

static void
measure_year (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqLibrary) library = kq_library_open (path, NULL, &error);
  g_autoptr (KqCampaign) campaign = make_campaign ();
  g_autoptr (KqFacts) facts = make_facts ();
  g_autoptr (KqPlan) plan = kq_plan_new (campaign);
  g_autoptr (KqLibrarySave) save = NULL;
  double loading = 0, reckoning = 0;

  must (library != NULL, error);
  save = kq_library_save_new (kq_object_snapshot (KQ_OBJECT (campaign)), 0, KQ_VERSION_EDIT);
  must (kq_library_save (library, save, NULL, &error) > 0, error);
  must (kq_library_import_facts (library, "c", facts, "t.csv", NULL, &error) > 0, error);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (KqFacts) stored = kq_library_load_facts (library, "c", NULL, &error);
      g_autoptr (KqNumbers) numbers = NULL;

      must (stored != NULL, error);
      loading += milliseconds_since (start);
      start = g_get_monotonic_time ();
      numbers = kq_numbers_new (stored, campaign);
      reckon (numbers, campaign, plan);
      reckoning += milliseconds_since (start);
    }
  printf ("a year of %d coupons: read on the library's thread %.1f ms, all aggregates %.1f ms "
          "(at most 20)\n", N_COUPONS, loading / ROUNDS, reckoning / ROUNDS);
  kq_library_close (library);
}

static void
measure_chart (void)
{
  g_autoptr (KqPyramid) pyramid = NULL;
  g_autofree KqColumn *columns = g_new (KqColumn, N_COLUMNS);
  gint64 start = g_get_monotonic_time ();
  double building, frames;

  pyramid = kq_pyramid_new (NULL, 0);
  for (guint i = 0; i < N_POINTS; i++)
    kq_pyramid_append (pyramid, (i * 2654435761u) % 1000003);
  building = milliseconds_since (start);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < ROUNDS; i++)
    kq_pyramid_reduce (pyramid, i * 100.5, N_POINTS - i * 20000.25, N_COLUMNS, columns);
  frames = milliseconds_since (start) / ROUNDS;
  printf ("a line of %d points: put together once %.1f ms, reduced to %d columns %.2f ms a frame\n",
          N_POINTS, building, N_COLUMNS, frames);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kaquan-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);

  measure_year (path);
  measure_chart ();
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
