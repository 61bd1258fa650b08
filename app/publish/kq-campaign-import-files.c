/* kq-campaign-import-files.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-library-private.h"

/* So many may wait for the library while others are read; with their pictures
 * they are held in memory. */
#define MAX_WAITING 8

/* A file that was read, and isn't told of yet. */
typedef struct {
  const char       *path;    /* (unowned) */
  KqCampaignImport *import;  /* (owned) (nullable) */
  GError           *error;   /* (owned) (nullable) */
  gboolean          done;
} Pending;

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_clear_pointer (&pending->import, kq_campaign_import_free);
  g_clear_error (&pending->error);
  g_free (pending);
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

static Pending *
begin (KqLibrary    *library,
       const char   *path,
       gboolean      copy,
       KqProfiles   *profiles,
       GCancellable *cancellable)
{
  Pending *pending = g_new0 (Pending, 1);
  g_autoptr (KqLibrarySave) save = NULL;

  pending->path = path;
  pending->import = kq_campaign_import_prepare (path, copy, profiles, &save, &pending->error);
  pending->done = pending->import == NULL;
  if (!pending->done)
    kq_library_save_async (library, save, cancellable, on_saved, pending);

  return pending;
}

/* Until no more than @most are left to tell of */
static void
tell (GQueue               *waiting,
      guint                 most,
      GMainContext         *context,
      KqCampaignImportFunc  func,
      gpointer              data)
{
  while (g_queue_get_length (waiting) > most)
    {
      Pending *first = g_queue_peek_head (waiting);

      while (!first->done)
        g_main_context_iteration (context, TRUE);
      func (first->path, first->import, first->error, data);
      pending_free (g_queue_pop_head (waiting));
    }
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
 * Takes campaigns into the library as kq_campaign_import() does; but while some
 * are saved, those after them are read and checked. May be called in any thread.
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
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GQueue) waiting = g_queue_new ();

  g_return_if_fail (KQ_IS_LIBRARY (library));
  g_return_if_fail (paths != NULL);
  g_return_if_fail (KQ_IS_PROFILES (profiles));
  g_return_if_fail (func != NULL);

  /* Answers come here, and nothing else of the program does. */
  g_main_context_push_thread_default (context);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_queue_push_tail (waiting, begin (library, paths[i], copy, profiles, cancellable));
      tell (waiting, MAX_WAITING, context, func, data);
    }
  tell (waiting, 0, context, func, data);
  g_main_context_pop_thread_default (context);
}
