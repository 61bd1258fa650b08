/* kq-store-open.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kq-backup.h"
#include "kq-library-table.h"
#include "kq-migrations.h"
#include "kq-search-table.h"

/* What of the header of an SQLite file matters: https://sqlite.org/fileformat.html */
#define HEADER_BYTES       100
#define AT_USER_VERSION     60
#define AT_APPLICATION_ID   68

/* Every object of the schema with a name of its own. */
#define N_OBJECTS 9

typedef enum {
  FOUND_FAILED,   /* an error is set */
  FOUND_NOTHING,
  FOUND_LIBRARY,  /* perhaps a damaged one */
  FOUND_OTHER,    /* no library, or one whose header is gone */
} Found;

static guint32
read_number (const guint8 *header,
             guint         offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);

  return GUINT32_FROM_BE (number);
}

static void
set_system_error (GError      **error,
                  const char   *path,
                  int           code)
{
  if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_READ_ONLY, "%s: %s", path,
                 _("the library or its folder can’t be written; allow it, or save a copy "
                   "elsewhere"));
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_FULL, "%s: %s", path,
                 _("the disk is full; free some space, or save a copy elsewhere"));
  else
    g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_IO, "%s: %s", path,
                 g_strerror (code));
}

static Found
judge_header (KqStore       *self,
              const guint8  *header,
              GError       **error)
{
  guint newest;

  kq_migrations_get (&newest);
  if (memcmp (header, "SQLite format 3", 16) != 0 ||
      read_number (header, AT_APPLICATION_ID) != KQ_LIBRARY_APPLICATION_ID)
    return FOUND_OTHER;
  if (read_number (header, AT_USER_VERSION) <= newest)
    return FOUND_LIBRARY;

  g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NEWER,
               _("%s: made by a newer version of Kaquan, and left as it is; open it with that "
                 "version, or choose another library"), self->path);
  return FOUND_FAILED;
}

/* Reads the header without SQLite, which would touch what isn't ours. */
static Found
look_at (KqStore  *self,
         GError  **error)
{
  guint8 header[HEADER_BYTES] = { 0 };
  struct stat info;
  gssize length;
  int fd;

  fd = g_open (self->path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  if (fd < 0 && errno == ENOENT)
    return FOUND_NOTHING;
  if (fd < 0 || fstat (fd, &info) != 0 || (S_ISREG (info.st_mode) &&
      (length = pread (fd, header, sizeof header, 0)) < 0))
    {
      set_system_error (error, self->path, errno);
      if (fd >= 0)
        close (fd);
      return FOUND_FAILED;
    }
  close (fd);
  /* As a full disk leaves it. SQLite would remove what log there is beside it. */
  if (S_ISREG (info.st_mode) && info.st_size == 0)
    return FOUND_NOTHING;
  if (S_ISREG (info.st_mode))
    return judge_header (self, header, error);

  g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_FOREIGN,
               _("%s: a folder, device or pipe, expected a library; choose another place"),
               self->path);
  return FOUND_FAILED;
}

/* Held while it is found out what there is, made, set aside, recovered: not by
 * two programs at once. A folder's lock needs no file, and where there are no
 * locks, the chance is small. */
static int
lock_folder (KqStore *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int waited = 0;

  while (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK &&
         waited < self->options.busy_timeout)
    {
      g_usleep (10 * 1000);
      waited += 10;
    }

  return fd;
}

static void
unlock_folder (int fd)
{
  if (fd >= 0)
    close (fd);
}

/* Makes an empty library at @path, in place of whatever is left there. */
KqSqlite *
kq_store_make (KqStore     *self,
               const char  *path,
               GError     **error)
{
  g_autoptr (KqSqlite) db = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  const KqMigration *steps;
  guint n_steps;

  /* SQLite would only say that it can't be opened. */
  if (faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) != 0)
    {
      set_system_error (error, self->path, errno);
      return NULL;
    }

  g_unlink (path);
  db = kq_sqlite_open (path, KQ_SQLITE_CREATE, self->options.busy_timeout, error);
  steps = kq_migrations_get (&n_steps);
  if (db == NULL || !kq_migrations_run (db, NULL, steps, n_steps, kq_store_now (self), error))
    {
      g_unlink (path);
      return NULL;
    }

  return g_steal_pointer (&db);
}

/* A log without its file isn't a new file's. */
static void
set_aside_logs (KqStore *self)
{
  static const char * const suffixes[] = { "-wal", "-shm", "-journal" };
  g_autofree char *aside = kq_dated_path (self->path, "damaged", kq_store_now (self));

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

      g_rename (from, to);
    }
}

/* The file is in its place when it is whole. */
static gboolean
make_new (KqStore  *self,
          GError  **error)
{
  g_autofree char *path = g_strconcat (self->path, ".new", NULL);
  KqSqlite *db;

  set_aside_logs (self);
  db = kq_store_make (self, path, error);
  if (db == NULL)
    return FALSE;
  kq_sqlite_close (db);

  if (g_rename (path, self->path) != 0)
    {
      set_system_error (error, self->path, errno);
      return FALSE;
    }
  kq_folder_sync (self->path);

  return TRUE;
}

