/* kq-remote-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"
#include "kq-sync-records.h"

G_BEGIN_DECLS

/* The one row of the team's remote; there is none before it is connected. */
KqStep    kq_remote_table_get            (KqSqlite            *db,
                                          KqSyncRemote       **remote,
                                          GError             **error);
gboolean  kq_remote_table_set            (KqSqlite            *db,
                                          const KqSyncRemote  *remote,
                                          GError             **error);
gboolean  kq_remote_table_remove         (KqSqlite            *db,
                                          GError             **error);
gboolean  kq_remote_table_set_since      (KqSqlite            *db,
                                          const char          *since,
                                          GError             **error);

G_END_DECLS
