/* kq-chart-mark.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-mark.h"

#include <math.h>

#define LABEL_PADDING 8
#define LABEL_DISTANCE 12
#define LABEL_RADIUS 6

/* What is drawn over a chart where one points at it. */

static void
measure_label (KqChartCanvas *canvas,
               const char    *text,
               int           *width,
               int           *height)
{
  kq_chart_canvas_measure (canvas, text, width, height);
  *width += 2 * LABEL_PADDING;
  *height += 2 * LABEL_PADDING;
}

static void
add_rounded_rectangle (cairo_t *cr,
                       double   x,
                       double   y,
                       double   width,
                       double   height)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - LABEL_RADIUS, y + LABEL_RADIUS, LABEL_RADIUS, -G_PI_2, 0);
  cairo_arc (cr, x + width - LABEL_RADIUS, y + height - LABEL_RADIUS, LABEL_RADIUS, 0, G_PI_2);
  cairo_arc (cr, x + LABEL_RADIUS, y + height - LABEL_RADIUS, LABEL_RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, x + LABEL_RADIUS, y + LABEL_RADIUS, LABEL_RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Beside the mark, on the side that has room for it. The mark says where it is
 * by cairo's current point. */
static void
draw_label (KqChartCanvas *canvas,
            const char    *text)
{
  cairo_t *cr = canvas->cr;
  int width, height;
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  measure_label (canvas, text, &width, &height);
  x = x + LABEL_DISTANCE + width <= canvas->width ? x + LABEL_DISTANCE : x - LABEL_DISTANCE - width;
  x = round (CLAMP (x, 0, MAX (0, canvas->width - width)));
  y = round (CLAMP (y, 0, MAX (0, canvas->height - height)));

  add_rounded_rectangle (cr, x + .5, y + .5, width - 1, height - 1);
  gdk_cairo_set_source_rgba (cr, &canvas->background);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  gdk_cairo_set_source_rgba (cr, &canvas->dim);
  cairo_stroke (cr);
  kq_chart_canvas_write (canvas, text, &canvas->text, x + LABEL_PADDING, y + LABEL_PADDING, 0, -1);
}

/**
 * kq_chart_mark_snapshot:
 * @chart: a chart with a step to mark
 * @snapshot: what to draw on
 * @width: pixels
 * @height: pixels
 *
 * Marks the step, and writes beside it what it says.
 */
void
kq_chart_mark_snapshot (KqChart     *chart,
                        GtkSnapshot *snapshot,
                        int          width,
                        int          height)
{
  KqChartClass *klass = KQ_CHART_GET_CLASS (chart);
  const guint step = kq_chart_get_step (chart);
  g_autofree char *text = klass->describe_step (chart, step);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  KqChartCanvas canvas;

  kq_chart_canvas_init (&canvas, GTK_WIDGET (chart), cr, width, height);
  klass->draw_step (chart, &canvas, step);
  draw_label (&canvas, text);
  kq_chart_canvas_clear (&canvas);
  cairo_destroy (cr);
}
