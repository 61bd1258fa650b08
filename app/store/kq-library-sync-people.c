/* kq-library-sync-people.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-sync.h"

#include "kq-library-private.h"

/* What people see of the sync and decide about. */

KqSyncDecision *
kq_sync_decision_new (const char   *pointer,
                      KqSyncChoice  choice,
                      JsonNode     *value)
{
  KqSyncDecision *self = g_new0 (KqSyncDecision, 1);

  self->pointer = g_strdup (pointer);
  self->choice = choice;
  self->value = value != NULL ? json_node_ref (value) : NULL;

  return self;
}

void
kq_sync_decision_free (KqSyncDecision *self)
{
  g_free (self->pointer);
  g_clear_pointer (&self->value, json_node_unref);
  g_free (self);
}

/**
 * kq_library_sync_count:
 * @self: a library
 * @counts: (out): how it stands
 * @error: return location for an error
 *
 * Returns: whether it could be counted
 */
gboolean
kq_library_sync_count (KqLibrary     *self,
                       KqSyncCounts  *counts,
                       GError       **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_count, NULL);
  if (!kq_library_run (self, call, NULL, error))
    return FALSE;
  *counts = call->sync;

  return TRUE;
}

/**
 * kq_library_sync_list_problems:
 * @self: a library
 * @error: return location for an error
 *
 * What of the remote can't be read, and the campaigns that it doesn't take.
 *
 * Returns: (transfer full) (nullable) (element-type KqSyncProblem): the problems
 */
GPtrArray *
kq_library_sync_list_problems (KqLibrary  *self,
                               GError    **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_store_call_new (kq_store_sync_list_problems, NULL);

  return kq_library_run (self, call, NULL, error) ? g_steal_pointer (&call->problems) : NULL;
}

/**
 * kq_library_sync_list_conflicts:
 * @self: a library
 * @id: (nullable): a campaign's id, %NULL for all campaigns
 * @error: return location for an error
 *
 * The places that somebody has to decide about.
 *
 * Returns: (transfer full) (nullable) (element-type KqSyncConflict): the conflicts, by
 *   campaign and pointer
 */
GPtrArray *
kq_library_sync_list_conflicts (KqLibrary   *self,
                                const char  *id,
                                GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_store_call_new (kq_store_sync_list_conflicts, id);

  return kq_library_run (self, call, NULL, error) ? g_steal_pointer (&call->list) : NULL;
}

/**
 * kq_library_sync_list_conflicts_async:
 * @self: a library
 * @id: (nullable): a campaign's id, %NULL for all campaigns
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * As kq_library_sync_list_conflicts(), without waiting.
 */
void
kq_library_sync_list_conflicts_async (KqLibrary           *self,
                                      const char          *id,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data)
{
  g_return_if_fail (KQ_IS_LIBRARY (self));

  kq_library_queue (self, kq_library_sync_list_conflicts_async,
                    kq_store_call_new (kq_store_sync_list_conflicts, id), cancellable, callback,
                    data);
}

/**
 * kq_library_sync_list_conflicts_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type KqSyncConflict): the conflicts
 */
GPtrArray *
kq_library_sync_list_conflicts_finish (KqLibrary     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_library_finish (self, kq_library_sync_list_conflicts_async, result, error);

  return call != NULL ? g_steal_pointer (&call->list) : NULL;
}

/**
 * kq_library_sync_resolve:
 * @self: a library
 * @id: a campaign's id
 * @decisions: (element-type KqSyncDecision): what was decided
 * @error: return location for an error
 *
 * Settles conflicts of a campaign, all of the decisions in one new version, or none.
 *
 * Returns: the version's number; 0 with %KQ_LIBRARY_ERROR_CHANGED where a place was
 *   edited since its conflict was listed, which is listed anew then,
 *   %KQ_LIBRARY_ERROR_NOT_FOUND where nothing is to be decided there, or
 *   %KQ_LIBRARY_ERROR_INVALID where a value doesn't fit its place
 */
gint64
kq_library_sync_resolve (KqLibrary   *self,
                         const char  *id,
                         GPtrArray   *decisions,
                         GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), 0);

  call = kq_store_call_new (kq_store_sync_resolve, id);
  call->list = g_ptr_array_ref (decisions);

  return kq_library_run (self, call, NULL, error) ? call->number : 0;
}

/**
 * kq_library_sync_resolve_async:
 * @self: a library
 * @id: a campaign's id
 * @decisions: (element-type KqSyncDecision): what was decided
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * As kq_library_sync_resolve(), without waiting.
 */
void
kq_library_sync_resolve_async (KqLibrary           *self,
                               const char          *id,
                               GPtrArray           *decisions,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));

  call = kq_store_call_new (kq_store_sync_resolve, id);
  call->list = g_ptr_array_ref (decisions);
  kq_library_queue (self, kq_library_sync_resolve_async, call, cancellable, callback, data);
}

/**
 * kq_library_sync_resolve_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: as kq_library_sync_resolve()
 */
gint64
kq_library_sync_resolve_finish (KqLibrary     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), 0);

  call = kq_library_finish (self, kq_library_sync_resolve_async, result, error);

  return call != NULL ? call->number : 0;
}

/**
 * kq_library_sync_reopen_async:
 * @self: a library
 * @id: a campaign's id
 * @conflicts: (element-type KqSyncConflict): what was decided, as it was before
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * Takes decisions back in one new version: what stood in their places stands there
 * again, and is to be decided about.
 */
void
kq_library_sync_reopen_async (KqLibrary           *self,
                              const char          *id,
                              GPtrArray           *conflicts,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));

  call = kq_store_call_new (kq_store_sync_reopen, id);
  call->list = g_ptr_array_ref (conflicts);
  kq_library_queue (self, kq_library_sync_reopen_async, call, cancellable, callback, data);
}

/**
 * kq_library_sync_reopen_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: the version's number, or 0 with a #KqLibraryError
 */
gint64
kq_library_sync_reopen_finish (KqLibrary     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), 0);

  call = kq_library_finish (self, kq_library_sync_reopen_async, result, error);

  return call != NULL ? call->number : 0;
}
