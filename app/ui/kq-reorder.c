/* kq-reorder.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-reorder.h"

#include "kq-document-edit.h"

/* Rows of a list that are dragged to another place of it. */

typedef struct {
  GtkWidget       *row;    /* (unowned) */
  KqReorderGet     get;
  KqReorderSelect  select; /* (nullable) */
} Reorder;

static void
on_drag_begin (GtkDragSource *source,
               GdkDrag       *drag,
               Reorder       *reorder)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (reorder->row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            Reorder       *reorder)
{
  KqDocument *document;
  KqObject *object = reorder->get (reorder->row, &document);

  return object != NULL ? gdk_content_provider_new_typed (KQ_TYPE_OBJECT, object) : NULL;
}

static void
show_place (Reorder    *reorder,
            const char *style)
{
  gtk_widget_remove_css_class (reorder->row, "drop-above");
  gtk_widget_remove_css_class (reorder->row, "drop-below");
  if (style != NULL)
    gtk_widget_add_css_class (reorder->row, style);
}

static gboolean
is_below (Reorder *reorder,
          double   y)
{
  return y > gtk_widget_get_height (reorder->row) / 2.0;
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double         x,
           double         y,
           Reorder       *reorder)
{
  show_place (reorder, is_below (reorder, y) ? "drop-below" : "drop-above");

  return GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target,
          Reorder       *reorder)
{
  show_place (reorder, NULL);
}

static GPtrArray *
dup_dragged (KqObject *object)
{
  GPtrArray *dragged = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (dragged, g_object_ref (object));

  return dragged;
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Reorder       *reorder)
{
  KqObject *dragged = g_value_get_object (value);
  g_autoptr (GPtrArray) objects = NULL;
  KqDocument *document;
  KqObject *object = reorder->get (reorder->row, &document);
  KqList *list;
  guint position;

  show_place (reorder, NULL);
  if (object == NULL || dragged == NULL)
    return FALSE;
  list = kq_object_find_list_of (object, &position);
  if (list == NULL || kq_object_find_list_of (dragged, NULL) != list)
    return FALSE;

  objects = reorder->select != NULL ? reorder->select (reorder->row) : NULL;
  if (objects == NULL || !g_ptr_array_find (objects, dragged, NULL))
    {
      g_clear_pointer (&objects, g_ptr_array_unref);
      objects = dup_dragged (dragged);
    }
  kq_document_move (document, list, objects, position + is_below (reorder, y));

  return TRUE;
}

/**
 * kq_reorder_attach:
 * @row: a row of a list
 * @handle: @row, or what of it is grasped to drag it
 * @get: says what the row shows
 * @select: (nullable): says what is selected in the row's list
 *
 * Lets @row be dragged to another place of its list, and others to its place.
 * What is selected together is dragged together.
 */
void
kq_reorder_attach (GtkWidget       *row,
                   GtkWidget       *handle,
                   KqReorderGet     get,
                   KqReorderSelect  select)
{
  GtkDragSource *source;
  GtkDropTarget *target;
  Reorder *reorder;

  g_return_if_fail (GTK_IS_WIDGET (row));
  g_return_if_fail (GTK_IS_WIDGET (handle));
  g_return_if_fail (get != NULL);

  reorder = g_new (Reorder, 1);
  *reorder = (Reorder) { row, get, select };
  g_object_set_data_full (G_OBJECT (row), "reorder", reorder, g_free);

  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), reorder);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), reorder);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));

  target = gtk_drop_target_new (KQ_TYPE_OBJECT, GDK_ACTION_MOVE);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), reorder);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), reorder);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), reorder);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
