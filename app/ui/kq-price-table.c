/* kq-price-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-price-table.h"

#include <glib/gi18n-lib.h>

#include "kq-table.h"

static const struct {
  const char *title;
  int         width;      /* in pixels; the first takes what is left, too */
  gboolean    is_number;
} columns[KQ_N_PRICE_COLUMNS] = {
  [KQ_PRICE_COLUMN_PRODUCT] = { N_("Product"), 130, FALSE },
  [KQ_PRICE_COLUMN_LEVEL] = { N_("Level"), 90, FALSE },
  [KQ_PRICE_COLUMN_LOWEST] = { N_("Lowest"), 105, TRUE },
  [KQ_PRICE_COLUMN_PRICE] = { N_("Price"), 100, TRUE },
  [KQ_PRICE_COLUMN_RECORDED] = { N_("Recorded lowest"), 140, TRUE },
  [KQ_PRICE_COLUMN_MARGIN] = { N_("Margin"), 100, TRUE },
  [KQ_PRICE_COLUMN_COUPONS] = { N_("With"), 240, FALSE },
  [KQ_PRICE_COLUMN_ALARM] = { N_("Remark"), 280, FALSE },
};

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  const KqPriceColumn column = GPOINTER_TO_UINT (data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), columns[column].is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (columns[column].is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* By a sign too, for who doesn't see colours; the remark says what it means. */
static void
mark (GtkWidget          *label,
      const KqPriceCheck *check,
      KqPriceColumn       column)
{
  const gboolean tells = column == KQ_PRICE_COLUMN_LOWEST || column == KQ_PRICE_COLUMN_ALARM;

  if (column == KQ_PRICE_COLUMN_LOWEST && check->flags != 0)
    {
      g_autofree char *text = g_strconcat ("▼ ", gtk_label_get_text (GTK_LABEL (label)), NULL);

      gtk_label_set_text (GTK_LABEL (label), text);
    }
  gtk_widget_remove_css_class (label, "error");
  gtk_widget_remove_css_class (label, "warning");
  if (tells && (check->flags & KQ_PRICE_BELOW_COST) != 0)
    gtk_widget_add_css_class (label, "error");
  else if (tells && check->flags != 0)
    gtk_widget_add_css_class (label, "warning");
}

/* “Soft pillow · Gold · ¥37.55 · below its cost” */
static void
name_row (GtkListItem *item,
          KqPriceItem *row)
{
  g_autofree char *product = kq_price_item_dup_cell (row, KQ_PRICE_COLUMN_PRODUCT);
  g_autofree char *level = kq_price_item_dup_cell (row, KQ_PRICE_COLUMN_LEVEL);
  g_autofree char *lowest = kq_price_item_dup_cell (row, KQ_PRICE_COLUMN_LOWEST);
  g_autofree char *alarm = kq_price_item_dup_cell (row, KQ_PRICE_COLUMN_ALARM);
  g_autofree char *name = g_strdup_printf ("%s · %s · %s%s%s", product, level, lowest,
                                           *alarm != '\0' ? " · " : "", alarm);

  kq_table_set_row_name (item, name);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  const KqPriceColumn column = GPOINTER_TO_UINT (data);
  KqPriceItem *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = kq_price_item_dup_cell (row, column);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
  mark (label, kq_price_item_get_check (row), column);
  if (column == KQ_PRICE_COLUMN_PRODUCT)
    name_row (item, row);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  return kq_price_item_compare ((KqPriceItem *) a, (KqPriceItem *) b, GPOINTER_TO_UINT (data));
}

static void
add_column (GtkColumnView *view,
            KqPriceColumn  position)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = NULL;
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (position));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (position));
  column = gtk_column_view_column_new (_(columns[position].title), factory);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (position), NULL));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, columns[position].width);
  gtk_column_view_column_set_expand (column, position == KQ_PRICE_COLUMN_PRODUCT);
  gtk_column_view_append_column (view, column);
}

/**
 * kq_price_table_new:
 * @items: (element-type KqPriceItem): the rows
 *
 * Returns: (transfer floating): a table of them, which its headings sort
 */
GtkWidget *
kq_price_table_new (GListModel *items)
{
  GtkWidget *view = gtk_column_view_new (NULL);
  GtkSortListModel *sorted;
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);

  for (guint i = 0; i < KQ_N_PRICE_COLUMNS; i++)
    add_column (GTK_COLUMN_VIEW (view), i);
  sorted = gtk_sort_list_model_new (g_object_ref (items),
    g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view))));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), selection);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  kq_table_set_name (GTK_COLUMN_VIEW (view), _("Lowest prices"));

  return view;
}

/**
 * kq_price_table_show_column:
 * @table: a table of kq_price_table_new()
 * @column: one of its columns
 * @is_shown: whether it has something to tell
 */
void
kq_price_table_show_column (GtkColumnView *table,
                            KqPriceColumn  column,
                            gboolean       is_shown)
{
  g_autoptr (GtkColumnViewColumn) found = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (table));
  g_return_if_fail (column < KQ_N_PRICE_COLUMNS);

  found = g_list_model_get_item (gtk_column_view_get_columns (table), column);
  gtk_column_view_column_set_visible (found, is_shown);
}
