/* kq-gift.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/**
 * KqGiftCategory:
 * @KQ_GIFT_CATEGORY_GIFT: `gift`
 * @KQ_GIFT_CATEGORY_OTHER: `other`
 *
 * The choices of `category`.
 */
typedef enum {
  KQ_GIFT_CATEGORY_GIFT,
  KQ_GIFT_CATEGORY_OTHER,
} KqGiftCategory;

/* The rows of the table. */
enum {
  KQ_GIFT_NAME,
  KQ_GIFT_URL,
  KQ_GIFT_CATEGORY,
  KQ_GIFT_QUANTITY,
  KQ_GIFT_STOCK,
  KQ_GIFT_COST,
  KQ_GIFT_N_FIELDS
};

#define KQ_TYPE_GIFT (kq_gift_get_type ())

G_DECLARE_FINAL_TYPE (KqGift, kq_gift, KQ, GIFT, KqObject)

G_END_DECLS
