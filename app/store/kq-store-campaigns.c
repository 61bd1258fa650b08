/* kq-store-campaigns.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-assets-table.h"
#include "kq-campaigns-table.h"
#include "kq-content.h"
#include "kq-format.h"
#include "kq-library-table.h"
#include "kq-store.h"
#include "kq-versions-table.h"

static gboolean
find (KqStore         *store,
      const char      *id,
      KqCampaignHead  *head,
      GError         **error)
{
  KqStep step = kq_campaigns_table_find (store->db, id, head, error);

  if (step == KQ_STEP_DONE)
    kq_campaigns_table_set_not_found (id, error);

  return step == KQ_STEP_ROW;
}

static void
set_no_version (const char  *id,
                gint64       number,
                GError     **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND,
               _("The history of “%s” has no version %s"), id, text);
}

static JsonNode *
parse (const KqContent  *content,
       const char       *id,
       GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) text = kq_content_decode (content, error);
  JsonNode *node;

  if (text == NULL)
    return NULL;
  node = kq_format_parse (text, &local_error);
  if (node == NULL)
    g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_INVALID, "%s: %s", id,
                 local_error->message);

  return node;
}

gboolean
kq_store_load (KqStore      *store,
               KqStoreCall  *call,
               GError      **error)
{
  g_auto (KqContent) content = { 0 };
  KqCampaignHead head;
  gint64 number;
  KqStep step;

  if (!find (store, call->id, &head, error))
    return FALSE;
  number = call->number != 0 ? call->number : head.number;
  step = kq_versions_table_get (store->db, head.key, number, &content, error);
  if (step == KQ_STEP_DONE)
    set_no_version (call->id, number, error);
  if (step != KQ_STEP_ROW)
    return FALSE;

  call->node = parse (&content, call->id, error);
  call->number = number;

  return call->node != NULL;
}

gboolean
kq_store_duplicate (KqStore      *store,
                    KqStoreCall  *call,
                    GError      **error)
{
  g_autoptr (KqCampaign) original = NULL;
  g_autoptr (KqObject) copy = NULL;
  g_autofree char *id = g_uuid_string_random ();

  g_clear_pointer (&call->node, json_node_unref);
  if (!kq_store_load (store, call, error))
    return FALSE;

  original = kq_format_to_campaign (call->node);
  copy = kq_object_duplicate (KQ_OBJECT (original), id);
  kq_object_set_text (copy, KQ_CAMPAIGN_NAME, call->text);
  g_clear_pointer (&call->save, kq_library_save_free);
  call->save = kq_library_save_new (kq_object_snapshot (copy), 0, KQ_VERSION_IMPORT);
  if (!kq_store_save (store, call, error))
    return FALSE;

  g_free (call->text);
  call->text = g_steal_pointer (&id);

  return TRUE;
}

gboolean
kq_store_set_state (KqStore      *store,
                    KqStoreCall  *call,
                    GError      **error)
{
  KqCampaignHead head;
  gint64 change, clock;

  return kq_sqlite_begin (store->db, error) && find (store, call->id, &head, error) &&
         kq_library_table_advance (store->db, kq_store_now (store), &change, &clock, error) &&
         kq_campaigns_table_set_state (store->db, head.key, call->flags, clock, change, error) &&
         kq_sqlite_commit (store->db, error);
}

gboolean
kq_store_set_counts (KqStore      *store,
                     KqStoreCall  *call,
                     GError      **error)
{
  KqCampaignHead head;
  gint64 change, clock;

  if (!kq_sqlite_begin (store->db, error) || !find (store, call->id, &head, error))
    return FALSE;
  if (call->number != head.number)
    return TRUE;

  return kq_library_table_advance (store->db, kq_store_now (store), &change, &clock, error) &&
         kq_campaigns_table_set_counts (store->db, head.key, call->number, call->counts,
                                        call->checked, change, error) &&
         kq_sqlite_commit (store->db, error);
}

gboolean
kq_store_list_versions (KqStore      *store,
                        KqStoreCall  *call,
                        GError      **error)
{
  KqCampaignHead head;

  if (!find (store, call->id, &head, error))
    return FALSE;
  call->list = kq_versions_table_list (store->db, head.key, error);

  return call->list != NULL;
}

gboolean
kq_store_load_asset (KqStore      *store,
                     KqStoreCall  *call,
                     GError      **error)
{
  return kq_assets_table_get (store->db, call->id, &call->bytes, error) != KQ_STEP_FAILED;
}
