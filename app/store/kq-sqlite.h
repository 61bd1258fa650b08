/* kq-sqlite.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A connection to an SQLite file, for one thread, and its statements. Errors are
 * of #KqLibraryError, in words; but damage is %KQ_SQLITE_ERROR, which never
 * leaves the store. */

#define KQ_SQLITE_ERROR (kq_sqlite_error_quark ())

/**
 * KqSqliteError:
 * @KQ_SQLITE_ERROR_DAMAGED: the file isn't sound, or no database at all
 */
typedef enum {
  KQ_SQLITE_ERROR_DAMAGED,
} KqSqliteError;

/**
 * KqSqliteMode:
 * @KQ_SQLITE_CREATE: to read and write; made where it isn't there
 * @KQ_SQLITE_WRITE: to read and write what is there
 * @KQ_SQLITE_LOOK: to read only: closing it leaves the file as it is
 * @KQ_SQLITE_SALVAGE: likewise, a file that isn't sound
 * @KQ_SQLITE_IMMUTABLE: to read a file that nobody can write
 */
typedef enum {
  KQ_SQLITE_CREATE,
  KQ_SQLITE_WRITE,
  KQ_SQLITE_LOOK,
  KQ_SQLITE_SALVAGE,
  KQ_SQLITE_IMMUTABLE,
} KqSqliteMode;

typedef struct _KqSqlite KqSqlite;
typedef struct _KqStatement KqStatement;

/**
 * KqStep:
 * @KQ_STEP_FAILED: it failed, and the error is set
 * @KQ_STEP_ROW: there is a row
 * @KQ_STEP_DONE: there are no more
 */
typedef enum {
  KQ_STEP_FAILED,
  KQ_STEP_ROW,
  KQ_STEP_DONE,
} KqStep;

GQuark        kq_sqlite_error_quark    (void);
gboolean      kq_sqlite_is_damage      (const GError  *error);

KqSqlite     *kq_sqlite_open           (const char    *path,
                                        KqSqliteMode   mode,
                                        int            busy_timeout,
                                        GError       **error);
void          kq_sqlite_close          (KqSqlite      *self);
gboolean      kq_sqlite_is_read_only   (KqSqlite      *self);
gboolean      kq_sqlite_has_moved      (KqSqlite      *self);
void          kq_sqlite_interrupt      (KqSqlite      *self);

gboolean      kq_sqlite_execute        (KqSqlite      *self,
                                        const char    *sql,
                                        GError       **error);
gboolean      kq_sqlite_begin          (KqSqlite      *self,
                                        GError       **error);
gboolean      kq_sqlite_commit         (KqSqlite      *self,
                                        GError       **error);
void          kq_sqlite_roll_back      (KqSqlite      *self);
gboolean      kq_sqlite_get_int        (KqSqlite      *self,
                                        const char    *sql,
                                        gint64        *number,
                                        GError       **error);
gboolean      kq_sqlite_set_int        (KqSqlite      *self,
                                        const char    *sql,
                                        gint64         number,
                                        GError       **error);
gboolean      kq_sqlite_check          (KqSqlite      *self,
                                        const char    *sql,
                                        GError       **error);
void          kq_sqlite_add_function   (KqSqlite      *self,
                                        const char    *name,
                                        int            n_arguments,
                                        void         (*function) (sqlite3_context  *context,
                                                                  int               n_values,
                                                                  sqlite3_value   **values));

/* A statement is prepared once for each @sql, which has to be a literal, and
 * lent until it is released. What can't be bound is told by the next step. */
KqStatement  *kq_statement_get         (KqSqlite      *db,
                                        const char    *sql,
                                        GError       **error);
void          kq_statement_release     (KqStatement   *self);
void          kq_statement_bind_int    (KqStatement   *self,
                                        int            index,
                                        gint64         number);
void          kq_statement_bind_text   (KqStatement   *self,
                                        int            index,
                                        const char    *text);
void          kq_statement_bind_bytes  (KqStatement   *self,
                                        int            index,
                                        GBytes        *bytes);
KqStep        kq_statement_step        (KqStatement   *self,
                                        GError       **error);
gboolean      kq_statement_run         (KqStatement   *self,
                                        GError       **error);
gint64        kq_statement_get_int     (KqStatement   *self,
                                        int            column);
gboolean      kq_statement_is_null     (KqStatement   *self,
                                        int            column);
const char   *kq_statement_get_text    (KqStatement   *self,
                                        int            column);
GBytes       *kq_statement_dup_bytes   (KqStatement   *self,
                                        int            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSqlite, kq_sqlite_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqStatement, kq_statement_release)

G_END_DECLS
