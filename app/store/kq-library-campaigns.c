/* kq-library-campaigns.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-private.h"

#include <string.h>

/* What is done with one campaign: a call to the library's thread each, waited for
 * or not. */

/**
 * kq_library_save:
 * @self: a library
 * @save: what to save
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Saves a campaign as its newest version, all or nothing, and on the disk when it
 * returns. What equals the newest version makes no other. What was deleted is
 * active again after an edit. A picture that neither the library nor the source
 * has, or of which the source's bytes are others than its name says, is left
 * out: a later save may bring it.
 *
 * Returns: the version's number, or 0 with an error: %KQ_LIBRARY_ERROR_CHANGED where
 *   the newest version is neither the base nor equal, %KQ_LIBRARY_ERROR_INVALID
 *   for a snapshot without a sound id or that is too large
 */
gint64
kq_library_save (KqLibrary           *self,
                 const KqLibrarySave *save,
                 GCancellable        *cancellable,
                 GError             **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), 0);
  g_return_val_if_fail (save != NULL, 0);

  call = kq_store_call_new (kq_store_save, NULL);
  call->save = kq_library_save_copy (save);
  if (!kq_library_run (self, call, cancellable, error))
    return 0;

  return call->number;
}

/**
 * kq_library_save_async:
 * @self: a library
 * @save: what to save
 * @cancellable: (nullable): to give up
 * @callback: (nullable): called when done
 * @data: its data
 *
 * As kq_library_save(), without waiting.
 */
void
kq_library_save_async (KqLibrary           *self,
                       const KqLibrarySave *save,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));
  g_return_if_fail (save != NULL);

  call = kq_store_call_new (kq_store_save, NULL);
  call->save = kq_library_save_copy (save);
  kq_library_queue (self, kq_library_save_async, call, cancellable, callback, data);
}

/**
 * kq_library_save_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: the version's number, or 0 with an error: %KQ_LIBRARY_ERROR_CHANGED where
 *   the newest version is neither the base nor equal, %KQ_LIBRARY_ERROR_INVALID
 *   for a snapshot without a sound id or that is too large
 */
gint64
kq_library_save_finish (KqLibrary    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), 0);

  call = kq_library_finish (self, kq_library_save_async, result, error);

  return call != NULL ? call->number : 0;
}

/**
 * kq_library_load:
 * @self: a library
 * @id: a campaign's id
 * @number: the version, 0 for the newest
 * @loaded: (out) (optional): the number of the version
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads a version of a campaign.
 *
 * Returns: (transfer full) (nullable): a sealed node that kq_format_check() accepts,
 *   or %NULL with %KQ_LIBRARY_ERROR_NOT_FOUND or %KQ_LIBRARY_ERROR_INVALID
 */
JsonNode *
kq_library_load (KqLibrary    *self,
                 const char   *id,
                 gint64        number,
                 gint64       *loaded,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (number >= 0, NULL);

  call = kq_store_call_new (kq_store_load, id);
  call->number = number;
  if (!kq_library_run (self, call, cancellable, error))
    return NULL;
  if (loaded != NULL)
    *loaded = call->number;

  return g_steal_pointer (&call->node);
}

/**
 * kq_library_load_async:
 * @self: a library
 * @id: a campaign's id
 * @number: the version, 0 for the newest
 * @cancellable: (nullable): to give up
 * @callback: (nullable): called when done
 * @data: its data
 *
 * As kq_library_load(), without waiting.
 */
void
kq_library_load_async (KqLibrary          *self,
                       const char         *id,
                       gint64              number,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (number >= 0);

  call = kq_store_call_new (kq_store_load, id);
  call->number = number;
  kq_library_queue (self, kq_library_load_async, call, cancellable, callback, data);
}

/**
 * kq_library_load_finish:
 * @self: a library
 * @result: what the callback got
 * @loaded: (out) (optional): the number of the version
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a sealed node that kq_format_check() accepts,
 *   or %NULL with %KQ_LIBRARY_ERROR_NOT_FOUND or %KQ_LIBRARY_ERROR_INVALID
 */
JsonNode *
kq_library_load_finish (KqLibrary    *self,
                        GAsyncResult *result,
                        gint64       *loaded,
                        GError      **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_library_finish (self, kq_library_load_async, result, error);
  if (call == NULL)
    return NULL;
  if (loaded != NULL)
    *loaded = call->number;

  return g_steal_pointer (&call->node);
}

/**
 * kq_library_duplicate:
 * @self: a library
 * @id: a campaign's id
 * @name: the copy's name
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Makes a campaign of the newest version of another, without its history.
 *
 * Returns: (transfer full) (nullable): the copy's id, or %NULL with
 *   %KQ_LIBRARY_ERROR_NOT_FOUND or %KQ_LIBRARY_ERROR_INVALID
 */
