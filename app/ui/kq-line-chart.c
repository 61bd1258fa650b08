/* kq-line-chart.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-line-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kq-chart-legend.h"
#include "kq-day.h"
#include "kq-field.h"

#define MIN_WIDTH 200
#define MIN_HEIGHT 220
#define NATURAL_WIDTH 560
#define NATURAL_HEIGHT 260
#define MARK_RADIUS 4

G_DEFINE_FINAL_TYPE (KqLineChart, kq_line_chart, KQ_TYPE_CHART)

static void
make_plot (KqLineChart   *self,
           KqChartCanvas *canvas,
           KqLinePlot    *plot)
{
  *plot = (KqLinePlot) { .first = self->first, .last = self->last, .first_day = self->first_day };
  plot->currency = kq_chart_get_currency (KQ_CHART (self));
  if (self->series->len > 0)
    plot->unit = kq_chart_series_get_unit (self->series->pdata[0]);
  plot->y = kq_chart_legend_measure (canvas, self->series);
  kq_line_plot_init (plot, canvas, self->series);
}

/* As it is in the window, without drawing it. */
void
kq_line_chart_find_plot (KqLineChart *self,
                         KqLinePlot  *plot)
{
  g_auto (KqChartCanvas) canvas = { 0 };
  GtkWidget *widget = GTK_WIDGET (self);

  kq_chart_canvas_init (&canvas, widget, NULL, gtk_widget_get_width (widget),
                        gtk_widget_get_height (widget));
  make_plot (self, &canvas, plot);
}

/* KqChart */

static void
kq_line_chart_draw (KqChart       *chart,
                    KqChartCanvas *canvas)
{
  KqLineChart *self = KQ_LINE_CHART (chart);
  KqLinePlot plot;

  if (self->length == 0)
    return;

  make_plot (self, canvas, &plot);
  kq_chart_legend_draw (canvas, self->series);
  kq_line_plot_draw_axes (&plot, canvas);
  for (guint i = self->series->len; i-- > 0;)
    kq_line_plot_draw_series (&plot, canvas, self->series->pdata[i], i);
}

static void
kq_line_chart_draw_step (KqChart       *chart,
                         KqChartCanvas *canvas,
                         guint          step)
{
  KqLineChart *self = KQ_LINE_CHART (chart);
  KqLinePlot plot;
  double x;

  make_plot (self, canvas, &plot);
  x = kq_line_plot_get_x (&plot, step);
  kq_chart_canvas_fill (canvas, &canvas->dim, round (x), plot.y, 1, plot.height);
  for (guint i = 0; i < self->series->len; i++)
    {
      gint64 value = kq_chart_series_get_value (self->series->pdata[i], step);

      if (value == KQ_INT_NONE)
        continue;
      gdk_cairo_set_source_rgba (canvas->cr, &canvas->colors[i % KQ_CHART_N_COLORS]);
      cairo_arc (canvas->cr, x, kq_line_plot_get_y (&plot, value), MARK_RADIUS, 0, 2 * G_PI);
      cairo_fill (canvas->cr);
    }
  cairo_move_to (canvas->cr, x, plot.y);
}

static guint
kq_line_chart_find_step (KqChart *chart,
                         double   x,
                         double   y)
{
  KqLineChart *self = KQ_LINE_CHART (chart);
  KqLinePlot plot;

  if (self->length == 0)
    return KQ_CHART_NO_STEP;

  kq_line_chart_find_plot (self, &plot);

  return CLAMP (round (kq_line_plot_find (&plot, x)), 0, self->length - 1);
}

static guint
kq_line_chart_get_n_steps (KqChart *chart)
{
  return KQ_LINE_CHART (chart)->length;
}

static char *
kq_line_chart_describe_step (KqChart *chart,
                             guint    step)
{
  KqLineChart *self = KQ_LINE_CHART (chart);
  GString *text = g_string_new (NULL);
  g_autofree char *day = kq_chart_day_describe (self->first_day + (gint32) step);

  g_string_append (text, day);
  for (guint i = 0; i < self->series->len; i++)
    {
      g_autofree char *value = KQ_CHART_GET_CLASS (self)->get_cell (chart, step, i + 1, FALSE);

      g_string_append_c (text, '\n');
      /* Translators: what a chart says of a day: “Claims: 1,248” */
      g_string_append_printf (text, _("%s: %s"),
                              kq_chart_series_get_label (self->series->pdata[i]), value);
    }

  return g_string_free (text, FALSE);
}

static void
kq_line_chart_get_table_size (KqChart *chart,
                              guint   *n_rows,
                              guint   *n_columns)
{
  KqLineChart *self = KQ_LINE_CHART (chart);

  *n_rows = self->length;
  *n_columns = self->series->len + 1;
}

