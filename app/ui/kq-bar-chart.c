/* kq-bar-chart.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-bar-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kq-chart-scale.h"
#include "kq-field.h"

#define MIN_WIDTH 200
#define NATURAL_WIDTH 480
#define GAP 10
/* The bar, and from bar to bar, in heights of a line of text */
#define BAR_HEIGHT 1.4
#define ROW_HEIGHT 2.1
/* How much of the width the names may take */
#define NAMES_PART .34

typedef struct {
  char   *name;   /* (owned) */
  gint64  value;
  char   *note;   /* (owned) (nullable) */
} Bar;

/* Where it is drawn, in pixels; @zero is where the bars begin */
typedef struct {
  double       names;
  double       x;
  double       width;
  double       row;
  double       bar;
  KqChartScale scale;
} Plot;

/**
 * KqBarChart:
 *
 * A comparison: one bar a row, with its name before and its value behind. A
 * funnel is one whose notes say what part of the bar before is left.
 */
struct _KqBarChart {
  KqChart      parent_instance;

  char        *name_title;   /* (owned) */
  char        *value_title;  /* (owned) */
  char        *note_title;   /* (owned) (nullable) */
  KqChartUnit  unit;
  GArray      *bars;         /* (owned) (element-type Bar) */
};

G_DEFINE_FINAL_TYPE (KqBarChart, kq_bar_chart, KQ_TYPE_CHART)

static void
clear_bar (gpointer data)
{
  Bar *bar = data;

  g_free (bar->name);
  g_free (bar->note);
}

static Bar *
get_bar (KqBarChart *self,
         guint       position)
{
  return &g_array_index (self->bars, Bar, position);
}

static char *
describe_value (KqBarChart *self,
                const Bar  *bar)
{
  g_autofree char *value =
    kq_chart_unit_format (self->unit, bar->value, kq_chart_get_currency (KQ_CHART (self)));

  if (bar->note == NULL)
    return g_steal_pointer (&value);

  /* Translators: a value and what is said of it: “18,604 · 62.0%” */
  return g_strdup_printf (_("%s · %s"), value, bar->note);
}

static gint64
get_value (const Bar *bar)
{
  return bar->value == KQ_INT_NONE ? 0 : bar->value;
}

static void
measure_texts (KqBarChart    *self,
               KqChartCanvas *canvas,
               int           *names,
               int           *values)
{
  *names = *values = 0;
  for (guint i = 0; i < self->bars->len; i++)
    {
      g_autofree char *value = describe_value (self, get_bar (self, i));
      int width;

      kq_chart_canvas_measure (canvas, get_bar (self, i)->name, &width, NULL);
      *names = MAX (*names, width);
      kq_chart_canvas_measure (canvas, value, &width, NULL);
      *values = MAX (*values, width);
    }
}

static void
lay_out (KqBarChart    *self,
         KqChartCanvas *canvas,
         Plot          *plot)
{
  int names, values, text_height;
  gint64 least = 0, most = 0;

  kq_chart_canvas_measure (canvas, "0", NULL, &text_height);
  measure_texts (self, canvas, &names, &values);
  for (guint i = 0; i < self->bars->len; i++)
    {
      least = MIN (least, get_value (get_bar (self, i)));
      most = MAX (most, get_value (get_bar (self, i)));
    }

  plot->names = MIN (names, canvas->width * NAMES_PART);
  plot->x = plot->names + GAP;
  plot->width = MAX (1, canvas->width - plot->x - values - GAP);
  plot->row = text_height * ROW_HEIGHT;
  plot->bar = text_height * BAR_HEIGHT;
  /* The longest bar takes all of the room: there are no marks. */
  plot->scale = (KqChartScale) { least, most > least ? most : least + 1, 1 };
}

