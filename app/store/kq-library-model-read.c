/* kq-library-model-read.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-model-private.h"

#include <string.h>

#include "kq-library-item-private.h"

/* Searching */

static void
take_found (KqLibraryModel *self,
            GPtrArray      *ids)
{
  g_clear_pointer (&self->found, g_hash_table_unref);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->found, g_strdup (g_ptr_array_index (ids, i)));
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (KqLibraryModel) self = data;
  GError *error = NULL;
  KqStoreCall *call = kq_library_finish (KQ_LIBRARY (source), on_found, result, &error);

  /* Another search was begun since. */
  if (g_task_get_cancellable (G_TASK (result)) != self->searching)
    {
      g_clear_error (&error);
      return;
    }

  g_clear_object (&self->searching);
  kq_library_model_take_error (self, error);
  if (call != NULL)
    take_found (self, call->list);
  kq_library_model_show (self);
  kq_library_model_set_loading (self, self->change < 0);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n\r")] == '\0';
}

void
kq_library_model_find_words (KqLibraryModel *self)
{
  KqStoreCall *call;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (is_blank (self->search))
    {
      g_clear_pointer (&self->found, g_hash_table_unref);
      kq_library_model_show (self);
      kq_library_model_set_loading (self, self->change < 0);
      return;
    }

  kq_library_model_set_loading (self, TRUE);
  self->searching = g_cancellable_new ();
  call = kq_store_call_new (kq_store_search, NULL);
  call->text = g_strdup (self->search);
  kq_library_queue (self->library, on_found, call, self->searching, on_found,
                    g_object_ref (self));
}

/* Following the library */

/* An item stays the same for good. Returns the one that is in the list. */
static KqLibraryItem *
take_item (KqLibraryModel *self,
           KqLibraryItem  *item)
{
  const char *id = kq_library_item_get_id (item);
  KqLibraryItem *own = g_hash_table_lookup (self->items, id);

  if (own != NULL)
    {
      kq_library_item_take (own, item);
      return own;
    }

  g_hash_table_insert (self->items, (char *) id, g_object_ref (item));
  g_ptr_array_add (self->sorted, g_object_ref (item));

  return item;
}

static void
drop_missing (KqLibraryModel *self,
              GPtrArray      *all)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (ids, (char *) kq_library_item_get_id (g_ptr_array_index (all, i)));

  for (guint i = self->sorted->len; i-- > 0;)
    {
      const char *id = kq_library_item_get_id (g_ptr_array_index (self->sorted, i));

      if (!g_hash_table_contains (ids, id))
        {
          g_hash_table_remove (self->items, id);
          g_ptr_array_remove_index (self->sorted, i);
        }
    }
}

static void
take_changes (KqLibraryModel *self,
              KqStoreCall    *call)
{
  gboolean is_all = call->flags != 0;
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);

  self->change = call->number;
  if (is_all)
    drop_missing (self, call->list);
  for (guint i = 0; i < call->list->len; i++)
    g_hash_table_add (changed, take_item (self, g_ptr_array_index (call->list, i)));
  if (!is_all && call->list->len == 0)
    return;

  /* What is found by may have changed as well. */
  kq_library_model_place_items (self, changed);
  kq_library_model_find_words (self);
}

static void
on_changes (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (KqLibraryModel) self = data;
  GError *error = NULL;
  KqStoreCall *call = kq_library_finish (KQ_LIBRARY (source), on_changes, result, &error);

  self->reading = FALSE;
  kq_library_model_take_error (self, error);
  if (call != NULL)
    take_changes (self, call);
  if (self->read_again)
    kq_library_model_read (self);
}

void
kq_library_model_read (KqLibraryModel *self)
{
  KqStoreCall *call;

  self->read_again = self->reading;
  if (self->reading)
    return;

  self->reading = TRUE;
  call = kq_store_call_new (kq_store_list_changes, NULL);
  call->number = self->change;
  kq_library_queue (self->library, on_changes, call, NULL, on_changes, g_object_ref (self));
}
