/* kq-store-sync-resolve.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-campaigns-table.h"
#include "kq-id-pointer.h"
#include "kq-json.h"
#include "kq-library-sync.h"
#include "kq-library-table.h"
#include "kq-store.h"
#include "kq-sync-conflicts-table.h"

/* What is decided about conflicts. */

gboolean
kq_store_sync_list_conflicts (KqStore      *store,
                              KqStoreCall  *call,
                              GError      **error)
{
  KqCampaignHead head = { 0 };

  if (call->id != NULL && kq_campaigns_table_find (store->db, call->id, &head, error) != KQ_STEP_ROW)
    {
      if (error == NULL || *error == NULL)
        kq_campaigns_table_set_not_found (call->id, error);
      return FALSE;
    }
  call->list = kq_sync_conflicts_table_list (store->db, head.key, error);

  return call->list != NULL;
}

static KqSyncConflict *
find_conflict (GPtrArray             *open,
               const KqSyncDecision  *decision,
               GError               **error)
{
  for (guint i = 0; i < open->len; i++)
    {
      KqSyncConflict *conflict = g_ptr_array_index (open, i);

      if (g_str_equal (kq_conflict_get_pointer (conflict->conflict), decision->pointer))
        return conflict;
    }

  g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND,
               _("There is nothing to decide at %s"), decision->pointer);
  return NULL;
}

static JsonNode *
pick (const KqSyncDecision *decision,
      KqConflict           *conflict)
{
  switch (decision->choice)
    {
    case KQ_SYNC_CHOICE_MINE:
      return kq_conflict_get_mine (conflict);
    case KQ_SYNC_CHOICE_THEIRS:
      return kq_conflict_get_theirs (conflict);
    case KQ_SYNC_CHOICE_VALUE:
    default:
      return decision->value;
    }
}

/* What was edited since is what is mine now. */
static gboolean
renew (KqStore         *store,
       gint64           key,
       KqSyncConflict  *conflict,
       JsonNode        *now,
       GError         **error)
{
  KqConflict *old = conflict->conflict;
  g_autoptr (KqConflict) renewed = NULL;

  renewed = kq_conflict_new (kq_conflict_get_kind (old), kq_conflict_get_pointer (old),
                             kq_conflict_get_base (old), now, kq_conflict_get_theirs (old));

  return kq_sync_conflicts_table_set (store->db, key, renewed, now, conflict->editor,
                                      conflict->edited, error) &&
         kq_sqlite_commit (store->db, error);
}

/* Whether what stands there is what stood there when it was asked; where not, it
 * is asked anew, and an order can be set in any case. */
static gboolean
check_unchanged (KqStore         *store,
                 gint64           key,
                 KqSyncConflict  *conflict,
                 JsonNode        *campaign,
                 GError         **error)
{
  const char *pointer = kq_conflict_get_pointer (conflict->conflict);
  g_autofree char *plain = kq_id_pointer_to_plain (pointer, campaign);
  JsonNode *now = plain != NULL ? kq_json_pointer_get (campaign, plain) : NULL;

  if (plain == NULL || kq_conflict_get_kind (conflict->conflict) == KQ_CONFLICT_ORDER ||
      kq_json_identical (now, conflict->value))
    return TRUE;
  if (!renew (store, key, conflict, now, error))
    return FALSE;

  g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_CHANGED,
               _("%s was edited since; look at it again, and then decide"), pointer);
  return FALSE;
}

static gboolean
resolve (KqStore               *store,
         gint64                 key,
         GPtrArray             *open,
         const KqSyncDecision  *decision,
         JsonNode             **campaign,
         GError               **error)
{
  KqSyncConflict *conflict = find_conflict (open, decision, error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JsonNode) resolved = NULL;

  if (conflict == NULL || !check_unchanged (store, key, conflict, *campaign, error))
    return FALSE;
  resolved = kq_conflict_resolve (conflict->conflict, *campaign,
                                  pick (decision, conflict->conflict), &local_error);

  /* What is gone needs no decision. */
  if (resolved == NULL && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_set_error_literal (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_INVALID, local_error->message);
      return FALSE;
    }
  if (resolved != NULL)
    {
      json_node_unref (*campaign);
      *campaign = g_steal_pointer (&resolved);
    }

  return kq_sync_conflicts_table_remove (store->db, key, decision->pointer, error);
}

