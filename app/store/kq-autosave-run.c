/* kq-autosave-run.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-autosave-private.h"

#include <string.h>

#define FIRST_RETRY (1 * 1000)
#define LAST_RETRY  (30 * 1000)

static void
answer_flushes (KqAutosave   *self,
                const GError *error)
{
  g_autoptr (GPtrArray) flushes = g_steal_pointer (&self->flushes);

  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < flushes->len; i++)
    {
      GTask *task = g_ptr_array_index (flushes, i);

      if (error == NULL)
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, g_error_copy (error));
    }
}

/* The counts of the campaign as it is, where that is what is saved */
void
kq_autosave_send_counts (KqAutosave *self)
{
  if (!self->has_counts || self->version == 0)
    return;

  self->has_counts = FALSE;
  kq_library_set_counts_async (self->library, kq_object_get_id (KQ_OBJECT (self->campaign)),
                               self->version, self->counts, self->checked, NULL, NULL, NULL);
}

static void
on_saved_well (KqAutosave *self,
               gint64      version)
{
  kq_autosave_take_error (self, NULL);
  kq_autosave_set_base (self, self->snapshot, version);
  self->kind = KQ_VERSION_EDIT;
  self->retry_delay = 0;
  kq_autosave_set_state (self, self->dirty ? KQ_AUTOSAVE_PENDING : KQ_AUTOSAVE_SAVED);
  if (!self->dirty)
    {
      kq_autosave_send_counts (self);
      answer_flushes (self, NULL);
    }
  kq_autosave_emit_saved (self);
  /* Its timer may have come and gone while the save took its time. */
  if (self->dirty && self->saving == NULL && (self->flushes->len > 0 || self->timer == 0))
    kq_autosave_start (self);
}

static void
on_failed (KqAutosave *self,
           GError     *error)
{
  self->dirty = TRUE;
  kq_autosave_take_error (self, error);
  if (g_error_matches (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_CHANGED))
    {
      kq_autosave_set_state (self, KQ_AUTOSAVE_CHANGED);
    }
  else
    {
      self->retry_delay = CLAMP (self->retry_delay * 2, FIRST_RETRY, LAST_RETRY);
      kq_autosave_schedule (self, self->retry_delay);
      kq_autosave_set_state (self, KQ_AUTOSAVE_FAILED);
    }
  answer_flushes (self, self->error);
}

/* Reads the answer of the save that is under way. */
static void
take_answer (KqAutosave *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->saving);
  GError *error = NULL;
  KqStoreCall *call = kq_library_finish (self->library, kq_autosave_start, G_ASYNC_RESULT (task),
                                         &error);

  if (call != NULL)
    on_saved_well (self, call->number);
  else
    on_failed (self, error);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (KqAutosave) self = data;

  /* A flush may have read it already; and who was disposed of is told nothing. */
  if (self->saving != G_TASK (result) || self->library == NULL)
    return;

  take_answer (self);
  if (self->state == KQ_AUTOSAVE_CHANGED)
    kq_autosave_look (self);
}

static KqLibrarySave *
make_save (KqAutosave *self)
{
  KqLibrarySave *save = kq_library_save_new (self->snapshot, self->version, self->kind);

  g_set_object (&save->assets, self->assets);
  if (self->has_counts)
    {
      memcpy (save->counts, self->counts, sizeof save->counts);
      save->checked = self->checked;
      self->has_counts = FALSE;
    }

  return save;
}

/* Saves the campaign as it is now; where a save is under way, once that is done. */
void
kq_autosave_start (KqAutosave *self)
{
  KqStoreCall *call;

  if (self->saving != NULL || self->state == KQ_AUTOSAVE_CHANGED)
    {
      if (self->state == KQ_AUTOSAVE_CHANGED)
        answer_flushes (self, self->error);
      return;
    }

  kq_autosave_unschedule (self);
  g_clear_pointer (&self->snapshot, json_node_unref);
  self->snapshot = json_node_ref (kq_object_snapshot (KQ_OBJECT (self->campaign)));
  self->dirty = FALSE;
  self->first_change = -1;
  call = kq_store_call_new (kq_store_save, NULL);
  call->save = make_save (self);
  self->saving = g_object_ref (kq_library_queue (self->library, kq_autosave_start, call, NULL,
                                                 on_saved, g_object_ref (self)));
  kq_autosave_set_state (self, KQ_AUTOSAVE_SAVING);
}

/* Waits for the save that is under way. The library's thread does one thing after
 * the other: once it did another, the save is answered. */
void
kq_autosave_wait (KqAutosave *self)
{
  g_autoptr (KqStoreCall) call = NULL;

  if (self->saving == NULL)
    return;

  call = kq_store_call_new (kq_store_look, NULL);
  kq_library_run (self->library, call, NULL, NULL);
  take_answer (self);
}

/* What others saved */

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqAutosave) self = data;
  g_autoptr (JsonNode) theirs = NULL;
  gint64 version;

  theirs = kq_library_load_finish (KQ_LIBRARY (source), result, &version, NULL);
  if (theirs == NULL || self->library == NULL || self->saving != NULL ||
      version == self->version || version == self->theirs)
    return;

  self->theirs = version;
  kq_autosave_set_state (self, KQ_AUTOSAVE_CHANGED);
  kq_autosave_emit_changed (self, theirs, version);
}

static void
on_item (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (KqAutosave) self = data;
  g_autoptr (KqLibraryItem) item = NULL;

  item = kq_library_get_item_finish (KQ_LIBRARY (source), result, NULL);
  if (item == NULL || self->library == NULL ||
      kq_library_item_get_version (item) == self->version)
    return;

  kq_library_load_async (self->library, kq_library_item_get_id (item), 0, NULL, on_loaded,
                         g_object_ref (self));
}

/* Whether the library's newest version is still ours; tells where it isn't. */
void
kq_autosave_look (KqAutosave *self)
{
  kq_library_get_item_async (self->library, kq_object_get_id (KQ_OBJECT (self->campaign)), NULL,
                             on_item, g_object_ref (self));
}
