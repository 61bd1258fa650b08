/* bench-merge.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "campaigns.h"
#include "kq-coupon.h"
#include "kq-diff.h"
#include "kq-format.h"
#include "kq-list.h"
#include "kq-merge.h"

/* What a merge and a comparison cost, beside reading one of the campaigns, and
 * how that grows. */

#define ROUNDS 7

typedef enum {
  READ,       /* one side, strictly, as objects */
  MERGE_ONE,  /* each side edited one coupon */
  MERGE_ALL,  /* both edited the same field of each coupon */
  DIFF_ALL,
  N_TASKS,
} Task;

typedef struct {
  GBytes   *text;        /* (owned) */
  JsonNode *base;        /* (owned) */
  JsonNode *one[2];      /* (owned): the sides */
  JsonNode *all[2];      /* (owned) */
} Versions;

static KqCampaign *
read_text (GBytes *text)
{
  KqCampaign *campaign = kq_format_read (text, NULL, NULL);

  g_assert_nonnull (campaign);

  return campaign;
}

/* Every @step-th coupon from @first on has that amount. */
static JsonNode *
edited (GBytes *text,
        guint   first,
        guint   step,
        gint64  amount)
{
  g_autoptr (KqCampaign) campaign = read_text (text);
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);

  for (guint i = first; i < kq_list_get_length (coupons); i += step)
    kq_object_set_int (kq_list_get (coupons, i), KQ_COUPON_AMOUNT, amount);

  return json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));
}

static void
prepare (Versions *versions,
         guint     n_coupons)
{
  versions->text = bench_campaign (n_coupons, 20261111);
  versions->base = edited (versions->text, n_coupons, 1, 0);
  for (guint side = 0; side < 2; side++)
    {
      versions->one[side] = edited (versions->text, side, n_coupons, 7701 + side);
      versions->all[side] = edited (versions->text, 0, 1, 7701 + side);
    }
}

static void
clear (Versions *versions)
{
  g_bytes_unref (versions->text);
  json_node_unref (versions->base);
  for (guint side = 0; side < 2; side++)
    {
      json_node_unref (versions->one[side]);
      json_node_unref (versions->all[side]);
    }
}

static void
merge (JsonNode *base,
       JsonNode *sides[2],
       guint     n_expected)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (JsonNode) merged = kq_merge (base, sides[0], sides[1], &conflicts, NULL);

  g_assert_cmpuint (conflicts->len, ==, n_expected);
}

static void
run (Task      task,
     Versions *versions,
     guint     n_coupons)
{
  g_autoptr (GPtrArray) differences = NULL;

  switch (task)
    {
    case READ:
      g_object_unref (read_text (versions->text));
      break;
    case MERGE_ONE:
      merge (versions->base, versions->one, 0);
      break;
    case MERGE_ALL:
      merge (versions->base, versions->all, n_coupons);
      break;
    case DIFF_ALL:
      differences = kq_diff (versions->base, versions->all[0], NULL);
      g_assert_cmpuint (differences->len, ==, n_coupons);
      break;
    case N_TASKS:
    default:
      g_assert_not_reached ();
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Milliseconds, medians; in turn, so that a machine that is busy for a while is
 * so for all */
static void
measure (guint  n_coupons,
         double times[N_TASKS])
{
  double rounds[N_TASKS][ROUNDS];
  Versions versions;

  prepare (&versions, n_coupons);
  for (guint i = 0; i < ROUNDS; i++)
    for (Task task = READ; task < N_TASKS; task++)
      {
        gint64 start = g_get_monotonic_time ();

        run (task, &versions, n_coupons);
        rounds[task][i] = (g_get_monotonic_time () - start) / 1e3;
      }
  clear (&versions);

  for (Task task = READ; task < N_TASKS; task++)
    {
      qsort (rounds[task], ROUNDS, sizeof *rounds[task], compare);
      times[task] = rounds[task][ROUNDS / 2];
    }
}

int
main (void)
{
  static const guint sizes[] = { 200, 1000, 10000 };
  double last = 0;

  printf ("%8s %9s %12s %6s %15s %6s %9s %6s %7s\n", "coupons", "read ms", "merge 1 ms", "/read",
          "conflicts ms", "/read", "diff ms", "/read", "growth");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double times[N_TASKS];

      measure (sizes[i], times);
      printf ("%8u %9.2f %12.2f %6.2f %15.2f %6.2f %9.2f %6.2f", sizes[i], times[READ],
              times[MERGE_ONE], times[MERGE_ONE] / times[READ],
              times[MERGE_ALL], times[MERGE_ALL] / times[READ],
              times[DIFF_ALL], times[DIFF_ALL] / times[READ]);
      if (i > 0)
        printf (" %6.1f×", times[MERGE_ONE] / last);
      printf ("\n");
      last = times[MERGE_ONE];
    }

  return 0;
}
