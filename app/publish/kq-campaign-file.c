/* kq-campaign-file.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-file.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kq-asset-folder.h"
#include "kq-format.h"
#include "kq-paths.h"

/**
 * kq_campaign_file_get_folder:
 * @path: a campaign file
 *
 * Where its pictures stand if it doesn't embed them: `a.campaign.json` and
 * `a.json` have `a.assets`.
 *
 * Returns: (transfer full): the folder, which need not exist
 */
char *
kq_campaign_file_get_folder (const char *path)
{
  static const char * const suffixes[] = { ".campaign.json", ".json" };
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  length = strlen (path);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (path, suffixes[i]))
      {
        length -= strlen (suffixes[i]);
        break;
      }

  return g_strdup_printf ("%.*s.assets", (int) length, path);
}

/**
 * kq_campaign_file_embeds:
 * @path: a campaign file
 *
 * Returns: whether the file holds its pictures when it is saved again: it does
 *   unless there is a folder for them
 */
gboolean
kq_campaign_file_embeds (const char *path)
{
  g_autofree char *folder = kq_campaign_file_get_folder (path);

  return !g_file_test (folder, G_FILE_TEST_IS_DIR);
}

/**
 * kq_campaign_file_load:
 * @path: a campaign file, or "-" for standard input
 * @campaign: (out) (transfer full): what it holds
 * @assets: (out) (transfer full): where its pictures are
 * @error: return location for an error
 *
 * Reads a campaign. Nothing is set where it fails.
 *
 * Returns: whether it is one. Errors name the file: those of kq_file_read(),
 *   of #KqJsonError with line and column, or of #KqFormatError with the place
 */
gboolean
kq_campaign_file_load (const char     *path,
                       KqCampaign    **campaign,
                       KqAssetSource **assets,
                       GError        **error)
{
  g_autoptr (KqEmbeddedAssets) embedded = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (campaign != NULL && assets != NULL, FALSE);

  bytes = kq_file_read (path, KQ_FORMAT_MAX_BYTES, error);
  if (bytes == NULL)
    return FALSE;

  *campaign = kq_format_read (bytes, &embedded, error);
  if (*campaign == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }

  folder = kq_campaign_file_get_folder (path);
  *assets = KQ_ASSET_SOURCE (kq_asset_folder_new (folder, KQ_ASSET_SOURCE (embedded)));

  return TRUE;
}

static gboolean
check_bytes (const char  *name,
             GBytes      *bytes,
             GError     **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (g_str_equal (sha256, name))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("the picture %s isn’t the one that the campaign names"), name);
  return FALSE;
}

/* The name of the file in @folder that holds the picture @name */
static char *
asset_path (const char *folder,
            const char *name,
            JsonObject *asset)
{
  const char *type = json_object_get_string_member_with_default (asset, "type", "image/jpeg");
  g_autofree char *file = NULL;

  file = g_strdup_printf ("%s.%s", name, g_str_equal (type, "image/png") ? "png" : "jpg");

  return g_build_filename (folder, file, NULL);
}

/* A picture that isn't at hand is left out, and that it is missing is a finding.
 * One that stands in the folder already isn't touched. */
static gboolean
save_asset (const char     *folder,
            const char     *name,
            JsonObject     *asset,
            KqAssetSource  *assets,
            GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!kq_asset_name_is_valid (name))
    return TRUE;
  path = asset_path (folder, name, asset);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  bytes = kq_asset_source_load (assets, name, &local_error);
  if (bytes == NULL && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!check_bytes (name, bytes, error))
    return FALSE;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                   "%s: %s", folder, g_strerror (code));
      return FALSE;
    }

  return kq_file_write (path, bytes, error);
}

static gboolean
save_assets (const char     *path,
             JsonNode       *snapshot,
             KqAssetSource  *assets,
             GError        **error)
{
  g_autofree char *folder = kq_campaign_file_get_folder (path);
  JsonObject *root = json_node_get_object (snapshot);
  JsonObjectIter iter;
  JsonNode *asset;
  const char *name;

  if (!json_object_has_member (root, "assets"))
    return TRUE;

  json_object_iter_init_ordered (&iter, json_object_get_object_member (root, "assets"));
  while (json_object_iter_next_ordered (&iter, &name, &asset))
    if (!save_asset (folder, name, json_node_get_object (asset), assets, error))
      return FALSE;

  return TRUE;
}

