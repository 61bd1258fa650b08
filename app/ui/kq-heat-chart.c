/* kq-heat-chart.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-heat-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kq-field.h"

#define MIN_WIDTH 220
#define NATURAL_WIDTH 560
#define MIN_CELL 18
#define GAP 8
#define CELL_GAP 1
#define LEAST_ALPHA .06f
/* Every how many hours one is written, at least this far apart */
#define HOUR_DISTANCE 26

/* Where it is drawn, in pixels */
typedef struct {
  double x;
  double y;
  double width;
  double height;
  int    text_height;
} Plot;

/**
 * KqHeatChart:
 *
 * When in the week something happens: a cell for every hour of every weekday, the
 * darker the more. Arrow keys go through the hours, up and down through the days.
 */
struct _KqHeatChart {
  KqChart      parent_instance;

  KqChartUnit  unit;
  gint64       values[KQ_HEAT_CHART_N_CELLS];
};

G_DEFINE_FINAL_TYPE (KqHeatChart, kq_heat_chart, KQ_TYPE_CHART)

/* From Monday on */
static const char * const weekdays[KQ_HEAT_CHART_N_DAYS] = {
  NC_("weekday", "Mon"), NC_("weekday", "Tue"), NC_("weekday", "Wed"), NC_("weekday", "Thu"),
  NC_("weekday", "Fri"), NC_("weekday", "Sat"), NC_("weekday", "Sun"),
};

static const char *
get_weekday (guint day)
{
  return g_dpgettext2 (NULL, "weekday", weekdays[day]);
}

static void
lay_out (KqChartCanvas *canvas,
         Plot          *plot)
{
  int widest = 0;

  for (guint day = 0; day < KQ_HEAT_CHART_N_DAYS; day++)
    {
      int width;

      kq_chart_canvas_measure (canvas, get_weekday (day), &width, &plot->text_height);
      widest = MAX (widest, width);
    }

  plot->x = widest + GAP;
  plot->y = 0;
  plot->width = MAX (1, canvas->width - plot->x) / (double) KQ_HEAT_CHART_N_HOURS;
  plot->height = MAX (1, canvas->height - plot->text_height - GAP) /
                 (double) KQ_HEAT_CHART_N_DAYS;
}

static gint64
find_most (KqHeatChart *self)
{
  gint64 most = 0;

  for (guint i = 0; i < KQ_HEAT_CHART_N_CELLS; i++)
    most = MAX (most, self->values[i]);

  return most;
}

static void
draw_cells (KqHeatChart   *self,
            KqChartCanvas *canvas,
            const Plot    *plot)
{
  const gint64 most = find_most (self);

  for (guint i = 0; i < KQ_HEAT_CHART_N_CELLS; i++)
    {
      GdkRGBA color = canvas->colors[0];
      double part = most > 0 ? (double) MAX (self->values[i], 0) / most : 0;

      color.alpha = LEAST_ALPHA + (1 - LEAST_ALPHA) * part;
      kq_chart_canvas_fill (canvas, &color,
                            plot->x + i % KQ_HEAT_CHART_N_HOURS * plot->width,
                            plot->y + i / KQ_HEAT_CHART_N_HOURS * plot->height,
                            plot->width - CELL_GAP, plot->height - CELL_GAP);
    }
}

static void
draw_marks (KqChartCanvas *canvas,
            const Plot    *plot)
{
  const guint step = plot->width * 3 >= HOUR_DISTANCE ? 3 : 6;

  for (guint day = 0; day < KQ_HEAT_CHART_N_DAYS; day++)
    kq_chart_canvas_write (canvas, get_weekday (day), &canvas->dim, plot->x - GAP,
                           plot->y + day * plot->height + (plot->height - plot->text_height) / 2,
                           1, -1);
  for (guint hour = 0; hour < KQ_HEAT_CHART_N_HOURS; hour += step)
    {
      g_autofree char *text = g_strdup_printf ("%u", hour);

      kq_chart_canvas_write (canvas, text, &canvas->dim, plot->x + (hour + .5) * plot->width,
                             plot->y + KQ_HEAT_CHART_N_DAYS * plot->height + GAP, .5, -1);
    }
}

static void
kq_heat_chart_draw (KqChart       *chart,
                    KqChartCanvas *canvas)
{
  Plot plot;

  lay_out (canvas, &plot);
  draw_cells (KQ_HEAT_CHART (chart), canvas, &plot);
  draw_marks (canvas, &plot);
}

static void
kq_heat_chart_draw_step (KqChart       *chart,
                         KqChartCanvas *canvas,
                         guint          step)
{
  Plot plot;
  double x, y;

  lay_out (canvas, &plot);
  x = plot.x + step % KQ_HEAT_CHART_N_HOURS * plot.width;
  y = plot.y + step / KQ_HEAT_CHART_N_HOURS * plot.height;
  gdk_cairo_set_source_rgba (canvas->cr, &canvas->text);
  cairo_set_line_width (canvas->cr, 2);
  cairo_rectangle (canvas->cr, x, y, plot.width - CELL_GAP, plot.height - CELL_GAP);
  cairo_stroke (canvas->cr);
  cairo_move_to (canvas->cr, x + plot.width, y);
}

