/* kq-words.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-field.h"

G_BEGIN_DECLS

/* Words that several kinds of objects share. */

/**
 * KqPlatform:
 * @KQ_PLATFORM_DOUYIN: `douyin`
 * @KQ_PLATFORM_TMALL: `tmall`
 * @KQ_PLATFORM_TAOBAO: `taobao`
 * @KQ_PLATFORM_MINI_PROGRAM: `mini-program`
 *
 * Where an object is set up.
 */
typedef enum {
  KQ_PLATFORM_DOUYIN,
  KQ_PLATFORM_TMALL,
  KQ_PLATFORM_TAOBAO,
  KQ_PLATFORM_MINI_PROGRAM,
} KqPlatform;

/**
 * KqState:
 * @KQ_STATE_DRAFT: `draft`
 * @KQ_STATE_SUBMITTED: `submitted`
 * @KQ_STATE_LIVE: `live`
 * @KQ_STATE_ENDED: `ended`
 * @KQ_STATE_VOIDED: `voided`
 *
 * How far an object has come on its platform.
 */
typedef enum {
  KQ_STATE_DRAFT,
  KQ_STATE_SUBMITTED,
  KQ_STATE_LIVE,
  KQ_STATE_ENDED,
  KQ_STATE_VOIDED,
} KqState;

/**
 * KqScene:
 * @KQ_SCENE_NONE: `none`
 * @KQ_SCENE_CARE: `care`
 * @KQ_SCENE_APOLOGY: `apology`
 * @KQ_SCENE_DEFENCE: `defence`
 * @KQ_SCENE_CONFIRM: `confirm`
 * @KQ_SCENE_REVIEW: `review`
 * @KQ_SCENE_FOLLOW_UP: `follow-up`
 * @KQ_SCENE_FAST_MOVING: `fast-moving`
 * @KQ_SCENE_NEW_ARRIVAL: `new-arrival`
 * @KQ_SCENE_RETURNING_OFFER: `returning-offer`
 * @KQ_SCENE_EVENT: `event`
 * @KQ_SCENE_INSTANT: `instant`
 * @KQ_SCENE_LOGISTICS_ALERT: `logistics-alert`
 * @KQ_SCENE_PAYMENT_REMINDER: `payment-reminder`
 * @KQ_SCENE_PAYMENT: `payment`
 * @KQ_SCENE_SHIPPING: `shipping`
 *
 * The occasion of a coupon or message.
 */
typedef enum {
  KQ_SCENE_NONE,
  KQ_SCENE_CARE,
  KQ_SCENE_APOLOGY,
  KQ_SCENE_DEFENCE,
  KQ_SCENE_CONFIRM,
  KQ_SCENE_REVIEW,
  KQ_SCENE_FOLLOW_UP,
  KQ_SCENE_FAST_MOVING,
  KQ_SCENE_NEW_ARRIVAL,
  KQ_SCENE_RETURNING_OFFER,
  KQ_SCENE_EVENT,
  KQ_SCENE_INSTANT,
  KQ_SCENE_LOGISTICS_ALERT,
  KQ_SCENE_PAYMENT_REMINDER,
  KQ_SCENE_PAYMENT,
  KQ_SCENE_SHIPPING,
} KqScene;

extern const KqWord kq_platform_words[];
extern const KqWord kq_state_words[];
extern const KqWord kq_scene_words[];

#define KQ_N_PLATFORMS 4

G_END_DECLS
