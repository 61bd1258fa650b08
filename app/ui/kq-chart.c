/* kq-chart.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-private.h"

#include "kq-accessible.h"
#include "kq-chart-mark.h"

typedef struct {
  char          *title;     /* (owned) */
  char          *currency;  /* (owned) */
  guint          step;      /* the one pointed at, or KQ_CHART_NO_STEP */
  GskRenderNode *node;      /* (owned) (nullable): what is drawn below it */
} KqChartPrivate;

/**
 * KqChart:
 *
 * A chart that is drawn, and that pointer and arrow keys step through: the step
 * is marked, and what it says is written beside it and told to a screen reader.
 * What is below the mark is drawn once and kept.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KqChart, kq_chart, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_TITLE,
  PROP_CURRENCY,
  PROP_STEP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_n_steps (KqChart *self)
{
  return KQ_CHART_GET_CLASS (self)->get_n_steps (self);
}

static void
update_description (KqChart *self)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (self);
  g_autofree char *text = NULL;

  if (priv->step != KQ_CHART_NO_STEP)
    text = KQ_CHART_GET_CLASS (self)->describe_step (self, priv->step);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

/* GtkWidget */

static GskRenderNode *
make_node (KqChart *self,
           int      width,
           int      height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  kq_chart_draw (self, cr, width, height);
  cairo_destroy (cr);

  return gtk_snapshot_to_node (snapshot);
}

static void
kq_chart_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  KqChart *self = KQ_CHART (widget);
  KqChartPrivate *priv = kq_chart_get_instance_private (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (width <= 0 || height <= 0)
    return;

  if (priv->node == NULL)
    priv->node = make_node (self, width, height);
  if (priv->node != NULL)
    gtk_snapshot_append_node (snapshot, priv->node);
  if (priv->step < get_n_steps (self))
    kq_chart_mark_snapshot (self, snapshot, width, height);
}

static void
kq_chart_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  kq_chart_queue_draw (KQ_CHART (widget));
}

static void
kq_chart_css_changed (GtkWidget         *widget,
                      GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kq_chart_parent_class)->css_changed (widget, change);

  kq_chart_queue_draw (KQ_CHART (widget));
}

static void
kq_chart_direction_changed (GtkWidget        *widget,
                            GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (kq_chart_parent_class)->direction_changed (widget, before);

  kq_chart_queue_draw (KQ_CHART (widget));
}

/* GObject */

