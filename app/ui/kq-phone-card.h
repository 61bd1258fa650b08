/* kq-phone-card.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-phone-block.h"

G_BEGIN_DECLS

#define KQ_TYPE_PHONE_CARD (kq_phone_card_get_type ())

/* A member's card. */
G_DECLARE_FINAL_TYPE (KqPhoneCard, kq_phone_card, KQ, PHONE_CARD, KqPhoneBlock)

G_END_DECLS