static gboolean
check_tables (KqStore  *self,
              GError  **error)
{
  gint64 n, size;

  if (!kq_sqlite_get_int (self->db, "SELECT count (*) FROM sqlite_schema WHERE sql IS NOT NULL",
                          &n, error) ||
      !kq_sqlite_get_int (self->db, "SELECT page_count * page_size FROM pragma_page_count (), "
                          "pragma_page_size ()", &size, error))
    return FALSE;
  if (n < N_OBJECTS)
    {
      g_set_error (error, KQ_SQLITE_ERROR, KQ_SQLITE_ERROR_DAMAGED, "tables are missing");
      return FALSE;
    }

  return size > self->options.check_bytes ||
         kq_sqlite_check (self->db, "PRAGMA quick_check (1)", error);
}

static gboolean
prepare (KqStore  *self,
         GError  **error)
{
  const KqMigration *steps;
  guint n_steps;

  steps = kq_migrations_get (&n_steps);
  self->read_only = kq_sqlite_is_read_only (self->db);
  if (!self->read_only && !kq_sqlite_execute (self->db, "PRAGMA journal_mode = WAL", error))
    return FALSE;

  kq_search_table_prepare (self->db);

  return kq_migrations_run (self->db, self->path, steps, n_steps, kq_store_now (self), error) &&
         check_tables (self, error);
}

/* A library in a folder that can't be written can still be read, unless its
 * last changes are in a log, which takes writing. */
static gboolean
connect_immutable (KqStore  *self,
                   GError  **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  struct stat info;

  if (stat (log, &info) == 0 && info.st_size > 0)
    return FALSE;
  self->db = kq_sqlite_open (self->path, KQ_SQLITE_IMMUTABLE, 0, error);

  return self->db != NULL && prepare (self, error);
}

/* Opens the library that is there. Fails with %KQ_SQLITE_ERROR_DAMAGED too. */
gboolean
kq_store_connect (KqStore  *self,
                  GError  **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 change, purged, tidied;

  self->db = kq_sqlite_open (self->path, KQ_SQLITE_WRITE, self->options.busy_timeout,
                             &local_error);
  if (self->db == NULL || !prepare (self, &local_error))
    {
      g_clear_pointer (&self->db, kq_sqlite_close);
      if (!g_error_matches (local_error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_READ_ONLY) ||
          !connect_immutable (self, NULL))
        {
          g_clear_pointer (&self->db, kq_sqlite_close);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  /* Whoever opens it for the first time needs to be told nothing. */
  if (self->change == 0 &&
      kq_library_table_get (self->db, &change, &purged, &tidied, NULL))
    self->change = change;

  return TRUE;
}

static gboolean
connect_or_replace (KqStore  *self,
                    GError  **error)
{
  g_autoptr (GError) local_error = NULL;

  if (kq_store_connect (self, &local_error))
    return TRUE;
  if (kq_sqlite_is_damage (local_error))
    return kq_store_replace (self, TRUE, error) && kq_store_connect (self, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
open_locked (KqStore  *self,
             GError  **error)
{
  switch (look_at (self, error))
    {
    case FOUND_NOTHING:
      return make_new (self, error) && kq_store_connect (self, error);
    case FOUND_LIBRARY:
      return connect_or_replace (self, error);
    case FOUND_OTHER:
      return kq_store_replace (self, FALSE, error) && kq_store_connect (self, error);
    case FOUND_FAILED:
    default:
      return FALSE;
    }
}

/* SQLite keeps its logs beside the file, not beside a link to it. */
static void
follow_links (KqStore *self)
{
  char *real = realpath (self->path, NULL);

  if (real == NULL)
    return;
  g_free (self->path);
  self->path = g_strdup (real);
  free (real);
}

/**
 * kq_store_open:
 * @self: a store without a connection
 * @error: return location for an error
 *
 * Opens the library, or makes it where there is none. What is damaged or no
 * library is set aside, and what can be read is recovered.
 *
 * Returns: whether it is open
 */
gboolean
kq_store_open (KqStore  *self,
               GError  **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  gboolean done;
  int lock;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_system_error (error, folder, errno);
      return FALSE;
    }

  follow_links (self);
  lock = lock_folder (self);
  done = open_locked (self, error);
  unlock_folder (lock);

  return done;
}

/**
 * kq_store_mend:
 * @self: a store whose file proved damaged
 * @error: return location for an error
 *
 * Opens the library anew, and replaces it where it is damaged indeed: another
 * program may have done so already.
 *
 * Returns: whether it is open
 */
gboolean
kq_store_mend (KqStore  *self,
               GError  **error)
{
  int lock = lock_folder (self);
  gboolean done, sound;

  g_clear_pointer (&self->db, kq_sqlite_close);
  done = open_locked (self, error);
  sound = done && kq_sqlite_check (self->db, "PRAGMA integrity_check (1)", NULL);
  if (done && !sound)
    {
      g_clear_pointer (&self->db, kq_sqlite_close);
      done = kq_store_replace (self, TRUE, error) && kq_store_connect (self, error);
    }
  unlock_folder (lock);

  return done;
}
