/* kq-store.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-store.h"

#include <glib/gi18n-lib.h>

#include "kq-campaigns-table.h"
#include "kq-library-table.h"

/* Of so many changes at once nobody wants to be told one by one. */
#define MAX_CHANGED 100

KqStoreCall *
kq_store_call_new (KqStoreFunc  func,
                   const char  *id)
{
  KqStoreCall *call = g_new0 (KqStoreCall, 1);

  call->func = func;
  call->id = g_strdup (id);

  return call;
}

void
kq_store_call_free (KqStoreCall *call)
{
  g_free (call->id);
  g_free (call->text);
  g_clear_pointer (&call->save, kq_library_save_free);
  g_clear_pointer (&call->node, json_node_unref);
  g_clear_pointer (&call->bytes, g_bytes_unref);
  g_clear_pointer (&call->list, g_ptr_array_unref);
  g_clear_object (&call->item);
  g_clear_pointer (&call->report, kq_library_report_free);
  g_clear_pointer (&call->remote, kq_sync_remote_free);
  g_clear_pointer (&call->problems, g_ptr_array_unref);
  g_clear_pointer (&call->facts, kq_facts_unref);
  g_free (call);
}

KqStore *
kq_store_new (const char           *path,
              const KqStoreOptions *options)
{
  KqStore *self = g_new0 (KqStore, 1);

  self->path = g_strdup (path);
  self->options = *options;
  self->changed = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
kq_store_free (KqStore *self)
{
  g_clear_pointer (&self->db, kq_sqlite_close);
  g_clear_pointer (&self->report, kq_library_report_free);
  g_ptr_array_unref (self->changed);
  g_free (self->path);
  g_free (self);
}

/* In milliseconds since 1970-01-01T00:00:00Z */
gint64
kq_store_now (KqStore *self)
{
  return self->options.now (self->options.data);
}

/* Whom to tell of what was written since, by us or by another program. It is
 * told the next time where it can't be read now. */
static void
collect_changes (KqStore *self)
{
  g_autoptr (GPtrArray) ids = NULL;
  gint64 change, purged, tidied;

  if (self->db == NULL || !kq_library_table_get (self->db, &change, &purged, &tidied, NULL) ||
      change == self->change)
    return;
  ids = kq_campaigns_table_list_changed (self->db, self->change, MAX_CHANGED, NULL);
  if (ids == NULL)
    return;

  /* A counter that fell is another file's. */
  if (ids->len == MAX_CHANGED || purged > self->change || change < self->change)
    self->many = TRUE;
  else
    g_ptr_array_extend_and_steal (self->changed, g_steal_pointer (&ids));
  self->change = change;
}

/* Somebody may have set the file aside, or removed it, while it was open. */
static gboolean
ensure_open (KqStore  *self,
             GError  **error)
{
  if (self->db != NULL && !self->read_only && kq_sqlite_has_moved (self->db))
    g_clear_pointer (&self->db, kq_sqlite_close);

  return self->db != NULL || kq_store_open (self, error);
}

static gboolean
try_call (KqStore      *self,
          KqStoreCall  *call,
          GError      **error)
{
  gboolean done = ensure_open (self, error) && call->func (self, call, error);

  /* What was begun and failed */
  if (self->db != NULL)
    kq_sqlite_roll_back (self->db);

  return done;
}

/* Damage is nothing that a caller could do anything about. */
static void
hide_damage (KqStore  *self,
             GError  **error)
{
  if (!kq_sqlite_is_damage (*error))
    return;

  g_clear_error (error);
  g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_FOREIGN,
               _("%s: the library is damaged and can’t be set aside; close other programs that "
                 "use it, and try again"), self->path);
}

/**
 * kq_store_run:
 * @self: a store
 * @call: what to do
 * @error: return location for an error
 *
 * Does it; and where that finds the file damaged, sets it aside, recovers what
 * can be read, and does it once more.
 *
 * Returns: whether it was done
 */
gboolean
kq_store_run (KqStore      *self,
              KqStoreCall  *call,
              GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean done = try_call (self, call, &local_error);

  if (!done && kq_sqlite_is_damage (local_error))
    {
      g_clear_error (&local_error);
      done = kq_store_mend (self, &local_error) && try_call (self, call, &local_error);
    }
  collect_changes (self);
  if (done)
    return TRUE;

  hide_damage (self, &local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
