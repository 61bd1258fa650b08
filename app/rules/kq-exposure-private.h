/* kq-exposure-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-exposure.h"

G_BEGIN_DECLS

/* The exposure, an object at a time: all of the gift packs, then of the coupons,
 * then of the activities. */

typedef struct _KqExposureSum KqExposureSum;

KqExposureSum *kq_exposure_sum_new    (KqCampaign    *campaign);
void           kq_exposure_sum_free   (KqExposureSum *self);
void           kq_exposure_sum_add    (KqExposureSum *self,
                                       KqObject      *object);
KqExposure    *kq_exposure_sum_finish (KqExposureSum *self);

gint64         kq_exposure_add        (gint64         a,
                                       gint64         b);
gint64         kq_exposure_expect     (KqCampaign    *campaign,
                                       gint64         max);
GPtrArray     *kq_pack_list_inside    (KqCampaign    *campaign,
                                       KqObject      *pack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqExposureSum, kq_exposure_sum_free)

G_END_DECLS