char *
kq_library_duplicate (KqLibrary    *self,
                      const char   *id,
                      const char   *name,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  call = kq_store_call_new (kq_store_duplicate, id);
  call->text = g_strdup (name);
  if (!kq_library_run (self, call, cancellable, error))
    return NULL;

  return g_steal_pointer (&call->text);
}

/**
 * kq_library_duplicate_async:
 * @self: a library
 * @id: a campaign's id
 * @name: the copy's name
 * @cancellable: (nullable): to give up
 * @callback: (nullable): called when done
 * @data: its data
 *
 * As kq_library_duplicate(), without waiting.
 */
void
kq_library_duplicate_async (KqLibrary          *self,
                            const char         *id,
                            const char         *name,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (name != NULL);

  call = kq_store_call_new (kq_store_duplicate, id);
  call->text = g_strdup (name);
  kq_library_queue (self, kq_library_duplicate_async, call, cancellable, callback, data);
}

/**
 * kq_library_duplicate_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the copy's id, or %NULL with
 *   %KQ_LIBRARY_ERROR_NOT_FOUND or %KQ_LIBRARY_ERROR_INVALID
 */
char *
kq_library_duplicate_finish (KqLibrary    *self,
                             GAsyncResult *result,
                             GError      **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_library_finish (self, kq_library_duplicate_async, result, error);

  return call != NULL ? g_steal_pointer (&call->text) : NULL;
}

/**
 * kq_library_set_state:
 * @self: a library
 * @id: a campaign's id
 * @state: what is meant to become of it
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Archives, deletes or brings back a campaign. What is deleted is purged after 30
 * days; deleting is undone by setting the former state.
 *
 * Returns: whether it was done, else with %KQ_LIBRARY_ERROR_NOT_FOUND
 */
gboolean
kq_library_set_state (KqLibrary     *self,
                      const char    *id,
                      KqLibraryState state,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  call = kq_store_call_new (kq_store_set_state, id);
  call->flags = state;

  return kq_library_run (self, call, cancellable, error);
}

/**
 * kq_library_set_state_async:
 * @self: a library
 * @id: a campaign's id
 * @state: what is meant to become of it
 * @cancellable: (nullable): to give up
 * @callback: (nullable): called when done
 * @data: its data
 *
 * As kq_library_set_state(), without waiting.
 */
void
kq_library_set_state_async (KqLibrary          *self,
                            const char         *id,
                            KqLibraryState      state,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));
  g_return_if_fail (id != NULL);

  call = kq_store_call_new (kq_store_set_state, id);
  call->flags = state;
  kq_library_queue (self, kq_library_set_state_async, call, cancellable, callback, data);
}

/**
 * kq_library_set_state_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether it was done, else with %KQ_LIBRARY_ERROR_NOT_FOUND
 */
gboolean
kq_library_set_state_finish (KqLibrary    *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  return kq_library_finish (self, kq_library_set_state_async, result, error) != NULL;
}

/**
 * kq_library_set_counts:
 * @self: a library
 * @id: a campaign's id
 * @number: the version that was checked
 * @counts: (array fixed-size=3): how many errors, warnings and advice it has
 * @checked: when they were counted, in seconds since 1970-01-01T00:00:00Z
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Says what a check without an edit found. It is passed over where the version
 * isn't the newest any more.
 *
 * Returns: whether it was done, else with %KQ_LIBRARY_ERROR_NOT_FOUND
 */
gboolean
kq_library_set_counts (KqLibrary    *self,
                       const char   *id,
                       gint64        number,
                       const int     counts[3],
                       gint64        checked,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  call = kq_store_call_new (kq_store_set_counts, id);
  call->number = number;
  memcpy (call->counts, counts, sizeof call->counts);
  call->checked = checked;

  return kq_library_run (self, call, cancellable, error);
}

/**
 * kq_library_set_counts_async:
 * @self: a library
 * @id: a campaign's id
 * @number: the version that was checked
 * @counts: (array fixed-size=3): how many errors, warnings and advice it has
 * @checked: when they were counted, in seconds since 1970-01-01T00:00:00Z
 * @cancellable: (nullable): to give up
 * @callback: (nullable): called when done
 * @data: its data
 *
 * As kq_library_set_counts(), without waiting.
 */
void
kq_library_set_counts_async (KqLibrary          *self,
                             const char         *id,
                             gint64              number,
                             const int           counts[3],
                             gint64              checked,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));
  g_return_if_fail (id != NULL);

  call = kq_store_call_new (kq_store_set_counts, id);
  call->number = number;
  memcpy (call->counts, counts, sizeof call->counts);
  call->checked = checked;
  kq_library_queue (self, kq_library_set_counts_async, call, cancellable, callback, data);
}

/**
 * kq_library_set_counts_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether it was done, else with %KQ_LIBRARY_ERROR_NOT_FOUND
 */
gboolean
kq_library_set_counts_finish (KqLibrary    *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  return kq_library_finish (self, kq_library_set_counts_async, result, error) != NULL;
}
