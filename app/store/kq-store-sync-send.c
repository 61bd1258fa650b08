/* kq-store-sync-send.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-campaigns-table.h"
#include "kq-sync-facts-table.h"
#include "kq-library-table.h"
#include "kq-store.h"
#include "kq-sync-campaigns-table.h"
#include "kq-sync-seen-table.h"
#include "kq-versions-table.h"

/* What the remote hasn't got yet, and what came of sending it. */

/* Together no more than this, but for one that is larger by itself. */
#define MAX_BYTES (2 * 1024 * 1024)

/* A version that was sent before keeps the id of its edit, so that it is known
 * when it arrived after all. */
static gboolean
set_edit (KqStore         *store,
          KqSyncOutgoing  *out,
          gint64           key,
          const KqSyncRow *row,
          GError         **error)
{
  KqStep step = KQ_STEP_DONE;

  if (!out->deleted && row->gone == KQ_SYNC_GONE_NOT)
    step = kq_sync_edits_table_find (store->db, key, out->version, &out->edit, error);
  if (step == KQ_STEP_DONE)
    out->edit = g_strdelimit (g_uuid_string_random (), "-", 'x');

  return step != KQ_STEP_FAILED &&
         kq_sync_edits_table_add (store->db, key, out->edit,
                                  out->deleted ? row->base : out->version, error);
}

/* An edit that was undone is none. */
static gboolean
is_undone (KqStore          *store,
           const KqSyncRow  *row,
           GBytes           *digest,
           gboolean         *undone,
           GError          **error)
{
  gint64 key;

  *undone = FALSE;
  if (*row->rev == '\0' || row->base == 0 || row->ahead || row->gone != KQ_SYNC_GONE_NOT)
    return TRUE;

  return kq_versions_table_is_same (store->db, row->campaign, row->base, digest, &key, undone,
                                    error) != KQ_STEP_FAILED;
}

/* @due: (out): whether it has to be sent */
static gboolean
fill (KqStore         *store,
      KqSyncOutgoing  *out,
      gint64           key,
      gboolean        *due,
      GError         **error)
{
  g_auto (KqSyncRow) row = { 0 };
  g_auto (KqContent) content = { 0 };
  g_autoptr (GError) local_error = NULL;
  gboolean undone;

  *due = FALSE;
  if (kq_sync_campaigns_table_get (store->db, key, &row, error) == KQ_STEP_FAILED ||
      kq_versions_table_get (store->db, key, out->version, &content, error) != KQ_STEP_ROW ||
      !is_undone (store, &row, content.digest, &undone, error))
    return FALSE;
  if (undone && !out->deleted)
    {
      row.base = out->version;
      return kq_sync_campaigns_table_set (store->db, &row, error);
    }

  out->text = kq_content_decode (&content, &local_error);
  if (out->text == NULL)
    return kq_sync_campaigns_table_refuse (store->db, key, out->version, local_error->message,
                                           error);
  out->assets = kq_sync_assets_table_list_due (store->db, key, out->version, error);
  *due = out->assets != NULL && set_edit (store, out, key, &row, error);

  return *due;
}

static gboolean
fill_all (KqStore    *store,
          GPtrArray  *due,
          GArray     *keys,
          GPtrArray  *filled,
          gint64     *last,
          GError    **error)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < due->len && n_bytes < MAX_BYTES; i++)
    {
      KqSyncOutgoing *out = g_ptr_array_index (due, i);
      gboolean is_due;

      *last = g_array_index (keys, gint64, i);
      if (!fill (store, out, *last, &is_due, error))
        return FALSE;
      if (!is_due)
        continue;
      n_bytes += g_bytes_get_size (out->text);
      g_ptr_array_add (filled, out);
      due->pdata[i] = kq_sync_outgoing_new ("");
    }

  return TRUE;
}

/* Where those that are listed turn out to need no sending, others are. */
gboolean
kq_store_sync_take (KqStore      *store,
                    KqStoreCall  *call,
                    GError      **error)
{
  g_autoptr (GPtrArray) filled = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_outgoing_free);
  guint n_listed;

  if (!kq_sqlite_begin (store->db, error))
    return FALSE;
  do
    {
      g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GPtrArray) due = kq_sync_campaigns_table_list_due (store->db, call->flags,
                                                                    call->number, keys, error);

      if (due == NULL || !fill_all (store, due, keys, filled, &call->number, error))
        return FALSE;
      n_listed = due->len;
    }
  while (filled->len == 0 && n_listed > 0);
  call->list = g_steal_pointer (&filled);

  return kq_sqlite_commit (store->db, error);
}

static gboolean
take_answer (KqStore               *store,
             const KqSyncOutgoing  *out,
             gint64                 key,
             GError               **error)
{
  g_auto (KqSyncRow) row = { 0 };

  if (out->new_rev == NULL)
    return out->refusal == NULL ||
           kq_sync_campaigns_table_refuse (store->db, key, out->version, out->refusal, error);
  if (kq_sync_campaigns_table_get (store->db, key, &row, error) == KQ_STEP_FAILED)
    return FALSE;

  g_free (row.rev);
  row.rev = g_strdup (out->new_rev);
  row.gone = out->deleted ? KQ_SYNC_GONE_TAKEN : KQ_SYNC_GONE_NOT;
  if (!out->deleted)
    {
      g_free (row.edit);
      row.edit = g_strdup (out->edit);
      g_free (row.contains);
      row.contains = g_strdup (out->contains);
      row.base = out->version;
      row.ahead = FALSE;
    }

  return kq_sync_campaigns_table_set (store->db, &row, error);
}

static gboolean
sent (KqStore               *store,
      const KqSyncOutgoing  *out,
      gint64                 change,
      GError               **error)
{
  KqCampaignHead head;
  KqStep step;

  if (out->date != NULL)
    return kq_store_sync_sent_facts (store, out, error);
  step = kq_campaigns_table_find (store->db, out->id, &head, error);
  if (step != KQ_STEP_ROW)
    return step == KQ_STEP_DONE;

  return take_answer (store, out, head.key, error) &&
         kq_campaigns_table_touch_key (store->db, head.key, change, error);
}

gboolean
kq_store_sync_sent (KqStore      *store,
                    KqStoreCall  *call,
                    GError      **error)
{
  gint64 change, clock;

  if (!kq_sqlite_begin (store->db, error) ||
      !kq_library_table_advance (store->db, kq_store_now (store), &change, &clock, error))
    return FALSE;
  for (guint i = 0; i < call->list->len; i++)
    if (!sent (store, g_ptr_array_index (call->list, i), change, error))
      return FALSE;

  return kq_sqlite_commit (store->db, error);
}
