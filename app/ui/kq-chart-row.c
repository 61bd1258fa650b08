/* kq-chart-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-row.h"

struct _KqChartRow {
  GObject  parent_instance;

  KqChart *chart;   /* (owned) */
  guint    number;
};

G_DEFINE_FINAL_TYPE (KqChartRow, kq_chart_row, G_TYPE_OBJECT)

static void
kq_chart_row_finalize (GObject *object)
{
  g_clear_object (&KQ_CHART_ROW (object)->chart);

  G_OBJECT_CLASS (kq_chart_row_parent_class)->finalize (object);
}

static void
kq_chart_row_class_init (KqChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_chart_row_finalize;
}

static void
kq_chart_row_init (KqChartRow *self)
{
}

/**
 * kq_chart_row_new:
 * @chart: a chart
 * @number: which of its table's rows
 *
 * Returns: (transfer full): the row
 */
KqChartRow *
kq_chart_row_new (KqChart *chart,
                  guint    number)
{
  KqChartRow *self;

  g_return_val_if_fail (KQ_IS_CHART (chart), NULL);

  self = g_object_new (KQ_TYPE_CHART_ROW, NULL);
  self->chart = g_object_ref (chart);
  self->number = number;

  return self;
}

/**
 * kq_chart_row_get_cell:
 * @self: a row
 * @column: a column of the table
 *
 * Returns: (transfer full): what stands there; "" where the chart has changed
 *   meanwhile and there is no such row any more
 */
char *
kq_chart_row_get_cell (KqChartRow *self,
                       guint       column)
{
  guint n_rows, n_columns;

  g_return_val_if_fail (KQ_IS_CHART_ROW (self), NULL);

  kq_chart_get_table_size (self->chart, &n_rows, &n_columns);
  if (self->number >= n_rows || column >= n_columns)
    return g_strdup ("");

  return kq_chart_get_cell (self->chart, self->number, column, FALSE);
}
