/* kq-activity.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-words.h"

G_BEGIN_DECLS

/**
 * KqActivityKind:
 * @KQ_ACTIVITY_KIND_MEMBER_EXCLUSIVE: `member-exclusive`
 * @KQ_ACTIVITY_KIND_NEW_MEMBER_EXCLUSIVE: `new-member-exclusive`
 *
 * The choices of `kind`.
 */
typedef enum {
  KQ_ACTIVITY_KIND_MEMBER_EXCLUSIVE,
  KQ_ACTIVITY_KIND_NEW_MEMBER_EXCLUSIVE,
} KqActivityKind;

/* The rows of the table. */
enum {
  KQ_ACTIVITY_ID,
  KQ_ACTIVITY_EXTERNAL_ID,
  KQ_ACTIVITY_PLATFORM,
  KQ_ACTIVITY_KIND,
  KQ_ACTIVITY_NAME,
  KQ_ACTIVITY_COUPON,
  KQ_ACTIVITY_GIFT,
  KQ_ACTIVITY_START,
  KQ_ACTIVITY_END,
  KQ_ACTIVITY_LEVELS,
  KQ_ACTIVITY_HIDDEN,
  KQ_ACTIVITY_JOINED_WITHIN_DAYS,
  KQ_ACTIVITY_LINK,
  KQ_ACTIVITY_SHORT_LINK,
  KQ_ACTIVITY_LINK_VERIFIED,
  KQ_ACTIVITY_STATE,
  KQ_ACTIVITY_N_FIELDS
};

#define KQ_TYPE_ACTIVITY (kq_activity_get_type ())

G_DECLARE_FINAL_TYPE (KqActivity, kq_activity, KQ, ACTIVITY, KqObject)

G_END_DECLS
