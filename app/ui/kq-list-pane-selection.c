/* kq-list-pane-selection.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-list-pane-private.h"

/* Which objects of the list are selected. The selection stays with the objects
 * when they are moved, and when undo brings them back to another place. */

static void
remember (KqListPane *self)
{
  g_autoptr (GtkBitset) bitset = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  g_ptr_array_set_size (self->chosen, 0);
  if (!gtk_bitset_iter_init_first (&iter, bitset, &position))
    return;

  self->place = position;
  do
    g_ptr_array_add (self->chosen, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  while (gtk_bitset_iter_next (&iter, &position));
}

static void
on_selection_changed (KqListPane *self)
{
  if (self->restoring)
    return;

  remember (self);
  kq_list_pane_show_chosen (self);
}

/* Selects what was selected among @added objects that have come, or come back,
 * at @position. */
static void
restore (KqListPane *self,
         guint       position,
         guint       added)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->chosen->len; i++)
    g_hash_table_add (chosen, g_ptr_array_index (self->chosen, i));

  for (guint i = position; i < position + added && g_hash_table_size (chosen) > 0; i++)
    {
      g_autoptr (KqObject) object = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_hash_table_contains (chosen, object))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
    }
}

static void
on_items_changed (KqListPane *self,
                  guint       position,
                  guint       removed,
                  guint       added)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GtkBitset) bitset = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  self->restoring = TRUE;
  if (removed > 0)
    restore (self, position, added);
  bitset = gtk_selection_model_get_selection (model);
  if (gtk_bitset_is_empty (bitset) && n > 0)
    gtk_selection_model_select_item (model, MIN (self->place, n - 1), TRUE);
  self->restoring = FALSE;

  remember (self);
  kq_list_pane_show_chosen (self);
}

/* Lets the list follow what is selected, from its making on. */
void
kq_list_pane_follow_selection (KqListPane *self)
{
  g_signal_connect_swapped (self->selection, "selection-changed",
                            G_CALLBACK (on_selection_changed), self);
  /* The list view has to know of the items before of what is selected. */
  g_signal_connect_data (self->selection, "items-changed", G_CALLBACK (on_items_changed), self,
                         NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static gboolean
scroll_to (GtkWidget     *list_view,
           GdkFrameClock *clock,
           gpointer       position)
{
  gtk_widget_activate_action (list_view, "list.scroll-to-item", "u", GPOINTER_TO_UINT (position));

  return G_SOURCE_REMOVE;
}

static gboolean
matches_all (KqListPane *self,
             GPtrArray  *objects)
{
  for (guint i = 0; i < objects->len; i++)
    if (!kq_list_pane_matches (self, g_ptr_array_index (objects, i)))
      return FALSE;

  return TRUE;
}

/* Selects @objects and nothing else, also where the search hides them, and
 * scrolls to the first. */
void
kq_list_pane_select (KqListPane *self,
                     GPtrArray  *objects)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  g_autoptr (GtkBitset) bitset = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  guint n;

  if (!matches_all (self, objects))
    kq_list_pane_show_all (self);
  kq_list_pane_show_grown (self);

  n = g_list_model_get_n_items (model);
  for (guint i = 0; i < n && gtk_bitset_get_size (bitset) < objects->len; i++)
    {
      g_autoptr (KqObject) item = g_list_model_get_item (model, i);

      if (g_ptr_array_find (objects, item, NULL))
        gtk_bitset_add (bitset, i);
    }
  if (gtk_bitset_is_empty (bitset))
    return;

  all = gtk_bitset_new_range (0, n);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (model), bitset, all);
  /* Only then has the list the height for it. */
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), scroll_to,
                                GUINT_TO_POINTER (gtk_bitset_get_minimum (bitset)), NULL);
}

void
kq_list_pane_select_object (KqListPane *self,
                            KqObject   *object)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  g_ptr_array_add (objects, object);
  kq_list_pane_select (self, objects);
}

/* (transfer full) (element-type KqObject): what is selected */
GPtrArray *
kq_list_pane_dup_chosen (KqListPane *self)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->chosen->len; i++)
    g_ptr_array_add (objects, g_object_ref (g_ptr_array_index (self->chosen, i)));

  return objects;
}
