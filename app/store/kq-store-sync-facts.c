/* kq-store-sync-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "kq-campaigns-table.h"
#include "kq-facts-table.h"
#include "kq-json.h"
#include "kq-store.h"
#include "kq-sync-facts-table.h"

/* Performance figures, a document a day. Of a day either side's is taken whole;
 * where both changed, the greater text stays, on whichever desktop, and the other is
 * kept. What came is put into the figures' own table, and what was told there is
 * taken from it, day by day. */

static const KqJsonLimits limits = {
  .max_bytes = 64 * 1024 * 1024,
  .max_depth = 8,
  .max_items = 20000,
  .max_text = 256 * 1024,
};

static void
set_text (char       **place,
          const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static gboolean
choose (KqStore               *store,
        const KqSyncIncoming  *in,
        KqSyncFactsRow            *row,
        const char            *theirs,
        GError               **error)
{
  gboolean is_mine = !g_str_equal (row->content, row->base);
  const char *loser;

  if (!is_mine || g_str_equal (row->content, theirs))
    {
      set_text (&row->content, theirs);
      return TRUE;
    }
  if (g_str_equal (theirs, row->base))
    return TRUE;

  loser = strcmp (row->content, theirs) < 0 ? row->content : theirs;
  if (*loser != '\0' &&
      !kq_sync_facts_table_keep (store->db, in->id, in->date, kq_store_now (store), loser, error))
    return FALSE;
  if (loser == row->content)
    set_text (&row->content, theirs);

  return TRUE;
}

static gboolean
keep (KqStore               *store,
      const KqSyncIncoming  *in,
      GError               **error)
{
  for (guint i = 0; in->kept != NULL && i < in->kept->len; i++)
    if (!kq_sync_facts_table_keep (store->db, in->id, in->date, kq_store_now (store),
                              g_ptr_array_index (in->kept, i), error))
      return FALSE;

  return TRUE;
}

static void
set_unreadable (const char  *why,
                GError     **error)
{
  g_set_error_literal (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_INVALID, why);
}

/* The figures of a text; none of "" */
static KqFacts *
read_facts (const char  *text,
            gint32       day,
            GError     **error)
{
  g_autoptr (KqFacts) facts = kq_facts_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) local_error = NULL;

  if (*text != '\0')
    node = kq_json_read (text, strlen (text), &limits, &local_error);
  if (local_error != NULL || (node != NULL && !kq_facts_day_from_node (facts, day, node, &local_error)))
    {
      set_unreadable (local_error->message, error);
      return NULL;
    }
  kq_facts_settle (facts);

  return g_steal_pointer (&facts);
}

static gboolean
check (const KqSyncIncoming  *in,
       GError               **error)
{
  g_autoptr (KqFacts) facts = NULL;
  const char *end;
  gint32 day = kq_day_parse (in->date, &end);

  if (day < KQ_FACTS_FIRST_DAY || day > KQ_FACTS_LAST_DAY || *end != '\0')
    {
      set_unreadable (in->date, error);
      return FALSE;
    }
  facts = read_facts (in->deleted ? "" : in->facts, day, error);

  return facts != NULL;
}

static gboolean
place (KqStore          *store,
       const KqSyncDay  *day,
       gint64            change,
       GError          **error)
{
  g_auto (KqSyncFactsRow) row = { 0 };
  g_autofree char *date = kq_day_to_string (day->day);
  g_autoptr (KqFacts) facts = NULL;

  if (kq_sync_facts_table_get (store->db, day->campaign, date, &row, error) == KQ_STEP_FAILED)
    return FALSE;
  facts = read_facts (row.content, day->day, error);
  row.seen = change;

  return facts != NULL &&
         kq_facts_table_replace (store->db, day->campaign, day->day, facts, change, error) &&
         kq_sync_facts_table_set (store->db, day->campaign, date, &row, error) &&
         kq_campaigns_table_touch (store->db, day->campaign, change, error);
}

/* Into the figures' own table, within the transaction of what came: figures may come
 * before their campaign. */
gboolean
kq_store_sync_place_facts (KqStore  *store,
                           gint64    change,
                           GError  **error)
{
  g_autoptr (GPtrArray) days = kq_sync_facts_table_list_pending (store->db, error);

  if (days == NULL)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    if (!place (store, g_ptr_array_index (days, i), change, error))
      return FALSE;

  return TRUE;
}

