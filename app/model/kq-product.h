/* kq-product.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/* The rows of the table. */
enum {
  KQ_PRODUCT_ID,
  KQ_PRODUCT_NAME,
  KQ_PRODUCT_PRICE,
  KQ_PRODUCT_COST,
  KQ_PRODUCT_STOCK,
  KQ_PRODUCT_URL,
  KQ_PRODUCT_SHORT_LINK,
  KQ_PRODUCT_IMAGE,
  KQ_PRODUCT_COUPON,
  KQ_PRODUCT_N_FIELDS
};

#define KQ_TYPE_PRODUCT (kq_product_get_type ())

G_DECLARE_FINAL_TYPE (KqProduct, kq_product, KQ, PRODUCT, KqObject)

G_END_DECLS
