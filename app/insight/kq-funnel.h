/* kq-funnel.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-numbers.h"

G_BEGIN_DECLS

/**
 * KqFunnel:
 * @issued: how many coupons and packs there are to claim, of those that
 *   something was told of
 * @sums: what came of them
 * @claim_rate: claims of what was issued, in per mille
 * @use_rate: uses of what was claimed, in per mille
 * @average_order: sales of one order, in fen
 * @return_on_cost: sales for what they cost, in per mille
 * @repurchase_rate: returning buyers of all buyers, in per mille
 *
 * How far it came, from issuing to sales. What can't be said, since a part of
 * it wasn't told, is %KQ_INT_NONE.
 */
typedef struct {
  gint64 issued;
  KqSums sums;
  gint64 claim_rate;
  gint64 use_rate;
  gint64 average_order;
  gint64 return_on_cost;
  gint64 repurchase_rate;
} KqFunnel;

KqFunnel kq_funnel_compute (KqNumbers              *numbers,
                            KqCampaign             *campaign,
                            const KqNumbersFilter  *filter);

G_END_DECLS
