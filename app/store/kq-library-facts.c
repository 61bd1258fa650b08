/* kq-library-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-facts.h"

#include "kq-library-private.h"

G_DEFINE_BOXED_TYPE (KqFactImport, kq_fact_import, kq_fact_import_copy, kq_fact_import_free)

/**
 * kq_fact_import_copy:
 * @import: an import of figures
 *
 * Returns: (transfer full): a copy
 */
KqFactImport *
kq_fact_import_copy (const KqFactImport *import)
{
  KqFactImport *copy;

  g_return_val_if_fail (import != NULL, NULL);

  copy = g_memdup2 (import, sizeof *import);
  copy->name = g_strdup (import->name);

  return copy;
}

/**
 * kq_fact_import_free:
 * @import: (transfer full): an import of figures
 *
 * Frees it.
 */
void
kq_fact_import_free (KqFactImport *import)
{
  g_return_if_fail (import != NULL);

  g_free (import->name);
  g_free (import);
}

/**
 * kq_library_load_facts:
 * @self: a library
 * @id: a campaign's id
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads all that platforms told of a campaign.
 *
 * Returns: (transfer full) (nullable): the facts, settled, or %NULL with
 *   %KQ_LIBRARY_ERROR_NOT_FOUND
 */
KqFacts *
kq_library_load_facts (KqLibrary     *self,
                       const char    *id,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  call = kq_store_call_new (kq_store_load_facts, id);
  if (!kq_library_run (self, call, cancellable, error))
    return NULL;

  return g_steal_pointer (&call->facts);
}

/**
 * kq_library_load_facts_async:
 * @self: a library
 * @id: a campaign's id
 * @cancellable: (nullable): to give up
 * @callback: (nullable): called when done
 * @data: its data
 *
 * As kq_library_load_facts(), without waiting.
 */
void
kq_library_load_facts_async (KqLibrary           *self,
                             const char          *id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  KqStoreCall *call;

  g_return_if_fail (KQ_IS_LIBRARY (self));
  g_return_if_fail (id != NULL);

  call = kq_store_call_new (kq_store_load_facts, id);
  kq_library_queue (self, kq_library_load_facts_async, call, cancellable, callback, data);
}

/**
 * kq_library_load_facts_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the facts, settled, or %NULL with
 *   %KQ_LIBRARY_ERROR_NOT_FOUND
 */
KqFacts *
kq_library_load_facts_finish (KqLibrary     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  KqStoreCall *call;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  call = kq_library_finish (self, kq_library_load_facts_async, result, error);

  return call != NULL ? g_steal_pointer (&call->facts) : NULL;
}

/**
 * kq_library_import_facts:
 * @self: a library
 * @id: a campaign's id
 * @facts: what a platform told; they are settled, and from then on the
 *   library's to read
 * @name: the name of the file that they came from
 * @cancellable: (nullable): to give up before it is begun
 * @error: return location for an error
 *
 * Takes facts in: for each day and object that they tell of, they take the
 * place of what was there. All of them or none.
 *
 * Returns: the number of the import, or 0 with %KQ_LIBRARY_ERROR_NOT_FOUND
 */
gint64
kq_library_import_facts (KqLibrary     *self,
                         const char    *id,
                         KqFacts       *facts,
                         const char    *name,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), 0);
  g_return_val_if_fail (id != NULL, 0);
  g_return_val_if_fail (facts != NULL, 0);
  g_return_val_if_fail (name != NULL, 0);

  call = kq_store_call_new (kq_store_import_facts, id);
  call->facts = kq_facts_ref (facts);
  call->text = g_strdup (name);

  return kq_library_run (self, call, cancellable, error) ? call->number : 0;
}

/**
 * kq_library_list_fact_imports:
 * @self: a library
 * @id: a campaign's id
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Lists where a campaign's facts came from, the last import first.
 *
 * Returns: (transfer full) (nullable) (element-type KqFactImport): the imports,
 *   or %NULL with %KQ_LIBRARY_ERROR_NOT_FOUND
 */
GPtrArray *
kq_library_list_fact_imports (KqLibrary     *self,
                              const char    *id,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  call = kq_store_call_new (kq_store_list_imports, id);
  if (!kq_library_run (self, call, cancellable, error))
    return NULL;

  return g_steal_pointer (&call->list);
}

/**
 * kq_library_get_fact_mapping:
 * @self: a library
 * @signature: what tells a table's header from others
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is remembered of such tables; %NULL
 *   where nothing is, or with an error
 */
char *
kq_library_get_fact_mapping (KqLibrary     *self,
                             const char    *signature,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (signature != NULL, NULL);

  call = kq_store_call_new (kq_store_get_mapping, signature);
  if (!kq_library_run (self, call, cancellable, error))
    return NULL;

  return g_steal_pointer (&call->text);
}

/**
 * kq_library_set_fact_mapping:
 * @self: a library
 * @signature: what tells a table's header from others
 * @mapping: what to remember of such tables
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Returns: whether it will be remembered
 */
gboolean
kq_library_set_fact_mapping (KqLibrary     *self,
                             const char    *signature,
                             const char    *mapping,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (KqStoreCall) call = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (signature != NULL, FALSE);
  g_return_val_if_fail (mapping != NULL, FALSE);

  call = kq_store_call_new (kq_store_set_mapping, signature);
  call->text = g_strdup (mapping);

  return kq_library_run (self, call, cancellable, error);
}
