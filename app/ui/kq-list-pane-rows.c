/* kq-list-pane-rows.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-list-pane-private.h"

#include "kq-object-row.h"
#include "kq-reorder.h"

/* The rows of the list. GTK keeps up to 200 of them, in sight or not; made at
 * once they would hold up the section's first frame, so a few come first and
 * some more with each frame. */

#define N_FIRST 24
#define N_MORE 32
#define N_KEPT 200

static KqObject *
get_object (GtkWidget   *row,
            KqDocument **document)
{
  KqListPane *self = KQ_LIST_PANE (gtk_widget_get_ancestor (row, KQ_TYPE_LIST_PANE));

  *document = self->document;

  return kq_object_row_get_object (KQ_OBJECT_ROW (row));
}

static GPtrArray *
dup_dragged (GtkWidget *row)
{
  return kq_list_pane_dup_chosen (KQ_LIST_PANE (gtk_widget_get_ancestor (row, KQ_TYPE_LIST_PANE)));
}

static void
on_setup (KqListPane  *self,
          GtkListItem *item)
{
  GtkWidget *row = kq_object_row_new (self->spec);

  kq_reorder_attach (row, row, get_object, dup_dragged);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (KqListPane  *self,
         GtkListItem *item)
{
  kq_object_row_set_object (KQ_OBJECT_ROW (gtk_list_item_get_child (item)), self->document,
                            gtk_list_item_get_item (item));
}

static void
on_unbind (KqListPane  *self,
           GtkListItem *item)
{
  kq_object_row_set_object (KQ_OBJECT_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static gboolean
grow (GtkWidget     *widget,
      GdkFrameClock *clock,
      gpointer       data)
{
  KqListPane *self = KQ_LIST_PANE (widget);
  guint size = gtk_slice_list_model_get_size (self->grown);

  /* This comes before a frame is laid out: the first one has its rows. */
  if (!self->growing)
    {
      self->growing = TRUE;
      return G_SOURCE_CONTINUE;
    }

  if (size < N_KEPT && size < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)))
    {
      gtk_slice_list_model_set_size (self->grown, size + N_MORE);
      return G_SOURCE_CONTINUE;
    }

  self->growth_id = 0;
  kq_list_pane_show_grown (self);

  return G_SOURCE_REMOVE;
}

/* Starts with a few rows. */
void
kq_list_pane_grow (KqListPane *self)
{
  self->growing = FALSE;
  gtk_slice_list_model_set_size (self->grown, N_FIRST);
  if (self->growth_id == 0)
    self->growth_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow, NULL, NULL);
}

/* Lets every object have its place in the list now. */
void
kq_list_pane_show_grown (KqListPane *self)
{
  if (self->growth_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->growth_id);
  self->growth_id = 0;
  gtk_slice_list_model_set_size (self->grown, G_MAXUINT);
}

/* Gives the list its rows. */
void
kq_list_pane_make_rows (KqListPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}
