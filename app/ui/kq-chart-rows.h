/* kq-chart-rows.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart.h"

G_BEGIN_DECLS

#define KQ_TYPE_CHART_ROWS (kq_chart_rows_get_type ())

/* The rows of a chart's table, made as they are looked at. */
G_DECLARE_FINAL_TYPE (KqChartRows, kq_chart_rows, KQ, CHART_ROWS, GObject)

GListModel *kq_chart_rows_new (KqChart *chart);

G_END_DECLS
