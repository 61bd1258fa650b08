/* kq-dates.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"
#include "kq-profiles.h"

G_BEGIN_DECLS

/**
 * KqDateKind:
 * @KQ_DATE_REVIEW: waiting applications for the member tab are reviewed (TB-34)
 * @KQ_DATE_DRAFT: the platform drops the draft of a member center (TB-09)
 * @KQ_DATE_COUPON: a coupon that a page or message carries ends (MF-10)
 *
 * Why a day is to be remembered.
 */
typedef enum {
  KQ_DATE_REVIEW,
  KQ_DATE_DRAFT,
  KQ_DATE_COUPON,
} KqDateKind;

/**
 * KqDate:
 * @kind: why
 * @time: when
 * @object: (unowned): the member center or the coupon
 *
 * A day to be remembered.
 */
typedef struct {
  KqDateKind  kind;
  KqTime      time;
  KqObject   *object;
} KqDate;

GArray *kq_dates_compute (KqCampaign *campaign,
                          KqProfiles *profiles,
                          KqTime      moment,
                          GTimeZone  *zone);

G_END_DECLS
