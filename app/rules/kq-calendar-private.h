/* kq-calendar-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-calendar.h"

G_BEGIN_DECLS

/* The search for gaps in steps: all coupons are added, then it goes on until
 * there is no more. */

typedef struct _KqGapSearch KqGapSearch;

KqGapSearch *kq_gap_search_new      (KqCampaign  *campaign);
void         kq_gap_search_free     (KqGapSearch *self);
void         kq_gap_search_add      (KqGapSearch *self,
                                     KqObject    *coupon);
gboolean     kq_gap_search_step     (KqGapSearch *self);
GArray      *kq_gap_search_get_gaps (KqGapSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqGapSearch, kq_gap_search_free)

G_END_DECLS
