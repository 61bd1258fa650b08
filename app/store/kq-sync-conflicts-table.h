/* kq-sync-conflicts-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"
#include "kq-sync-records.h"

G_BEGIN_DECLS

/* The places that somebody has to decide about, one row a place: what comes
 * later of one place takes the row. */
gboolean   kq_sync_conflicts_table_set    (KqSqlite        *db,
                                           gint64           campaign,
                                           KqConflict      *conflict,
                                           JsonNode        *value,
                                           const char      *editor,
                                           const char      *edited,
                                           GError         **error);
gboolean   kq_sync_conflicts_table_remove (KqSqlite        *db,
                                           gint64           campaign,
                                           const char      *pointer,
                                           GError         **error);
gboolean   kq_sync_conflicts_table_count  (KqSqlite        *db,
                                           guint           *n,
                                           GError         **error);
/* Of the campaign of that key, or with 0 of all: (element-type KqSyncConflict) */
GPtrArray *kq_sync_conflicts_table_list   (KqSqlite        *db,
                                           gint64           campaign,
                                           GError         **error);

G_END_DECLS
