/* kq-search-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"

G_BEGIN_DECLS

/* What campaigns are found by. It is looked through from one end to the other:
 * an index of trigrams would find nothing shorter than three characters, and
 * most Chinese words are two. */

void       kq_search_table_prepare (KqSqlite    *db);
gboolean   kq_search_table_set     (KqSqlite    *db,
                                    gint64       campaign,
                                    const char  *text,
                                    GError     **error);
GPtrArray *kq_search_table_find    (KqSqlite    *db,
                                    const char  *words,
                                    GError     **error);

G_END_DECLS
