/* kq-pack-stock.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-coupon.h"
#include "kq-gift-pack.h"

G_BEGIN_DECLS

/* How many packs there are, and what they leave of a coupon. */

gint64 kq_gift_pack_get_total       (KqGiftPack *pack,
                                     KqObject  **limit);
gint64 kq_coupon_get_stock_for_pack (KqCoupon   *coupon,
                                     KqGiftPack *pack);

G_END_DECLS
