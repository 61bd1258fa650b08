/* kq-price-check.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-price-check.h"

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-list.h"
#include "kq-product.h"

/* Rounded up: what is below it is below that share. */
static gint64
get_floor (KqProfiles    *profiles,
           const KqPrice *price)
{
  gint64 percent = kq_profiles_get_limit (profiles, price->platform, "lowestPricePercent");

  return (gint64) (((__int128) price->price * percent + 99) / 100);
}

static KqPriceCheck
judge (KqProfiles    *profiles,
       const KqPrice *price)
{
  gint64 cost = kq_object_get_int (price->product, KQ_PRODUCT_COST);
  KqPriceCheck check = { *price, KQ_INT_NONE, get_floor (profiles, price) };

  if (cost > 0)
    check.margin = price->lowest - cost;
  if (check.margin != KQ_INT_NONE && check.margin < 0)
    check.flags |= KQ_PRICE_BELOW_COST;
  if (price->lowest < check.floor)
    check.flags |= KQ_PRICE_BELOW_FLOOR;

  return check;
}

/**
 * kq_price_checks_compute:
 * @campaign: a campaign
 * @profiles: the platforms' numbers
 *
 * What becomes of each product's price at worst.
 *
 * Returns: (transfer full) (element-type KqPriceCheck): in the order of
 *   kq_prices_compute()
 */
GArray *
kq_price_checks_compute (KqCampaign *campaign,
                         KqProfiles *profiles)
{
  g_autoptr (GArray) prices = NULL;
  GArray *checks;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (KQ_IS_PROFILES (profiles), NULL);

  prices = kq_prices_compute (campaign);
  checks = g_array_sized_new (FALSE, FALSE, sizeof (KqPriceCheck), prices->len);
  for (guint i = 0; i < prices->len; i++)
    {
      KqPriceCheck check = judge (profiles, &g_array_index (prices, KqPrice, i));

      g_array_append_val (checks, check);
    }

  return checks;
}

/**
 * kq_price_trial_add:
 * @trial: a coupon to try out
 * @campaign: a copy of a campaign
 *
 * Adds the coupon, so that the prices are those with it.
 */
void
kq_price_trial_add (const KqPriceTrial *trial,
                    KqCampaign         *campaign)
{
  KqList *coupons;
  g_autofree char *id = NULL;
  g_autoptr (KqObject) coupon = NULL;

  g_return_if_fail (trial != NULL && trial->platform < KQ_N_PLATFORMS);
  g_return_if_fail (KQ_IS_CAMPAIGN (campaign));

  coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  id = kq_list_new_id (coupons, "trial");
  coupon = g_object_new (KQ_TYPE_COUPON, NULL);
  kq_object_set_text (coupon, KQ_COUPON_ID, id);
  /* Translators: the name of a coupon that there isn't */
  kq_object_set_text (coupon, KQ_COUPON_NAME, _("the coupon tried out"));
  kq_object_set_choice (coupon, KQ_COUPON_PLATFORM, trial->platform);
  kq_object_set_choice (coupon, KQ_COUPON_SCOPE, KQ_SCOPE_SHOP);
  kq_object_set_choice (coupon, KQ_COUPON_DISCOUNT,
                        trial->threshold > 0 ? KQ_DISCOUNT_THRESHOLD : KQ_DISCOUNT_FIXED);
  kq_object_set_int (coupon, KQ_COUPON_AMOUNT, trial->amount);
  kq_object_set_int (coupon, KQ_COUPON_THRESHOLD, trial->threshold);
  kq_list_append (coupons, coupon);
}