static guint
kq_heat_chart_find_step (KqChart *chart,
                         double   x,
                         double   y)
{
  GtkWidget *widget = GTK_WIDGET (chart);
  g_auto (KqChartCanvas) canvas = { 0 };
  int day, hour;
  Plot plot;

  kq_chart_canvas_init (&canvas, widget, NULL, gtk_widget_get_width (widget),
                        gtk_widget_get_height (widget));
  lay_out (&canvas, &plot);
  hour = floor ((x - plot.x) / plot.width);
  day = floor ((y - plot.y) / plot.height);
  if (hour < 0 || hour >= KQ_HEAT_CHART_N_HOURS || day < 0 || day >= KQ_HEAT_CHART_N_DAYS)
    return KQ_CHART_NO_STEP;

  return day * KQ_HEAT_CHART_N_HOURS + hour;
}

static guint
kq_heat_chart_get_n_steps (KqChart *chart)
{
  return KQ_HEAT_CHART_N_CELLS;
}

static char *
kq_heat_chart_describe_step (KqChart *chart,
                             guint    step)
{
  KqHeatChart *self = KQ_HEAT_CHART (chart);
  const guint hour = step % KQ_HEAT_CHART_N_HOURS;
  g_autofree char *value =
    kq_chart_unit_format (self->unit, self->values[step], kq_chart_get_currency (chart));

  /* Translators: a weekday, from which hour to which, and a value:
   * “Wed 20:00–21:00: 437” */
  return g_strdup_printf (_("%s %02u:00–%02u:00: %s"),
                          get_weekday (step / KQ_HEAT_CHART_N_HOURS), hour, hour + 1, value);
}

static void
kq_heat_chart_get_table_size (KqChart *chart,
                              guint   *n_rows,
                              guint   *n_columns)
{
  *n_rows = KQ_HEAT_CHART_N_DAYS;
  *n_columns = KQ_HEAT_CHART_N_HOURS + 1;
}

static char *
kq_heat_chart_get_title (KqChart *chart,
                         guint    column)
{
  if (column == 0)
    return g_strdup (_("Weekday"));

  return g_strdup_printf ("%02u:00", column - 1);
}

static char *
kq_heat_chart_get_cell (KqChart  *chart,
                        guint     row,
                        guint     column,
                        gboolean  raw)
{
  KqHeatChart *self = KQ_HEAT_CHART (chart);
  gint64 value;

  if (column == 0)
    return g_strdup (get_weekday (row));

  value = self->values[row * KQ_HEAT_CHART_N_HOURS + column - 1];

  return raw ? kq_chart_unit_format_raw (self->unit, value)
             : kq_chart_unit_format (self->unit, value, kq_chart_get_currency (chart));
}

/* Up and down; the base goes left and right. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        KqChart               *self)
{
  const guint step = kq_chart_get_step (self);
  const gboolean is_up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;
  const gboolean is_down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;

  if (step == KQ_CHART_NO_STEP || (!is_up && !is_down))
    return GDK_EVENT_PROPAGATE;

  if (is_up && step >= KQ_HEAT_CHART_N_HOURS)
    kq_chart_set_step (self, step - KQ_HEAT_CHART_N_HOURS);
  else if (is_down && step + KQ_HEAT_CHART_N_HOURS < KQ_HEAT_CHART_N_CELLS)
    kq_chart_set_step (self, step + KQ_HEAT_CHART_N_HOURS);

  return GDK_EVENT_STOP;
}

static void
kq_heat_chart_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  g_auto (KqChartCanvas) canvas = { 0 };
  Plot plot;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  kq_chart_canvas_init (&canvas, widget, NULL, 0, 0);
  lay_out (&canvas, &plot);
  *minimum = *natural = KQ_HEAT_CHART_N_DAYS * MAX (MIN_CELL, plot.text_height + 4) +
                        plot.text_height + GAP;
}

static void
kq_heat_chart_class_init (KqHeatChartClass *klass)
{
  KqChartClass *chart_class = KQ_CHART_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->measure = kq_heat_chart_measure;
  chart_class->draw = kq_heat_chart_draw;
  chart_class->draw_step = kq_heat_chart_draw_step;
  chart_class->find_step = kq_heat_chart_find_step;
  chart_class->get_n_steps = kq_heat_chart_get_n_steps;
  chart_class->describe_step = kq_heat_chart_describe_step;
  chart_class->get_table_size = kq_heat_chart_get_table_size;
  chart_class->get_title = kq_heat_chart_get_title;
  chart_class->get_cell = kq_heat_chart_get_cell;
}

static void
kq_heat_chart_init (KqHeatChart *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  for (guint i = 0; i < KQ_HEAT_CHART_N_CELLS; i++)
    self->values[i] = KQ_INT_NONE;
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * kq_heat_chart_new:
 * @unit: in what the values are
 *
 * Returns: (transfer floating): a chart of which nothing is known
 */
GtkWidget *
kq_heat_chart_new (KqChartUnit unit)
{
  KqHeatChart *self = g_object_new (KQ_TYPE_HEAT_CHART, NULL);

  self->unit = unit;

  return GTK_WIDGET (self);
}

/**
 * kq_heat_chart_set_values:
 * @self: a chart
 * @values: (array fixed-size=168): for each hour from Monday 0:00 on, %KQ_INT_NONE
 *   where nothing is known
 */
void
kq_heat_chart_set_values (KqHeatChart  *self,
                          const gint64 *values)
{
  g_return_if_fail (KQ_IS_HEAT_CHART (self) && values != NULL);

  memcpy (self->values, values, sizeof self->values);
  kq_chart_changed (KQ_CHART (self));
}
