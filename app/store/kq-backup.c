/* kq-backup.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kq-library.h"

/* Copies of the library beside it, from before its schema was changed. */

/**
 * kq_dated_path:
 * @path: a file
 * @what: a word
 * @now: milliseconds since 1970-01-01T00:00:00Z
 *
 * Returns: (transfer full): `<path>.<what>-20261111T120000Z`, with a number
 *   where there is such a file already
 */
char *
kq_dated_path (const char *path,
               const char *what,
               gint64      now)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (now / 1000);
  g_autofree char *stamp = date != NULL ? g_date_time_format (date, "%Y%m%dT%H%M%SZ")
                                        : g_strdup ("undated");
  char *dated = g_strdup_printf ("%s.%s-%s", path, what, stamp);

  for (guint i = 2; g_file_test (dated, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_free (dated);
      dated = g_strdup_printf ("%s.%s-%s-%u", path, what, stamp, i);
    }

  return dated;
}

/* What was renamed in @path's folder stays so after a power cut; not every file
 * system can. */
void
kq_folder_sync (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

static gboolean
sync_file (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);

  return synced;
}

static gboolean
copy_into (KqSqlite    *db,
           const char  *path,
           GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, path);

  return kq_statement_run (statement, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* The names of the backups beside @path, the oldest first */
static GPtrArray *
list_backups (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".backup-", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (found, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (found, compare_names);

  return found;
}

static void
remove_old (const char *path)
{
  g_autoptr (GPtrArray) backups = list_backups (path);

  for (guint i = 0; i + KQ_BACKUP_KEEP < backups->len; i++)
    g_unlink (g_ptr_array_index (backups, i));
}

/**
 * kq_backup_make:
 * @db: a connection without a transaction
 * @path: its file
 * @now: milliseconds since 1970-01-01T00:00:00Z
 * @error: return location for an error
 *
 * Copies the library to `<path>.backup-<date>`, and removes all such copies but
 * the last few.
 *
 * Returns: whether the copy is on the disk
 */
gboolean
kq_backup_make (KqSqlite    *db,
                const char  *path,
                gint64       now,
                GError     **error)
{
  g_autofree char *target = kq_dated_path (path, "backup", now);
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_unlink (part);
  if (!copy_into (db, part, error))
    {
      g_unlink (part);
      return FALSE;
    }
  if (!sync_file (part) || g_rename (part, target) != 0)
    {
      g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_IO,
                   _("%s: a backup of the library can’t be written (%s)"), target,
                   g_strerror (errno));
      g_unlink (part);
      return FALSE;
    }
  kq_folder_sync (path);
  remove_old (path);

  return TRUE;
}
