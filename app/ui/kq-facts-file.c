/* kq-facts-file.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-file.h"

#include <glib/gi18n-lib.h>

#include "kq-facts-import.h"
#include "kq-paths.h"

/* A table is opened in a thread: it may be large, and the library is asked what
 * was chosen for one like it. */

typedef struct {
  char      *path;     /* (owned) (nullable): not all files have one */
  KqLibrary *library;  /* (owned) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_object_unref (job->library);
  g_free (job);
}

void
kq_facts_file_free (KqFactsFile *self)
{
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->columns, kq_facts_columns_free);
  g_free (self);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr (KqFactsFile) self = g_new0 (KqFactsFile, 1);
  GError *error = NULL;
  Job *job = data;

  self->name = g_path_get_basename (job->path);
  self->bytes = kq_file_read (job->path, KQ_CSV_MAX_BYTES, &error);
  if (self->bytes != NULL)
    self->columns = kq_facts_columns_recall (job->library, self->bytes, &error);

  if (self->columns != NULL)
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) kq_facts_file_free);
  else
    g_task_return_error (task, error);
}

/**
 * kq_facts_file_open_async:
 * @file: a table
 * @library: where the mappings of tables are remembered
 * @callback: (scope async): called when it is open
 * @data: for @callback
 */
void
kq_facts_file_open_async (GFile               *file,
                          KqLibrary           *library,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file) && KQ_IS_LIBRARY (library));

  task = g_task_new (NULL, NULL, callback, data);
  g_task_set_source_tag (task, kq_facts_file_open_async);
  if (g_file_peek_path (file) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("The file isn’t on this computer: save it here first."));
      return;
    }

  job = g_new0 (Job, 1);
  job->path = g_file_get_path (file);
  job->library = g_object_ref (library);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * kq_facts_file_open_finish:
 * @result: of kq_facts_file_open_async()
 * @error: return location for an error
 *
 * Returns: (transfer full): the table, or %NULL with an error of #KqCsvError,
 *   #GFileError, #GIOErrorEnum or #KqLibraryError
 */
KqFactsFile *
kq_facts_file_open_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
