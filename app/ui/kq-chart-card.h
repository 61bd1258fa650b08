/* kq-chart-card.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart.h"

G_BEGIN_DECLS

#define KQ_TYPE_CHART_CARD (kq_chart_card_get_type ())

/* A chart with its title, its table, and ways to take it along. */
G_DECLARE_FINAL_TYPE (KqChartCard, kq_chart_card, KQ, CHART_CARD, GtkBox)

GtkWidget *kq_chart_card_new       (KqChart     *chart,
                                    const char  *title,
                                    const char  *unit);
KqChart   *kq_chart_card_get_chart (KqChartCard *self);
void       kq_chart_card_set_title (KqChartCard *self,
                                    const char  *title,
                                    const char  *unit);

void       kq_chart_card_add_control (KqChartCard *self,
                                      GtkWidget   *control);

G_END_DECLS
