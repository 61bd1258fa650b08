/* kq-card-benefit.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/**
 * KqCardBenefitKind:
 * @KQ_CARD_BENEFIT_KIND_FREE_SHIPPING: `free-shipping`
 * @KQ_CARD_BENEFIT_KIND_DISCOUNT: `discount`
 * @KQ_CARD_BENEFIT_KIND_THRESHOLD: `threshold`
 * @KQ_CARD_BENEFIT_KIND_NEWCOMER_PACK: `newcomer-pack`
 * @KQ_CARD_BENEFIT_KIND_COUPON: `coupon`
 * @KQ_CARD_BENEFIT_KIND_POINTS: `points`
 * @KQ_CARD_BENEFIT_KIND_OTHER: `other`
 *
 * The choices of `kind`.
 */
typedef enum {
  KQ_CARD_BENEFIT_KIND_FREE_SHIPPING,
  KQ_CARD_BENEFIT_KIND_DISCOUNT,
  KQ_CARD_BENEFIT_KIND_THRESHOLD,
  KQ_CARD_BENEFIT_KIND_NEWCOMER_PACK,
  KQ_CARD_BENEFIT_KIND_COUPON,
  KQ_CARD_BENEFIT_KIND_POINTS,
  KQ_CARD_BENEFIT_KIND_OTHER,
} KqCardBenefitKind;

/* The rows of the table. */
enum {
  KQ_CARD_BENEFIT_ID,
  KQ_CARD_BENEFIT_KIND,
  KQ_CARD_BENEFIT_PERCENT,
  KQ_CARD_BENEFIT_COUPON,
  KQ_CARD_BENEFIT_GIFT_PACK,
  KQ_CARD_BENEFIT_TEXT,
  KQ_CARD_BENEFIT_N_FIELDS
};

#define KQ_TYPE_CARD_BENEFIT (kq_card_benefit_get_type ())

G_DECLARE_FINAL_TYPE (KqCardBenefit, kq_card_benefit, KQ, CARD_BENEFIT, KqObject)

G_END_DECLS
