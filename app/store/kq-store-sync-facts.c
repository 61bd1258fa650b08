/* kq-store-sync-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-table.h"
#include "kq-store.h"

/* Performance figures. What they say is for others to read: here they are texts,
 * of which either side's is taken whole. Where both changed, the greater stays,
 * on whichever desktop, and the other is kept. */

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
        KqFactsRow            *row,
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
      !kq_facts_table_keep (store->db, in->id, in->date, kq_store_now (store), loser, error))
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
    if (!kq_facts_table_keep (store->db, in->id, in->date, kq_store_now (store),
                              g_ptr_array_index (in->kept, i), error))
      return FALSE;

  return TRUE;
}

gboolean
kq_store_sync_apply_facts (KqStore         *store,
                           KqSyncIncoming  *in,
                           GError         **error)
{
  g_auto (KqFactsRow) row = { 0 };
  const char *theirs = in->deleted ? "" : in->facts;

  in->outcome = KQ_SYNC_OUTCOME_KNOWN;
  if (kq_facts_table_get (store->db, in->id, in->date, &row, error) == KQ_STEP_FAILED)
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

  return kq_facts_table_set (store->db, in->id, in->date, &row, error);
}

static gboolean
note_sending (KqStore         *store,
              KqSyncOutgoing  *out,
              GError         **error)
{
  g_auto (KqFactsRow) row = { 0 };

  if (kq_facts_table_get (store->db, out->id, out->date, &row, error) == KQ_STEP_FAILED)
    return FALSE;
  if (*row.sending == '\0' || !g_str_equal (row.sending_content, row.content))
    {
      g_autofree char *edit = g_strdelimit (g_uuid_string_random (), "-", 'x');

      set_text (&row.sending, edit);
      set_text (&row.sending_content, row.content);
    }
  out->edit = g_strdup (row.sending);

  return kq_facts_table_set (store->db, out->id, out->date, &row, error);
}

gboolean
kq_store_sync_take_facts (KqStore      *store,
                          KqStoreCall  *call,
                          GError      **error)
{
  if (!kq_sqlite_begin (store->db, error))
    return FALSE;
  call->list = kq_facts_table_list_due (store->db, call->flags, &call->number, error);
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
  g_auto (KqFactsRow) row = { 0 };

  if (out->new_rev == NULL)
    return out->refusal == NULL ||
           kq_facts_table_refuse (store->db, out->id, out->date, out->refusal, error);
  if (kq_facts_table_get (store->db, out->id, out->date, &row, error) == KQ_STEP_FAILED)
    return FALSE;

  set_text (&row.rev, out->new_rev);
  set_text (&row.edit, out->edit);
  set_text (&row.base, row.sending_content);
  set_text (&row.sending, "");
  set_text (&row.sending_content, "");

  return kq_facts_table_set (store->db, out->id, out->date, &row, error);
}

gboolean
kq_store_set_facts (KqStore      *store,
                    KqStoreCall  *call,
                    GError      **error)
{
  g_auto (KqFactsRow) row = { 0 };

  if (!kq_sqlite_begin (store->db, error) ||
      kq_facts_table_get (store->db, call->id, call->text, &row, error) == KQ_STEP_FAILED)
    return FALSE;
  g_free (row.content);
  row.content = call->bytes != NULL
                ? g_strndup (g_bytes_get_data (call->bytes, NULL), g_bytes_get_size (call->bytes))
                : g_strdup ("");

  return kq_facts_table_set (store->db, call->id, call->text, &row, error) &&
         kq_sqlite_commit (store->db, error);
}

gboolean
kq_store_list_facts (KqStore      *store,
                     KqStoreCall  *call,
                     GError      **error)
{
  call->list = kq_facts_table_list (store->db, call->id, error);

  return call->list != NULL;
}
