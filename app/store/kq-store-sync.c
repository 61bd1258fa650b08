/* kq-store-sync.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-assets-table.h"
#include "kq-campaigns-table.h"
#include "kq-sync-facts-table.h"
#include "kq-library-table.h"
#include "kq-remote-table.h"
#include "kq-store.h"
#include "kq-sync-campaigns-table.h"
#include "kq-sync-conflicts-table.h"
#include "kq-sync-problems-table.h"
#include "kq-sync-seen-table.h"

/* So many may be deleted by others at once without asking, and no more than a
 * third of all; a single one always. */
#define HANDFUL 5

gboolean
kq_store_sync_get_remote (KqStore      *store,
                          KqStoreCall  *call,
                          GError      **error)
{
  g_clear_pointer (&call->remote, kq_sync_remote_free);

  return kq_remote_table_get (store->db, &call->remote, error) != KQ_STEP_FAILED;
}

/* With another database nothing was agreed on yet. */
static gboolean
forget_all (KqStore  *store,
            GError  **error)
{
  return kq_sync_campaigns_table_clear (store->db, error) &&
         kq_sync_assets_table_clear (store->db, error) &&
         kq_sync_problems_table_clear (store->db, error) &&
         kq_sync_facts_table_forget_revs (store->db, TRUE, error);
}

/* All items say something else now. */
static gboolean
tell_all (KqStore  *store,
          GError  **error)
{
  gint64 change, clock;

  return kq_library_table_advance (store->db, kq_store_now (store), &change, &clock, error) &&
         kq_library_table_purged (store->db, error);
}

static gboolean
set_remote (KqStore      *store,
            KqStoreCall  *call,
            GError      **error)
{
  g_autoptr (KqSyncRemote) remote = NULL;
  KqStep step = kq_remote_table_get (store->db, &remote, error);

  if (step == KQ_STEP_FAILED)
    return FALSE;
  if (step == KQ_STEP_ROW && g_str_equal (remote->url, call->id))
    {
      g_free (remote->user);
      remote->user = g_strdup (call->text);
      return kq_remote_table_set (store->db, remote, error);
    }

  g_clear_pointer (&remote, kq_sync_remote_free);
  remote = kq_sync_remote_new ();
  g_free (remote->url);
  remote->url = g_strdup (call->id);
  g_free (remote->user);
  remote->user = g_strdup (call->text);
  g_free (remote->client);
  remote->client = g_uuid_string_random ();

  return forget_all (store, error) && kq_remote_table_set (store->db, remote, error) &&
         tell_all (store, error);
}

gboolean
kq_store_sync_connect (KqStore      *store,
                       KqStoreCall  *call,
                       GError      **error)
{
  return kq_sqlite_begin (store->db, error) && set_remote (store, call, error) &&
         kq_sqlite_commit (store->db, error);
}

gboolean
kq_store_sync_disconnect (KqStore      *store,
                          KqStoreCall  *call,
                          GError      **error)
{
  return kq_sqlite_begin (store->db, error) && kq_remote_table_remove (store->db, error) &&
         forget_all (store, error) && tell_all (store, error) &&
         kq_sqlite_commit (store->db, error);
}

/* Changes the row of the remote. */
static gboolean
update (KqStore      *store,
        void        (*func) (KqSyncRemote *remote, KqStoreCall *call, gint64 now),
        KqStoreCall  *call,
        GError      **error)
{
  g_autoptr (KqSyncRemote) remote = NULL;
  KqStep step = kq_remote_table_get (store->db, &remote, error);

  if (step != KQ_STEP_ROW)
    return step == KQ_STEP_DONE;
  func (remote, call, kq_store_now (store));

  return kq_remote_table_set (store->db, remote, error);
}

