/* kq-price-check.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-prices.h"
#include "kq-profiles.h"

G_BEGIN_DECLS

/**
 * KqPriceFlags:
 * @KQ_PRICE_BELOW_COST: the buyer pays less than the product costs
 * @KQ_PRICE_BELOW_FLOOR: the buyer pays less than the share of the price that
 *   the platform allows
 *
 * What is alarming about a lowest price.
 */
typedef enum {
  KQ_PRICE_BELOW_COST  = 1 << 0,
  KQ_PRICE_BELOW_FLOOR = 1 << 1,
} KqPriceFlags;

/**
 * KqPriceCheck:
 * @price: the lowest price
 * @margin: what is left of it above the product's cost, in fen; %KQ_INT_NONE
 *   where no cost is given
 * @floor: the least that the platform allows, in fen; 0 where it has no floor
 * @flags: what is alarming
 *
 * A lowest price, judged.
 */
typedef struct {
  KqPrice      price;
  gint64       margin;
  gint64       floor;
  KqPriceFlags flags;
} KqPriceCheck;

/**
 * KqPriceTrial:
 * @platform: where
 * @amount: what it takes off, in fen
 * @threshold: from which price on, in fen; 0 for any
 *
 * A shop coupon that isn't there, for every level and at any time: to see what
 * would become of the prices.
 */
typedef struct {
  KqPlatform platform;
  gint64     amount;
  gint64     threshold;
} KqPriceTrial;

GArray *kq_price_checks_compute (KqCampaign         *campaign,
                                 KqProfiles         *profiles);
void    kq_price_trial_add      (const KqPriceTrial *trial,
                                 KqCampaign         *campaign);

G_END_DECLS
