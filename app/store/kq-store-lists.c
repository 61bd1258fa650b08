/* kq-store-lists.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaigns-table.h"
#include "kq-library-table.h"
#include "kq-search-table.h"
#include "kq-store.h"
#include "kq-versions-table.h"

gboolean
kq_store_list (KqStore      *store,
               KqStoreCall  *call,
               GError      **error)
{
  call->list = kq_campaigns_table_list (store->db, call->flags, -1, error);

  return call->list != NULL;
}

/* The two statements read one state: what is written in between would be passed
 * over for good. */
gboolean
kq_store_list_changes (KqStore      *store,
                       KqStoreCall  *call,
                       GError      **error)
{
  gint64 since = call->number, change, purged, tidied;

  if (!kq_sqlite_execute (store->db, "BEGIN", error) ||
      !kq_library_table_get (store->db, &change, &purged, &tidied, error))
    return FALSE;

  /* A counter that fell is another file's. */
  call->flags = since == 0 || purged > since || change < since;
  call->list = kq_campaigns_table_list (store->db, KQ_LIBRARY_LIST_ALL,
                                        call->flags ? -1 : since, error);
  if (call->list == NULL || !kq_sqlite_commit (store->db, error))
    return FALSE;
  call->number = change;

  return TRUE;
}

gboolean
kq_store_get_item (KqStore      *store,
                   KqStoreCall  *call,
                   GError      **error)
{
  call->item = kq_campaigns_table_get (store->db, call->id, error);

  return call->item != NULL;
}

gboolean
kq_store_search (KqStore      *store,
                 KqStoreCall  *call,
                 GError      **error)
{
  call->list = kq_search_table_find (store->db, call->text, error);

  return call->list != NULL;
}

static gboolean
tidy (KqStore  *store,
      gint64    now,
      GError  **error)
{
  gint64 change, clock;
  guint n_thinned, n_purged;

  return kq_library_table_advance (store->db, now, &change, &clock, error) &&
         kq_versions_table_thin (store->db, clock, &n_thinned, error) &&
         kq_campaigns_table_purge (store->db, clock - 30 * KQ_DAY, &n_purged, error) &&
         (n_purged == 0 || kq_library_table_purged (store->db, error)) &&
         kq_library_table_tidied (store->db, now, error) &&
         kq_sqlite_commit (store->db, error);
}

/* Another program may have done it today; one whose clock was ahead did it in
 * what is the future now. */
gboolean
kq_store_tidy (KqStore      *store,
               KqStoreCall  *call,
               GError      **error)
{
  gint64 now = kq_store_now (store), change, purged, tidied;

  if (!kq_sqlite_begin (store->db, error) ||
      !kq_library_table_get (store->db, &change, &purged, &tidied, error))
    return FALSE;
  if (tidied <= now && now - tidied < KQ_DAY)
    return TRUE;

  return tidy (store, now, error);
}

gboolean
kq_store_look (KqStore      *store,
               KqStoreCall  *call,
               GError      **error)
{
  return TRUE;
}

/* Told so, nobody needs to be told once more. */
gboolean
kq_store_begin (KqStore      *store,
                KqStoreCall  *call,
                GError      **error)
{
  call->flags = store->read_only;
  if (store->report != NULL)
    call->report = kq_library_report_copy (store->report);
  store->reported = FALSE;
  store->many = FALSE;

  return TRUE;
}

gboolean
kq_store_check (KqStore      *store,
                KqStoreCall  *call,
                GError      **error)
{
  return kq_sqlite_check (store->db, "PRAGMA quick_check (1)", error);
}
