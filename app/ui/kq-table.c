/* kq-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-table.h"

#include <glib/gi18n-lib.h>

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * kq_table_set_name:
 * @table: a table
 * @name: what is in it
 *
 * Names it, the list of its rows within, which has the focus, and the row of its
 * headings.
 */
void
kq_table_set_name (GtkColumnView *table,
                   const char    *name)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (table) && name != NULL);

  set_name (GTK_WIDGET (table), name);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_name (child, GTK_IS_SCROLLABLE (child) ? name : _("Headings"));
}

/**
 * kq_table_set_row_name:
 * @cell: a cell that is bound
 * @name: what stands in its row
 *
 * Names the row. GTK has no way to get it before 4.12; it is what holds the cells.
 */
void
kq_table_set_row_name (GtkListItem *cell,
                       const char  *name)
{
  GtkWidget *holder, *row;

  g_return_if_fail (GTK_IS_LIST_ITEM (cell) && name != NULL);

  holder = gtk_widget_get_parent (gtk_list_item_get_child (cell));
  row = holder != NULL ? gtk_widget_get_parent (holder) : NULL;
  if (row != NULL)
    set_name (row, name);
}
