/* kq-library-sync.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-sync.h"

#include "kq-library-private.h"

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
 * kq_library_sync_get_remote:
 * @self: a library
 * @remote: (out) (nullable) (transfer full): the remote, %NULL for none
 * @error: return location for an error
 *
 * Tells with which remote the library is connected.
 *
 * Returns: whether it could be read
 */
gboolean
kq_library_sync_get_remote (KqLibrary     *self,
                            KqSyncRemote **remote,
                            GError       **error)
{
  g_autoptr (KqStoreCall) call = kq_store_call_new (kq_store_sync_get_remote, NULL);

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  if (!kq_library_run (self, call, NULL, error))
    return FALSE;
  *remote = g_steal_pointer (&call->remote);

  return TRUE;
}

/**
 * kq_library_sync_connect:
 * @self: a library
 * @url: where the remote is
 * @user: who we are there; "" for nobody
 * @error: return location for an error
 *
 * Connects the library with a remote. With another than before, nothing is agreed on
 * yet: what both have and isn't the same becomes two campaigns.
 *
 * Returns: whether it is connected
 */
gboolean
kq_library_sync_connect (KqLibrary   *self,
                         const char  *url,
                         const char  *user,
                         GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_connect, url);
  call->text = g_strdup (user);

  return kq_library_run (self, call, NULL, error);
}

/**
 * kq_library_sync_disconnect:
 * @self: a library
 * @error: return location for an error
 *
 * Forgets the remote, and what was agreed on with it.
 *
 * Returns: whether it is forgotten
 */
gboolean
kq_library_sync_disconnect (KqLibrary  *self,
                            GError    **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_disconnect, NULL);

  return kq_library_run (self, call, NULL, error);
}

/**
 * kq_library_sync_restart:
 * @self: a library
 * @identity: the UUID of the database
 * @error: return location for an error
 *
 * The remote isn't what it was: all of it is to be read anew, and what it lacks is to
 * be sent.
 *
 * Returns: whether that is written down
 */
gboolean
kq_library_sync_restart (KqLibrary   *self,
                         const char  *identity,
                         GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_restart, NULL);
  call->text = g_strdup (identity);

  return kq_library_run (self, call, NULL, error);
}

/**
 * kq_library_sync_set_checkpoint:
 * @self: a library
 * @confirmed: (nullable): what the remote has of us
 * @next: (nullable): what it may have from now on
 * @error: return location for an error
 *
 * Writes down what the remote should answer when it is asked for our checkpoint.
 *
 * Returns: whether that is written down
 */
gboolean
kq_library_sync_set_checkpoint (KqLibrary   *self,
                                const char  *confirmed,
                                const char  *next,
                                GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_set_checkpoint, confirmed);
  call->text = g_strdup (next);

  return kq_library_run (self, call, NULL, error);
}

/**
 * kq_library_sync_set_synced:
 * @self: a library
 * @error: return location for an error
 *
 * Says that all was sent and read, now.
 *
 * Returns: whether that is written down
 */
gboolean
kq_library_sync_set_synced (KqLibrary  *self,
                            GError    **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_set_synced, NULL);

  return kq_library_run (self, call, NULL, error);
}

/**
 * kq_library_sync_apply:
 * @self: a library
 * @documents: (element-type KqSyncIncoming): what came; what became of each is
 *   set
 * @problems: (nullable) (element-type KqSyncProblem): what couldn't be read
 * @since: (nullable): up to where the remote was read with them
 * @error: return location for an error
 *
 * Takes documents of the remote into the library, all or none.
 *
 * Returns: whether they are here
 */
gboolean
kq_library_sync_apply (KqLibrary   *self,
                       GPtrArray   *documents,
                       GPtrArray   *problems,
                       const char  *since,
                       GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_apply, NULL);
  call->list = g_ptr_array_ref (documents);
  call->problems = problems != NULL ? g_ptr_array_ref (problems) : NULL;
  call->text = g_strdup (since);

  return kq_library_run (self, call, NULL, error);
}

