/* kq-versions-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-content.h"
#include "kq-library.h"
#include "kq-sqlite.h"

G_BEGIN_DECLS

/* The versions of campaigns: their texts, and when they were saved. */

gboolean   kq_versions_table_add        (KqSqlite          *db,
                                         gint64             campaign,
                                         const KqVersion   *version,
                                         gint64             clock,
                                         const KqContent   *content,
                                         gint64            *key,
                                         GError           **error);
KqStep     kq_versions_table_is_same    (KqSqlite          *db,
                                         gint64             campaign,
                                         gint64             number,
                                         GBytes            *digest,
                                         gint64            *key,
                                         gboolean          *same,
                                         GError           **error);
KqStep     kq_versions_table_get        (KqSqlite          *db,
                                         gint64             campaign,
                                         gint64             number,
                                         KqContent         *content,
                                         GError           **error);
GPtrArray *kq_versions_table_list       (KqSqlite          *db,
                                         gint64             campaign,
                                         GError           **error);
gboolean   kq_versions_table_thin       (KqSqlite          *db,
                                         gint64             clock,
                                         guint             *n_removed,
                                         GError           **error);

G_END_DECLS