static void
kq_chart_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  KqChart *self = KQ_CHART (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, kq_chart_get_title (self));
      break;
    case PROP_CURRENCY:
      g_value_set_string (value, kq_chart_get_currency (self));
      break;
    case PROP_STEP:
      g_value_set_uint (value, kq_chart_get_step (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_chart_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  KqChart *self = KQ_CHART (object);

  switch (id)
    {
    case PROP_TITLE:
      kq_chart_set_title (self, g_value_get_string (value));
      break;
    case PROP_CURRENCY:
      kq_chart_set_currency (self, g_value_get_string (value));
      break;
    case PROP_STEP:
      kq_chart_set_step (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_chart_finalize (GObject *object)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (KQ_CHART (object));

  g_free (priv->title);
  g_free (priv->currency);
  g_clear_pointer (&priv->node, gsk_render_node_unref);

  G_OBJECT_CLASS (kq_chart_parent_class)->finalize (object);
}

static void
kq_chart_class_init (KqChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kq_chart_get_property;
  object_class->set_property = kq_chart_set_property;
  object_class->finalize = kq_chart_finalize;
  widget_class->snapshot = kq_chart_snapshot;
  widget_class->size_allocate = kq_chart_size_allocate;
  widget_class->css_changed = kq_chart_css_changed;
  widget_class->direction_changed = kq_chart_direction_changed;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_CURRENCY] = g_param_spec_string ("currency", NULL, NULL, "CNY", flags);
  properties[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, KQ_CHART_NO_STEP,
                                             KQ_CHART_NO_STEP, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* It shows other values than before. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KQ_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kq_chart_init (KqChart *self)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (self);

  priv->title = g_strdup ("");
  priv->currency = g_strdup ("CNY");
  priv->step = KQ_CHART_NO_STEP;

  kq_chart_follow_input (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/* For subclasses: what they show is another thing now. */
void
kq_chart_changed (KqChart *self)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (self);

  g_return_if_fail (KQ_IS_CHART (self));

  kq_chart_queue_draw (self);
  if (priv->step != KQ_CHART_NO_STEP && priv->step >= get_n_steps (self))
    kq_chart_set_step (self, KQ_CHART_NO_STEP);
  else
    update_description (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* For subclasses: it looks otherwise now. */
void
kq_chart_queue_draw (KqChart *self)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (self);

  g_return_if_fail (KQ_IS_CHART (self));

  g_clear_pointer (&priv->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
kq_chart_get_title (KqChart *self)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (self);

  g_return_val_if_fail (KQ_IS_CHART (self), NULL);

  return priv->title;
}

/**
 * kq_chart_set_title:
 * @self: a chart
 * @title: what it shows, and its name for who can't see it
 */
void
kq_chart_set_title (KqChart    *self,
                    const char *title)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (self);

  g_return_if_fail (KQ_IS_CHART (self) && title != NULL);

  if (g_str_equal (priv->title, title))
    return;

  g_free (priv->title);
  priv->title = g_strdup (title);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
kq_chart_get_currency (KqChart *self)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (self);

  g_return_val_if_fail (KQ_IS_CHART (self), NULL);

  return priv->currency;
}

/**
 * kq_chart_set_currency:
 * @self: a chart
 * @currency: ISO 4217 code of the money that it shows
 */
void
kq_chart_set_currency (KqChart    *self,
                       const char *currency)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (self);

  g_return_if_fail (KQ_IS_CHART (self) && currency != NULL);

  if (g_str_equal (priv->currency, currency))
    return;

  g_free (priv->currency);
  priv->currency = g_strdup (currency);
  kq_chart_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENCY]);
}

guint
kq_chart_get_step (KqChart *self)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (self);

  g_return_val_if_fail (KQ_IS_CHART (self), KQ_CHART_NO_STEP);

  return priv->step;
}

/**
 * kq_chart_set_step:
 * @self: a chart
 * @step: which step to mark, or %KQ_CHART_NO_STEP
 */
void
kq_chart_set_step (KqChart *self,
                   guint    step)
{
  KqChartPrivate *priv = kq_chart_get_instance_private (self);

  g_return_if_fail (KQ_IS_CHART (self));

  if (step >= get_n_steps (self))
    step = KQ_CHART_NO_STEP;
  if (priv->step == step)
    return;

  priv->step = step;
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

/**
 * kq_chart_get_table_size:
 * @self: a chart
 * @n_rows: (out): as a table
 * @n_columns: (out): likewise
 */
void
kq_chart_get_table_size (KqChart *self,
                         guint   *n_rows,
                         guint   *n_columns)
{
  g_return_if_fail (KQ_IS_CHART (self) && n_rows != NULL && n_columns != NULL);

  KQ_CHART_GET_CLASS (self)->get_table_size (self, n_rows, n_columns);
}

/**
 * kq_chart_get_column:
 * @self: a chart
 * @column: a column of its table
 *
 * Returns: (transfer full): what stands over it
 */
char *
kq_chart_get_column (KqChart *self,
                     guint    column)
{
  g_return_val_if_fail (KQ_IS_CHART (self), NULL);

  return KQ_CHART_GET_CLASS (self)->get_title (self, column);
}

/**
 * kq_chart_get_cell:
 * @self: a chart
 * @row: a row of its table
 * @column: a column of it
 * @raw: whether it is for machines: money in yuan, days as 2026-11-01, and
 *   nothing between the digits
 *
 * Returns: (transfer full): what stands there
 */
char *
kq_chart_get_cell (KqChart  *self,
                   guint     row,
                   guint     column,
                   gboolean  raw)
{
  g_return_val_if_fail (KQ_IS_CHART (self), NULL);

  return KQ_CHART_GET_CLASS (self)->get_cell (self, row, column, raw);
}

/**
 * kq_chart_draw:
 * @self: a chart
 * @cr: what to draw on
 * @width: pixels
 * @height: pixels
 *
 * Draws it as it is in the window, but of any size and without a mark.
 */
void
kq_chart_draw (KqChart *self,
               cairo_t *cr,
               int      width,
               int      height)
{
  g_auto (KqChartCanvas) canvas = { 0 };

  g_return_if_fail (KQ_IS_CHART (self) && cr != NULL);

  kq_chart_canvas_init (&canvas, GTK_WIDGET (self), cr, width, height);
  KQ_CHART_GET_CLASS (self)->draw (self, &canvas);
}
