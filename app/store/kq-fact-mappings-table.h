/* kq-fact-mappings-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"

G_BEGIN_DECLS

/* Which column of a table is what, by the signature of its header. */

KqStep   kq_fact_mappings_table_get (KqSqlite    *db,
                                     const char  *signature,
                                     char       **mapping,
                                     GError     **error);
gboolean kq_fact_mappings_table_set (KqSqlite    *db,
                                     const char  *signature,
                                     const char  *mapping,
                                     GError     **error);

G_END_DECLS
