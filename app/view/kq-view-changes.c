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
 * the page comes to show counts and nothing else does. */

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

struct _KqViewScan {
  KqCampaign  *campaign;  /* (owned) */
  KqViewQuery *query;     /* (owned) */
  KqTime       from;
  GArray      *moments;   /* (owned) (element-type gint64): seconds, rising */
  guint        next;
  KqView      *view;      /* (owned) (nullable): at the moment before */
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
            gint64      last)
{
  if (seconds > scan->from.seconds && seconds <= last)
    g_array_append_val (scan->moments, seconds);
}

/* Who joined before a start isn't new to it: for somebody who joined so long
 * ago that turns that much after the start. */
static void
add_moments_of (KqViewScan *scan,
                guint       row,
                gint64      last)
{
  KqList *list = kq_object_get_list (KQ_OBJECT (scan->campaign), times[row].list);

  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *object = kq_list_get (list, i);
      KqTime time = kq_object_get_time (object, times[row].field);

      if (!kq_time_is_set (time) || !is_in_sight (scan, object))
        continue;
      add_moment (scan, time.seconds + times[row].is_end, last);
      if (!times[row].is_end)
        add_moment (scan, time.seconds + scan->query->joined_for, last);
    }
}

static int
compare_seconds (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
sort_moments (GArray *moments)
{
  guint n = 0;

  g_array_sort (moments, compare_seconds);
  for (guint i = 0; i < moments->len; i++)
    if (n == 0 || g_array_index (moments, gint64, i) != g_array_index (moments, gint64, n - 1))
      g_array_index (moments, gint64, n++) = g_array_index (moments, gint64, i);
  g_array_set_size (moments, MIN (n, MAX_MOMENTS));
}

static KqView *
ask (KqViewScan *scan,
     gint64      seconds)
{
  scan->query->moment = kq_time_add (scan->from, seconds - scan->from.seconds);

  return kq_view_at (scan->campaign, scan->query, NULL);
}

static void
step (KqViewScan *scan)
{
  KqView *view = ask (scan, g_array_index (scan->moments, gint64, scan->next));
  g_autofree char *text = NULL;

  scan->next++;
  if (view == NULL)
    return;

  text = kq_view_diff (scan->view, view);
  if (text != NULL)
    {
      KqViewChange *change = g_new (KqViewChange, 1);

      change->moment = scan->query->moment;
      change->text = g_steal_pointer (&text);
      g_ptr_array_add (scan->changes, change);
    }
  kq_view_unref (scan->view);
  scan->view = view;
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
  scan->moments = g_array_new (FALSE, FALSE, sizeof (gint64));
  scan->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_view_change_free);
  if (query->page == KQ_VIEW_PAGE_CENTER)
    scan->query->page = KQ_VIEW_PAGE_POPUP;
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    add_moments_of (scan, i, to.seconds);
  sort_moments (scan->moments);

  return scan;
}

/**
 * kq_view_scan_run:
 * @scan: a scan
 * @budget: about how many microseconds it may take; negative for all it needs
 *
 * Goes on with the search, by one moment at least.
 *
 * Returns: whether it is done
 */
gboolean
kq_view_scan_run (KqViewScan *scan,
                  gint64      budget)
{
  gint64 until = g_get_monotonic_time () + budget;

  g_return_val_if_fail (scan != NULL, TRUE);

  if (scan->view == NULL)
    scan->view = ask (scan, scan->from.seconds);
  /* The level or the page of the question is gone. */
  if (scan->view == NULL)
    return TRUE;

  while (scan->next < scan->moments->len)
    {
      step (scan);
      if (budget >= 0 && g_get_monotonic_time () >= until)
        break;
    }

  return scan->next >= scan->moments->len;
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
  g_clear_pointer (&scan->view, kq_view_unref);
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
