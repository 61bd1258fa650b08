/* kq-chart-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-table.h"

#include "kq-chart-row.h"
#include "kq-chart-rows.h"
#include "kq-table.h"

/* A chart as a table: for who can't see it, and for who wants the numbers. */

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (data) == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  KqChartRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = kq_chart_row_get_cell (row, GPOINTER_TO_UINT (data));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  if (GPOINTER_TO_UINT (data) == 0)
    kq_table_set_row_name (item, text);
}

static void
add_column (GtkColumnView *view,
            KqChart       *chart,
            guint          position)
{
  g_autofree char *title = kq_chart_get_column (chart, position);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (position));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (position));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, position == 0);
  gtk_column_view_append_column (view, column);
}

/**
 * kq_chart_table_new:
 * @chart: a chart
 *
 * Returns: (transfer floating): its values as they are now, as a table
 */
GtkWidget *
kq_chart_table_new (KqChart *chart)
{
  GtkSelectionModel *selection;
  GtkWidget *view;
  guint n_rows, n_columns;

  g_return_val_if_fail (KQ_IS_CHART (chart), NULL);

  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (kq_chart_rows_new (chart)));
  view = gtk_column_view_new (selection);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  kq_table_set_name (GTK_COLUMN_VIEW (view), kq_chart_get_title (chart));
  kq_chart_get_table_size (chart, &n_rows, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    add_column (GTK_COLUMN_VIEW (view), chart, i);

  return view;
}
