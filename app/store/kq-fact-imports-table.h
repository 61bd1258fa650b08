/* kq-fact-imports-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"

G_BEGIN_DECLS

/* Which files a campaign's figures came from. */

gboolean   kq_fact_imports_table_add  (KqSqlite    *db,
                                       const char  *campaign,
                                       const char  *name,
                                       gint64       imported,
                                       guint        n_rows,
                                       gint64      *number,
                                       GError     **error);
GPtrArray *kq_fact_imports_table_list (KqSqlite    *db,
                                       const char  *campaign,
                                       GError     **error);

G_END_DECLS
