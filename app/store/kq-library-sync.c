/* kq-library-sync.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-sync.h"

#include "kq-library-private.h"

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
 * kq_library_sync_take_async:
 * @self: a library
 * @facts: whether figures are asked for, instead of campaigns
 * @limit: how many at most
 * @after: what the last answer gave; 0 for the first
 * @callback: called when done
 * @data: its data
 *
 * What the remote hasn't got as it is here. What is handed out once may arrive from
 * then on.
 */
void
kq_library_sync_take_async (KqLibrary           *self,
                            gboolean             facts,
                            guint                limit,
                            gint64               after,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));

  call = kq_store_call_new (facts ? kq_store_sync_take_facts : kq_store_sync_take, NULL);
  call->flags = limit;
  call->number = after;
  kq_library_queue (self, kq_library_sync_take_async, call, NULL, callback, data);
}

/**
 * kq_library_sync_take_finish:
 * @self: a library
 * @result: what the callback got
 * @last: (out): behind what the next are
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type KqSyncOutgoing): what is to be
 *   sent
 */
GPtrArray *
kq_library_sync_take_finish (KqLibrary     *self,
                             GAsyncResult  *result,
                             gint64        *last,
                             GError       **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_library_finish (self, kq_library_sync_take_async, result, error);
  if (call == NULL)
    return NULL;
  *last = call->number;

  return g_steal_pointer (&call->list);
}

/**
 * kq_library_sync_sent_async:
 * @self: a library
 * @documents: (element-type KqSyncOutgoing): what was sent, with what came of it
 * @callback: called when done
 * @data: its data
 *
 * Writes down what the remote has now, and what it doesn't take.
 */
void
kq_library_sync_sent_async (KqLibrary           *self,
                            GPtrArray           *documents,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));

  call = kq_store_call_new (kq_store_sync_sent, NULL);
  call->list = g_ptr_array_ref (documents);
  kq_library_queue (self, kq_library_sync_sent_async, call, NULL, callback, data);
}

/**
 * kq_library_sync_sent_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether that is written down
 */
gboolean
kq_library_sync_sent_finish (KqLibrary     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  return kq_library_finish (self, kq_library_sync_sent_async, result, error) != NULL;
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
 * kq_library_sync_list_unsent:
 * @self: a library
 * @limit: how many at most
 * @error: return location for an error
 *
 * Pictures that campaigns need and that are here, but may not be on the remote.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their names
 */
GPtrArray *
kq_library_sync_list_unsent (KqLibrary  *self,
                             guint       limit,
                             GError    **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_store_call_new (kq_store_sync_list_unsent, NULL);
  call->flags = limit;

  return kq_library_run (self, call, NULL, error) ? g_steal_pointer (&call->list) : NULL;
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
