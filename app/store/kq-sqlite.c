/* kq-sqlite.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sqlite-private.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "kq-library.h"

/* FULL: what was saved survives a power cut, not only a crash. The rest doesn't
 * trust the file more than needed. */
static const char pragmas[] =
  "PRAGMA foreign_keys = ON;"
  "PRAGMA synchronous = FULL;"
  "PRAGMA trusted_schema = OFF;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA temp_store = MEMORY;"
  "PRAGMA journal_size_limit = 4194304;";

G_DEFINE_QUARK (kq-sqlite-error-quark, kq_sqlite_error)

/* What the system said where SQLite says no more than that it failed */
static int
refine (KqSqlite *self,
        int       code)
{
  if ((code & 0xff) != SQLITE_IOERR && (code & 0xff) != SQLITE_CANTOPEN)
    return code & 0xff;

  switch (sqlite3_system_errno (self->db))
    {
    case ENOSPC:
    case EDQUOT:
      return SQLITE_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
      return SQLITE_READONLY;
    default:
      return code & 0xff;
    }
}

static void
set_words (KqSqlite        *self,
           KqLibraryError   kind,
           const char      *words,
           GError         **error)
{
  g_set_error (error, KQ_LIBRARY_ERROR, kind, "%s: %s", self->path, words);
}

/* What the system says of it, else what SQLite calls it; its own sentences are
 * English, and for the log. */
static char *
describe (KqSqlite *self,
          int       code)
{
  int system_code = sqlite3_system_errno (self->db);

  g_info ("%s: %s", self->path, sqlite3_errmsg (self->db));
  if ((code & 0xff) == SQLITE_NOMEM)
    return g_strdup (_("there isn’t enough memory"));
  if (((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN) && system_code != 0)
    return g_strdup (g_strerror (system_code));

  return g_strdup_printf (_("SQLite’s error %d"), code);
}

/* Says in words why @code came of the last call. */
void
kq_sqlite_set_error (KqSqlite  *self,
                     int        code,
                     GError   **error)
{
  g_autofree char *said = NULL;

  switch (refine (self, code))
    {
    case SQLITE_FULL:
      set_words (self, KQ_LIBRARY_ERROR_FULL,
                 _("the disk is full; free some space, or save a copy elsewhere"), error);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      set_words (self, KQ_LIBRARY_ERROR_READ_ONLY,
                 _("the library or its folder can’t be written; allow it, or save a copy "
                   "elsewhere"), error);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      set_words (self, KQ_LIBRARY_ERROR_BUSY,
                 _("another program has been holding the library for too long; close it, or try "
                   "again"), error);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, KQ_SQLITE_ERROR, KQ_SQLITE_ERROR_DAMAGED, "%s: %s", self->path,
                   sqlite3_errmsg (self->db));
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      break;
    case SQLITE_TOOBIG:
      set_words (self, KQ_LIBRARY_ERROR_INVALID, _("too large for the library"), error);
      break;
    default:
      said = describe (self, code);
      g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_IO,
                   _("%s: the library can’t be read or written (%s); try again, or save a copy "
                     "elsewhere"), self->path, said);
    }
}

/**
 * kq_sqlite_is_damage:
 * @error: an error of this file's functions
 *
 * Returns: whether the database isn't sound
 */
gboolean
kq_sqlite_is_damage (const GError *error)
{
  return g_error_matches (error, KQ_SQLITE_ERROR, KQ_SQLITE_ERROR_DAMAGED);
}

static char *
make_uri (const char   *path,
          KqSqliteMode  mode)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  return g_strdup_printf ("file:%s%s%s", g_path_is_absolute (path) ? "//" : "", escaped,
                          mode == KQ_SQLITE_IMMUTABLE ? "?immutable=1" : "");
}

static int
get_flags (KqSqliteMode mode)
{
  const int always = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  switch (mode)
    {
    case KQ_SQLITE_CREATE:
      return always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case KQ_SQLITE_WRITE:
    case KQ_SQLITE_LOOK:
    case KQ_SQLITE_SALVAGE:
      return always | SQLITE_OPEN_READWRITE;
    case KQ_SQLITE_IMMUTABLE:
    default:
      return always | SQLITE_OPEN_READONLY;
    }
}

/* A file that is shorter than it says can only be read by who may change its
 * schema. */
static gboolean
configure (KqSqlite      *self,
           KqSqliteMode   mode,
           GError       **error)
{
  const char *more = "";

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, mode != KQ_SQLITE_SALVAGE, NULL);
  if (mode == KQ_SQLITE_LOOK || mode == KQ_SQLITE_SALVAGE)
    {
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      more = mode == KQ_SQLITE_LOOK ? "PRAGMA query_only = ON"
                                    : "PRAGMA writable_schema = ON; PRAGMA query_only = ON";
    }

  return kq_sqlite_execute (self, pragmas, error) && kq_sqlite_execute (self, more, error);
}

