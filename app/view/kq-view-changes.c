/* kq-view-changes.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-activity.h"
#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-view-changes.h"
#include "kq-view-private.h"

/* When what a persona sees changes. Every time that the campaign mentions is a
 * candidate; the pages just at two neighbours are compared, so that whatever
 * the page comes to show counts and nothing else does. Of coupons, of which
 * there may be thousands, only those whose time it is are on these pages. */

/* More ticks than this can't be told apart, and each costs a page. */
#define MAX_MOMENTS 1000

/* The times of each list, and whether the object is still there at that second. */
static const struct {
  guint    list;
  guint    field;
  gboolean is_end;
} times[] = {
  { KQ_CAMPAIGN_COUPONS, KQ_COUPON_CLAIM_START, FALSE },
  { KQ_CAMPAIGN_COUPONS, KQ_COUPON_CLAIM_END, TRUE },
  { KQ_CAMPAIGN_COUPONS, KQ_COUPON_USE_END, TRUE },
  { KQ_CAMPAIGN_ACTIVITIES, KQ_ACTIVITY_START, FALSE },
  { KQ_CAMPAIGN_ACTIVITIES, KQ_ACTIVITY_END, TRUE },
  { KQ_CAMPAIGN_FISSIONS, KQ_FISSION_START, FALSE },
  { KQ_CAMPAIGN_FISSIONS, KQ_FISSION_END, TRUE },
  { KQ_CAMPAIGN_GIFT_PACKS, KQ_GIFT_PACK_START, FALSE },
  { KQ_CAMPAIGN_GIFT_PACKS, KQ_GIFT_PACK_END, TRUE },
  { KQ_CAMPAIGN_GIFT_PACKS, KQ_GIFT_PACK_POPUP_START, FALSE },
  { KQ_CAMPAIGN_GIFT_PACKS, KQ_GIFT_PACK_POPUP_END, TRUE },
  { KQ_CAMPAIGN_MEMBER_CARDS, KQ_MEMBER_CARD_VALID_FROM, FALSE },
  { KQ_CAMPAIGN_MEMBER_CARDS, KQ_MEMBER_CARD_VALID_TO, TRUE },
  { KQ_CAMPAIGN_MEMBER_CENTERS, KQ_MEMBER_CENTER_PUBLISHED_AT, FALSE },
};

typedef struct {
  gint64    seconds;
  KqObject *coupon;   /* (nullable) (unowned): whose time it is */
} Moment;

struct _KqViewScan {
  KqCampaign  *campaign;  /* (owned) */
  KqViewQuery *query;     /* (owned) */
  KqTime       from;
  KqTime       to;
  guint        n_rows;    /* of @times that have been looked at */
  gboolean     is_sorted;
  GArray      *moments;   /* (owned) (element-type Moment): rising once they are sorted */
  guint        next;
  guint        n_looked;  /* moments */
  gint64       before;    /* seconds: the moment that was looked at last */
  GPtrArray   *changes;   /* (owned) (element-type KqViewChange) */
};

static gboolean
is_in_sight (KqViewScan *scan,
             KqObject   *object)
{
  int platform = kq_object_get_platform (object);

  return platform == (int) scan->query->platform ||
         (kq_view_is_family (platform) && kq_view_is_family (scan->query->platform));
}

static void
add_moment (KqViewScan *scan,
            gint64      seconds,
            KqObject   *object)
{
  Moment moment = { seconds, KQ_IS_COUPON (object) ? object : NULL };

  if (seconds > scan->from.seconds && seconds <= scan->to.seconds)
    g_array_append_val (scan->moments, moment);
}

/* Who joined before a start isn't new to it: for somebody who joined so long
 * ago that turns that much after the start. */
static void
add_moments_of (KqViewScan *scan,
                guint       row)
{
  KqList *list = kq_object_get_list (KQ_OBJECT (scan->campaign), times[row].list);

  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *object = kq_list_get (list, i);
      KqTime time = kq_object_get_time (object, times[row].field);

      if (!kq_time_is_set (time) || !is_in_sight (scan, object))
        continue;
      add_moment (scan, time.seconds + times[row].is_end, object);
      if (!times[row].is_end)
        add_moment (scan, time.seconds + scan->query->joined_for, object);
    }
}

static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = ((const Moment *) a)->seconds;
  gint64 second = ((const Moment *) b)->seconds;

  return (first > second) - (first < second);
}

static KqView *
ask (KqViewScan *scan,
     gint64      seconds,
     GPtrArray  *coupons)
{
  scan->query->moment = kq_time_add (scan->from, seconds - scan->from.seconds);

  return kq_view_brief (scan->campaign, scan->query, coupons);
}

static void
compare (KqViewScan *scan,
         gint64      seconds,
         GPtrArray  *coupons)
{
  g_autoptr (KqView) before = ask (scan, scan->before, coupons);
  g_autoptr (KqView) after = ask (scan, seconds, coupons);
  g_autofree char *text = NULL;
  KqViewChange *change;

  scan->before = seconds;
  /* The level or the page of the question is gone. */
  if (before == NULL || after == NULL)
    return;
  text = kq_view_diff (before, after);
  if (text == NULL)
    return;

  change = g_new (KqViewChange, 1);
  change->moment = scan->query->moment;
  change->text = g_steal_pointer (&text);
  g_ptr_array_add (scan->changes, change);
}

