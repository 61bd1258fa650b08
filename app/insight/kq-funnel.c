/* kq-funnel.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-funnel.h"

#include "kq-coupon.h"
#include "kq-exposure.h"
#include "kq-gift-pack.h"
#include "kq-list.h"

static gint64
get_issued (KqCampaign *campaign,
            const char *id)
{
  KqObject *root = KQ_OBJECT (campaign);
  KqObject *coupon = kq_list_find (kq_object_get_list (root, KQ_CAMPAIGN_COUPONS), id);
  KqObject *pack;

  if (coupon != NULL)
    return MAX (0, kq_object_get_int (coupon, KQ_COUPON_QUANTITY));
  pack = kq_list_find (kq_object_get_list (root, KQ_CAMPAIGN_GIFT_PACKS), id);

  return pack != NULL ? MAX (0, kq_pack_get_total (campaign, pack)) : 0;
}

/* Of the objects of which claims were told */
static gint64
sum_issued (KqNumbers             *numbers,
            KqCampaign            *campaign,
            const KqNumbersFilter *filter)
{
  g_autoptr (GArray) objects = kq_numbers_by_object (numbers, filter);
  KqFacts *facts = kq_numbers_get_facts (numbers);
  gint64 issued = 0;

  for (guint i = 0; i < objects->len; i++)
    {
      const KqObjectSums *object = &g_array_index (objects, KqObjectSums, i);

      if ((object->sums.known & 1 << KQ_MEASURE_CLAIMS) &&
          __builtin_add_overflow (issued, get_issued (campaign, kq_facts_get_object (facts, object->object)),
                                  &issued))
        return KQ_INT_NONE;
    }

  return issued;
}

static gint64
get_ratio (const KqSums *sums,
           KqMeasure     a,
           KqMeasure     b,
           gint64        unit)
{
  guint both = 1 << a | 1 << b;

  return (sums->known & both) == both ? kq_ratio (sums->values[a], sums->values[b], unit)
                                      : KQ_INT_NONE;
}

/**
 * kq_funnel_compute:
 * @numbers: figures
 * @campaign: their campaign, which says how much was issued
 * @filter: which of them
 *
 * Returns: how far it came, from issuing to sales
 */
KqFunnel
kq_funnel_compute (KqNumbers             *numbers,
                   KqCampaign            *campaign,
                   const KqNumbersFilter *filter)
{
  KqFunnel funnel = { 0 };
  const KqSums *sums = &funnel.sums;

  g_return_val_if_fail (numbers != NULL, funnel);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), funnel);
  g_return_val_if_fail (filter != NULL, funnel);

  funnel.sums = kq_numbers_sum (numbers, filter);
  funnel.issued = sum_issued (numbers, campaign, filter);
  funnel.claim_rate = sums->known & 1 << KQ_MEASURE_CLAIMS
                      ? kq_ratio (sums->values[KQ_MEASURE_CLAIMS], funnel.issued, 1000)
                      : KQ_INT_NONE;
  funnel.use_rate = get_ratio (sums, KQ_MEASURE_USES, KQ_MEASURE_CLAIMS, 1000);
  funnel.average_order = get_ratio (sums, KQ_MEASURE_SALES, KQ_MEASURE_ORDERS, 1);
  funnel.return_on_cost = get_ratio (sums, KQ_MEASURE_SALES, KQ_MEASURE_COST, 1000);
  funnel.repurchase_rate = get_ratio (sums, KQ_MEASURE_REPURCHASERS, KQ_MEASURE_BUYERS, 1000);

  return funnel;
}
