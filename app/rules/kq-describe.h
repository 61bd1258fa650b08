/* kq-describe.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-coupon.h"
#include "kq-gift-pack.h"
#include "kq-name.h"

G_BEGIN_DECLS

/* Objects of a campaign in words, in the user's language. */

char *kq_period_describe          (KqTime      start,
                                   KqTime      end,
                                   GTimeZone  *zone);
char *kq_coupon_describe          (KqCoupon   *coupon,
                                   GTimeZone  *zone);
char *kq_pack_describe            (KqGiftPack *pack,
                                   GTimeZone  *zone);

G_END_DECLS
