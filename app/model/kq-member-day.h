/* kq-member-day.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/**
 * KqRepeat:
 * @KQ_REPEAT_NONE: `none`
 * @KQ_REPEAT_WEEKLY: `weekly`
 * @KQ_REPEAT_MONTHLY: `monthly`
 *
 * The choices of `repeat`.
 */
typedef enum {
  KQ_REPEAT_NONE,
  KQ_REPEAT_WEEKLY,
  KQ_REPEAT_MONTHLY,
} KqRepeat;

/**
 * KqWeekday:
 * @KQ_WEEKDAY_MONDAY: `monday`
 * @KQ_WEEKDAY_TUESDAY: `tuesday`
 * @KQ_WEEKDAY_WEDNESDAY: `wednesday`
 * @KQ_WEEKDAY_THURSDAY: `thursday`
 * @KQ_WEEKDAY_FRIDAY: `friday`
 * @KQ_WEEKDAY_SATURDAY: `saturday`
 * @KQ_WEEKDAY_SUNDAY: `sunday`
 *
 * The choices of `weekday`.
 */
typedef enum {
  KQ_WEEKDAY_MONDAY,
  KQ_WEEKDAY_TUESDAY,
  KQ_WEEKDAY_WEDNESDAY,
  KQ_WEEKDAY_THURSDAY,
  KQ_WEEKDAY_FRIDAY,
  KQ_WEEKDAY_SATURDAY,
  KQ_WEEKDAY_SUNDAY,
} KqWeekday;

/* The rows of the table. */
enum {
  KQ_MEMBER_DAY_REPEAT,
  KQ_MEMBER_DAY_WEEKDAY,
  KQ_MEMBER_DAY_DAY,
  KQ_MEMBER_DAY_EVENT,
  KQ_MEMBER_DAY_N_FIELDS
};

#define KQ_TYPE_MEMBER_DAY (kq_member_day_get_type ())

G_DECLARE_FINAL_TYPE (KqMemberDay, kq_member_day, KQ, MEMBER_DAY, KqObject)

G_END_DECLS
