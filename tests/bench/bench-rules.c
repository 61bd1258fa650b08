/* bench-rules.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "campaigns.h"
#include "kq-calendar.h"
#include "kq-checker.h"
#include "kq-format.h"

/* What checking costs, and how that grows. It prints and judges nothing. */

#define ROUNDS 7

/* Microseconds that the desktop gives a slice. */
#define SLICE 3000

typedef struct {
  double check;     /* ms: all rules, at once */
  double longest;   /* ms: the longest slice of a check in slices */
  double gaps;      /* ms: the claim calendar alone */
  guint  findings;
} Figures;

static double
milliseconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1e3;
}

static double
longest_slice (KqChecker *checker)
{
  double longest = 0;
  gboolean done = FALSE;

  while (!done)
    {
      gint64 start = g_get_monotonic_time ();

      done = kq_checker_run_slice (checker, SLICE);
      longest = MAX (longest, milliseconds_since (start));
    }

  return longest;
}

/* The least of several runs: what is above it was others' work. */
static Figures
measure (KqCampaign *campaign)
{
  g_autoptr (KqProfiles) profiles = kq_profiles_new (NULL);
  Figures figures = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (KqChecker) checker = kq_checker_new (campaign, profiles, NULL);
      g_autoptr (GArray) gaps = NULL;
      gint64 start = g_get_monotonic_time ();

      kq_checker_run (checker);
      figures.check = MIN (figures.check, milliseconds_since (start));
      figures.longest = MIN (figures.longest, longest_slice (checker));

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

  printf ("%s\n coupons  check ms  growth  longest slice ms   gaps ms  findings\n", title);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = make (sizes[i], 1);
      g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, NULL);
      Figures figures = measure (campaign);

      printf ("%8u %9.2f %6.1f× %17.2f %9.2f %9u\n", sizes[i], figures.check,
              before > 0 ? figures.check / before : 1, figures.longest, figures.gaps,
              figures.findings);
      before = figures.check;
    }
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
  print_gaps ();

  return 0;
}
