/* kq-line-chart-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-chart-scale.h"
#include "kq-line-chart.h"

G_BEGIN_DECLS

/**
 * KqLineChart:
 *
 * Lines over days. Where there are more days than pixels, each pixel shows the
 * least and the most of its days. Wheel with Control, two fingers, plus and minus
 * show less of it or more.
 */
struct _KqLineChart {
  KqChart     parent_instance;

  GPtrArray  *series;     /* (owned) (element-type KqChartSeries) */
  gint32      first_day;
  guint       length;
  double      first;      /* the position at the left edge */
  double      last;       /* and at the right one */
  double      drag_first;
  double      pinch_span;
};

/**
 * KqLinePlot:
 * @x: where the lines may be drawn, in pixels
 * @y: likewise
 * @width: likewise
 * @height: likewise
 * @scale: of the values
 * @first: the position at the left edge
 * @last: the position at the right edge
 * @first_day: the day of position 0
 * @unit: of the values
 * @currency: of money
 *
 * Where a line chart puts what it shows.
 */
typedef struct {
  double        x;
  double        y;
  double        width;
  double        height;
  KqChartScale  scale;
  double        first;
  double        last;
  gint32        first_day;
  KqChartUnit   unit;
  const char   *currency;
} KqLinePlot;

void   kq_line_plot_init        (KqLinePlot    *self,
                                 KqChartCanvas *canvas,
                                 GPtrArray     *series);
double kq_line_plot_get_x       (KqLinePlot    *self,
                                 double         position);
double kq_line_plot_get_y       (KqLinePlot    *self,
                                 double         value);
double kq_line_plot_find        (KqLinePlot    *self,
                                 double         x);
void   kq_line_plot_draw_axes   (KqLinePlot    *self,
                                 KqChartCanvas *canvas);
void   kq_line_plot_draw_series (KqLinePlot    *self,
                                 KqChartCanvas *canvas,
                                 KqChartSeries *series,
                                 guint          number);

void   kq_line_chart_find_plot       (KqLineChart *self,
                                      KqLinePlot  *plot);
void   kq_line_chart_add_controllers (KqLineChart *self);

G_END_DECLS
