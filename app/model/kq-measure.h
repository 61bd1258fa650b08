/* kq-measure.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KqMeasure:
 * @KQ_MEASURE_CLAIMS: `claims`, coupons claimed
 * @KQ_MEASURE_USES: `uses`, coupons redeemed
 * @KQ_MEASURE_ORDERS: `orders`, orders with a coupon
 * @KQ_MEASURE_SALES: `sales`, what these came to, in fen
 * @KQ_MEASURE_COST: `cost`, what the coupons took off, in fen
 * @KQ_MEASURE_CLAIMERS: `claimers`, people who claimed
 * @KQ_MEASURE_USERS: `users`, people who redeemed
 * @KQ_MEASURE_BUYERS: `buyers`, people who paid
 * @KQ_MEASURE_REPURCHASERS: `repurchasers`, people who had bought before
 *
 * What a platform's figures tell. The numbers are stored.
 */
typedef enum {
  KQ_MEASURE_CLAIMS,
  KQ_MEASURE_USES,
  KQ_MEASURE_ORDERS,
  KQ_MEASURE_SALES,
  KQ_MEASURE_COST,
  KQ_MEASURE_CLAIMERS,
  KQ_MEASURE_USERS,
  KQ_MEASURE_BUYERS,
  KQ_MEASURE_REPURCHASERS,
} KqMeasure;

#define KQ_N_MEASURES 9
/* Those that every machine output holds, the first ones */
#define KQ_N_MAIN_MEASURES 5

const char *kq_measure_get_word  (KqMeasure    measure);
const char *kq_measure_get_label (KqMeasure    measure);
gboolean    kq_measure_is_money  (KqMeasure    measure);
int         kq_measure_find      (const char  *word);

G_END_DECLS
