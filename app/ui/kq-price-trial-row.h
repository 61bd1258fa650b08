/* kq-price-trial-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-price-check.h"

G_BEGIN_DECLS

#define KQ_TYPE_PRICE_TRIAL_ROW (kq_price_trial_row_get_type ())

/* Asks for a coupon to try out. Signal “changed”. */
G_DECLARE_FINAL_TYPE (KqPriceTrialRow, kq_price_trial_row, KQ, PRICE_TRIAL_ROW, AdwBin)

GtkWidget *kq_price_trial_row_new (void);
void       kq_price_trial_row_get (KqPriceTrialRow *self,
                                   KqPriceTrial    *trial);

G_END_DECLS
