/* kq-plan.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-plan.h"

#include "kq-coupon.h"

/* Per mille of claims and of uses */
#define PER_MILLE 1000

struct _KqPlan {
  gatomicrefcount  refs;
  KqCampaign      *campaign;  /* (owned) */
  GArray          *items;     /* (owned) (element-type KqPlanItem) */
};

G_DEFINE_BOXED_TYPE (KqPlan, kq_plan, kq_plan_ref, kq_plan_unref)

/* Rounded half up, as the exposure is */
static gint64
rate (gint64 number,
      gint64 by,
      gint64 unit)
{
  return (gint64) (((unsigned __int128) MAX (0, number) * by + unit / 2) / unit);
}

static gint64
get_rate (KqCampaign *campaign,
          guint       field)
{
  return CLAMP (kq_object_get_int (KQ_OBJECT (campaign), field), 0, PER_MILLE);
}

/* When it can be claimed, else when the campaign is */
static KqTime
get_bound (KqCampaign *campaign,
           KqObject   *object,
           gboolean    is_end)
{
  guint field;
  KqTime time;

  if (KQ_IS_COUPON (object))
    field = is_end ? KQ_COUPON_CLAIM_END : KQ_COUPON_CLAIM_START;
  else
    field = kq_object_find_field (object, is_end ? "end" : "start");
  time = kq_object_get_time (object, field);

  return kq_time_is_set (time) ? time
                               : kq_object_get_time (KQ_OBJECT (campaign), is_end
                                                                           ? KQ_CAMPAIGN_END
                                                                           : KQ_CAMPAIGN_START);
}

static KqPlanItem
make_item (KqCampaign           *campaign,
           GTimeZone            *zone,
           const KqExposureItem *exposed)
{
  gint64 claim = get_rate (campaign, KQ_CAMPAIGN_CLAIM_RATE);
  gint64 use = get_rate (campaign, KQ_CAMPAIGN_USE_RATE);
  KqPlanItem item = { exposed->object };

  item.first = kq_day_of_time (get_bound (campaign, exposed->object, FALSE), zone);
  item.last = kq_day_of_time (get_bound (campaign, exposed->object, TRUE), zone);
  if (item.first == KQ_DAY_NONE || item.last < item.first)
    item.first = item.last = KQ_DAY_NONE;
  item.claims = rate (exposed->quantity, claim, PER_MILLE);
  item.uses = rate (exposed->quantity, claim * use, PER_MILLE * PER_MILLE);
  item.cost = exposed->expected;

  return item;
}

/**
 * kq_plan_new:
 * @campaign: a campaign that doesn't change while there is the plan
 *
 * Returns: (transfer full): what is expected of it
 */
KqPlan *
kq_plan_new (KqCampaign *campaign)
{
  g_autoptr (KqExposure) exposure = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  KqPlan *self;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  exposure = kq_exposure_compute (campaign);
  zone = kq_campaign_dup_zone (campaign);
  self = g_new0 (KqPlan, 1);
  g_atomic_ref_count_init (&self->refs);
  self->campaign = g_object_ref (campaign);
  self->items = g_array_new (FALSE, FALSE, sizeof (KqPlanItem));
  for (guint i = 0; i < exposure->items->len; i++)
    {
      KqPlanItem item = make_item (campaign, zone,
                                   &g_array_index (exposure->items, KqExposureItem, i));

      g_array_append_val (self->items, item);
    }

  return self;
}

/**
 * kq_plan_ref:
 * @self: a plan
 *
 * Returns: (transfer full): @self
 */
KqPlan *
kq_plan_ref (KqPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * kq_plan_unref:
 * @self: (transfer full): a plan
 *
 * Frees it with the last reference.
 */
void
kq_plan_unref (KqPlan *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->items);
  g_object_unref (self->campaign);
  g_free (self);
}

/**
 * kq_plan_get_items:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type KqPlanItem): what is expected of each
 *   object, in file order
 */
const GArray *
kq_plan_get_items (KqPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->items;
}

/**
 * kq_spread:
 * @total: what there is to spread, not negative
 * @n_days: over how many days
 * @day: which of them, counted from 0
 *
 * Spreads evenly: no two days differ by more than 1, and all of them together
 * are exactly @total.
 *
 * Returns: the day's part
 */
gint64
kq_spread (gint64 total,
           gint64 n_days,
           gint64 day)
{
  g_return_val_if_fail (n_days > 0 && day >= 0 && day < n_days, 0);

  return (gint64) ((__int128) total * (day + 1) / n_days - (__int128) total * day / n_days);
}

static gboolean
counts (const KqPlanItem      *item,
        const KqNumbersFilter *filter)
{
  int platform = kq_object_get_platform (item->object);

  if (item->first == KQ_DAY_NONE)
    return FALSE;
  if (filter->object != NULL && !g_str_equal (filter->object, kq_object_get_id (item->object)))
    return FALSE;

  return filter->platforms == 0 || (platform >= 0 && (filter->platforms & 1 << platform));
}

/* Within what can be held: what is expected is spread over the days. */
static void
add_part (KqSums     *sums,
          KqMeasure   measure,
          gint64      total,
          gint64      n_days,
          gint64      day)
{
  if (total == KQ_EXPOSURE_UNBOUNDED ||
      __builtin_add_overflow (sums->values[measure], kq_spread (total, n_days, day),
                              &sums->values[measure]))
    sums->values[measure] = KQ_EXPOSURE_UNBOUNDED;
  sums->known |= 1 << measure;
}

static void
add_item (GArray                *days,
          const KqPlanItem      *item,
          const KqNumbersFilter *filter)
{
  gint64 n_days = (gint64) item->last - item->first + 1;

  for (gint32 day = MAX (item->first, filter->first); day <= MIN (item->last, filter->last); day++)
    {
      KqSums *sums = &g_array_index (days, KqSums, day - filter->first);

      add_part (sums, KQ_MEASURE_CLAIMS, item->claims, n_days, day - item->first);
      add_part (sums, KQ_MEASURE_USES, item->uses, n_days, day - item->first);
      add_part (sums, KQ_MEASURE_COST, item->cost, n_days, day - item->first);
    }
}

/**
 * kq_plan_by_day:
 * @self: a plan
 * @filter: which days, and what of it
 *
 * Spreads what is expected of each object evenly over the whole days on which
 * it can be claimed, in the campaign's zone.
 *
 * Returns: (transfer full) (element-type KqSums): claims, uses and cost of each
 *   day of the filter; a cost that isn't bounded is %KQ_EXPOSURE_UNBOUNDED
 */
GArray *
kq_plan_by_day (KqPlan                *self,
                const KqNumbersFilter *filter)
{
  GArray *days;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  days = g_array_new (FALSE, TRUE, sizeof (KqSums));
  g_array_set_size (days, MAX (0, filter->last - filter->first + 1));
  for (guint i = 0; i < self->items->len; i++)
    {
      const KqPlanItem *item = &g_array_index (self->items, KqPlanItem, i);

      if (counts (item, filter))
        add_item (days, item, filter);
    }

  return days;
}
