/* kq-numbers-charts.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-numbers.h"

G_BEGIN_DECLS

#define KQ_TYPE_NUMBERS_CHARTS (kq_numbers_charts_get_type ())

/* The figures of a period as charts. */
G_DECLARE_FINAL_TYPE (KqNumbersCharts, kq_numbers_charts, KQ, NUMBERS_CHARTS, GtkBox)

GtkWidget *kq_numbers_charts_new  (void);
void       kq_numbers_charts_show (KqNumbersCharts       *self,
                                   KqNumbers             *numbers,
                                   KqCampaign            *campaign,
                                   const KqNumbersFilter *filter);

G_END_DECLS
