/* kq-campaign-library.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-library-private.h"

#include "kq-campaign-file.h"
#include "kq-count-findings.h"
#include "kq-library-assets.h"

G_DEFINE_BOXED_TYPE (KqCampaignImport, kq_campaign_import, kq_campaign_import_copy,
                     kq_campaign_import_free)

/**
 * kq_campaign_import_copy:
 * @self: what came of a file
 *
 * Returns: (transfer full): a copy
 */
KqCampaignImport *
kq_campaign_import_copy (const KqCampaignImport *self)
{
  KqCampaignImport *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);

  return copy;
}

/**
 * kq_campaign_import_free:
 * @self: (transfer full): what came of a file
 *
 * Frees it.
 */
void
kq_campaign_import_free (KqCampaignImport *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

static guint
count_missing (KqFindingList *findings)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    {
      const char *rule = kq_finding_get_rule (kq_finding_list_get (findings, i));

      n += g_str_equal (rule, "KQ-BYTES") || g_str_equal (rule, "KQ-ASSET");
    }

  return n;
}

/* Without @profiles nothing is counted. */
static void
check (KqCampaign        *campaign,
       KqAssetSource     *assets,
       KqProfiles        *profiles,
       KqCampaignImport  *import)
{
  g_autoptr (KqChecker) checker = NULL;
  KqFindingList *findings;

  if (profiles == NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (import->counts); i++)
        import->counts[i] = KQ_LIBRARY_NO_COUNT;
      return;
    }

  checker = kq_check_as_of_now (campaign, profiles, assets);
  findings = kq_checker_get_findings (checker);
  kq_count_findings_list (findings, import->counts);
  import->n_missing = count_missing (findings);
}

static KqLibrarySave *
make_save (KqCampaign             *campaign,
           KqAssetSource          *assets,
           const KqCampaignImport *import)
{
  KqLibrarySave *save = kq_library_save_new (kq_object_snapshot (KQ_OBJECT (campaign)),
                                             KQ_LIBRARY_BASE_ANY, KQ_VERSION_IMPORT);

  g_set_object (&save->assets, assets);
  memcpy (save->counts, import->counts, sizeof save->counts);
  save->checked = g_get_real_time () / G_USEC_PER_SEC;

  return save;
}

/* Files without an id are refused when they are read: what there is to copy has
 * one. */
static void
give_new_id (KqCampaign **campaign)
{
  g_autofree char *id = g_uuid_string_random ();
  KqObject *copy = kq_object_duplicate (KQ_OBJECT (*campaign), id);

  g_object_unref (*campaign);
  *campaign = KQ_CAMPAIGN (copy);
}

/* All that takes no library; @save is set where it succeeds. */
KqCampaignImport *
kq_campaign_import_prepare (const char     *path,
                            gboolean        copy,
                            KqProfiles     *profiles,
                            KqLibrarySave **save,
                            GError        **error)
{
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqAssetSource) assets = NULL;
  g_autoptr (KqCampaignImport) import = NULL;

  if (!kq_campaign_file_load (path, &campaign, &assets, error))
    return NULL;
  if (copy)
    give_new_id (&campaign);

  import = g_new0 (KqCampaignImport, 1);
  import->id = g_strdup (kq_object_get_id (KQ_OBJECT (campaign)));
  import->name = g_strdup (kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME));
  check (campaign, assets, profiles, import);
  *save = make_save (campaign, assets, import);
  if (!kq_library_save_prepare (*save, error))
    {
      g_clear_pointer (save, kq_library_save_free);
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return g_steal_pointer (&import);
}

/**
 * kq_campaign_import:
 * @library: a library
 * @path: a campaign file, "-" for standard input
 * @copy: whether to give the campaign a new id; else it becomes the newest
 *   version of the one that has its id, if there is one
 * @profiles: (nullable): the platforms' numbers; without them nothing is
 *   counted, which spares whoever opens the campaign at once a second check, and
 *   the look into its pictures that goes with it
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Takes a campaign with its pictures into the library. May be called in any
 * thread.
 *
 * Returns: (transfer full) (nullable): what came of it; errors as of
 *   kq_campaign_file_load() and kq_library_save(), and the file is named
 */
