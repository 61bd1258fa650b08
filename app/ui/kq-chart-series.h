/* kq-chart-series.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-pyramid.h"

G_BEGIN_DECLS

/**
 * KqChartUnit:
 * @KQ_CHART_UNIT_COUNT: whole things
 * @KQ_CHART_UNIT_MONEY: fen
 * @KQ_CHART_UNIT_RATE: per mille
 *
 * What the values of a chart are.
 */
typedef enum {
  KQ_CHART_UNIT_COUNT,
  KQ_CHART_UNIT_MONEY,
  KQ_CHART_UNIT_RATE,
} KqChartUnit;

char *kq_chart_unit_format     (KqChartUnit  unit,
                                gint64       value,
                                const char  *currency);
char *kq_chart_unit_format_raw (KqChartUnit  unit,
                                gint64       value);

#define KQ_TYPE_CHART_SERIES (kq_chart_series_get_type ())

/* Values one after the other, and what they are called. */
G_DECLARE_FINAL_TYPE (KqChartSeries, kq_chart_series, KQ, CHART_SERIES, GObject)

KqChartSeries *kq_chart_series_new         (const char    *label,
                                            KqChartUnit    unit,
                                            KqPyramid     *values);
const char    *kq_chart_series_get_label   (KqChartSeries *self);
KqChartUnit    kq_chart_series_get_unit    (KqChartSeries *self);
KqPyramid     *kq_chart_series_get_values  (KqChartSeries *self);
gint64         kq_chart_series_get_value   (KqChartSeries *self,
                                            guint          position);
gboolean       kq_chart_series_is_plan     (KqChartSeries *self);
void           kq_chart_series_set_plan    (KqChartSeries *self,
                                            gboolean       plan);

G_END_DECLS
