/* kq-store-replace.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-store.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kq-backup.h"
#include "kq-recovery.h"

/* A file that can't be used, and one in its place with what could be read. */

static gboolean
set_move_error (const char  *path,
                GError     **error)
{
  g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_FOREIGN,
               _("%s: isn’t a sound library, and can’t be set aside (%s); move it, or choose "
                 "another place"), path, g_strerror (errno));
  return FALSE;
}

static gboolean
move_log (const char  *from,
          const char  *to,
          const char  *suffix,
          GError     **error)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL);
  g_autofree char *target = g_strconcat (to, suffix, NULL);

  return g_rename (source, target) == 0 || errno == ENOENT || set_move_error (source, error);
}

/* The logs go first: whatever happens in between, there is a file at @path, and
 * never one with another's log. */
static gboolean
swap_files (const char  *path,
            const char  *aside,
            const char  *replacement,
            GError     **error)
{
  if (!move_log (path, aside, "-wal", error) || !move_log (path, aside, "-shm", error) ||
      !move_log (path, aside, "-journal", error))
    return FALSE;

  /* Not every file system has hard links. */
  if (link (path, aside) != 0 && g_rename (path, aside) != 0)
    return set_move_error (path, error);
  if (g_rename (replacement, path) != 0)
    return set_move_error (path, error);
  kq_folder_sync (path);

  return TRUE;
}

static gboolean
fill (KqStore          *self,
      gboolean          is_library,
      const char       *path,
      KqLibraryReport  *report,
      GError          **error)
{
  KqSqlite *into = kq_store_make (self, path, error);
  gboolean done;

  if (into == NULL)
    return FALSE;
  done = kq_recovery_run (self->path, is_library, into, kq_store_now (self), report, error);
  kq_sqlite_close (into);

  return done;
}

/**
 * kq_store_replace:
 * @self: a store without a connection
 * @is_library: whether the file's header says that it is a library
 * @error: return location for an error
 *
 * Recovers what can be read of the file into a new library, sets the file aside
 * and puts the library in its place.
 *
 * Returns: whether that is done; if not, all is as it was
 */
gboolean
kq_store_replace (KqStore   *self,
                  gboolean   is_library,
                  GError   **error)
{
  g_autofree char *replacement = g_strconcat (self->path, ".new", NULL);
  g_autoptr (KqLibraryReport) report = g_new0 (KqLibraryReport, 1);

  if (fill (self, is_library, replacement, report, error))
    report->set_aside = kq_dated_path (self->path, report->foreign ? "foreign" : "damaged",
                                       kq_store_now (self));
  if (report->set_aside == NULL ||
      !swap_files (self->path, report->set_aside, replacement, error))
    {
      g_unlink (replacement);
      return FALSE;
    }

  g_clear_pointer (&self->report, kq_library_report_free);
  self->report = g_steal_pointer (&report);
  self->reported = TRUE;
  /* All of it is news. */
  self->change = -1;

  return TRUE;
}