KqCampaignImport *
kq_campaign_import (KqLibrary     *library,
                    const char    *path,
                    gboolean       copy,
                    KqProfiles    *profiles,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (KqLibrarySave) save = NULL;
  g_autoptr (KqCampaignImport) import = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (profiles == NULL || KQ_IS_PROFILES (profiles), NULL);

  import = kq_campaign_import_prepare (path, copy, profiles, &save, error);
  if (import == NULL)
    return NULL;
  import->version = kq_library_save (library, save, cancellable, error);
  if (import->version == 0)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return g_steal_pointer (&import);
}

/**
 * kq_campaign_export:
 * @library: a library
 * @id: a campaign's id
 * @path: where to, "-" for standard output
 * @embed: whether the file shall hold the pictures; else they are put into the
 *   folder beside it, and left out of standard output
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Writes the newest version of a campaign as a file. May be called in any
 * thread.
 *
 * Returns: whether all is written; errors as of kq_library_load() and
 *   kq_campaign_file_save()
 */
gboolean
kq_campaign_export (KqLibrary     *library,
                    const char    *id,
                    const char    *path,
                    gboolean       embed,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (JsonNode) snapshot = NULL;
  g_autoptr (KqLibraryAssets) assets = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  snapshot = kq_library_load (library, id, 0, NULL, cancellable, error);
  if (snapshot == NULL)
    return FALSE;

  if (embed || !g_str_equal (path, "-"))
    assets = kq_library_assets_new (library, NULL);

  return kq_campaign_file_save (path, snapshot, assets != NULL ? KQ_ASSET_SOURCE (assets) : NULL,
                                embed, error);
}

/* What a thread is given. */
typedef struct {
  char       *path;     /* (owned) */
  char       *id;       /* (owned) (nullable) */
  gboolean    flag;     /* copy, or embed */
  KqProfiles *profiles; /* (owned) (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->id);
  g_clear_object (&job->profiles);
  g_free (job);
}

static void
import_in_thread (GTask        *task,
                  gpointer      library,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  KqCampaignImport *import = kq_campaign_import (library, job->path, job->flag, job->profiles,
                                                 cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) kq_campaign_import_free);
  else
    g_task_return_error (task, error);
}

static void
export_in_thread (GTask        *task,
                  gpointer      library,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (kq_campaign_export (library, job->id, job->path, job->flag, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * kq_campaign_import_async:
 * @library: a library
 * @path: a campaign file
 * @copy: whether to give the campaign a new id
 * @profiles: (nullable): the platforms' numbers, or nothing is counted
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * Takes a campaign into the library in a thread, as kq_campaign_import() does.
 */
void
kq_campaign_import_async (KqLibrary           *library,
                          const char          *path,
                          gboolean             copy,
                          KqProfiles          *profiles,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (KQ_IS_LIBRARY (library));
  g_return_if_fail (path != NULL);
  g_return_if_fail (profiles == NULL || KQ_IS_PROFILES (profiles));

  job = g_new0 (Job, 1);
  job->path = g_strdup (path);
  job->flag = copy;
  g_set_object (&job->profiles, profiles);
  task = g_task_new (library, cancellable, callback, data);
  g_task_set_source_tag (task, kq_campaign_import_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, import_in_thread);
}

/**
 * kq_campaign_import_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what came of it; errors as of
 *   kq_campaign_import()
 */
KqCampaignImport *
kq_campaign_import_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_campaign_import_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kq_campaign_export_async:
 * @library: a library
 * @id: a campaign's id
 * @path: where to
 * @embed: whether the file shall hold the pictures
 * @cancellable: (nullable): to give up waiting; what is begun is finished
 * @callback: called when done
 * @data: its data
 *
 * Writes a campaign as a file in a thread, as kq_campaign_export() does.
 */
void
kq_campaign_export_async (KqLibrary           *library,
                          const char          *id,
                          const char          *path,
                          gboolean             embed,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (KQ_IS_LIBRARY (library));
  g_return_if_fail (id != NULL);
  g_return_if_fail (path != NULL);

  job = g_new0 (Job, 1);
  job->id = g_strdup (id);
  job->path = g_strdup (path);
  job->flag = embed;
  task = g_task_new (library, cancellable, callback, data);
  g_task_set_source_tag (task, kq_campaign_export_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, export_in_thread);
}

/**
 * kq_campaign_export_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether all is written; errors as of kq_campaign_export()
 */
gboolean
kq_campaign_export_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_campaign_export_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
