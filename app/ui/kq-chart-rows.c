/* kq-chart-rows.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-rows.h"

#include "kq-chart-row.h"

struct _KqChartRows {
  GObject  parent_instance;

  KqChart *chart;   /* (owned) */
  guint    length;
};

static void kq_chart_rows_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KqChartRows, kq_chart_rows, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, kq_chart_rows_model_init))

static GType
kq_chart_rows_get_item_type (GListModel *model)
{
  return KQ_TYPE_CHART_ROW;
}

static guint
kq_chart_rows_get_n_items (GListModel *model)
{
  return KQ_CHART_ROWS (model)->length;
}

static gpointer
kq_chart_rows_get_item (GListModel *model,
                        guint       position)
{
  KqChartRows *self = KQ_CHART_ROWS (model);

  return position < self->length ? kq_chart_row_new (self->chart, position) : NULL;
}

static void
kq_chart_rows_model_init (GListModelInterface *iface)
{
  iface->get_item_type = kq_chart_rows_get_item_type;
  iface->get_n_items = kq_chart_rows_get_n_items;
  iface->get_item = kq_chart_rows_get_item;
}

static void
kq_chart_rows_finalize (GObject *object)
{
  g_clear_object (&KQ_CHART_ROWS (object)->chart);

  G_OBJECT_CLASS (kq_chart_rows_parent_class)->finalize (object);
}

static void
kq_chart_rows_class_init (KqChartRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_chart_rows_finalize;
}

static void
kq_chart_rows_init (KqChartRows *self)
{
}

/**
 * kq_chart_rows_new:
 * @chart: a chart
 *
 * Returns: (transfer full): the rows that its table has now
 */
GListModel *
kq_chart_rows_new (KqChart *chart)
{
  KqChartRows *self;
  guint n_columns;

  g_return_val_if_fail (KQ_IS_CHART (chart), NULL);

  self = g_object_new (KQ_TYPE_CHART_ROWS, NULL);
  self->chart = g_object_ref (chart);
  kq_chart_get_table_size (chart, &self->length, &n_columns);

  return G_LIST_MODEL (self);
}
