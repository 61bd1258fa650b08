/* kq-shop.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-words.h"

G_BEGIN_DECLS

/**
 * KqEdition:
 * @KQ_EDITION_STANDARD: `standard`
 * @KQ_EDITION_CUSTOM: `custom`
 * @KQ_EDITION_MEMBER: `member`
 *
 * The choices of `edition`.
 */
typedef enum {
  KQ_EDITION_STANDARD,
  KQ_EDITION_CUSTOM,
  KQ_EDITION_MEMBER,
} KqEdition;

/* The rows of the table. */
enum {
  KQ_SHOP_ID,
  KQ_SHOP_PLATFORM,
  KQ_SHOP_NAME,
  KQ_SHOP_EDITION,
  KQ_SHOP_MEMBER_CARD,
  KQ_SHOP_POINTS_RULE,
  KQ_SHOP_POINTS_CONNECTED,
  KQ_SHOP_SERVICE_TOOL,
  KQ_SHOP_AFTER_SALE,
  KQ_SHOP_N_FIELDS
};

#define KQ_TYPE_SHOP (kq_shop_get_type ())

G_DECLARE_FINAL_TYPE (KqShop, kq_shop, KQ, SHOP, KqObject)

G_END_DECLS
