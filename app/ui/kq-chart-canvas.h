/* kq-chart-canvas.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_CHART_N_COLORS 6

/**
 * KqChartCanvas:
 * @cr: (nullable): what is drawn on; %NULL only to measure
 * @layout: (owned): for text, in the widget's font
 * @width: pixels
 * @height: pixels
 * @text: the colour of text
 * @dim: of what is said beside it
 * @grid: of the lines behind
 * @background: what lies below all of it
 * @colors: of the series, told apart without colour vision too
 *
 * Where a chart is drawn: a widget, an image or a page.
 */
typedef struct {
  cairo_t     *cr;
  PangoLayout *layout;
  int          width;
  int          height;
  GdkRGBA      text;
  GdkRGBA      dim;
  GdkRGBA      grid;
  GdkRGBA      background;
  GdkRGBA      colors[KQ_CHART_N_COLORS];
} KqChartCanvas;

void kq_chart_canvas_init      (KqChartCanvas *self,
                                GtkWidget     *widget,
                                cairo_t       *cr,
                                int            width,
                                int            height);
void kq_chart_canvas_clear     (KqChartCanvas *self);

void kq_chart_canvas_measure   (KqChartCanvas *self,
                                const char    *text,
                                int           *width,
                                int           *height);
void kq_chart_canvas_write     (KqChartCanvas *self,
                                const char    *text,
                                const GdkRGBA *color,
                                double         x,
                                double         y,
                                double         align,
                                int            max_width);
void kq_chart_canvas_fill      (KqChartCanvas *self,
                                const GdkRGBA *color,
                                double         x,
                                double         y,
                                double         width,
                                double         height);
void kq_chart_canvas_set_style (KqChartCanvas *self,
                                guint          series,
                                gboolean       plan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KqChartCanvas, kq_chart_canvas_clear)

G_END_DECLS
