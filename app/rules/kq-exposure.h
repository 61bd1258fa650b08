/* kq-exposure.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/* Unbounded: a percent coupon that nothing caps, or more than can be held. */
#define KQ_EXPOSURE_UNBOUNDED G_MAXINT64

/**
 * KqExposureItem:
 * @object: a coupon, a gift pack, or an activity with a gift
 * @quantity: how many of it count
 * @max: fen at most, or %KQ_EXPOSURE_UNBOUNDED
 * @expected: fen by the campaign's claim and use rates, or likewise
 *
 * What one object may cost.
 */
typedef struct {
  KqObject *object;
  gint64    quantity;
  gint64    max;
  gint64    expected;
} KqExposureItem;

/**
 * KqExposure:
 * @items: (element-type KqExposureItem): in file order, none of quantity 0
 * @max: fen at most, or %KQ_EXPOSURE_UNBOUNDED
 * @expected: fen by the campaign's claim and use rates, or likewise
 *
 * The money at stake.
 */
typedef struct {
  GArray *items;
  gint64  max;
  gint64  expected;
} KqExposure;

/**
 * KqExposureShare:
 * @platform: a #KqPlatform, or -1 for what names none that is known
 * @max: fen at most, or %KQ_EXPOSURE_UNBOUNDED
 * @expected: fen by the campaign's claim and use rates, or likewise
 *
 * What one platform's objects may cost together.
 */
typedef struct {
  int    platform;
  gint64 max;
  gint64 expected;
} KqExposureShare;

KqExposure *kq_exposure_compute        (KqCampaign       *campaign);
void        kq_exposure_free           (KqExposure       *exposure);
GArray     *kq_exposure_by_platform    (KqCampaign       *campaign,
                                        const KqExposure *exposure);
GPtrArray  *kq_exposure_list_unbounded (KqCampaign       *campaign,
                                        const KqExposure *exposure);
char       *kq_exposure_describe       (gint64            fen,
                                        const char       *currency);
gint64      kq_coupon_get_most_off     (KqCampaign       *campaign,
                                        KqObject         *coupon);
gint64      kq_pack_get_lowest         (KqCampaign       *campaign,
                                        KqObject         *pack,
                                        KqObject        **limiting);
gint64      kq_pack_get_total          (KqCampaign       *campaign,
                                        KqObject         *pack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqExposure, kq_exposure_free)

G_END_DECLS
