/* kq-numbers-filter-bar.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-numbers.h"

G_BEGIN_DECLS

#define KQ_TYPE_NUMBERS_FILTER_BAR (kq_numbers_filter_bar_get_type ())

/* Which figures one wants to see. */
G_DECLARE_FINAL_TYPE (KqNumbersFilterBar, kq_numbers_filter_bar, KQ, NUMBERS_FILTER_BAR, AdwBin)

GtkWidget       *kq_numbers_filter_bar_new          (GtkWidget          *after);
void             kq_numbers_filter_bar_set_campaign (KqNumbersFilterBar *self,
                                                     KqCampaign         *campaign,
                                                     KqNumbers          *numbers);
KqNumbersFilter  kq_numbers_filter_bar_get          (KqNumbersFilterBar *self,
                                                     KqCampaign         *campaign,
                                                     KqNumbers          *numbers);

G_END_DECLS
