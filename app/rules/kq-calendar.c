/* kq-calendar.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-activity.h"
#include "kq-calendar.h"
#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-level.h"
#include "kq-list.h"

/* Claim windows on the time line: where no coupon can be claimed (DY-13), and
 * what can't be side by side (TM-04, TM-20, MF-35). An end is the last second
 * that is still within, so 23:59:59 and 00:00:00 touch. */

typedef struct {
  gint64    start;
  gint64    end;
  KqObject *coupon;
} Window;

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const Window *left = a;
  const Window *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* The claim window of a member-exclusive coupon; of any other none. */
static gboolean
get_window (KqObject *coupon,
            Window   *window)
{
  KqTime start = kq_object_get_time (coupon, KQ_COUPON_CLAIM_START);
  KqTime end = kq_object_get_time (coupon, KQ_COUPON_CLAIM_END);

  *window = (Window) { start.seconds, end.seconds, coupon };

  return kq_time_is_set (start) && kq_time_is_set (end) && start.seconds <= end.seconds &&
         kq_object_get_choice (coupon, KQ_COUPON_PURPOSE) == KQ_PURPOSE_MEMBER_EXCLUSIVE &&
         !kq_object_is_voided (coupon);
}

/* The claim windows of each platform, by their start; of one start, in file
 * order. */
static void
collect_windows (KqCampaign *campaign,
                 GArray     *windows[KQ_N_PLATFORMS])
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  guint n = kq_list_get_length (coupons);
  Window window;

  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    windows[i] = g_array_new (FALSE, FALSE, sizeof (Window));

  for (guint i = 0; i < n; i++)
    if (get_window (kq_list_get (coupons, i), &window))
      {
        int platform = kq_object_get_platform (window.coupon);

        if (platform >= 0)
          g_array_append_val (windows[platform], window);
      }

  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    g_array_sort (windows[i], compare_starts);
}

/* A coupon that names levels is for those alone, also where the platform has
 * none of them, or none at all (@level is NULL). */
static gboolean
is_for_level (KqObject   *coupon,
              const char *level)
{
  const char * const *levels = kq_object_get_texts (coupon, KQ_COUPON_LEVELS);

  return levels[0] == NULL || (level != NULL && g_strv_contains (levels, level));
}

typedef struct {
  GArray     *gaps;
  KqPlatform  platform;
  KqObject   *level;
  GTimeZone  *zone;
} Search;

static void
add_gap (Search   *search,
         gint64    start,
         gint64    end,
         KqObject *before,
         KqObject *after)
{
  KqGap gap = { search->platform, search->level };

  gap.start = kq_time_in_zone ((KqTime) { start, 0 }, search->zone);
  gap.end = kq_time_in_zone ((KqTime) { end, 0 }, search->zone);
  gap.before = before;
  gap.after = after;
  g_array_append_val (search->gaps, gap);
}

static gboolean
is_earlier_in_file (KqList   *coupons,
                    KqObject *a,
                    KqObject *b)
{
  guint left, right;

  return kq_list_index_of (coupons, a, &left) && kq_list_index_of (coupons, b, &right) &&
         left < right;
}

/* One sweep over the windows: what lies between @first and @last and isn't
 * covered for the level. */
static void
search_level (Search *search,
              KqList *coupons,
              GArray *windows,
              gint64  first,
              gint64  last)
{
  const char *level = search->level != NULL ? kq_object_get_id (search->level) : NULL;
  gint64 covered = first - 1;
  KqObject *before = NULL;

  for (guint i = 0; i < windows->len; i++)
    {
      const Window *window = &g_array_index (windows, Window, i);

      if (!is_for_level (window->coupon, level))
        continue;
      if (window->start > covered + 1)
        add_gap (search, covered + 1, window->start - 1, before, window->coupon);
      if (window->end > covered)
        before = window->coupon;
      else if (window->end == covered && before != NULL &&
               is_earlier_in_file (coupons, window->coupon, before))
        before = window->coupon;
      covered = MAX (covered, window->end);
    }

  if (covered < last)
    add_gap (search, covered + 1, last, before, NULL);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  gint64 left = kq_object_get_int (*(KqObject * const *) a, KQ_LEVEL_RANK);
  gint64 right = kq_object_get_int (*(KqObject * const *) b, KQ_LEVEL_RANK);

  return (left > right) - (left < right);
}

/**
 * kq_calendar_get_levels:
 * @campaign: a campaign
 * @platform: a platform
 *
 * Returns: (transfer container) (element-type KqObject): the platform's
 *   levels from the lowest up; of one rank, in file order
 */
GPtrArray *
kq_calendar_get_levels (KqCampaign *campaign,
                        KqPlatform  platform)
{
  KqList *list;
  GPtrArray *levels;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  list = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_LEVELS);
  levels = g_ptr_array_new ();
  for (guint i = 0; i < kq_list_get_length (list); i++)
    if (kq_object_get_choice (kq_list_get (list, i), KQ_LEVEL_PLATFORM) == (int) platform)
      g_ptr_array_add (levels, kq_list_get (list, i));
  g_ptr_array_sort (levels, compare_ranks);

  return levels;
}

static void
search_platform (Search     *search,
                 KqCampaign *campaign,
                 GArray     *windows)
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  g_autoptr (GPtrArray) levels = kq_calendar_get_levels (campaign, search->platform);
  gint64 first, last = G_MININT64;

  if (windows->len == 0)
    return;

  first = g_array_index (windows, Window, 0).start;
  for (guint i = 0; i < windows->len; i++)
    last = MAX (last, g_array_index (windows, Window, i).end);

  search->level = NULL;
  if (levels->len == 0)
    search_level (search, coupons, windows, first, last);
  for (guint i = 0; i < levels->len; i++)
    {
      search->level = g_ptr_array_index (levels, i);
      search_level (search, coupons, windows, first, last);
    }
}

/**
 * kq_calendar_find_gaps:
 * @campaign: a campaign
 *
 * The stretches without a member-exclusive coupon to claim, for each platform
 * and level, between the platform's first claim start and last claim end. Of
 * several coupons on one side the first in the file is named. n log n in the
 * number of coupons, times the levels.
 *
 * Returns: (transfer full) (element-type KqGap): the gaps, by platform, rank
 *   and start
 */
GArray *
kq_calendar_find_gaps (KqCampaign *campaign)
{
  g_autoptr (GTimeZone) zone = NULL;
  GArray *windows[KQ_N_PLATFORMS];
  Search search = { NULL };

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  zone = kq_campaign_dup_zone (campaign);
  search.zone = zone;
  search.gaps = g_array_new (FALSE, FALSE, sizeof (KqGap));
  collect_windows (campaign, windows);
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    {
      search.platform = i;
      search_platform (&search, campaign, windows[i]);
      g_array_unref (windows[i]);
    }

  return search.gaps;
}
