/* kq-plan.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-exposure.h"
#include "kq-numbers.h"

G_BEGIN_DECLS

/**
 * KqPlanItem:
 * @object: a coupon, gift pack, or activity with a gift; the campaign's
 * @first: the first day on which it can be claimed, or %KQ_DAY_NONE where it
 *   isn't known when
 * @last: the last day
 * @claims: how many claims are expected
 * @uses: how many uses
 * @cost: what these cost, in fen, or %KQ_EXPOSURE_UNBOUNDED
 *
 * What is expected of one object.
 */
typedef struct {
  KqObject *object;
  gint32    first;
  gint32    last;
  gint64    claims;
  gint64    uses;
  gint64    cost;
} KqPlanItem;

/* What is expected of a campaign by its rates, to be laid beside what came. */

#define KQ_TYPE_PLAN (kq_plan_get_type ())

typedef struct _KqPlan KqPlan;

GType         kq_plan_get_type  (void);
KqPlan       *kq_plan_new       (KqCampaign             *campaign);
KqPlan       *kq_plan_ref       (KqPlan                 *self);
void          kq_plan_unref     (KqPlan                 *self);
const GArray *kq_plan_get_items (KqPlan                 *self);
GArray       *kq_plan_by_day    (KqPlan                 *self,
                                 const KqNumbersFilter  *filter);
gint64        kq_spread         (gint64                  total,
                                 gint64                  n_days,
                                 gint64                  day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqPlan, kq_plan_unref)

G_END_DECLS