/**
 * kq_campaign_file_save:
 * @path: where to
 * @snapshot: a snapshot of a campaign
 * @assets: (nullable): where its pictures are
 * @embed: whether the file shall hold the pictures; else they are put into the
 *   folder beside it
 * @error: return location for an error
 *
 * Writes a campaign: first the pictures, then the file, so that it never names
 * one that is still to come. Pictures that aren't at hand are left out.
 *
 * Returns: whether all is written; if not, the file is what it was. Errors name
 *   the file: those of kq_file_write(), or %G_IO_ERROR_INVALID_DATA where a
 *   picture for the folder isn't the one that its name says
 */
gboolean
kq_campaign_file_save (const char     *path,
                       JsonNode       *snapshot,
                       KqAssetSource  *assets,
                       gboolean        embed,
                       GError        **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (JSON_NODE_HOLDS_OBJECT (snapshot), FALSE);
  g_return_val_if_fail (assets == NULL || KQ_IS_ASSET_SOURCE (assets), FALSE);

  bytes = kq_format_write (snapshot, embed ? assets : NULL, error);
  if (bytes == NULL ||
      (!embed && assets != NULL && !save_assets (path, snapshot, assets, error)))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }

  return kq_file_write (path, bytes, error);
}

/* What a thread is given and gives back. A campaign that was made there is let
 * go of there, so that nobody shares it. */
typedef struct {
  char          *path;     /* (owned) */
  JsonNode      *snapshot; /* (owned) (nullable) */
  KqCampaign    *campaign; /* (owned) (nullable) */
  KqAssetSource *assets;   /* (owned) (nullable) */
  gboolean       embed;
} Job;

static Job *
job_new (const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);

  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_clear_pointer (&job->snapshot, json_node_unref);
  g_clear_object (&job->campaign);
  g_clear_object (&job->assets);
  g_free (job);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  Job *job = task_data;

  if (kq_campaign_file_load (job->path, &job->campaign, &job->assets, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  Job *job = task_data;

  if (kq_campaign_file_save (job->path, job->snapshot, job->assets, job->embed, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * kq_campaign_file_load_async:
 * @path: a campaign file
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * Reads a campaign in a thread.
 */
void
kq_campaign_file_load_async (const char          *path,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, kq_campaign_file_load_async);
  g_task_set_task_data (task, job_new (path), job_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * kq_campaign_file_load_finish:
 * @result: what the callback got
 * @campaign: (out) (transfer full): what the file holds
 * @assets: (out) (transfer full): where its pictures are
 * @error: return location for an error
 *
 * Returns: whether it is a campaign; errors as of kq_campaign_file_load()
 */
gboolean
kq_campaign_file_load_finish (GAsyncResult   *result,
                              KqCampaign    **campaign,
                              KqAssetSource **assets,
                              GError        **error)
{
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, kq_campaign_file_load_async), FALSE);
  g_return_val_if_fail (campaign != NULL && assets != NULL, FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  *campaign = g_steal_pointer (&job->campaign);
  *assets = g_steal_pointer (&job->assets);

  return TRUE;
}

/**
 * kq_campaign_file_save_async:
 * @path: where to
 * @snapshot: a snapshot of a campaign
 * @assets: (nullable): where its pictures are
 * @embed: whether the file shall hold the pictures
 * @cancellable: (nullable): to give up waiting; what is begun is finished
 * @callback: called when done
 * @data: its data
 *
 * Writes a campaign in a thread, as kq_campaign_file_save() does.
 */
void
kq_campaign_file_save_async (const char          *path,
                             JsonNode            *snapshot,
                             KqAssetSource       *assets,
                             gboolean             embed,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (path != NULL);
  g_return_if_fail (JSON_NODE_HOLDS_OBJECT (snapshot));
  g_return_if_fail (assets == NULL || KQ_IS_ASSET_SOURCE (assets));

  job = job_new (path);
  job->snapshot = json_node_ref (snapshot);
  g_set_object (&job->assets, assets);
  job->embed = embed;

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, kq_campaign_file_save_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * kq_campaign_file_save_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether it is written; errors as of kq_campaign_file_save()
 */
gboolean
kq_campaign_file_save_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_campaign_file_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
