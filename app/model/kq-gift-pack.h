/* kq-gift-pack.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-words.h"

G_BEGIN_DECLS

/**
 * KqPackAudience:
 * @KQ_PACK_AUDIENCE_NEW_MEMBERS: `new-members`
 * @KQ_PACK_AUDIENCE_MEMBERS: `members`
 *
 * The choices of `audience`.
 */
typedef enum {
  KQ_PACK_AUDIENCE_NEW_MEMBERS,
  KQ_PACK_AUDIENCE_MEMBERS,
} KqPackAudience;

/* The rows of the table. */
enum {
  KQ_GIFT_PACK_ID,
  KQ_GIFT_PACK_EXTERNAL_ID,
  KQ_GIFT_PACK_NAME,
  KQ_GIFT_PACK_PLATFORM,
  KQ_GIFT_PACK_AUDIENCE,
  KQ_GIFT_PACK_START,
  KQ_GIFT_PACK_END,
  KQ_GIFT_PACK_COUPONS,
  KQ_GIFT_PACK_GIFT,
  KQ_GIFT_PACK_QUANTITY,
  KQ_GIFT_PACK_LEVELS,
  KQ_GIFT_PACK_POPUP_START,
  KQ_GIFT_PACK_POPUP_END,
  KQ_GIFT_PACK_JOIN_URL,
  KQ_GIFT_PACK_STATE,
  KQ_GIFT_PACK_N_FIELDS
};

#define KQ_TYPE_GIFT_PACK (kq_gift_pack_get_type ())

G_DECLARE_FINAL_TYPE (KqGiftPack, kq_gift_pack, KQ, GIFT_PACK, KqObject)

G_END_DECLS
