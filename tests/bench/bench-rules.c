/* bench-rules.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "campaigns.h"
#include "kq-calendar.h"
#include "kq-checker.h"
#include "kq-coupon.h"
#include "kq-format.h"
#include "kq-list.h"
#include "times.h"

/* What checking costs, and how that grows. It prints and judges nothing. */

#define ROUNDS 7

typedef struct {
  double check;     /* ms: all rules, at once */
  double gaps;      /* ms: the claim calendar alone */
  guint  findings;
} Figures;

static double
milliseconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1e3;
}

/* The least of several runs: what is above it was others' work. */
static Figures
measure (KqCampaign *campaign)
{
  g_autoptr (KqProfiles) profiles = kq_profiles_new (NULL);
  Figures figures = { G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (KqChecker) checker = kq_checker_new (campaign, profiles, NULL);
      g_autoptr (GArray) gaps = NULL;
      gint64 start = g_get_monotonic_time ();

      kq_checker_run (checker);
      figures.check = MIN (figures.check, milliseconds_since (start));

      start = g_get_monotonic_time ();
      gaps = kq_calendar_find_gaps (campaign);
      figures.gaps = MIN (figures.gaps, milliseconds_since (start));
      figures.findings =
        g_list_model_get_n_items (G_LIST_MODEL (kq_checker_get_findings (checker)));
    }

  return figures;
}

static void
print_table (const char *title,
             GBytes   *(*make) (guint n_coupons, guint32 seed))
{
  static const guint sizes[] = { 10, 100, 200, 1000, 10000 };
  double before = 0;

  printf ("%s\n coupons  check ms  growth   gaps ms  findings\n", title);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = make (sizes[i], 1);
      g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, NULL);
      Figures figures = measure (campaign);

      printf ("%8u %9.2f %6.1f× %9.2f %9u\n", sizes[i], figures.check,
              before > 0 ? figures.check / before : 1, figures.gaps, figures.findings);
      before = figures.check;
    }
}

/* Slices: how long the main loop is away from events while the findings follow
 * the campaign, until nothing is left to do, freeing included. */

typedef struct {
  const char *name;
  GBytes   *(*make) (guint n_coupons, guint32 seed);
  void      (*change) (KqCampaign *campaign);
} Case;

static void
change_nothing (KqCampaign *campaign)
{
  const char *notes = kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NOTES);

  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NOTES, *notes != '\0' ? "" : "anew");
}

static KqObject *
get_coupon (KqCampaign *campaign,
            guint       position)
{
  return kq_list_get (kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS), position);
}

static void
change_one (KqCampaign *campaign)
{
  KqObject *coupon = get_coupon (campaign, 5000);

  kq_object_set_int (coupon, KQ_COUPON_PER_MEMBER,
                     1 - kq_object_get_int (coupon, KQ_COUPON_PER_MEMBER));
}

/* What is voided is silent. */
static void
change_all (KqCampaign *campaign)
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  KqState state = kq_object_is_voided (kq_list_get (coupons, 0)) ? KQ_STATE_DRAFT
                                                                : KQ_STATE_VOIDED;

  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    kq_object_set_choice (kq_list_get (coupons, i), KQ_COUPON_STATE, state);
}

static double
longest_iteration (void)
{
  double longest = 0;

  while (g_main_context_pending (NULL))
    {
      double start = bench_get_busy ();

      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, bench_get_busy () - start);
    }

  return longest;
}

static void
print_case (const Case *what)
{
  g_autoptr (GBytes) bytes = what->make (10000, 1);
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, NULL);
  g_autoptr (KqProfiles) profiles = kq_profiles_new (NULL);
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, profiles, NULL);
  GListModel *findings = G_LIST_MODEL (kq_checker_get_findings (checker));
  double longest[2 * ROUNDS];
  guint before, after;

  kq_checker_follow (checker);
  longest_iteration ();
  for (guint i = 0; i < G_N_ELEMENTS (longest); i++)
    {
      before = g_list_model_get_n_items (findings);
      what->change (campaign);
      longest[i] = longest_iteration ();
      after = g_list_model_get_n_items (findings);
    }

  bench_sort_times (longest, G_N_ELEMENTS (longest));
  printf ("%-32s %6u ⇄ %-6u %9.2f %9.2f %9.2f\n", what->name, before, after, longest[0],
          longest[G_N_ELEMENTS (longest) / 2], longest[G_N_ELEMENTS (longest) - 1]);
}

static void
print_slices (void)
{
  static const Case cases[] = {
    { "clean, no finding changes", bench_contiguous, change_nothing },
    { "clean, one finding comes or goes", bench_contiguous, change_one },
    { "faulty, no finding changes", bench_campaign, change_nothing },
    { "faulty, one finding differs", bench_campaign, change_one },
    { "faulty, all come or go", bench_campaign, change_all },
  };

  printf ("longest slice with 10000 coupons\n%-32s %15s %9s %9s %9s\n", " case", "findings",
          "least ms", "median", "most");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    print_case (&cases[i]);
}

/* More than a file may hold, so it doesn't go through the strict reading. */
static KqCampaign *
load_large (guint n_coupons)
{
  g_autoptr (GBytes) bytes = bench_contiguous (n_coupons, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gboolean parsed = json_parser_load_from_data (parser, text, length, NULL);

  g_assert_true (parsed);

  return KQ_CAMPAIGN (kq_object_new_from_node (KQ_TYPE_CAMPAIGN, json_parser_get_root (parser)));
}

static void
print_gaps (void)
{
  static const guint sizes[] = { 1000, 10000, 100000 };

  printf ("gaps\n coupons        ms  µs a coupon\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (KqCampaign) campaign = load_large (sizes[i]);
      double least = G_MAXDOUBLE;

      for (guint j = 0; j < ROUNDS; j++)
        {
          gint64 start = g_get_monotonic_time ();
          g_autoptr (GArray) gaps = kq_calendar_find_gaps (campaign);

          least = MIN (least, milliseconds_since (start));
        }
      printf ("%8u %9.2f %12.3f\n", sizes[i], least, least * 1e3 / sizes[i]);
    }
}

int
main (void)
{
  print_table ("random campaigns, most coupons with a fault", bench_campaign);
  print_table ("contiguous campaigns without a fault", bench_contiguous);
  print_slices ();
  print_gaps ();

  return 0;
}