/**
 * kq_library_sync_apply_async:
 * @self: a library
 * @documents: (element-type KqSyncIncoming): what came
 * @problems: (nullable) (element-type KqSyncProblem): what couldn't be read
 * @since: (nullable): up to where the remote was read with them
 * @callback: called when done
 * @data: its data
 *
 * As kq_library_sync_apply(), without waiting. Until it is done nothing in
 * @documents may be looked at.
 */
void
kq_library_sync_apply_async (KqLibrary           *self,
                             GPtrArray           *documents,
                             GPtrArray           *problems,
                             const char          *since,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));

  call = kq_store_call_new (kq_store_sync_apply, NULL);
  call->list = g_ptr_array_ref (documents);
  call->problems = problems != NULL ? g_ptr_array_ref (problems) : NULL;
  call->text = g_strdup (since);
  kq_library_queue (self, kq_library_sync_apply_async, call, NULL, callback, data);
}

/**
 * kq_library_sync_apply_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether they are here
 */
gboolean
kq_library_sync_apply_finish (KqLibrary     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  return kq_library_finish (self, kq_library_sync_apply_async, result, error) != NULL;
}

/**
 * kq_library_sync_load_edit:
 * @self: a library
 * @id: a campaign's id
 * @edit: the id of an edit
 * @campaign: (out) (nullable) (transfer full): what the campaign was then, %NULL
 *   where that isn't here
 * @error: return location for an error
 *
 * Returns: whether it could be asked
 */
gboolean
kq_library_sync_load_edit (KqLibrary   *self,
                           const char  *id,
                           const char  *edit,
                           JsonNode   **campaign,
                           GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_load_edit, id);
  call->text = g_strdup (edit);
  if (!kq_library_run (self, call, NULL, error))
    return FALSE;
  *campaign = g_steal_pointer (&call->node);

  return TRUE;
}

/**
 * kq_library_sync_is_known:
 * @self: a library
 * @documents: (element-type KqSyncIncoming): of which id, date and rev are set
 * @known: (out): whether the library has that revision of each
 * @error: return location for an error
 *
 * Asks whether there is anything new in a list of changes.
 *
 * Returns: whether it could be asked
 */
gboolean
kq_library_sync_is_known (KqLibrary  *self,
                          GPtrArray  *documents,
                          gboolean   *known,
                          GError    **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_is_known, NULL);
  call->list = g_ptr_array_ref (documents);
  if (!kq_library_run (self, call, NULL, error))
    return FALSE;
  *known = call->flags != 0;

  return TRUE;
}

/**
 * kq_library_sync_settle:
 * @self: a library
 * @answer: what people say
 * @counts: (out): how it stands then
 * @error: return location for an error
 *
 * After the remote was read: deletes what the team deleted, unless that is more
 * than a handful or over a third and nobody said so; a single campaign is always
 * deleted. What is deleted lies in the library for 30 days.
 *
 * Returns: whether it was done; where @counts has some that are asked about still,
 *   it waits for an answer
 */
gboolean
kq_library_sync_settle (KqLibrary     *self,
                        KqSyncAnswer   answer,
                        KqSyncCounts  *counts,
                        GError       **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_settle, NULL);
  call->flags = answer;
  if (!kq_library_run (self, call, NULL, error))
    return FALSE;
  *counts = call->sync;

  return TRUE;
}

/**
 * kq_library_sync_take:
 * @self: a library
 * @limit: how many at most
 * @error: return location for an error
 *
 * What the remote hasn't got as it is here. What is handed out once may arrive from
 * then on.
 *
 * Returns: (transfer full) (nullable) (element-type KqSyncOutgoing): the campaigns
 */
GPtrArray *
kq_library_sync_take (KqLibrary  *self,
                      guint       limit,
                      GError    **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_store_call_new (kq_store_sync_take, NULL);
  call->flags = limit;

  return kq_library_run (self, call, NULL, error) ? g_steal_pointer (&call->list) : NULL;
}

/**
 * kq_library_sync_take_facts:
 * @self: a library
 * @limit: how many at most
 * @error: return location for an error
 *
 * As kq_library_sync_take(), of performance figures.
 *
 * Returns: (transfer full) (nullable) (element-type KqSyncOutgoing): the figures
 */
