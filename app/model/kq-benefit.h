/* kq-benefit.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/**
 * KqBenefitKind:
 * @KQ_BENEFIT_KIND_JOIN_GIFT: `join-gift`
 * @KQ_BENEFIT_KIND_EXCLUSIVE_COUPON: `exclusive-coupon`
 * @KQ_BENEFIT_KIND_EXCLUSIVE_GIFT: `exclusive-gift`
 * @KQ_BENEFIT_KIND_POINTS_EXCHANGE: `points-exchange`
 * @KQ_BENEFIT_KIND_SHOPPING_POINTS: `shopping-points`
 * @KQ_BENEFIT_KIND_EXCLUSIVE_SERVICE: `exclusive-service`
 * @KQ_BENEFIT_KIND_EXCHANGE_15_DAYS: `exchange-15-days`
 * @KQ_BENEFIT_KIND_PRIORITY_REFUND: `priority-refund`
 * @KQ_BENEFIT_KIND_OTHER: `other`
 *
 * The choices of `kind`.
 */
typedef enum {
  KQ_BENEFIT_KIND_JOIN_GIFT,
  KQ_BENEFIT_KIND_EXCLUSIVE_COUPON,
  KQ_BENEFIT_KIND_EXCLUSIVE_GIFT,
  KQ_BENEFIT_KIND_POINTS_EXCHANGE,
  KQ_BENEFIT_KIND_SHOPPING_POINTS,
  KQ_BENEFIT_KIND_EXCLUSIVE_SERVICE,
  KQ_BENEFIT_KIND_EXCHANGE_15_DAYS,
  KQ_BENEFIT_KIND_PRIORITY_REFUND,
  KQ_BENEFIT_KIND_OTHER,
} KqBenefitKind;

/**
 * KqExchange:
 * @KQ_EXCHANGE_COUPON: `coupon`
 * @KQ_EXCHANGE_GIFT: `gift`
 * @KQ_EXCHANGE_RED_PACKET: `red-packet`
 * @KQ_EXCHANGE_DATA_TRAFFIC: `data-traffic`
 * @KQ_EXCHANGE_VIDEO: `video`
 * @KQ_EXCHANGE_TICKET: `ticket`
 * @KQ_EXCHANGE_COINS: `coins`
 * @KQ_EXCHANGE_SUPERMARKET_CARD: `supermarket-card`
 *
 * The choices of `exchange`.
 */
typedef enum {
  KQ_EXCHANGE_COUPON,
  KQ_EXCHANGE_GIFT,
  KQ_EXCHANGE_RED_PACKET,
  KQ_EXCHANGE_DATA_TRAFFIC,
  KQ_EXCHANGE_VIDEO,
  KQ_EXCHANGE_TICKET,
  KQ_EXCHANGE_COINS,
  KQ_EXCHANGE_SUPERMARKET_CARD,
} KqExchange;

/* The rows of the table. */
enum {
  KQ_BENEFIT_ID,
  KQ_BENEFIT_KIND,
  KQ_BENEFIT_TITLE,
  KQ_BENEFIT_TEXT,
  KQ_BENEFIT_ENABLED,
  KQ_BENEFIT_LEVELS,
  KQ_BENEFIT_EXCHANGE,
  KQ_BENEFIT_POINTS_PLUS_CASH,
  KQ_BENEFIT_N_FIELDS
};

#define KQ_TYPE_BENEFIT (kq_benefit_get_type ())

G_DECLARE_FINAL_TYPE (KqBenefit, kq_benefit, KQ, BENEFIT, KqObject)

G_END_DECLS
