/* kq-campaign-import-files.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-library-private.h"

#include <glib/gstdio.h>

#include "kq-format.h"

/* So many files, and so many bytes of them, are in memory at once; a larger one
 * is by itself. What waits for the library is saved in one transaction. */
#define MAX_FILES 32
#define MAX_BYTES KQ_FORMAT_MAX_BYTES

/* A file on its way: it is read by one of the threads, then saved, then told of.
 * The first and the last are done in the order of the files. */
typedef struct {
  const char       *path;    /* (unowned) */
  goffset           bytes;
  KqLibrarySave    *save;    /* (owned) (nullable) */
  KqCampaignImport *import;  /* (owned) (nullable) */
  GError           *error;   /* (owned) (nullable) */
  int               is_read; /* atomic: then the rest is of the caller's thread */
  gboolean          done;
} Pending;

typedef struct {
  KqLibrary            *library;     /* (unowned) */
  gboolean              copy;
  KqProfiles           *profiles;    /* (unowned) */
  GCancellable         *cancellable; /* (unowned) (nullable) */
  KqCampaignImportFunc  func;
  gpointer              data;

  GMainContext         *context;     /* (owned) */
  GThreadPool          *threads;     /* (owned) */
  GQueue                reading;
  GQueue                saving;
  goffset               bytes;       /* of all that are in either */
} Run;

static void
pending_free (Pending *pending)
{
  g_clear_pointer (&pending->save, kq_library_save_free);
  g_clear_pointer (&pending->import, kq_campaign_import_free);
  g_clear_error (&pending->error);
  g_free (pending);
}

/* In a thread of the pool */
static void
read_file (gpointer data,
           gpointer user_data)
{
  Pending *pending = data;
  Run *run = user_data;

  if (!g_cancellable_set_error_if_cancelled (run->cancellable, &pending->error))
    pending->import = kq_campaign_import_prepare (pending->path, run->copy, run->profiles,
                                                  &pending->save, &pending->error);
  g_atomic_int_set (&pending->is_read, TRUE);
  g_main_context_wakeup (run->context);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Pending *pending = data;

  pending->done = TRUE;
  pending->import->version = kq_library_save_finish (KQ_LIBRARY (source), result,
                                                     &pending->error);
  if (pending->import->version != 0)
    return;

  g_prefix_error (&pending->error, "%s: ", pending->path);
  g_clear_pointer (&pending->import, kq_campaign_import_free);
}

/* What a file takes at most; of what isn't one nobody knows. */
static goffset
get_bytes (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return MAX_BYTES;

  return MIN (status.st_size, MAX_BYTES);
}

static void
save (Run     *run,
      Pending *pending)
{
  g_queue_push_tail (&run->saving, pending);
  pending->done = pending->save == NULL;
  if (!pending->done)
    kq_library_save_async (run->library, pending->save, run->cancellable, on_saved, pending);
  g_clear_pointer (&pending->save, kq_library_save_free);
}

static void
tell (Run     *run,
      Pending *pending)
{
  run->func (pending->path, pending->import, pending->error, run->data);
  run->bytes -= pending->bytes;
  pending_free (pending);
}

/* Saves what is read, tells of what is saved, or waits until something is. */
static void
advance (Run *run)
{
  Pending *read = g_queue_peek_head (&run->reading);
  Pending *saved = g_queue_peek_head (&run->saving);

  if (read != NULL && g_atomic_int_get (&read->is_read))
    save (run, g_queue_pop_head (&run->reading));
  else if (saved != NULL && saved->done)
    tell (run, g_queue_pop_head (&run->saving));
  else
    g_main_context_iteration (run->context, TRUE);
}

static gboolean
is_full (Run     *run,
         goffset  bytes)
{
  guint n = run->reading.length + run->saving.length;

  return n > 0 && (n >= MAX_FILES || run->bytes + bytes > MAX_BYTES);
}

static void
add (Run        *run,
     const char *path)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->path = path;
  pending->bytes = get_bytes (path);
  while (is_full (run, pending->bytes))
    advance (run);

  run->bytes += pending->bytes;
  g_queue_push_tail (&run->reading, pending);
  g_thread_pool_push (run->threads, pending, NULL);
}

/**
 * kq_campaign_import_files:
 * @library: a library
 * @paths: (array zero-terminated=1): campaign files, "-" for standard input
 * @copy: whether to give the campaigns new ids
 * @profiles: the platforms' numbers
 * @cancellable: (nullable): to give up; those that are saved stay
 * @func: (scope call): told of each
 * @data: its data
 *
 * Takes campaigns into the library as kq_campaign_import() does, in their order;
 * but they are read and checked on all processors, and saved several at a time.
 * May be called in any thread.
 */
void
kq_campaign_import_files (KqLibrary            *library,
                          const char * const   *paths,
                          gboolean              copy,
                          KqProfiles           *profiles,
                          GCancellable         *cancellable,
                          KqCampaignImportFunc  func,
                          gpointer              data)
{
  Run run = { library, copy, profiles, cancellable, func, data };

  g_return_if_fail (KQ_IS_LIBRARY (library));
  g_return_if_fail (paths != NULL);
  g_return_if_fail (KQ_IS_PROFILES (profiles));
  g_return_if_fail (func != NULL);

  /* Answers come here, and nothing else of the program does. */
  run.context = g_main_context_new ();
  g_main_context_push_thread_default (run.context);
  run.threads = g_thread_pool_new (read_file, &run, g_get_num_processors (), FALSE, NULL);
  for (guint i = 0; paths[i] != NULL; i++)
    add (&run, paths[i]);
  while (run.reading.length > 0 || run.saving.length > 0)
    advance (&run);
  g_thread_pool_free (run.threads, FALSE, TRUE);
  g_main_context_pop_thread_default (run.context);
  g_main_context_unref (run.context);
}
