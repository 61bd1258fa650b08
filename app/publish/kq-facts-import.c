/* kq-facts-import.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-import.h"

#include <glib/gi18n-lib.h>

#include "kq-library-facts.h"

/* How often it is told how far an import is, in microseconds */
#define PROGRESS_INTERVAL (50 * 1000)

/* An import that nobody waits for */
typedef struct {
  char               *id;        /* (owned) */
  KqFactsObjects     *objects;   /* (owned) */
  GBytes             *bytes;     /* (owned) */
  char               *name;      /* (owned) */
  KqFactsColumns     *columns;   /* (owned) */
  KqFactsImportFlags  flags;
  KqCsvProgressFunc   progress;
  gpointer            progress_data;
  GMainContext       *context;   /* (owned): whose it is */
  GTask              *task;      /* (unowned) */
  gint64              told;      /* when, monotonic */
  gint64              number;
} Import;

typedef struct {
  GTask  *task;  /* (owned) */
  double  done;
} Progress;

/**
 * kq_facts_columns_recall:
 * @library: a library
 * @bytes: a table
 * @error: return location for an error
 *
 * Which column of a table is what: as it was with the last table of the same
 * header, else as it is guessed.
 *
 * Returns: (transfer full) (nullable): the columns; errors as of
 *   kq_facts_columns_read()
 */
KqFactsColumns *
kq_facts_columns_recall (KqLibrary  *library,
                         GBytes     *bytes,
                         GError    **error)
{
  g_autofree char *mapping = NULL;
  KqFactsColumns *columns;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  columns = kq_facts_columns_read (bytes, error);
  if (columns == NULL)
    return NULL;
  mapping = kq_library_get_fact_mapping (library, kq_facts_columns_get_signature (columns), NULL,
                                         NULL);
  if (mapping != NULL)
    kq_facts_columns_apply (columns, mapping, NULL);

  return columns;
}

static gboolean
store (KqLibrary       *library,
       const char      *id,
       const char      *name,
       KqFactsReading  *reading,
       KqFactsColumns  *columns,
       gint64          *number,
       GCancellable    *cancellable,
       GError         **error)
{
  g_autofree char *mapping = NULL;

  if (reading->n_rows == 0)
    {
      g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
                   _("there is no row with figures"));
      return FALSE;
    }

  *number = kq_library_import_facts (library, id, reading->facts, name, cancellable, error);
  if (*number == 0)
    return FALSE;

  /* Nothing is lost but a convenience. */
  mapping = kq_facts_columns_to_text (columns);
  kq_library_set_fact_mapping (library, kq_facts_columns_get_signature (columns), mapping, NULL,
                               NULL);

  return TRUE;
}

/**
 * kq_facts_import:
 * @library: a library
 * @id: a campaign's id
 * @objects: the campaign's objects
 * @bytes: a table, at most %KQ_CSV_MAX_BYTES of it
 * @name: the name of its file
 * @columns: which of its columns is what; remembered for others of the header
 * @flags: what becomes of bad rows
 * @progress: (nullable) (scope call): told now and then how far it is
 * @progress_data: its data
 * @number: (out): the number of the import, or 0 where nothing was taken since
 *   there are bad rows
 * @cancellable: (nullable): to give up, which takes nothing
 * @error: return location for an error
 *
 * Takes what a platform told into the library, all of it or nothing. What a day
 * and object had before is replaced.
 *
 * Returns: (transfer full) (nullable): what came of the table; else an error of
 *   #KqCsvError, #KqFactsError or #KqLibraryError, or %G_IO_ERROR_CANCELLED
 */
KqFactsReading *
kq_facts_import (KqLibrary           *library,
                 const char          *id,
                 KqFactsObjects      *objects,
                 GBytes              *bytes,
                 const char          *name,
                 KqFactsColumns      *columns,
                 KqFactsImportFlags   flags,
                 KqCsvProgressFunc    progress,
                 gpointer             progress_data,
                 gint64              *number,
                 GCancellable        *cancellable,
                 GError             **error)
{
  g_autoptr (KqFactsReading) reading = NULL;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (number != NULL, NULL);

  *number = 0;
  reading = kq_facts_read (bytes, columns, objects, progress, progress_data, cancellable, error);
  if (reading == NULL)
    return NULL;
  if (reading->n_bad > 0 && !(flags & KQ_FACTS_IMPORT_SKIP_BAD))
    return g_steal_pointer (&reading);
  if (!store (library, id, name, reading, columns, number, cancellable, error))
    return NULL;

  return g_steal_pointer (&reading);
}

