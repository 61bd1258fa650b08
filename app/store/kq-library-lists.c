/* kq-library-lists.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-private.h"

/* What is read of many: a call to the library's thread each, waited for or not. */

/**
 * kq_library_list:
 * @self: a library
 * @flags: which states
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Lists campaigns, the last saved first.
 *
 * Returns: (transfer full) (nullable) (element-type KqLibraryItem): the campaigns
 */
GPtrArray *
kq_library_list (KqLibrary         *self,
                 KqLibraryListFlags flags,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_store_call_new (kq_store_list, NULL);
  call->flags = flags;
  if (!kq_library_run (self, call, cancellable, error))
    return NULL;

  return g_steal_pointer (&call->list);
}

/**
 * kq_library_list_async:
 * @self: a library
 * @flags: which states
 * @cancellable: (nullable): to give up
 * @callback: (nullable): called when done
 * @data: its data
 *
 * As kq_library_list(), without waiting.
 */
void
kq_library_list_async (KqLibrary          *self,
                       KqLibraryListFlags  flags,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));

  call = kq_store_call_new (kq_store_list, NULL);
  call->flags = flags;
  kq_library_queue (self, kq_library_list_async, call, cancellable, callback, data);
}

/**
 * kq_library_list_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type KqLibraryItem): the campaigns
 */
GPtrArray *
kq_library_list_finish (KqLibrary    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_library_finish (self, kq_library_list_async, result, error);

  return call != NULL ? g_steal_pointer (&call->list) : NULL;
}

/**
 * kq_library_get_item:
 * @self: a library
 * @id: a campaign's id
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Says what the library knows of a campaign without opening it.
 *
 * Returns: (transfer full) (nullable): the campaign, or %NULL with
 *   %KQ_LIBRARY_ERROR_NOT_FOUND
 */
KqLibraryItem *
kq_library_get_item (KqLibrary    *self,
                     const char   *id,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  call = kq_store_call_new (kq_store_get_item, id);
  if (!kq_library_run (self, call, cancellable, error))
    return NULL;

  return g_steal_pointer (&call->item);
}

/**
 * kq_library_get_item_async:
 * @self: a library
 * @id: a campaign's id
 * @cancellable: (nullable): to give up
 * @callback: (nullable): called when done
 * @data: its data
 *
 * As kq_library_get_item(), without waiting.
 */
void
kq_library_get_item_async (KqLibrary          *self,
                           const char         *id,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));
  g_return_if_fail (id != NULL);

  call = kq_store_call_new (kq_store_get_item, id);
  kq_library_queue (self, kq_library_get_item_async, call, cancellable, callback, data);
}

/**
 * kq_library_get_item_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the campaign, or %NULL with
 *   %KQ_LIBRARY_ERROR_NOT_FOUND
 */
KqLibraryItem *
kq_library_get_item_finish (KqLibrary    *self,
                            GAsyncResult *result,
                            GError      **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_library_finish (self, kq_library_get_item_async, result, error);

  return call != NULL ? g_steal_pointer (&call->item) : NULL;
}

/**
 * kq_library_list_versions:
 * @self: a library
 * @id: a campaign's id
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Lists the history of a campaign, the newest version first.
 *
 * Returns: (transfer full) (nullable) (element-type KqVersion): the versions, or
 *   %NULL with %KQ_LIBRARY_ERROR_NOT_FOUND
 */
GPtrArray *
kq_library_list_versions (KqLibrary    *self,
                          const char   *id,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  call = kq_store_call_new (kq_store_list_versions, id);
  if (!kq_library_run (self, call, cancellable, error))
    return NULL;

  return g_steal_pointer (&call->list);
}

/**
 * kq_library_list_versions_async:
 * @self: a library
 * @id: a campaign's id
 * @cancellable: (nullable): to give up
 * @callback: (nullable): called when done
 * @data: its data
 *
 * As kq_library_list_versions(), without waiting.
 */
void
kq_library_list_versions_async (KqLibrary          *self,
                                const char         *id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));
  g_return_if_fail (id != NULL);

  call = kq_store_call_new (kq_store_list_versions, id);
  kq_library_queue (self, kq_library_list_versions_async, call, cancellable, callback, data);
}

/**
 * kq_library_list_versions_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type KqVersion): the versions, or
 *   %NULL with %KQ_LIBRARY_ERROR_NOT_FOUND
 */
GPtrArray *
kq_library_list_versions_finish (KqLibrary    *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_library_finish (self, kq_library_list_versions_async, result, error);

  return call != NULL ? g_steal_pointer (&call->list) : NULL;
}

/**
 * kq_library_tidy:
 * @self: a library
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Thins the histories and purges what was deleted 30 days ago. Does nothing
 * where that was done today. kq_library_follow() does it by itself.
 *
 * Returns: whether all is tidy
 */
gboolean
kq_library_tidy (KqLibrary     *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  call = kq_store_call_new (kq_store_tidy, NULL);

  return kq_library_run (self, call, cancellable, error);
}
