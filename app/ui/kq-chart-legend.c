/* kq-chart-legend.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-legend.h"

#include <math.h>

#include "kq-chart-series.h"

#define SAMPLE_WIDTH 26
#define SAMPLE_GAP 6
#define ENTRY_GAP 18
#define LINE_GAP 4
#define BELOW 10

/* Which line belongs to which series, above the lines and drawn with them: so
 * that it is in an exported picture too. */

typedef void (*VisitEntry) (KqChartCanvas *canvas,
                            KqChartSeries *series,
                            guint          number,
                            double         x,
                            double         y,
                            int            text_height);

/* Goes through the entries, line by line, and returns their height. */
static int
visit_entries (KqChartCanvas *canvas,
               GPtrArray     *series,
               VisitEntry     visit)
{
  double x = 0, y = 0;
  int height = 0;

  for (guint i = 0; i < series->len; i++)
    {
      int width;

      kq_chart_canvas_measure (canvas, kq_chart_series_get_label (series->pdata[i]), &width,
                               &height);
      width += SAMPLE_WIDTH + SAMPLE_GAP;
      if (x > 0 && x + width > canvas->width)
        {
          x = 0;
          y += height + LINE_GAP;
        }
      if (visit != NULL)
        visit (canvas, series->pdata[i], i, x, y, height);
      x += width + ENTRY_GAP;
    }

  return y + height;
}

static void
draw_entry (KqChartCanvas *canvas,
            KqChartSeries *series,
            guint          number,
            double         x,
            double         y,
            int            text_height)
{
  const double middle = round (y + text_height / 2.0);
  const double text_x = x + SAMPLE_WIDTH + SAMPLE_GAP;

  kq_chart_canvas_set_style (canvas, number, kq_chart_series_is_plan (series));
  cairo_move_to (canvas->cr, x, middle);
  cairo_line_to (canvas->cr, x + SAMPLE_WIDTH, middle);
  cairo_stroke (canvas->cr);
  kq_chart_canvas_write (canvas, kq_chart_series_get_label (series), &canvas->dim, text_x, y, 0,
                         MAX (1, canvas->width - text_x));
}

/**
 * kq_chart_legend_measure:
 * @canvas: where it would be drawn
 * @series: (element-type KqChartSeries): of what
 *
 * Returns: how high it is with the gap below it, in pixels; one series alone
 *   needs none, since the title says what it is
 */
int
kq_chart_legend_measure (KqChartCanvas *canvas,
                         GPtrArray     *series)
{
  return series->len > 1 ? visit_entries (canvas, series, NULL) + BELOW : 0;
}

/**
 * kq_chart_legend_draw:
 * @canvas: where it is drawn, at the top
 * @series: (element-type KqChartSeries): of what
 */
void
kq_chart_legend_draw (KqChartCanvas *canvas,
                      GPtrArray     *series)
{
  if (series->len > 1)
    visit_entries (canvas, series, draw_entry);
}
