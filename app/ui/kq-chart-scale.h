/* kq-chart-scale.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart-series.h"

G_BEGIN_DECLS

/**
 * KqChartScale:
 * @least: what stands at the axis' beginning
 * @most: what stands at its end
 * @step: from one mark to the next
 *
 * An axis of values, whose marks are round numbers.
 */
typedef struct {
  double least;
  double most;
  double step;
} KqChartScale;

KqChartScale kq_chart_scale_new       (double              least,
                                       double              most,
                                       guint               n_steps,
                                       KqChartUnit         unit);
double       kq_chart_scale_get_place (const KqChartScale *self,
                                       double              value);

/**
 * KqChartDays:
 * @days: from one mark to the next, or 0 where it is by months
 * @months: likewise, where @days is 0
 *
 * How far apart the marks of an axis of days stand: on days that one would name.
 * Days are counted from 1970-01-01.
 */
typedef struct {
  guint days;
  guint months;
} KqChartDays;

KqChartDays  kq_chart_days_new        (double              n_days,
                                       guint               n_marks);
gint32       kq_chart_days_get_first  (const KqChartDays  *self,
                                       gint32              day);
gint32       kq_chart_days_get_next   (const KqChartDays  *self,
                                       gint32              mark);
char        *kq_chart_days_format     (const KqChartDays  *self,
                                       gint32              mark);
char        *kq_chart_day_describe    (gint32              day);

G_END_DECLS