static void
draw_bar (KqBarChart    *self,
          KqChartCanvas *canvas,
          const Plot    *plot,
          guint          position)
{
  const Bar *bar = get_bar (self, position);
  const double y = position * plot->row + (plot->row - plot->bar) / 2;
  const double zero = plot->x + plot->width * kq_chart_scale_get_place (&plot->scale, 0);
  const double end = plot->x + plot->width *
                     kq_chart_scale_get_place (&plot->scale, get_value (bar));
  g_autofree char *value = describe_value (self, bar);
  int height;

  kq_chart_canvas_measure (canvas, bar->name, NULL, &height);
  kq_chart_canvas_write (canvas, bar->name, &canvas->text, plot->names,
                         y + (plot->bar - height) / 2, 1, plot->names);
  kq_chart_canvas_fill (canvas, &canvas->colors[0], MIN (zero, end), y,
                        MAX (fabs (end - zero), 1), plot->bar);
  kq_chart_canvas_write (canvas, value, &canvas->text, MAX (zero, end) + GAP,
                         y + (plot->bar - height) / 2, 0, -1);
}

static void
kq_bar_chart_draw (KqChart       *chart,
                   KqChartCanvas *canvas)
{
  KqBarChart *self = KQ_BAR_CHART (chart);
  Plot plot;

  lay_out (self, canvas, &plot);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, canvas, &plot, i);
}

static void
kq_bar_chart_draw_step (KqChart       *chart,
                        KqChartCanvas *canvas,
                        guint          step)
{
  KqBarChart *self = KQ_BAR_CHART (chart);
  Plot plot;

  lay_out (self, canvas, &plot);
  kq_chart_canvas_fill (canvas, &canvas->grid, 0, step * plot.row, canvas->width, plot.row);
  cairo_move_to (canvas->cr, plot.x + plot.width / 2, (step + 1) * plot.row);
}

static guint
kq_bar_chart_find_step (KqChart *chart,
                        double   x,
                        double   y)
{
  KqBarChart *self = KQ_BAR_CHART (chart);
  g_auto (KqChartCanvas) canvas = { 0 };
  Plot plot;

  kq_chart_canvas_init (&canvas, GTK_WIDGET (self), NULL, gtk_widget_get_width (GTK_WIDGET (self)),
                        gtk_widget_get_height (GTK_WIDGET (self)));
  lay_out (self, &canvas, &plot);

  return y < 0 || y >= self->bars->len * plot.row ? KQ_CHART_NO_STEP : (guint) (y / plot.row);
}

static guint
kq_bar_chart_get_n_steps (KqChart *chart)
{
  return KQ_BAR_CHART (chart)->bars->len;
}

static char *
kq_bar_chart_describe_step (KqChart *chart,
                            guint    step)
{
  KqBarChart *self = KQ_BAR_CHART (chart);
  const Bar *bar = get_bar (self, step);
  g_autofree char *value = describe_value (self, bar);

  return g_strdup_printf (_("%s: %s"), bar->name, value);
}

static void
kq_bar_chart_get_table_size (KqChart *chart,
                             guint   *n_rows,
                             guint   *n_columns)
{
  KqBarChart *self = KQ_BAR_CHART (chart);

  *n_rows = self->bars->len;
  *n_columns = self->note_title != NULL ? 3 : 2;
}

static char *
kq_bar_chart_get_title (KqChart *chart,
                        guint    column)
{
  KqBarChart *self = KQ_BAR_CHART (chart);

  return g_strdup (column == 0 ? self->name_title : column == 1 ? self->value_title
                                                                : self->note_title);
}

static char *
kq_bar_chart_get_cell (KqChart  *chart,
                       guint     row,
                       guint     column,
                       gboolean  raw)
{
  KqBarChart *self = KQ_BAR_CHART (chart);
  const Bar *bar = get_bar (self, row);

  if (column == 0)
    return g_strdup (bar->name);
  if (column == 2)
    return g_strdup (bar->note != NULL ? bar->note : "");
  if (raw)
    return kq_chart_unit_format_raw (self->unit, bar->value);

  return kq_chart_unit_format (self->unit, bar->value, kq_chart_get_currency (chart));
}

