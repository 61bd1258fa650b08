/* kq-report-save.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-report-save.h"

#include <glib/gi18n-lib.h>

#include "kq-format.h"
#include "kq-library-facts.h"
#include "kq-paths.h"
#include "kq-report.h"

/* A report that waits for a name, or is being made: of the campaign as it was when
 * it was asked for. */
typedef struct {
  JsonNode      *snapshot;  /* (owned) */
  char          *id;        /* (owned) */
  KqLibrary     *library;   /* (owned) (nullable): where its figures are */
  KqProfiles    *profiles;  /* (owned) */
  KqAssetSource *assets;    /* (owned) (nullable) */
  GFile         *file;      /* (owned) (nullable): none before it was chosen */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  json_node_unref (job->snapshot);
  g_free (job->id);
  g_clear_object (&job->library);
  g_clear_object (&job->profiles);
  g_clear_object (&job->assets);
  g_clear_object (&job->file);
  g_free (job);
}

/* None where it isn't in the library yet */
static KqFacts *
load_facts (const Job     *job,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  KqFacts *facts = NULL;

  if (job->library != NULL)
    facts = kq_library_load_facts (job->library, job->id, cancellable, &local_error);
  if (local_error != NULL &&
      !g_error_matches (local_error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (facts != NULL)
    return facts;

  facts = kq_facts_new ();
  kq_facts_settle (facts);

  return facts;
}

static GBytes *
make (const Job     *job,
      const char    *path,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (KqFacts) facts = load_facts (job, cancellable, error);
  g_autoptr (KqCampaign) campaign = NULL;
  KqReportSource source;

  if (facts == NULL)
    return NULL;

  campaign = kq_format_to_campaign (job->snapshot);
  source = (KqReportSource) { campaign, facts, job->profiles, job->assets };

  return kq_report_make (&source, g_str_has_suffix (lower, ".xlsx") ? KQ_REPORT_XLSX
                                                                    : KQ_REPORT_PDF, error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  const char *path = g_file_peek_path (job->file);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make (job, path, cancellable, &error);

  if (bytes != NULL && kq_file_write (path, bytes, &error))
    g_task_return_pointer (task, g_file_get_basename (job->file), g_free);
  else
    g_task_return_error (task, error);
}

static void
on_chosen (GtkNativeDialog *dialog,
           int              response,
           gpointer         data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);

  if (response == GTK_RESPONSE_ACCEPT)
    job->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);

  if (job->file == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Not saved"));
  else if (g_file_peek_path (job->file) == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                             _("Choose a folder of this computer."));
  else
    g_task_run_in_thread (task, save_in_thread);
}

/**
 * kq_report_save_async:
 * @parent: the window that asks
 * @document: a document
 * @callback: (scope async): called when done
 * @data: for @callback
 *
 * Asks where to, and saves a report of the campaign as it is now: a spreadsheet
 * where the name ends so, else pages to print. It is made in a thread.
 */
void
kq_report_save_async (GtkWindow           *parent,
                      KqDocument          *document,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_autofree char *plain = NULL;
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;
  GTask *task;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (KQ_IS_DOCUMENT (document));

  job = g_new0 (Job, 1);
  job->snapshot = json_node_ref (kq_object_snapshot (KQ_OBJECT (kq_document_get_campaign (document))));
  job->id = g_strdup (kq_document_get_id (document));
  g_set_object (&job->library, kq_document_get_library (document));
  job->profiles = g_object_ref (kq_document_get_profiles (document));
  g_set_object (&job->assets, kq_document_get_assets (document));
  task = g_task_new (parent, NULL, callback, data);
  g_task_set_source_tag (task, kq_report_save_async);
  g_task_set_task_data (task, job, job_free);

  plain = g_strdelimit (kq_document_dup_name (document), "/\\:", '-');
  name = g_strconcat (plain, ".pdf", NULL);
  dialog = gtk_file_chooser_native_new (_("Save the Report as PDF or XLSX"), parent,
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_chosen), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * kq_report_save_finish:
 * @result: of kq_report_save_async()
 * @error: return location for an error
 *
 * Returns: (transfer full): the name of the file, without its folder, or %NULL
 *   with %G_IO_ERROR_CANCELLED where none was chosen, or an error of
 *   #GIOErrorEnum, #GFileError or #KqLibraryError
 */
char *
kq_report_save_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_report_save_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
