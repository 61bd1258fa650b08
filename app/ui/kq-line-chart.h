/* kq-line-chart.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart.h"

G_BEGIN_DECLS

#define KQ_TYPE_LINE_CHART (kq_line_chart_get_type ())

/* Lines over days. */
G_DECLARE_FINAL_TYPE (KqLineChart, kq_line_chart, KQ, LINE_CHART, KqChart)

GtkWidget *kq_line_chart_new         (void);
void       kq_line_chart_set_series  (KqLineChart *self,
                                      gint32       first_day,
                                      GPtrArray   *series);
GPtrArray *kq_line_chart_get_series  (KqLineChart *self);
void       kq_line_chart_get_visible (KqLineChart *self,
                                      double      *first,
                                      double      *last);
void       kq_line_chart_set_visible (KqLineChart *self,
                                      double       first,
                                      double       last);

G_END_DECLS