static void
kq_bar_chart_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  KqBarChart *self = KQ_BAR_CHART (widget);
  g_auto (KqChartCanvas) canvas = { 0 };
  int text_height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  kq_chart_canvas_init (&canvas, widget, NULL, 0, 0);
  kq_chart_canvas_measure (&canvas, "0", NULL, &text_height);
  *minimum = *natural = ceil (MAX (self->bars->len, 1) * text_height * ROW_HEIGHT);
}

static void
kq_bar_chart_finalize (GObject *object)
{
  KqBarChart *self = KQ_BAR_CHART (object);

  g_free (self->name_title);
  g_free (self->value_title);
  g_free (self->note_title);
  g_array_unref (self->bars);

  G_OBJECT_CLASS (kq_bar_chart_parent_class)->finalize (object);
}

static void
kq_bar_chart_class_init (KqBarChartClass *klass)
{
  KqChartClass *chart_class = KQ_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kq_bar_chart_finalize;
  GTK_WIDGET_CLASS (klass)->measure = kq_bar_chart_measure;
  chart_class->draw = kq_bar_chart_draw;
  chart_class->draw_step = kq_bar_chart_draw_step;
  chart_class->find_step = kq_bar_chart_find_step;
  chart_class->get_n_steps = kq_bar_chart_get_n_steps;
  chart_class->describe_step = kq_bar_chart_describe_step;
  chart_class->get_table_size = kq_bar_chart_get_table_size;
  chart_class->get_title = kq_bar_chart_get_title;
  chart_class->get_cell = kq_bar_chart_get_cell;
}

static void
kq_bar_chart_init (KqBarChart *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * kq_bar_chart_new:
 * @name_title: what the names are, over their column as a table
 * @value_title: what the values are, likewise
 * @note_title: (nullable): what the notes are, %NULL where there are none
 * @unit: in what the values are
 *
 * Returns: (transfer floating): a chart without bars
 */
GtkWidget *
kq_bar_chart_new (const char  *name_title,
                  const char  *value_title,
                  const char  *note_title,
                  KqChartUnit  unit)
{
  KqBarChart *self;

  g_return_val_if_fail (name_title != NULL && value_title != NULL, NULL);

  self = g_object_new (KQ_TYPE_BAR_CHART, NULL);
  self->name_title = g_strdup (name_title);
  self->value_title = g_strdup (value_title);
  self->note_title = g_strdup (note_title);
  self->unit = unit;

  return GTK_WIDGET (self);
}

/**
 * kq_bar_chart_set_value_title:
 * @self: a chart
 * @title: what its values are from now on
 * @unit: in what they are
 *
 * Takes all bars away.
 */
void
kq_bar_chart_set_value_title (KqBarChart  *self,
                              const char  *title,
                              KqChartUnit  unit)
{
  g_return_if_fail (KQ_IS_BAR_CHART (self) && title != NULL);

  g_free (self->value_title);
  self->value_title = g_strdup (title);
  self->unit = unit;
  kq_bar_chart_clear (self);
}

void
kq_bar_chart_clear (KqBarChart *self)
{
  g_return_if_fail (KQ_IS_BAR_CHART (self));

  g_array_set_size (self->bars, 0);
  kq_chart_changed (KQ_CHART (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * kq_bar_chart_add:
 * @self: a chart
 * @name: what the bar stands for
 * @value: how long it is, %KQ_INT_NONE where that isn't known
 * @note: (nullable): what is said behind the value
 *
 * Adds a bar below the others.
 */
void
kq_bar_chart_add (KqBarChart *self,
                  const char *name,
                  gint64      value,
                  const char *note)
{
  Bar bar = { g_strdup (name), value, g_strdup (note) };

  g_return_if_fail (KQ_IS_BAR_CHART (self) && name != NULL);

  g_array_append_val (self->bars, bar);
  kq_chart_changed (KQ_CHART (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
