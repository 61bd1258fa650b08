/* kq-calendar.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-private.h"
#include "kq-coupon.h"
#include "kq-level.h"
#include "kq-list.h"

/* Claim windows on the time line: where no coupon can be claimed (DY-13). An end
 * is the last second that is still within, so 23:59:59 and 00:00:00 touch. */

/* Windows that are looked at in one step. */
#define STRETCH 128

typedef struct {
  gint64    start;
  gint64    end;
  KqObject *coupon;
} Window;

struct _KqGapSearch {
  KqCampaign *campaign;                 /* (owned) */
  GTimeZone  *zone;                     /* (owned) */
  GArray     *windows[KQ_N_PLATFORMS];  /* (owned) (element-type Window) */
  GArray     *gaps;                     /* (owned) (element-type KqGap): in order */

  guint       platform;                 /* where the search is: on this platform, */
  GPtrArray  *levels;                   /* (owned) (nullable): which has these levels, */
  guint       level;                    /* at this one */
  guint       window;                   /* and this window */
  gint64      last;                     /* that instant is the platform's last one */
  gint64      covered;                  /* up to here there is something to claim */
  KqObject   *before;                   /* (nullable): by this coupon */
};

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

/* A coupon that names levels is for those alone, also where the platform has
 * none of them, or none at all (@level is NULL). */
static gboolean
is_for_level (KqObject   *coupon,
              const char *level)
{
  const char * const *levels = kq_object_get_texts (coupon, KQ_COUPON_LEVELS);

  return levels[0] == NULL || (level != NULL && g_strv_contains (levels, level));
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

/**
 * kq_gap_search_new:
 * @campaign: a campaign, that doesn't change while it is searched
 *
 * Returns: (transfer full): a search for gaps that knows no coupon yet
 */
KqGapSearch *
kq_gap_search_new (KqCampaign *campaign)
{
  KqGapSearch *self = g_new0 (KqGapSearch, 1);

  self->campaign = g_object_ref (campaign);
  self->zone = kq_campaign_dup_zone (campaign);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (KqGap));
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    self->windows[i] = g_array_new (FALSE, FALSE, sizeof (Window));

  return self;
}

/**
 * kq_gap_search_free:
 * @self: (transfer full): a search
 *
 * Frees it.
 */
void
kq_gap_search_free (KqGapSearch *self)
{
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    g_array_unref (self->windows[i]);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_array_unref (self->gaps);
  g_time_zone_unref (self->zone);
  g_object_unref (self->campaign);
  g_free (self);
}

/**
 * kq_gap_search_add:
 * @self: a search that hasn't begun
 * @coupon: a coupon of the campaign, in file order
 *
 * Lets the search know of @coupon, if it has a claim window that counts.
 */
void
kq_gap_search_add (KqGapSearch *self,
                   KqObject    *coupon)
{
  int platform = kq_object_get_platform (coupon);
  Window window;

  if (platform >= 0 && get_window (coupon, &window))
    g_array_append_val (self->windows[platform], window);
}

static void
add_gap (KqGapSearch *self,
         gint64       end,
         KqObject    *after)
{
  KqGap gap = { self->platform };

  gap.level = self->level < self->levels->len ? g_ptr_array_index (self->levels, self->level)
                                              : NULL;
  gap.start = kq_time_in_zone ((KqTime) { self->covered + 1, 0 }, self->zone);
  gap.end = kq_time_in_zone ((KqTime) { end, 0 }, self->zone);
  gap.before = self->before;
  gap.after = after;
  g_array_append_val (self->gaps, gap);
}

static gboolean
is_earlier_in_file (KqGapSearch *self,
                    KqObject    *a,
                    KqObject    *b)
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (self->campaign), KQ_CAMPAIGN_COUPONS);
  guint left, right;

  return kq_list_index_of (coupons, a, &left) && kq_list_index_of (coupons, b, &right) &&
         left < right;
}

static void
pass_window (KqGapSearch  *self,
             const Window *window)
{
  if (window->start > self->covered + 1)
    add_gap (self, window->start - 1, window->coupon);
  if (window->end > self->covered)
    self->before = window->coupon;
  else if (window->end == self->covered && self->before != NULL &&
           is_earlier_in_file (self, window->coupon, self->before))
    self->before = window->coupon;
  self->covered = MAX (self->covered, window->end);
}

static void
begin_level (KqGapSearch *self)
{
  self->window = 0;
  self->covered = g_array_index (self->windows[self->platform], Window, 0).start - 1;
  self->before = NULL;
}

/* By their start; of one start, in file order. */
static void
begin_platform (KqGapSearch *self)
{
  GArray *windows = self->windows[self->platform];

  g_array_sort (windows, compare_starts);
  self->last = G_MININT64;
  for (guint i = 0; i < windows->len; i++)
    self->last = MAX (self->last, g_array_index (windows, Window, i).end);

  g_clear_pointer (&self->levels, g_ptr_array_unref);
  self->levels = kq_calendar_get_levels (self->campaign, self->platform);
  self->level = 0;
  begin_level (self);
}

static void
pass_stretch (KqGapSearch *self)
{
  GArray *windows = self->windows[self->platform];
  guint end = MIN (windows->len, self->window + STRETCH);
  const char *level = NULL;

  if (self->level < self->levels->len)
    level = kq_object_get_id (g_ptr_array_index (self->levels, self->level));
  for (; self->window < end; self->window++)
    {
      const Window *window = &g_array_index (windows, Window, self->window);

      if (is_for_level (window->coupon, level))
        pass_window (self, window);
    }
}

static void
end_level (KqGapSearch *self)
{
  if (self->covered < self->last)
    add_gap (self, self->last, NULL);
  if (++self->level < self->levels->len)
    {
      begin_level (self);
      return;
    }

  g_clear_pointer (&self->levels, g_ptr_array_unref);
  self->platform++;
}

/**
 * kq_gap_search_step:
 * @self: a search that knows all coupons
 *
 * Searches a little further: a sweep over the windows, for each platform and
 * level. What is found goes to the end of kq_gap_search_get_gaps().
 *
 * Returns: whether there is more to search
 */
gboolean
kq_gap_search_step (KqGapSearch *self)
{
  while (self->platform < KQ_N_PLATFORMS && self->windows[self->platform]->len == 0)
    self->platform++;
  if (self->platform == KQ_N_PLATFORMS)
    return FALSE;

  if (self->levels == NULL)
    begin_platform (self);
  pass_stretch (self);
  if (self->window == self->windows[self->platform]->len)
    end_level (self);

  return TRUE;
}

/**
 * kq_gap_search_get_gaps:
 * @self: a search
 *
 * Returns: (transfer none) (element-type KqGap): what was found so far
 */
GArray *
kq_gap_search_get_gaps (KqGapSearch *self)
{
  return self->gaps;
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
  g_autoptr (KqGapSearch) search = NULL;
  KqList *coupons;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  search = kq_gap_search_new (campaign);
  coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    kq_gap_search_add (search, kq_list_get (coupons, i));
  while (kq_gap_search_step (search))
    continue;

  return g_array_ref (kq_gap_search_get_gaps (search));
}