/**
 * kq_sqlite_open:
 * @path: a file
 * @mode: what for
 * @busy_timeout: how long to wait for other programs, in milliseconds
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a connection
 */
KqSqlite *
kq_sqlite_open (const char    *path,
                KqSqliteMode   mode,
                int            busy_timeout,
                GError       **error)
{
  g_autoptr (KqSqlite) self = g_new0 (KqSqlite, 1);
  g_autofree char *uri = make_uri (path, mode);
  int code;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, kq_statement_free);
  code = sqlite3_open_v2 (uri, &self->db, get_flags (mode), NULL);
  if (code != SQLITE_OK)
    {
      kq_sqlite_set_error (self, code, error);
      return NULL;
    }

  sqlite3_busy_timeout (self->db, busy_timeout);

  return configure (self, mode, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * kq_sqlite_close:
 * @self: (transfer full): a connection
 *
 * Closes it. No statement may be lent.
 */
void
kq_sqlite_close (KqSqlite *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->db);
  g_free (self->path);
  g_free (self);
}

/* Whether the system lets nothing be written. */
gboolean
kq_sqlite_is_read_only (KqSqlite *self)
{
  return sqlite3_db_readonly (self->db, "main") == 1;
}

/* Whether the path leads to another file by now. */
gboolean
kq_sqlite_has_moved (KqSqlite *self)
{
  int moved = 0;

  return sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
         moved != 0;
}

/* Ends what runs, from any thread. */
void
kq_sqlite_interrupt (KqSqlite *self)
{
  sqlite3_interrupt (self->db);
}

/* Statements without values and rows. */
gboolean
kq_sqlite_execute (KqSqlite    *self,
                   const char  *sql,
                   GError     **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  kq_sqlite_set_error (self, code, error);
  return FALSE;
}

/* A transaction that writes: so that nobody else does from now on, and what is
 * read is still so when it is committed. */
gboolean
kq_sqlite_begin (KqSqlite  *self,
                 GError   **error)
{
  return kq_sqlite_execute (self, "BEGIN IMMEDIATE", error);
}

/* Where it fails, all is rolled back. */
gboolean
kq_sqlite_commit (KqSqlite  *self,
                  GError   **error)
{
  if (kq_sqlite_execute (self, "COMMIT", error))
    return TRUE;

  kq_sqlite_roll_back (self);
  return FALSE;
}

/* SQLite may have done so already after an error. */
void
kq_sqlite_roll_back (KqSqlite *self)
{
  if (sqlite3_get_autocommit (self->db) == 0)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * kq_sqlite_get_int:
 * @self: a connection
 * @sql: (not nullable): a literal that gives one number
 * @number: (out): the number; 0 where there is no row
 * @error: return location for an error
 *
 * Returns: whether it could be asked
 */
gboolean
kq_sqlite_get_int (KqSqlite    *self,
                   const char  *sql,
                   gint64      *number,
                   GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (self, sql, error);
  KqStep step;

  *number = 0;
  if (statement == NULL)
    return FALSE;
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_ROW)
    *number = kq_statement_get_int (statement, 0);

  return step != KQ_STEP_FAILED;
}

/* Runs a literal that takes one number and gives nothing. */
gboolean
kq_sqlite_set_int (KqSqlite    *self,
                   const char  *sql,
                   gint64       number,
                   GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (self, sql, error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, number);

  return kq_statement_run (statement, error);
}

/**
 * kq_sqlite_check:
 * @self: a connection
 * @sql: `PRAGMA quick_check (1)` or `integrity_check (1)`
 * @error: return location for an error
 *
 * Returns: whether the file is sound; if not, with %KQ_SQLITE_ERROR_DAMAGED
 */
gboolean
kq_sqlite_check (KqSqlite    *self,
                 const char  *sql,
                 GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (self, sql, error);
  const char *said;

  if (statement == NULL || kq_statement_step (statement, error) == KQ_STEP_FAILED)
    return FALSE;
  said = kq_statement_get_text (statement, 0);
  if (g_strcmp0 (said, "ok") == 0)
    return TRUE;

  g_set_error (error, KQ_SQLITE_ERROR, KQ_SQLITE_ERROR_DAMAGED, "%s: %s", self->path, said);
  return FALSE;
}

/* A pure function for the statements of this connection. */
void
kq_sqlite_add_function (KqSqlite   *self,
                        const char *name,
                        int         n_arguments,
                        void      (*function) (sqlite3_context  *context,
                                               int               n_values,
                                               sqlite3_value   **values))
{
  sqlite3_create_function_v2 (self->db, name, n_arguments,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                              NULL, function, NULL, NULL, NULL);
}
