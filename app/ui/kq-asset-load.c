/* kq-asset-load.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-asset-load.h"

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      sha256,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = kq_asset_source_load_sure (KQ_ASSET_SOURCE (source), sha256, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * kq_asset_load_async:
 * @source: where the bytes are
 * @sha256: a picture's name
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * Reads a picture of a campaign in a thread.
 */
void
kq_asset_load_async (KqAssetSource       *source,
                     const char          *sha256,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KQ_IS_ASSET_SOURCE (source));
  g_return_if_fail (sha256 != NULL);

  task = g_task_new (source, cancellable, callback, data);
  g_task_set_source_tag (task, kq_asset_load_async);
  g_task_set_task_data (task, g_strdup (sha256), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * kq_asset_load_finish:
 * @source: where the bytes are
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture's bytes; errors are those of
 *   kq_asset_source_load_sure()
 */
GBytes *
kq_asset_load_finish (KqAssetSource  *source,
                      GAsyncResult   *result,
                      GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
