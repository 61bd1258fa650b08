/* kq-store-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaigns-table.h"
#include "kq-fact-imports-table.h"
#include "kq-fact-mappings-table.h"
#include "kq-facts-table.h"
#include "kq-library-table.h"
#include "kq-store.h"

static gboolean
find (KqStore     *store,
      const char  *id,
      GError     **error)
{
  KqCampaignHead head;
  KqStep step = kq_campaigns_table_find (store->db, id, &head, error);

  if (step == KQ_STEP_DONE)
    kq_campaigns_table_set_not_found (id, error);

  return step == KQ_STEP_ROW;
}

gboolean
kq_store_load_facts (KqStore      *store,
                     KqStoreCall  *call,
                     GError      **error)
{
  g_clear_pointer (&call->facts, kq_facts_unref);
  call->facts = kq_facts_new ();
  if (!find (store, call->id, error) ||
      !kq_facts_table_load (store->db, call->id, call->facts, error))
    return FALSE;
  kq_facts_settle (call->facts);

  return TRUE;
}

static gboolean
add_row (KqFacts       *into,
         KqFacts       *from,
         const KqFact  *row,
         GError       **error)
{
  KqFact copy = *row;

  copy.object = kq_facts_add_object (into, kq_facts_get_object (from, row->object));

  return kq_facts_add (into, &copy, error);
}

/* Adds of @stored what isn't of an object that @fresh tells of that day. */
static gboolean
keep_others (KqFacts   *into,
             KqFacts   *stored,
             KqFacts   *fresh,
             gint32     day,
             GError   **error)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  const KqFact *rows;
  guint n_rows, n_stored;
  guint first = kq_facts_find_day (fresh, day, &n_rows);

  rows = kq_facts_get_rows (fresh, &n_stored) + first;
  for (guint i = 0; i < n_rows; i++)
    if (i == 0 || rows[i].object != rows[i - 1].object)
      g_hash_table_add (told, (gpointer) kq_facts_get_object (fresh, rows[i].object));

  rows = kq_facts_get_rows (stored, &n_stored);
  for (guint i = 0; i < n_stored; i++)
    if (!g_hash_table_contains (told, kq_facts_get_object (stored, rows[i].object)) &&
        !add_row (into, stored, &rows[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
merge_day (KqStore      *store,
           KqStoreCall  *call,
           gint32        day,
           gint64        change,
           GError      **error)
{
  g_autoptr (KqFacts) stored = kq_facts_new ();
  g_autoptr (KqFacts) merged = kq_facts_new ();
  const KqFact *rows;
  guint n_rows, first;
  KqStep step = kq_facts_table_get (store->db, call->id, day, stored, error);

  if (step == KQ_STEP_FAILED)
    return FALSE;
  if (step == KQ_STEP_DONE)
    return kq_facts_table_replace (store->db, call->id, day, call->facts, change, error);

  if (!keep_others (merged, stored, call->facts, day, error))
    return FALSE;
  rows = kq_facts_get_rows (call->facts, &n_rows);
  first = kq_facts_find_day (call->facts, day, &n_rows);
  for (guint i = first; i < first + n_rows; i++)
    if (!add_row (merged, call->facts, &rows[i], error))
      return FALSE;
  kq_facts_settle (merged);

  return kq_facts_table_replace (store->db, call->id, day, merged, change, error);
}

static gboolean
merge_days (KqStore      *store,
            KqStoreCall  *call,
            gint64        change,
            GError      **error)
{
  guint n_rows;
  const KqFact *rows = kq_facts_get_rows (call->facts, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    if ((i == 0 || rows[i].day != rows[i - 1].day) &&
        !merge_day (store, call, rows[i].day, change, error))
      return FALSE;

  return TRUE;
}

/* What a day and object had before is replaced; all of it or nothing. */
gboolean
kq_store_import_facts (KqStore      *store,
                       KqStoreCall  *call,
                       GError      **error)
{
  gint64 now = kq_store_now (store), change, clock;
  KqFact *rows;
  guint n_rows;

  kq_facts_settle (call->facts);
  rows = kq_facts_edit_rows (call->facts, &n_rows);
  if (!kq_sqlite_begin (store->db, error) || !find (store, call->id, error) ||
      !kq_library_table_advance (store->db, now, &change, &clock, error) ||
      !kq_fact_imports_table_add (store->db, call->id, call->text, now, n_rows, &call->number,
                                  error))
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    rows[i].source = call->number;

  return merge_days (store, call, change, error) &&
         kq_campaigns_table_touch (store->db, call->id, change, error) &&
         kq_sqlite_commit (store->db, error);
}

gboolean
kq_store_list_imports (KqStore      *store,
                       KqStoreCall  *call,
                       GError      **error)
{
  if (!find (store, call->id, error))
    return FALSE;
  call->list = kq_fact_imports_table_list (store->db, call->id, error);

  return call->list != NULL;
}

gboolean
kq_store_get_mapping (KqStore      *store,
                      KqStoreCall  *call,
                      GError      **error)
{
  g_clear_pointer (&call->text, g_free);

  return kq_fact_mappings_table_get (store->db, call->id, &call->text, error) != KQ_STEP_FAILED;
}

gboolean
kq_store_set_mapping (KqStore      *store,
                      KqStoreCall  *call,
                      GError      **error)
{
  return kq_fact_mappings_table_set (store->db, call->id, call->text, error);
}