/* One moment, with all that happens at it. */
static void
look (KqViewScan *scan)
{
  gint64 seconds = g_array_index (scan->moments, Moment, scan->next).seconds;
  g_autoptr (GPtrArray) coupons = g_ptr_array_new ();

  for (; scan->next < scan->moments->len; scan->next++)
    {
      const Moment *moment = &g_array_index (scan->moments, Moment, scan->next);

      if (moment->seconds != seconds)
        break;
      if (moment->coupon != NULL && !g_ptr_array_find (coupons, moment->coupon, NULL))
        g_ptr_array_add (coupons, moment->coupon);
    }
  compare (scan, seconds, coupons);
  scan->n_looked++;
}

static void
step (KqViewScan *scan)
{
  if (scan->n_rows < G_N_ELEMENTS (times))
    {
      add_moments_of (scan, scan->n_rows++);
    }
  else if (!scan->is_sorted)
    {
      g_array_sort (scan->moments, compare_moments);
      scan->is_sorted = TRUE;
    }
  else
    {
      look (scan);
    }
}

static gboolean
is_done (KqViewScan *scan)
{
  return scan->is_sorted && (scan->next >= scan->moments->len || scan->n_looked >= MAX_MOMENTS);
}

/**
 * kq_view_scan_new:
 * @campaign: a campaign, which must not change before the scan is done
 * @query: whose view, of which page; its moment doesn't matter
 * @from: the first moment looked at
 * @to: the last moment looked at
 *
 * Prepares a search for the moments after @from up to @to at which what the
 * persona sees changes. On the member center the pop-up counts too.
 *
 * Returns: (transfer full): a scan
 */
KqViewScan *
kq_view_scan_new (KqCampaign        *campaign,
                  const KqViewQuery *query,
                  KqTime             from,
                  KqTime             to)
{
  KqViewScan *scan;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (kq_time_is_set (from) && kq_time_is_set (to), NULL);

  scan = g_new0 (KqViewScan, 1);
  scan->campaign = g_object_ref (campaign);
  scan->query = kq_view_query_copy (query);
  scan->from = from;
  scan->to = to;
  scan->before = from.seconds;
  scan->moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  scan->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_view_change_free);
  if (query->page == KQ_VIEW_PAGE_CENTER)
    scan->query->page = KQ_VIEW_PAGE_POPUP;

  return scan;
}

/**
 * kq_view_scan_run:
 * @scan: a scan
 * @budget: about how many microseconds it may take; negative for all it needs
 *
 * Goes on with the search, by one step at least: a moment, or a list of the
 * campaign.
 *
 * Returns: whether it is done
 */
gboolean
kq_view_scan_run (KqViewScan *scan,
                  gint64      budget)
{
  gint64 until = g_get_monotonic_time () + budget;

  g_return_val_if_fail (scan != NULL, TRUE);

  while (!is_done (scan))
    {
      step (scan);
      if (budget >= 0 && g_get_monotonic_time () >= until)
        break;
    }

  return is_done (scan);
}

/**
 * kq_view_scan_get_changes:
 * @scan: a scan
 *
 * Returns: (transfer none) (element-type KqViewChange): what it has found, the
 *   earliest first
 */
GPtrArray *
kq_view_scan_get_changes (KqViewScan *scan)
{
  g_return_val_if_fail (scan != NULL, NULL);

  return scan->changes;
}

/**
 * kq_view_scan_free:
 * @scan: (transfer full): a scan
 *
 * Frees @scan.
 */
void
kq_view_scan_free (KqViewScan *scan)
{
  g_return_if_fail (scan != NULL);

  g_object_unref (scan->campaign);
  kq_view_query_free (scan->query);
  g_array_unref (scan->moments);
  g_ptr_array_unref (scan->changes);
  g_free (scan);
}

/**
 * kq_view_changes:
 * @campaign: a campaign
 * @query: whose view, of which page; its moment doesn't matter
 * @from: the first moment looked at
 * @to: the last moment looked at
 *
 * All that kq_view_scan_new() would find, at once.
 *
 * Returns: (transfer full) (element-type KqViewChange): the changes, the
 *   earliest first
 */
GPtrArray *
kq_view_changes (KqCampaign        *campaign,
                 const KqViewQuery *query,
                 KqTime             from,
                 KqTime             to)
{
  g_autoptr (KqViewScan) scan = kq_view_scan_new (campaign, query, from, to);

  g_return_val_if_fail (scan != NULL, NULL);

  kq_view_scan_run (scan, -1);

  return g_ptr_array_ref (scan->changes);
}

/**
 * kq_view_change_free:
 * @change: (transfer full): a change
 *
 * Frees @change.
 */
void
kq_view_change_free (KqViewChange *change)
{
  g_return_if_fail (change != NULL);

  g_free (change->text);
  g_free (change);
}
