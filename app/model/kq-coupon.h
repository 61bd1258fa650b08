/* kq-coupon.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-words.h"

G_BEGIN_DECLS

/**
 * KqPurpose:
 * @KQ_PURPOSE_MEMBER_EXCLUSIVE: `member-exclusive`
 * @KQ_PURPOSE_NEW_MEMBER_EXCLUSIVE: `new-member-exclusive`
 * @KQ_PURPOSE_JOIN_GIFT: `join-gift`
 * @KQ_PURPOSE_GIFT_PACK: `gift-pack`
 * @KQ_PURPOSE_PUSH: `push`
 * @KQ_PURPOSE_FISSION_SHARER: `fission-sharer`
 * @KQ_PURPOSE_FISSION_INVITEE: `fission-invitee`
 *
 * The choices of `purpose`.
 */
typedef enum {
  KQ_PURPOSE_MEMBER_EXCLUSIVE,
  KQ_PURPOSE_NEW_MEMBER_EXCLUSIVE,
  KQ_PURPOSE_JOIN_GIFT,
  KQ_PURPOSE_GIFT_PACK,
  KQ_PURPOSE_PUSH,
  KQ_PURPOSE_FISSION_SHARER,
  KQ_PURPOSE_FISSION_INVITEE,
} KqPurpose;

/**
 * KqGoal:
 * @KQ_GOAL_NONE: `none`
 * @KQ_GOAL_REPURCHASE: `repurchase`
 * @KQ_GOAL_BASKET: `basket`
 * @KQ_GOAL_HOT_ITEM: `hot-item`
 *
 * The choices of `goal`.
 */
typedef enum {
  KQ_GOAL_NONE,
  KQ_GOAL_REPURCHASE,
  KQ_GOAL_BASKET,
  KQ_GOAL_HOT_ITEM,
} KqGoal;

/**
 * KqScope:
 * @KQ_SCOPE_SHOP: `shop`
 * @KQ_SCOPE_PRODUCT: `product`
 *
 * The choices of `scope`.
 */
typedef enum {
  KQ_SCOPE_SHOP,
  KQ_SCOPE_PRODUCT,
} KqScope;

/**
 * KqDiscount:
 * @KQ_DISCOUNT_FIXED: `fixed`
 * @KQ_DISCOUNT_THRESHOLD: `threshold`
 * @KQ_DISCOUNT_PERCENT: `percent`
 *
 * The choices of `discount`.
 */
typedef enum {
  KQ_DISCOUNT_FIXED,
  KQ_DISCOUNT_THRESHOLD,
  KQ_DISCOUNT_PERCENT,
} KqDiscount;

/**
 * KqCouponValidity:
 * @KQ_COUPON_VALIDITY_RANGE: `range`
 * @KQ_COUPON_VALIDITY_DAYS: `days`
 *
 * The choices of `validity`.
 */
typedef enum {
  KQ_COUPON_VALIDITY_RANGE,
  KQ_COUPON_VALIDITY_DAYS,
} KqCouponValidity;

/**
 * KqChannel:
 * @KQ_CHANNEL_MEMBER_EXCLUSIVE: `member-exclusive`
 * @KQ_CHANNEL_CRM: `crm`
 * @KQ_CHANNEL_LINK: `link`
 * @KQ_CHANNEL_UNIVERSAL: `universal`
 * @KQ_CHANNEL_IN_SHOP: `in-shop`
 *
 * The choices of `channel`.
 */
typedef enum {
  KQ_CHANNEL_MEMBER_EXCLUSIVE,
  KQ_CHANNEL_CRM,
  KQ_CHANNEL_LINK,
  KQ_CHANNEL_UNIVERSAL,
  KQ_CHANNEL_IN_SHOP,
} KqChannel;

/* The rows of the table. */
enum {
  KQ_COUPON_ID,
  KQ_COUPON_EXTERNAL_ID,
  KQ_COUPON_NAME,
  KQ_COUPON_PLATFORM,
  KQ_COUPON_PURPOSE,
  KQ_COUPON_GOAL,
  KQ_COUPON_SCOPE,
  KQ_COUPON_PRODUCTS,
  KQ_COUPON_DISCOUNT,
  KQ_COUPON_AMOUNT,
  KQ_COUPON_PERCENT,
  KQ_COUPON_MAX_DISCOUNT,
  KQ_COUPON_THRESHOLD,
  KQ_COUPON_CLAIM_START,
  KQ_COUPON_CLAIM_END,
  KQ_COUPON_VALIDITY,
  KQ_COUPON_USE_START,
  KQ_COUPON_USE_END,
  KQ_COUPON_USE_DELAY_DAYS,
  KQ_COUPON_USE_DAYS,
  KQ_COUPON_QUANTITY,
  KQ_COUPON_PER_MEMBER,
  KQ_COUPON_LEVELS,
  KQ_COUPON_CHANNEL,
  KQ_COUPON_AUDIENCE_SIZE,
  KQ_COUPON_SCENE,
  KQ_COUPON_RETURNING_ONLY,
  KQ_COUPON_LINK,
  KQ_COUPON_SHORT_LINK,
  KQ_COUPON_LINK_VERIFIED,
  KQ_COUPON_STATE,
  KQ_COUPON_N_FIELDS
};

#define KQ_TYPE_COUPON (kq_coupon_get_type ())

G_DECLARE_FINAL_TYPE (KqCoupon, kq_coupon, KQ, COUPON, KqObject)

G_END_DECLS
