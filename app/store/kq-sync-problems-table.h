/* kq-sync-problems-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"
#include "kq-sync-records.h"

G_BEGIN_DECLS

/* Documents of the remote that can't be read. */
gboolean   kq_sync_problems_table_set    (KqSqlite             *db,
                                          const KqSyncProblem  *problem,
                                          GError              **error);
gboolean   kq_sync_problems_table_remove (KqSqlite             *db,
                                          const char           *document,
                                          GError              **error);
gboolean   kq_sync_problems_table_clear  (KqSqlite             *db,
                                          GError              **error);
gboolean   kq_sync_problems_table_count  (KqSqlite             *db,
                                          guint                *n,
                                          GError              **error);
GPtrArray *kq_sync_problems_table_list   (KqSqlite             *db,
                                          GError              **error);

G_END_DECLS