static gboolean
collect (KqStore          *store,
         const KqSyncDay  *day,
         GError          **error)
{
  g_auto (KqSyncFactsRow) row = { 0 };
  g_autofree char *date = kq_day_to_string (day->day);
  g_autoptr (KqFacts) facts = kq_facts_new ();
  KqStep step = kq_facts_table_get (store->db, day->campaign, day->day, facts, error);
  gsize length;

  if (step == KQ_STEP_FAILED ||
      kq_sync_facts_table_get (store->db, day->campaign, date, &row, error) == KQ_STEP_FAILED)
    return FALSE;
  kq_facts_settle (facts);
  g_free (row.content);
  if (step == KQ_STEP_ROW)
    {
      g_autoptr (JsonNode) node = kq_facts_day_to_node (facts, day->day);

      row.content = kq_json_write (node, &length);
    }
  else
    {
      row.content = g_strdup ("");
    }
  row.seen = day->change;

  return kq_sync_facts_table_set (store->db, day->campaign, date, &row, error);
}

/* From the figures' own table, within a transaction */
gboolean
kq_store_sync_collect_facts (KqStore  *store,
                             GError  **error)
{
  g_autoptr (GPtrArray) days = kq_sync_facts_table_list_told (store->db, error);

  if (days == NULL)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    if (!collect (store, g_ptr_array_index (days, i), error))
      return FALSE;

  return TRUE;
}

gboolean
kq_store_sync_apply_facts (KqStore         *store,
                           KqSyncIncoming  *in,
                           GError         **error)
{
  g_auto (KqSyncFactsRow) row = { 0 };
  const char *theirs = in->deleted ? "" : in->facts;

  in->outcome = KQ_SYNC_OUTCOME_KNOWN;
  if (!check (in, error))
    return FALSE;
  if (kq_sync_facts_table_get (store->db, in->id, in->date, &row, error) == KQ_STEP_FAILED)
    return FALSE;
  if (g_str_equal (row.rev, in->rev))
    return TRUE;

  /* One that was sent, and arrived */
  if (*row.sending != '\0' && g_str_equal (in->edit, row.sending))
    set_text (&row.base, row.sending_content);
  in->outcome = KQ_SYNC_OUTCOME_TAKEN;
  if (!keep (store, in, error) || !choose (store, in, &row, theirs, error))
    return FALSE;
  set_text (&row.base, theirs);
  set_text (&row.rev, in->rev);
  set_text (&row.edit, in->edit);
  row.seen = -1;

  return kq_sync_facts_table_set (store->db, in->id, in->date, &row, error);
}

static gboolean
note_sending (KqStore         *store,
              KqSyncOutgoing  *out,
              GError         **error)
{
  g_auto (KqSyncFactsRow) row = { 0 };

  if (kq_sync_facts_table_get (store->db, out->id, out->date, &row, error) == KQ_STEP_FAILED)
    return FALSE;
  if (*row.sending == '\0' || !g_str_equal (row.sending_content, row.content))
    {
      g_autofree char *edit = g_strdelimit (g_uuid_string_random (), "-", 'x');

      set_text (&row.sending, edit);
      set_text (&row.sending_content, row.content);
    }
  out->edit = g_strdup (row.sending);

  return kq_sync_facts_table_set (store->db, out->id, out->date, &row, error);
}

gboolean
kq_store_sync_take_facts (KqStore      *store,
                          KqStoreCall  *call,
                          GError      **error)
{
  if (!kq_sqlite_begin (store->db, error) || !kq_store_sync_collect_facts (store, error))
    return FALSE;
  call->list = kq_sync_facts_table_list_due (store->db, call->flags, &call->number, error);
  if (call->list == NULL)
    return FALSE;
  for (guint i = 0; i < call->list->len; i++)
    if (!note_sending (store, g_ptr_array_index (call->list, i), error))
      return FALSE;

  return kq_sqlite_commit (store->db, error);
}

gboolean
kq_store_sync_sent_facts (KqStore               *store,
                          const KqSyncOutgoing  *out,
                          GError               **error)
{
  g_auto (KqSyncFactsRow) row = { 0 };

  if (out->new_rev == NULL)
    return out->refusal == NULL ||
           kq_sync_facts_table_refuse (store->db, out->id, out->date, out->refusal, error);
  if (kq_sync_facts_table_get (store->db, out->id, out->date, &row, error) == KQ_STEP_FAILED)
    return FALSE;

  set_text (&row.rev, out->new_rev);
  set_text (&row.edit, out->edit);
  set_text (&row.base, row.sending_content);
  set_text (&row.sending, "");
  set_text (&row.sending_content, "");

  return kq_sync_facts_table_set (store->db, out->id, out->date, &row, error);
}
