/* kq-line-plot.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-line-chart-private.h"

#include <math.h>

#include "kq-field.h"

#define GAP 8
#define MARGIN_END 14
/* Pixels from mark to mark, at least */
#define STEP_HEIGHT 44
#define STEP_WIDTH 84
/* Where points are that far apart, they are drawn too. */
#define POINT_DISTANCE 14
#define POINT_RADIUS 2.5

static void
find_range (KqLinePlot *self,
            GPtrArray  *series,
            double     *least,
            double     *most)
{
  const guint first = floor (self->first), end = ceil (self->last) + 1;

  *least = *most = 0;
  for (guint i = 0; i < series->len; i++)
    {
      KqColumn seen = kq_pyramid_look (kq_chart_series_get_values (series->pdata[i]), first, end);

      if (seen.n == 0 || seen.min > seen.max)
        continue;
      *least = MIN (*least, seen.min);
      *most = MAX (*most, seen.max);
    }
}

static int
measure_marks (KqLinePlot    *self,
               KqChartCanvas *canvas)
{
  int widest = 0;

  for (double mark = self->scale.least; mark <= self->scale.most + self->scale.step / 2;
       mark += self->scale.step)
    {
      g_autofree char *text = kq_chart_unit_format (self->unit, llround (mark), self->currency);
      int width;

      kq_chart_canvas_measure (canvas, text, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

/**
 * kq_line_plot_init:
 * @self: a plot of which the positions, the unit and the currency are set, and
 *   what is above it as its @y
 * @canvas: where it is drawn
 * @series: (element-type KqChartSeries): what is drawn
 *
 * Divides the room between lines and marks. The scale fits what can be seen.
 */
void
kq_line_plot_init (KqLinePlot    *self,
                   KqChartCanvas *canvas,
                   GPtrArray     *series)
{
  double least, most;
  int text_height;

  kq_chart_canvas_measure (canvas, "0", NULL, &text_height);
  self->y += text_height / 2.0 + 1;
  self->height = MAX (1, canvas->height - self->y - text_height - GAP);

  find_range (self, series, &least, &most);
  self->scale = kq_chart_scale_new (least, most, MAX (1, self->height / STEP_HEIGHT), self->unit);
  self->x = measure_marks (self, canvas) + GAP;
  self->width = MAX (1, canvas->width - self->x - MARGIN_END);
}

double
kq_line_plot_get_x (KqLinePlot *self,
                    double      position)
{
  if (self->last <= self->first)
    return self->x + self->width / 2;

  return self->x + (position - self->first) / (self->last - self->first) * self->width;
}

double
kq_line_plot_get_y (KqLinePlot *self,
                    double      value)
{
  return self->y + self->height * (1 - kq_chart_scale_get_place (&self->scale, value));
}

/* The position below a point. */
double
kq_line_plot_find (KqLinePlot *self,
                   double      x)
{
  return self->first + (x - self->x) / self->width * (self->last - self->first);
}

static void
draw_values (KqLinePlot    *self,
             KqChartCanvas *canvas)
{
  for (double mark = self->scale.least; mark <= self->scale.most + self->scale.step / 2;
       mark += self->scale.step)
    {
      g_autofree char *text = kq_chart_unit_format (self->unit, llround (mark), self->currency);
      double y = round (kq_line_plot_get_y (self, mark));
      int height;

      kq_chart_canvas_measure (canvas, text, NULL, &height);
      kq_chart_canvas_write (canvas, text, &canvas->dim, self->x - GAP, y - height / 2.0, 1, -1);
      kq_chart_canvas_fill (canvas, &canvas->grid, self->x, y, self->width, 1);
    }
}

static void
draw_days (KqLinePlot    *self,
           KqChartCanvas *canvas)
{
  const double y = self->y + self->height + GAP;
  KqChartDays days = kq_chart_days_new (self->last - self->first + 1,
                                        MAX (1, self->width / STEP_WIDTH));
  gint32 mark = kq_chart_days_get_first (&days, self->first_day + (gint32) ceil (self->first));

  for (; mark <= self->first_day + self->last; mark = kq_chart_days_get_next (&days, mark))
    {
      g_autofree char *text = kq_chart_days_format (&days, mark);
      double x = kq_line_plot_get_x (self, mark - self->first_day);
      int width;

      kq_chart_canvas_measure (canvas, text, &width, NULL);
      x = CLAMP (x, self->x + width / 2.0 - GAP, canvas->width - width / 2.0);
      kq_chart_canvas_write (canvas, text, &canvas->dim, x, y, .5, -1);
    }
}

void
kq_line_plot_draw_axes (KqLinePlot    *self,
                        KqChartCanvas *canvas)
{
  draw_values (self, canvas);
  draw_days (self, canvas);
}

static void
draw_point (KqLinePlot    *self,
            KqChartCanvas *canvas,
            double         x,
            double         y)
{
  cairo_new_sub_path (canvas->cr);
  cairo_arc (canvas->cr, x, y, POINT_RADIUS, 0, 2 * G_PI);
}

static gboolean
is_known (KqChartSeries *series,
          guint          position)
{
  return kq_chart_series_get_value (series, position) != KQ_INT_NONE;
}

/* The position after the last one that is seen. */
static guint
find_end (KqLinePlot    *self,
          KqChartSeries *series)
{
  return MIN (ceil (self->last) + 1, kq_pyramid_get_length (kq_chart_series_get_values (series)));
}

/* Where nothing is known, the line has a gap. */
static void
draw_line (KqLinePlot    *self,
           KqChartCanvas *canvas,
           KqChartSeries *series)
{
  const guint end = find_end (self, series);
  gboolean is_drawing = FALSE;

  for (guint i = floor (self->first); i < end; i++)
    {
      gint64 value = kq_chart_series_get_value (series, i);

      if (value == KQ_INT_NONE)
        is_drawing = FALSE;
      else if (is_drawing)
        cairo_line_to (canvas->cr, kq_line_plot_get_x (self, i), kq_line_plot_get_y (self, value));
      else
        cairo_move_to (canvas->cr, kq_line_plot_get_x (self, i), kq_line_plot_get_y (self, value));
      is_drawing = value != KQ_INT_NONE;
    }
  cairo_stroke (canvas->cr);
}

/* All of them where there is room, or else those that stand alone and would not
 * be seen. */
static void
draw_points (KqLinePlot    *self,
             KqChartCanvas *canvas,
             KqChartSeries *series)
{
  const guint end = find_end (self, series);
  const double distance = self->width / MAX (1, self->last - self->first);

  for (guint i = floor (self->first); i < end; i++)
    {
      gint64 value = kq_chart_series_get_value (series, i);
      gboolean is_alone = (i == 0 || !is_known (series, i - 1)) &&
                          !is_known (series, i + 1);

      if (value != KQ_INT_NONE && (distance >= POINT_DISTANCE || is_alone))
        draw_point (self, canvas, kq_line_plot_get_x (self, i), kq_line_plot_get_y (self, value));
    }
  cairo_fill (canvas->cr);
}

/* Many values share a pixel: from the least of them to the most, and to the
 * pixel before, so that the line has no holes. */
static void
draw_columns (KqLinePlot    *self,
              KqChartCanvas *canvas,
              KqChartSeries *series)
{
  const guint n_columns = MAX (1, self->width);
  g_autofree KqColumn *columns = g_new (KqColumn, n_columns);
  double above = NAN, below = NAN;

  kq_pyramid_reduce (kq_chart_series_get_values (series), self->first, self->last + 1, n_columns,
                     columns);
  for (guint i = 0; i < n_columns; i++)
    {
      double top, bottom;

      if (columns[i].n == 0 || columns[i].min > columns[i].max)
        {
          above = below = NAN;
          continue;
        }

      top = kq_line_plot_get_y (self, columns[i].max);
      bottom = kq_line_plot_get_y (self, columns[i].min);
      /* fmin() and fmax() pass over what is no number. */
      cairo_rectangle (canvas->cr, floor (self->x) + i, fmin (top, below) - .75, 1,
                       fmax (bottom, above) - fmin (top, below) + 1.5);
      above = top;
      below = bottom;
    }
  cairo_fill (canvas->cr);
}

/**
 * kq_line_plot_draw_series:
 * @self: a plot
 * @canvas: where it is drawn
 * @series: the values of a line
 * @number: which line it is, for its colour
 *
 * Draws a line. What it costs grows with the pixels, not with the values.
 */
void
kq_line_plot_draw_series (KqLinePlot    *self,
                          KqChartCanvas *canvas,
                          KqChartSeries *series,
                          guint          number)
{
  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, self->x - POINT_RADIUS, 0, self->width + 2 * POINT_RADIUS,
                   canvas->height);
  cairo_clip (canvas->cr);

  kq_chart_canvas_set_style (canvas, number, kq_chart_series_is_plan (series));
  if (self->last - self->first <= self->width)
    {
      draw_line (self, canvas, series);
      if (!kq_chart_series_is_plan (series))
        draw_points (self, canvas, series);
    }
  else
    draw_columns (self, canvas, series);

  cairo_restore (canvas->cr);
}
