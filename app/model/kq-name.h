/* kq-name.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-coupon.h"

G_BEGIN_DECLS

/* What one object of a campaign is called, in the user's language. */

char *kq_object_describe_name     (KqObject *object);
char *kq_object_describe_place    (KqObject *object);
char *kq_coupon_describe_discount (KqCoupon *coupon);

G_END_DECLS
