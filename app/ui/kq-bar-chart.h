/* kq-bar-chart.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart.h"

G_BEGIN_DECLS

#define KQ_TYPE_BAR_CHART (kq_bar_chart_get_type ())

/* Bars below each other, each with its name and value. */
G_DECLARE_FINAL_TYPE (KqBarChart, kq_bar_chart, KQ, BAR_CHART, KqChart)

GtkWidget *kq_bar_chart_new       (const char  *name_title,
                                   const char  *value_title,
                                   const char  *note_title,
                                   KqChartUnit  unit);
void       kq_bar_chart_clear     (KqBarChart  *self);
void       kq_bar_chart_add       (KqBarChart  *self,
                                   const char  *name,
                                   gint64       value,
                                   const char  *note);
void       kq_bar_chart_set_value_title (KqBarChart  *self,
                                         const char  *title,
                                         KqChartUnit  unit);

G_END_DECLS
