/* kq-migrations.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"

G_BEGIN_DECLS

/* “KqLb”: what tells a library from other programs' files */
#define KQ_LIBRARY_APPLICATION_ID 0x4b714c62

/**
 * KqMigration:
 * @sql: brings a library of the version before to this one
 *
 * A step of the schema. Its row in the table, counted from 1, is its version.
 */
typedef struct {
  const char *sql;
} KqMigration;

const KqMigration *kq_migrations_get (guint              *n_migrations);
gboolean           kq_migrations_run (KqSqlite           *db,
                                      const char         *path,
                                      const KqMigration  *steps,
                                      guint               n_steps,
                                      gint64              now,
                                      GError            **error);

G_END_DECLS
