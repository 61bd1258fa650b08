/* kq-assets-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"

G_BEGIN_DECLS

/* Pictures, each once, and which versions need them. One that no version needs
 * is removed by the schema itself. */

gboolean   kq_assets_table_add_refs   (KqSqlite    *db,
                                       gint64       version,
                                       GPtrArray   *names,
                                       GError     **error);
KqStep     kq_assets_table_has        (KqSqlite    *db,
                                       const char  *sha256,
                                       GError     **error);
KqStep     kq_assets_table_is_needed  (KqSqlite    *db,
                                       const char  *sha256,
                                       GError     **error);
gboolean   kq_assets_table_add        (KqSqlite    *db,
                                       const char  *sha256,
                                       GBytes      *bytes,
                                       GError     **error);
KqStep     kq_assets_table_get        (KqSqlite    *db,
                                       const char  *sha256,
                                       GBytes     **bytes,
                                       GError     **error);

G_END_DECLS
