/* kq-export.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-export.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "kq-campaign-file.h"

/* An export that waits for a name, or is being written. */
typedef struct {
  JsonNode      *snapshot; /* (owned) */
  KqAssetSource *assets;   /* (owned) (nullable) */
  GFile         *file;     /* (owned) (nullable): none before it was chosen */
  gboolean       embed;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  json_node_unref (export->snapshot);
  g_clear_object (&export->assets);
  g_clear_object (&export->file);
  g_free (export);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  if (kq_campaign_file_save_finish (result, &error))
    g_task_return_pointer (task, g_file_get_basename (export->file), g_free);
  else
    g_task_return_error (task, error);
}

static void
on_chosen (GtkNativeDialog *dialog,
           int              response,
           gpointer         data)
{
  g_autoptr (GTask) task = data;
  Export *export = g_task_get_task_data (task);

  if (response == GTK_RESPONSE_ACCEPT)
    export->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);

  if (export->file == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Not exported"));
  else if (g_file_peek_path (export->file) == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                             _("Choose a folder of this computer."));
  else
    kq_campaign_file_save_async (g_file_peek_path (export->file), export->snapshot,
                                 export->assets, export->embed, NULL, on_written,
                                 g_steal_pointer (&task));
}

/**
 * kq_export_async:
 * @parent: the window that asks
 * @name: the campaign's name, of which a name for the file is made
 * @snapshot: the campaign
 * @assets: (nullable): where its pictures are
 * @embed: whether the file shall hold them; else they are put into a folder
 *   beside it
 * @callback: called when done
 * @data: its data
 *
 * Asks where to, and exports.
 */
void
kq_export_async (GtkWindow           *parent,
                 const char          *name,
                 JsonNode            *snapshot,
                 KqAssetSource       *assets,
                 gboolean             embed,
                 GAsyncReadyCallback  callback,
                 gpointer             data)
{
  g_autofree char *plain = NULL;
  g_autofree char *file_name = NULL;
  GtkFileChooserNative *dialog;
  Export *export;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (name != NULL);
  g_return_if_fail (JSON_NODE_HOLDS_OBJECT (snapshot));
  g_return_if_fail (assets == NULL || KQ_IS_ASSET_SOURCE (assets));

  export = g_new0 (Export, 1);
  export->snapshot = json_node_ref (snapshot);
  g_set_object (&export->assets, assets);
  export->embed = embed;
  task = g_task_new (parent, NULL, callback, data);
  g_task_set_source_tag (task, kq_export_async);
  g_task_set_task_data (task, export, export_free);

  plain = g_strdelimit (g_strdup (name), "/\\:", '-');
  file_name = g_strconcat (plain, ".campaign.json", NULL);
  dialog = gtk_file_chooser_native_new (embed ? _("Export with Pictures")
                                              : _("Export with a Folder of Pictures"),
                                        parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _("_Export"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_chosen), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * kq_export_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full): the name of the file, without its folder, or %NULL
 *   with %G_IO_ERROR_CANCELLED where none was chosen, or an error as of
 *   kq_campaign_file_save()
 */
char *
kq_export_finish (GAsyncResult  *result,
                  GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_export_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
