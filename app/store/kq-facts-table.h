/* kq-facts-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-facts.h"
#include "kq-sqlite.h"

G_BEGIN_DECLS

/* Campaigns' figures, a row for each day. Whoever writes gives the change that
 * kq_library_table_advance() counted. */

gboolean   kq_facts_table_load    (KqSqlite    *db,
                                   const char  *campaign,
                                   KqFacts     *facts,
                                   GError     **error);
KqStep     kq_facts_table_get     (KqSqlite    *db,
                                   const char  *campaign,
                                   gint32       day,
                                   KqFacts     *facts,
                                   GError     **error);
gboolean   kq_facts_table_replace (KqSqlite    *db,
                                   const char  *campaign,
                                   gint32       day,
                                   KqFacts     *facts,
                                   gint64       change,
                                   GError     **error);
GArray    *kq_facts_table_list_changed (KqSqlite *db,
                                   const char  *campaign,
                                   gint64       since,
                                   GError     **error);
gboolean   kq_facts_table_restore (KqSqlite    *db,
                                   KqStatement *row,
                                   gint64       change,
                                   gboolean    *sound,
                                   GError     **error);

/* For recovery: what kq_facts_table_restore() takes, by key from ?1 to ?2 */
#define KQ_FACTS_TABLE_ROWS_SQL \
  "SELECT key, campaign, day, digest, content FROM facts " \
  "WHERE key BETWEEN ?1 AND ?2 ORDER BY key"

G_END_DECLS
