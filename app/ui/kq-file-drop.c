/* kq-file-drop.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-file-drop.h"

/* At most so many files of one drop are opened: a whole folder is a slip. */
#define MAX_FILES 8

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       data)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  GFile *opened[MAX_FILES];
  int n_files = 0;

  for (GSList *l = files; l != NULL && n_files < MAX_FILES; l = l->next)
    opened[n_files++] = l->data;
  if (n_files > 0)
    g_application_open (g_application_get_default (), opened, n_files, "");

  return n_files > 0;
}

/**
 * kq_file_drop_attach:
 * @widget: a widget
 *
 * Lets one drop campaign files on it, to open them.
 */
void
kq_file_drop_attach (GtkWidget *widget)
{
  GtkDropTarget *target;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
