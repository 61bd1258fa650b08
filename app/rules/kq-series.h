/* kq-series.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"
#include "kq-coupon.h"

G_BEGIN_DECLS

/* A series: the same offer on the same platform, one after the other. */

KqObject *kq_series_find_last (KqCampaign *campaign,
                               KqObject   *coupon);
KqObject *kq_series_make_next (KqCampaign *campaign,
                               KqObject   *coupon,
                               const char *id,
                               GTimeZone  *zone);

G_END_DECLS
