/* kq-level.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-words.h"

G_BEGIN_DECLS

/* The rows of the table. */
enum {
  KQ_LEVEL_ID,
  KQ_LEVEL_PLATFORM,
  KQ_LEVEL_NAME,
  KQ_LEVEL_RANK,
  KQ_LEVEL_MIN_SPEND,
  KQ_LEVEL_MIN_ORDERS,
  KQ_LEVEL_PERCENT,
  KQ_LEVEL_N_FIELDS
};

#define KQ_TYPE_LEVEL (kq_level_get_type ())

G_DECLARE_FINAL_TYPE (KqLevel, kq_level, KQ, LEVEL, KqObject)

G_END_DECLS
