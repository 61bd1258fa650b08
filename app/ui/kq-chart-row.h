/* kq-chart-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart.h"

G_BEGIN_DECLS

#define KQ_TYPE_CHART_ROW (kq_chart_row_get_type ())

/* A row of a chart's table. */
G_DECLARE_FINAL_TYPE (KqChartRow, kq_chart_row, KQ, CHART_ROW, GObject)

KqChartRow *kq_chart_row_new      (KqChart    *chart,
                                   guint       number);
char       *kq_chart_row_get_cell (KqChartRow *self,
                                   guint       column);

G_END_DECLS