static void
set_text (char       **place,
          const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
begin_anew (KqSyncRemote *remote,
            KqStoreCall  *call,
            gint64        now)
{
  set_text (&remote->identity, call->text);
  set_text (&remote->since, "");
  set_text (&remote->checkpoint, "");
  set_text (&remote->next, "");
}

gboolean
kq_store_sync_restart (KqStore      *store,
                       KqStoreCall  *call,
                       GError      **error)
{
  return kq_sqlite_begin (store->db, error) && update (store, begin_anew, call, error) &&
         kq_sync_campaigns_table_forget_revs (store->db, error) &&
         kq_sync_facts_table_forget_revs (store->db, FALSE, error) &&
         kq_sync_assets_table_clear (store->db, error) &&
         kq_sync_problems_table_clear (store->db, error) && kq_sqlite_commit (store->db, error);
}

static void
take_checkpoint (KqSyncRemote *remote,
                 KqStoreCall  *call,
                 gint64        now)
{
  if (call->id != NULL)
    set_text (&remote->checkpoint, call->id);
  if (call->text != NULL)
    set_text (&remote->next, call->text);
}

gboolean
kq_store_sync_set_checkpoint (KqStore      *store,
                              KqStoreCall  *call,
                              GError      **error)
{
  return kq_sqlite_begin (store->db, error) && update (store, take_checkpoint, call, error) &&
         kq_sqlite_commit (store->db, error);
}

static void
take_time (KqSyncRemote *remote,
           KqStoreCall  *call,
           gint64        now)
{
  remote->synced = now;
}

gboolean
kq_store_sync_set_synced (KqStore      *store,
                          KqStoreCall  *call,
                          GError      **error)
{
  return kq_sqlite_begin (store->db, error) && update (store, take_time, call, error) &&
         kq_sqlite_commit (store->db, error);
}

static gboolean
count (KqStore       *store,
       KqSyncCounts  *counts,
       GError       **error)
{
  g_autoptr (GPtrArray) told = kq_sync_facts_table_list_told (store->db, error);
  guint n_facts;

  if (told == NULL || !kq_sync_campaigns_table_count (store->db, counts, error) ||
      !kq_sync_facts_table_count_due (store->db, &n_facts, error) ||
      !kq_sync_conflicts_table_count (store->db, &counts->conflicts, error) ||
      !kq_sync_problems_table_count (store->db, &counts->problems, error))
    return FALSE;
  counts->to_send += n_facts + told->len;

  return TRUE;
}

gboolean
kq_store_sync_count (KqStore      *store,
                     KqStoreCall  *call,
                     GError      **error)
{
  return count (store, &call->sync, error);
}

static gboolean
is_little (const KqSyncCounts *counts)
{
  return counts->asked <= 1 ||
         (counts->asked <= HANDFUL && counts->asked * 3 <= counts->active);
}

/* What was edited here since isn't deleted: it goes to the others again. */
static gboolean
settle_one (KqStore  *store,
            gint64    key,
            gboolean  keep,
            gint64    change,
            gint64    clock,
            GError  **error)
{
  g_auto (KqSyncRow) row = { 0 };
  gint64 head;

  if (kq_sync_campaigns_table_get (store->db, key, &row, error) == KQ_STEP_FAILED ||
      !kq_campaigns_table_get_head (store->db, key, &head, error))
    return FALSE;
  row.gone = KQ_SYNC_GONE_TAKEN;

  return kq_sync_campaigns_table_set (store->db, &row, error) &&
         (keep || head != row.base
          ? kq_campaigns_table_touch_key (store->db, key, change, error)
          : kq_campaigns_table_set_state (store->db, key, KQ_LIBRARY_STATE_DELETED, clock, change,
                                          error));
}

static gboolean
settle (KqStore   *store,
        gboolean   keep,
        GError   **error)
{
  g_autoptr (GArray) keys = kq_sync_campaigns_table_list_asked (store->db, error);
  gint64 change, clock;

  if (keys == NULL ||
      !kq_library_table_advance (store->db, kq_store_now (store), &change, &clock, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    if (!settle_one (store, g_array_index (keys, gint64, i), keep, change, clock, error))
      return FALSE;

  return TRUE;
}

gboolean
kq_store_sync_settle (KqStore      *store,
                      KqStoreCall  *call,
                      GError      **error)
{
  if (!count (store, &call->sync, error))
    return FALSE;
  if (call->sync.asked == 0 || (call->flags == 0 && !is_little (&call->sync)))
    return TRUE;

  return kq_sqlite_begin (store->db, error) && settle (store, call->flags == 2, error) &&
         count (store, &call->sync, error) && kq_sqlite_commit (store->db, error);
}

/* Whether the library has that revision of each already */
gboolean
kq_store_sync_is_known (KqStore      *store,
                        KqStoreCall  *call,
                        GError      **error)
{
  call->flags = TRUE;
  for (guint i = 0; call->flags && i < call->list->len; i++)
    {
      KqSyncIncoming *in = g_ptr_array_index (call->list, i);
      KqStep step;

      step = in->date != NULL
             ? kq_sync_facts_table_has_rev (store->db, in->id, in->date, in->rev, error)
             : kq_sync_campaigns_table_has_rev (store->db, in->id, in->rev, error);
      if (step == KQ_STEP_FAILED)
        return FALSE;
      call->flags = step == KQ_STEP_ROW;
    }

  return TRUE;
}

gboolean
kq_store_sync_load_edit (KqStore      *store,
                         KqStoreCall  *call,
                         GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  KqCampaignHead head;
  KqStep step = kq_campaigns_table_find (store->db, call->id, &head, error);

  if (step != KQ_STEP_ROW)
    return step == KQ_STEP_DONE;
  step = kq_sync_edits_table_get (store->db, head.key, call->text, &call->number, error);
  if (step != KQ_STEP_ROW || call->number == 0)
    return step != KQ_STEP_FAILED;

  /* Of old versions some are gone. */
  if (kq_store_load (store, call, &local_error) ||
      g_error_matches (local_error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND) ||
      g_error_matches (local_error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_INVALID))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
kq_store_sync_note_assets (KqStore      *store,
                           KqStoreCall  *call,
                           GError      **error)
{
  if (!kq_sqlite_begin (store->db, error))
    return FALSE;
  for (guint i = 0; i < call->list->len; i++)
    if (!kq_sync_assets_table_add (store->db, g_ptr_array_index (call->list, i), error))
      return FALSE;

  return kq_sqlite_commit (store->db, error);
}

gboolean
kq_store_sync_list_missing (KqStore      *store,
                            KqStoreCall  *call,
                            GError      **error)
{
  call->list = kq_sync_assets_table_list_missing (store->db, call->flags, error);

  return call->list != NULL;
}

gboolean
kq_store_sync_list_unsent (KqStore      *store,
                           KqStoreCall  *call,
                           GError      **error)
{
  call->list = kq_sync_assets_table_list_unsent (store->db, call->flags, error);

  return call->list != NULL;
}

/* Nobody may need it any more. */
gboolean
kq_store_sync_add_asset (KqStore      *store,
                         KqStoreCall  *call,
                         GError      **error)
{
  KqStep needed;

  if (!kq_sqlite_begin (store->db, error))
    return FALSE;
  needed = kq_assets_table_is_needed (store->db, call->id, error);
  if (needed != KQ_STEP_ROW)
    return needed == KQ_STEP_DONE;

  return kq_assets_table_add (store->db, call->id, call->bytes, error) &&
         kq_sync_assets_table_add (store->db, call->id, error) &&
         kq_sqlite_commit (store->db, error);
}

gboolean
kq_store_sync_list_problems (KqStore      *store,
                             KqStoreCall  *call,
                             GError      **error)
{
  g_autoptr (GPtrArray) refused = kq_sync_campaigns_table_list_refused (store->db, error);

  if (refused == NULL)
    return FALSE;
  call->problems = kq_sync_problems_table_list (store->db, error);
  if (call->problems == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (call->problems, g_steal_pointer (&refused));

  return TRUE;
}
