/* kq-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-table.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"

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

  kq_accessible_set_name (GTK_ACCESSIBLE (table), name);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    kq_accessible_set_name (GTK_ACCESSIBLE (child),
                            GTK_IS_SCROLLABLE (child) ? name : _("Headings"));
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
    kq_accessible_set_name (GTK_ACCESSIBLE (row), name);
}
