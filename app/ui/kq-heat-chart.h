/* kq-heat-chart.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart.h"

G_BEGIN_DECLS

#define KQ_HEAT_CHART_N_DAYS 7
#define KQ_HEAT_CHART_N_HOURS 24
#define KQ_HEAT_CHART_N_CELLS (KQ_HEAT_CHART_N_DAYS * KQ_HEAT_CHART_N_HOURS)

#define KQ_TYPE_HEAT_CHART (kq_heat_chart_get_type ())

/* Weekday by hour. */
G_DECLARE_FINAL_TYPE (KqHeatChart, kq_heat_chart, KQ, HEAT_CHART, KqChart)

GtkWidget *kq_heat_chart_new        (KqChartUnit   unit);
void       kq_heat_chart_set_values (KqHeatChart  *self,
                                     const gint64 *values);

G_END_DECLS
