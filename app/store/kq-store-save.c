/* kq-store-save.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-assets-table.h"
#include "kq-campaigns-table.h"
#include "kq-library-table.h"
#include "kq-prepared-save.h"
#include "kq-search-table.h"
#include "kq-store.h"
#include "kq-versions-table.h"

/* A save that is under way. */
typedef struct {
  const KqLibrarySave *save;     /* (unowned) */
  KqPreparedSave      *prepared; /* (owned) */
  KqCampaignFacts     *facts;    /* (unowned): of @prepared, as @content */
  const KqContent     *content;  /* (unowned) */
  gint64               now;
  gint64               change;
  gint64               clock;
  KqCampaignHead       head;
  gboolean             exists;
} Saving;

static void
saving_clear (Saving *saving)
{
  g_clear_pointer (&saving->prepared, kq_prepared_save_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saving, saving_clear)

/* All that takes no transaction */
static gboolean
prepare (Saving               *saving,
         KqStore              *store,
         const KqLibrarySave  *save,
         GError              **error)
{
  saving->save = save;
  saving->now = kq_store_now (store);
  saving->prepared = save->prepared != NULL ? kq_prepared_save_ref (save->prepared)
                                            : kq_prepared_save_new (save->snapshot, error);
  if (saving->prepared == NULL)
    return FALSE;
  saving->facts = saving->prepared->facts;
  saving->content = &saving->prepared->content;

  return TRUE;
}

/* A source's bytes, or %NULL where they aren't at hand, or others than the name
 * says: that is a finding, and no reason to lose the rest. */
static GBytes *
load_asset (KqAssetSource *source,
            const char    *name)
{
  g_autoptr (GBytes) bytes = kq_asset_source_load (source, name, NULL);
  g_autofree char *sha256 = NULL;

  if (bytes == NULL)
    return NULL;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_str_equal (sha256, name) ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
add_asset (KqStore        *store,
           KqAssetSource  *source,
           const char     *name,
           GError        **error)
{
  g_autoptr (GBytes) bytes = NULL;
  KqStep step = kq_assets_table_has (store->db, name, error);

  if (step != KQ_STEP_DONE)
    return step == KQ_STEP_ROW;
  bytes = load_asset (source, name);

  return bytes == NULL || kq_assets_table_add (store->db, name, bytes, error);
}

/* One at a time: together they may be more than there is memory. */
static gboolean
add_assets (KqStore       *store,
            const Saving  *saving,
            GError       **error)
{
  GPtrArray *names = saving->facts->assets;

  if (saving->save->assets == NULL)
    return TRUE;
  for (guint i = 0; i < names->len; i++)
    if (!add_asset (store, saving->save->assets, g_ptr_array_index (names, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
set_counts (KqStore       *store,
            const Saving  *saving,
            GError       **error)
{
  const KqLibrarySave *save = saving->save;

  return save->counts[0] == KQ_LIBRARY_NO_COUNT ||
         kq_campaigns_table_set_counts (store->db, saving->head.key, saving->head.number,
                                        save->counts, save->checked, saving->change, error);
}

/* What was deleted and is edited or imported is wanted again. */
static gboolean
revive (KqStore       *store,
        const Saving  *saving,
        GError       **error)
{
  return saving->head.state != KQ_LIBRARY_STATE_DELETED ||
         kq_campaigns_table_set_state (store->db, saving->head.key, KQ_LIBRARY_STATE_ACTIVE,
                                       saving->clock, saving->change, error);
}

/* Whether the newest version is the same already. */
static gboolean
is_saved (KqStore   *store,
          Saving    *saving,
          gboolean  *same,
          GError   **error)
{
  gint64 key;

  *same = FALSE;

  return !saving->exists ||
         kq_versions_table_is_same (store->db, saving->head.key, saving->head.number,
                                    saving->content->digest, &key, same, error) != KQ_STEP_FAILED;
}

static gboolean
check_base (const Saving  *saving,
            GError       **error)
{
  gint64 base = saving->save->base;

  if (!saving->exists || base == KQ_LIBRARY_BASE_ANY || base == saving->head.number)
    return TRUE;

  g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_CHANGED,
               _("“%s” was saved by another window or program in the meantime"),
               saving->facts->name);
  return FALSE;
}

static gboolean
add_version (KqStore  *store,
             Saving   *saving,
             GError  **error)
{
  /* The number goes on where a campaign was purged that is still open. */
  const gint64 before = saving->exists ? saving->head.number : MAX (saving->save->base, 0);
  const KqVersion version = { before + 1, saving->now, saving->save->kind,
                              saving->content->length, saving->facts->name };
  gint64 key;

  saving->head.number = version.number;

  return (saving->exists || kq_campaigns_table_add (store->db, saving->facts->id,
                                                    &saving->head.key, error)) &&
         kq_versions_table_add (store->db, saving->head.key, &version, saving->clock,
                                saving->content, &key, error) &&
         kq_assets_table_add_refs (store->db, key, saving->facts->assets, error) &&
         kq_campaigns_table_set_head (store->db, saving->head.key, version.number, saving->facts,
                                      saving->now, saving->change, error) &&
         kq_search_table_set (store->db, saving->head.key, saving->facts->search, error) &&
         revive (store, saving, error);
}

static gboolean
find_head (KqStore  *store,
           Saving   *saving,
           GError  **error)
{
  KqStep step = kq_campaigns_table_find (store->db, saving->facts->id, &saving->head, error);

  saving->exists = step == KQ_STEP_ROW;

  return step != KQ_STEP_FAILED;
}

static gboolean
write_all (KqStore  *store,
           Saving   *saving,
           GError  **error)
{
  gboolean same;

  if (!find_head (store, saving, error) || !is_saved (store, saving, &same, error) ||
      (!same && !check_base (saving, error)) ||
      !kq_library_table_advance (store->db, saving->now, &saving->change, &saving->clock, error))
    return FALSE;

  if (!same && !add_version (store, saving, error))
    return FALSE;
  if (same && saving->save->kind == KQ_VERSION_IMPORT && !revive (store, saving, error))
    return FALSE;

  return add_assets (store, saving, error) && set_counts (store, saving, error);
}

static void
saving_free (gpointer data)
{
  saving_clear (data);
  g_free (data);
}

/* Saves that wait one behind the other, in one transaction: the disk is waited
 * for once. Where any fails none is done, and each has to be tried by itself. */
gboolean
kq_store_save_group (KqStore      *store,
                     KqStoreCall  *group,
                     GError      **error)
{
  g_autoptr (GPtrArray) savings = g_ptr_array_new_with_free_func (saving_free);

  for (guint i = 0; i < group->list->len; i++)
    {
      KqStoreCall *call = g_ptr_array_index (group->list, i);
      Saving *saving = g_new0 (Saving, 1);

      g_ptr_array_add (savings, saving);
      if (!prepare (saving, store, call->save, error))
        return FALSE;
    }

  if (!kq_sqlite_begin (store->db, error))
    return FALSE;
  for (guint i = 0; i < savings->len; i++)
    if (!write_all (store, g_ptr_array_index (savings, i), error))
      return FALSE;
  if (!kq_sqlite_commit (store->db, error))
    return FALSE;

  for (guint i = 0; i < savings->len; i++)
    ((KqStoreCall *) g_ptr_array_index (group->list, i))->number =
      ((Saving *) g_ptr_array_index (savings, i))->head.number;

  return TRUE;
}

/* For what does more in the same transaction. */
gboolean
kq_store_write (KqStore              *store,
                const KqLibrarySave  *save,
                gint64               *number,
                GError              **error)
{
  g_auto (Saving) saving = { 0 };

  if (!prepare (&saving, store, save, error) || !write_all (store, &saving, error))
    return FALSE;
  *number = saving.head.number;

  return TRUE;
}

gboolean
kq_store_save (KqStore      *store,
               KqStoreCall  *call,
               GError      **error)
{
  g_auto (Saving) saving = { 0 };

  if (!prepare (&saving, store, call->save, error) ||
      !kq_sqlite_begin (store->db, error) || !write_all (store, &saving, error) ||
      !kq_sqlite_commit (store->db, error))
    return FALSE;
  call->number = saving.head.number;

  return TRUE;
}
