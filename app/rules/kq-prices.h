/* kq-prices.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"
#include "kq-words.h"

G_BEGIN_DECLS

/**
 * KqPrice:
 * @platform: where it is sold
 * @product: what
 * @level: (nullable): to whom; %NULL where the platform has no levels
 * @price: the product's price, in fen
 * @lowest: what a buyer pays at least for one piece, in fen
 * @counted: the lowest transaction price that the platform may record
 *   (MF-28: document 003), in fen, or %KQ_INT_NONE where it records none
 * @coupons: the coupons with which it is @lowest: none, one, or a product
 *   coupon and a shop coupon
 *
 * The lowest price of a product for a level. Objects are the campaign's.
 */
typedef struct {
  KqPlatform  platform;
  KqObject   *product;
  KqObject   *level;
  gint64      price;
  gint64      lowest;
  gint64      counted;
  KqObject   *coupons[2];
} KqPrice;

GArray *kq_prices_compute (KqCampaign *campaign);

G_END_DECLS