/* What remains open compares with what stands there now. */
static gboolean
save (KqStore      *store,
      KqStoreCall  *call,
      JsonNode     *campaign,
      GError      **error)
{
  g_autoptr (KqLibrarySave) what = kq_library_save_new (campaign, KQ_LIBRARY_BASE_ANY,
                                                        KQ_VERSION_MERGE);

  return kq_store_write (store, what, &call->number, error);
}

/* (out) @campaign: (transfer full), @key, @change: what is worked on */
static gboolean
begin (KqStore      *store,
       KqStoreCall  *call,
       JsonNode    **campaign,
       gint64       *key,
       gint64       *change,
       GError      **error)
{
  KqCampaignHead head;
  gint64 clock;

  call->number = 0;
  g_clear_pointer (&call->node, json_node_unref);
  if (!kq_sqlite_begin (store->db, error) || !kq_store_load (store, call, error))
    return FALSE;
  *campaign = g_steal_pointer (&call->node);
  if (kq_campaigns_table_find (store->db, call->id, &head, error) != KQ_STEP_ROW)
    return FALSE;
  *key = head.key;

  return kq_library_table_advance (store->db, kq_store_now (store), change, &clock, error);
}

static gboolean
end (KqStore      *store,
     KqStoreCall  *call,
     JsonNode     *campaign,
     gint64        key,
     gint64        change,
     GError      **error)
{
  return save (store, call, campaign, error) &&
         kq_campaigns_table_touch_key (store->db, key, change, error) &&
         kq_sqlite_commit (store->db, error);
}

/* All of them or none; but where one was edited since, that is written down. */
gboolean
kq_store_sync_resolve (KqStore      *store,
                       KqStoreCall  *call,
                       GError      **error)
{
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (JsonNode) campaign = NULL;
  gint64 key, change;

  if (!begin (store, call, &campaign, &key, &change, error))
    return FALSE;
  open = kq_sync_conflicts_table_list (store->db, key, error);
  if (open == NULL)
    return FALSE;

  for (guint i = 0; i < call->list->len; i++)
    if (!resolve (store, key, open, g_ptr_array_index (call->list, i), &campaign, error))
      return FALSE;

  return end (store, call, campaign, key, change, error);
}

/* What stood there before the decision stands there again, where there still is
 * such a place. */
static gboolean
reopen (KqStore               *store,
        gint64                 key,
        const KqSyncConflict  *conflict,
        JsonNode             **campaign,
        GError               **error)
{
  g_autoptr (JsonNode) before = kq_conflict_resolve (conflict->conflict, *campaign,
                                                     conflict->value, NULL);

  if (before != NULL)
    {
      json_node_unref (*campaign);
      *campaign = g_steal_pointer (&before);
    }

  return kq_sync_conflicts_table_set (store->db, key, conflict->conflict, conflict->value,
                                      conflict->editor, conflict->edited, error);
}

gboolean
kq_store_sync_reopen (KqStore      *store,
                      KqStoreCall  *call,
                      GError      **error)
{
  g_autoptr (JsonNode) campaign = NULL;
  gint64 key, change;

  if (!begin (store, call, &campaign, &key, &change, error))
    return FALSE;
  /* The last decision is taken back first: they may stand in one another. */
  for (guint i = call->list->len; i-- > 0;)
    if (!reopen (store, key, g_ptr_array_index (call->list, i), &campaign, error))
      return FALSE;

  return end (store, call, campaign, key, change, error);
}
