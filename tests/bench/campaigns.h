/* campaigns.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a campaign with as many coupons, the same for the same seed. */
GBytes *bench_campaign (guint   n_coupons,
                        guint32 seed);

/* The same of Douyin coupons that have no fault and follow each other hour by
 * hour; each tenth is for one of two levels, beside one for the other. */
GBytes *bench_contiguous (guint   n_coupons,
                          guint32 seed);

G_END_DECLS
