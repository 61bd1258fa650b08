/* kq-sqlite-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"

G_BEGIN_DECLS

struct _KqSqlite {
  sqlite3    *db;         /* (owned) */
  char       *path;       /* (owned) */
  GHashTable *statements; /* (owned) (element-type utf8 KqStatement) */
};

void          kq_sqlite_set_error (KqSqlite  *self,
                                   int        code,
                                   GError   **error);
void          kq_statement_free   (gpointer   data);

G_END_DECLS