GPtrArray *
kq_library_sync_take_facts (KqLibrary  *self,
                            guint       limit,
                            GError    **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_store_call_new (kq_store_sync_take_facts, NULL);
  call->flags = limit;

  return kq_library_run (self, call, NULL, error) ? g_steal_pointer (&call->list) : NULL;
}

/**
 * kq_library_sync_sent:
 * @self: a library
 * @documents: (element-type KqSyncOutgoing): what was sent, with what came of it
 * @error: return location for an error
 *
 * Writes down what the remote has now, and what it doesn't take.
 *
 * Returns: whether that is written down
 */
gboolean
kq_library_sync_sent (KqLibrary  *self,
                      GPtrArray  *documents,
                      GError    **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_sent, NULL);
  call->list = g_ptr_array_ref (documents);

  return kq_library_run (self, call, NULL, error);
}

/**
 * kq_library_sync_load_asset:
 * @self: a library
 * @sha256: a picture's name
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL without an error where the
 *   library hasn't got them
 */
GBytes *
kq_library_sync_load_asset (KqLibrary   *self,
                            const char  *sha256,
                            GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_store_call_new (kq_store_load_asset, sha256);

  return kq_library_run (self, call, NULL, error) ? g_steal_pointer (&call->bytes) : NULL;
}

/**
 * kq_library_sync_note_assets:
 * @self: a library
 * @names: (element-type utf8): names of pictures
 * @error: return location for an error
 *
 * Writes down that the remote has pictures whole.
 *
 * Returns: whether that is written down
 */
gboolean
kq_library_sync_note_assets (KqLibrary  *self,
                             GPtrArray  *names,
                             GError    **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_note_assets, NULL);
  call->list = g_ptr_array_ref (names);

  return kq_library_run (self, call, NULL, error);
}

/**
 * kq_library_sync_list_missing:
 * @self: a library
 * @limit: how many at most
 * @error: return location for an error
 *
 * Pictures that campaigns need, and that aren't here.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their names
 */
GPtrArray *
kq_library_sync_list_missing (KqLibrary  *self,
                              guint       limit,
                              GError    **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_store_call_new (kq_store_sync_list_missing, NULL);
  call->flags = limit;

  return kq_library_run (self, call, NULL, error) ? g_steal_pointer (&call->list) : NULL;
}

/**
 * kq_library_sync_add_asset:
 * @self: a library
 * @sha256: a picture's name
 * @bytes: its bytes, which are what the name says
 * @error: return location for an error
 *
 * Takes a picture of the remote, if a campaign needs it still.
 *
 * Returns: whether it is here
 */
gboolean
kq_library_sync_add_asset (KqLibrary   *self,
                           const char  *sha256,
                           GBytes      *bytes,
                           GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_sync_add_asset, sha256);
  call->bytes = g_bytes_ref (bytes);

  return kq_library_run (self, call, NULL, error);
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
 * kq_library_set_facts:
 * @self: a library
 * @id: a campaign's id
 * @date: the day, as 2026-11-01
 * @json: (nullable): the figures, JSON in UTF-8; %NULL removes them
 * @error: return location for an error
 *
 * Sets a campaign's performance figures of a day, which the team gets as well.
 *
 * Returns: whether they are stored
 */
gboolean
kq_library_set_facts (KqLibrary   *self,
                      const char  *id,
                      const char  *date,
                      GBytes      *json,
                      GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_set_facts, id);
  call->text = g_strdup (date);
  call->bytes = json != NULL ? g_bytes_ref (json) : NULL;

  return kq_library_run (self, call, NULL, error);
}

/**
 * kq_library_list_facts:
 * @self: a library
 * @id: a campaign's id
 * @error: return location for an error
 *
 * Lists a campaign's performance figures.
 *
 * Returns: (transfer full) (nullable) (element-type KqSyncIncoming): of which date and facts
 *   are set, by date
 */
GPtrArray *
kq_library_list_facts (KqLibrary   *self,
                       const char  *id,
                       GError     **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_store_call_new (kq_store_list_facts, id);

  return kq_library_run (self, call, NULL, error) ? g_steal_pointer (&call->list) : NULL;
}
