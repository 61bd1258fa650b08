/* drag-source.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

/* A window from which a file is dragged into another program:
 *
 *   drag-source FILE
 *
 * It ends when the drag has ended, with 0 where somebody took the file. */

static int status = EXIT_FAILURE;

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       file)
{
  GSList files = { .data = file };

  return gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, gdk_file_list_new_from_list (&files));
}

static void
on_drag_end (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             gpointer       window)
{
  status = gdk_drag_get_selected_action (drag) == GDK_ACTION_COPY ? EXIT_SUCCESS : EXIT_FAILURE;
  gtk_window_destroy (window);
}

static void
on_activate (GtkApplication *application,
             gpointer        file)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_window_set_title (GTK_WINDOW (window), "drag-source");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 60, 60);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), file);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_drag_end), window);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (argc == 2, EXIT_FAILURE);

  file = g_file_new_for_commandline_arg (argv[1]);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), file);
  g_application_run (G_APPLICATION (application), 1, argv);

  return status;
}
