/* kq-coupon-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_COUPON_SECTION (kq_coupon_section_get_type ())

/* The page of the coupons. */
G_DECLARE_FINAL_TYPE (KqCouponSection, kq_coupon_section, KQ, COUPON_SECTION, KqListSection)

G_END_DECLS
