/* kq-statement.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sqlite-private.h"

struct _KqStatement {
  KqSqlite     *db;        /* (unowned) */
  sqlite3_stmt *statement; /* (owned) */
  int           failed;    /* what binding a value gave first, SQLITE_OK for fine */
  gboolean      lent;
};

void
kq_statement_free (gpointer data)
{
  KqStatement *self = data;

  sqlite3_finalize (self->statement);
  g_free (self);
}

static KqStatement *
prepare (KqSqlite    *db,
         const char  *sql,
         GError     **error)
{
  sqlite3_stmt *statement;
  KqStatement *self;
  int code;

  code = sqlite3_prepare_v3 (db->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      kq_sqlite_set_error (db, code, error);
      return NULL;
    }

  self = g_new0 (KqStatement, 1);
  self->db = db;
  self->statement = statement;
  g_hash_table_insert (db->statements, (gpointer) sql, self);

  return self;
}

/**
 * kq_statement_get:
 * @db: a connection
 * @sql: a literal
 * @error: return location for an error
 *
 * Returns: (nullable): the statement, until kq_statement_release()
 */
KqStatement *
kq_statement_get (KqSqlite    *db,
                  const char  *sql,
                  GError     **error)
{
  KqStatement *self = g_hash_table_lookup (db->statements, sql);

  if (self == NULL)
    self = prepare (db, sql, error);
  if (self == NULL)
    return NULL;

  g_assert (!self->lent);
  self->lent = TRUE;

  return self;
}

/* Gives it back: it reads no longer, and holds no values. */
void
kq_statement_release (KqStatement *self)
{
  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  self->failed = SQLITE_OK;
  self->lent = FALSE;
}

static void
note (KqStatement *self,
      int          code)
{
  if (self->failed == SQLITE_OK)
    self->failed = code;
}

/* @index counts from 1, as SQLite has it. */
void
kq_statement_bind_int (KqStatement *self,
                       int          index,
                       gint64       number)
{
  note (self, sqlite3_bind_int64 (self->statement, index, number));
}

/* @text (nullable) has to last until the statement is released. */
void
kq_statement_bind_text (KqStatement *self,
                        int          index,
                        const char  *text)
{
  note (self, sqlite3_bind_text (self->statement, index, text, -1, SQLITE_STATIC));
}

/* @bytes has to last until the statement is released. */
void
kq_statement_bind_bytes (KqStatement *self,
                         int          index,
                         GBytes      *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  note (self, sqlite3_bind_blob64 (self->statement, index, data != NULL ? data : "", length,
                                   SQLITE_STATIC));
}

/* Goes to the next row. */
KqStep
kq_statement_step (KqStatement  *self,
                   GError      **error)
{
  int code = self->failed != SQLITE_OK ? self->failed : sqlite3_step (self->statement);

  if (code == SQLITE_ROW)
    return KQ_STEP_ROW;
  if (code == SQLITE_DONE)
    return KQ_STEP_DONE;

  kq_sqlite_set_error (self->db, code, error);
  return KQ_STEP_FAILED;
}

/* For a statement that gives no rows, or of which none are wanted; it may be
 * bound and run again. */
gboolean
kq_statement_run (KqStatement  *self,
                  GError      **error)
{
  KqStep step = kq_statement_step (self, error);

  sqlite3_reset (self->statement);

  return step != KQ_STEP_FAILED;
}

/* @column counts from 0. */
gint64
kq_statement_get_int (KqStatement *self,
                      int          column)
{
  return sqlite3_column_int64 (self->statement, column);
}

gboolean
kq_statement_is_null (KqStatement *self,
                      int          column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

/* Lasts until the next step; %NULL for null. */
const char *
kq_statement_get_text (KqStatement *self,
                       int          column)
{
  return (const char *) sqlite3_column_text (self->statement, column);
}

GBytes *
kq_statement_dup_bytes (KqStatement *self,
                        int          column)
{
  const void *data = sqlite3_column_blob (self->statement, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->statement, column));
}