static char *
kq_line_chart_get_title (KqChart *chart,
                         guint    column)
{
  KqLineChart *self = KQ_LINE_CHART (chart);

  if (column == 0)
    return g_strdup (_("Day"));

  return g_strdup (kq_chart_series_get_label (self->series->pdata[column - 1]));
}

static char *
kq_line_chart_get_cell (KqChart  *chart,
                        guint     row,
                        guint     column,
                        gboolean  raw)
{
  KqLineChart *self = KQ_LINE_CHART (chart);
  const gint32 day = self->first_day + (gint32) row;
  KqChartSeries *series;

  if (column == 0)
    return raw ? kq_day_to_string (day) : kq_chart_day_describe (day);

  series = self->series->pdata[column - 1];
  if (raw)
    return kq_chart_unit_format_raw (kq_chart_series_get_unit (series),
                                     kq_chart_series_get_value (series, row));

  return kq_chart_unit_format (kq_chart_series_get_unit (series),
                               kq_chart_series_get_value (series, row),
                               kq_chart_get_currency (chart));
}

/* GtkWidget and GObject */

static void
kq_line_chart_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  const gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_width ? MIN_WIDTH : MIN_HEIGHT;
  *natural = is_width ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
kq_line_chart_finalize (GObject *object)
{
  g_ptr_array_unref (KQ_LINE_CHART (object)->series);

  G_OBJECT_CLASS (kq_line_chart_parent_class)->finalize (object);
}

static void
kq_line_chart_class_init (KqLineChartClass *klass)
{
  KqChartClass *chart_class = KQ_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kq_line_chart_finalize;
  GTK_WIDGET_CLASS (klass)->measure = kq_line_chart_measure;
  chart_class->draw = kq_line_chart_draw;
  chart_class->draw_step = kq_line_chart_draw_step;
  chart_class->find_step = kq_line_chart_find_step;
  chart_class->get_n_steps = kq_line_chart_get_n_steps;
  chart_class->describe_step = kq_line_chart_describe_step;
  chart_class->get_table_size = kq_line_chart_get_table_size;
  chart_class->get_title = kq_line_chart_get_title;
  chart_class->get_cell = kq_line_chart_get_cell;
}

static void
kq_line_chart_init (KqLineChart *self)
{
  self->series = g_ptr_array_new_with_free_func (g_object_unref);
  kq_line_chart_add_controllers (self);
}

/**
 * kq_line_chart_new:
 *
 * Returns: (transfer floating): a chart without lines
 */
GtkWidget *
kq_line_chart_new (void)
{
  return g_object_new (KQ_TYPE_LINE_CHART, NULL);
}

/**
 * kq_line_chart_set_series:
 * @self: a chart
 * @first_day: the day of each series' first value, counted from 1970-01-01
 * @series: (element-type KqChartSeries): the lines, all in one unit; the first
 *   is drawn on top
 *
 * Shows these lines, from their first day to their last.
 */
void
kq_line_chart_set_series (KqLineChart *self,
                          gint32       first_day,
                          GPtrArray   *series)
{
  g_return_if_fail (KQ_IS_LINE_CHART (self) && series != NULL);

  g_ptr_array_unref (self->series);
  self->series = g_ptr_array_ref (series);
  self->first_day = first_day;
  self->length = 0;
  for (guint i = 0; i < series->len; i++)
    self->length = MAX (self->length,
                        kq_pyramid_get_length (kq_chart_series_get_values (series->pdata[i])));
  self->first = 0;
  self->last = self->length > 0 ? self->length - 1 : 0;
  kq_chart_changed (KQ_CHART (self));
}

/* (transfer none) (element-type KqChartSeries) */
GPtrArray *
kq_line_chart_get_series (KqLineChart *self)
{
  g_return_val_if_fail (KQ_IS_LINE_CHART (self), NULL);

  return self->series;
}

void
kq_line_chart_get_visible (KqLineChart *self,
                           double      *first,
                           double      *last)
{
  g_return_if_fail (KQ_IS_LINE_CHART (self) && first != NULL && last != NULL);

  *first = self->first;
  *last = self->last;
}

/**
 * kq_line_chart_set_visible:
 * @self: a chart
 * @first: the position at its left edge
 * @last: the position at its right edge
 *
 * Shows these values only, as far as there are any.
 */
void
kq_line_chart_set_visible (KqLineChart *self,
                           double       first,
                           double       last)
{
  const double end = self->length > 0 ? self->length - 1 : 0;

  g_return_if_fail (KQ_IS_LINE_CHART (self) && first <= last);

  first = CLAMP (first, 0, end);
  last = CLAMP (last, first, end);
  if (self->first == first && self->last == last)
    return;

  self->first = first;
  self->last = last;
  kq_chart_queue_draw (KQ_CHART (self));
}