static void
import_free (Import *import)
{
  g_free (import->id);
  kq_facts_objects_unref (import->objects);
  g_bytes_unref (import->bytes);
  g_free (import->name);
  kq_facts_columns_free (import->columns);
  g_main_context_unref (import->context);
  g_free (import);
}

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->task);
  g_free (progress);
}

static gboolean
tell_progress (gpointer data)
{
  Progress *progress = data;
  Import *import = g_task_get_task_data (progress->task);

  if (!g_task_get_completed (progress->task))
    import->progress (progress->done, import->progress_data);

  return G_SOURCE_REMOVE;
}

/* On the thread that reads: whoever waits is told on his own. */
static void
on_progress (double   done,
             gpointer data)
{
  Import *import = data;
  gint64 now = g_get_monotonic_time ();
  Progress *progress;

  if (import->progress == NULL || now - import->told < PROGRESS_INTERVAL)
    return;

  import->told = now;
  progress = g_new (Progress, 1);
  progress->task = g_object_ref (import->task);
  progress->done = done;
  g_main_context_invoke_full (import->context, G_PRIORITY_DEFAULT, tell_progress, progress,
                              progress_free);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Import *import = data;
  GError *error = NULL;
  KqFactsReading *reading = kq_facts_import (source, import->id, import->objects, import->bytes,
                                             import->name, import->columns, import->flags,
                                             on_progress, import, &import->number, cancellable,
                                             &error);

  if (reading != NULL)
    g_task_return_pointer (task, reading, (GDestroyNotify) kq_facts_reading_free);
  else
    g_task_return_error (task, error);
}

/**
 * kq_facts_import_async:
 * @library: a library
 * @id: a campaign's id
 * @objects: the campaign's objects
 * @bytes: a table
 * @name: the name of its file
 * @columns: which of its columns is what
 * @flags: what becomes of bad rows
 * @progress: (nullable): told now and then how far it is, until @callback is
 *   called
 * @progress_data: its data
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * As kq_facts_import(), on a thread of its own.
 */
void
kq_facts_import_async (KqLibrary            *library,
                       const char           *id,
                       KqFactsObjects       *objects,
                       GBytes               *bytes,
                       const char           *name,
                       KqFactsColumns       *columns,
                       KqFactsImportFlags    flags,
                       KqCsvProgressFunc     progress,
                       gpointer              progress_data,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              data)
{
  g_autoptr (GTask) task = NULL;
  Import *import;

  g_return_if_fail (KQ_IS_LIBRARY (library));
  g_return_if_fail (id != NULL);

  task = g_task_new (library, cancellable, callback, data);
  g_task_set_source_tag (task, kq_facts_import_async);
  g_task_set_check_cancellable (task, FALSE);
  import = g_new0 (Import, 1);
  import->id = g_strdup (id);
  import->objects = kq_facts_objects_ref (objects);
  import->bytes = g_bytes_ref (bytes);
  import->name = g_strdup (name);
  import->columns = kq_facts_columns_copy (columns);
  import->flags = flags;
  import->progress = progress;
  import->progress_data = progress_data;
  import->context = g_main_context_ref (g_task_get_context (task));
  import->task = task;
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  g_task_run_in_thread (task, run);
}

/**
 * kq_facts_import_finish:
 * @result: what the callback got
 * @number: (out): as of kq_facts_import()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): as of kq_facts_import()
 */
KqFactsReading *
kq_facts_import_finish (GAsyncResult  *result,
                        gint64        *number,
                        GError       **error)
{
  Import *import;

  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_facts_import_async), NULL);
  g_return_val_if_fail (number != NULL, NULL);

  import = g_task_get_task_data (G_TASK (result));
  *number = import->number;

  return g_task_propagate_pointer (G_TASK (result), error);
}
