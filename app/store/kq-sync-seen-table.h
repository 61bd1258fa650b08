/* kq-sync-seen-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"

G_BEGIN_DECLS

/* What was seen on the remote: the tables sync_edits and sync_assets. */
gboolean   kq_sync_edits_table_add      (KqSqlite     *db,
                                         gint64        campaign,
                                         const char   *edit,
                                         gint64        version,
                                         GError      **error);
/* %KQ_STEP_ROW where it was sent or seen, and @version is what it is here */
KqStep     kq_sync_edits_table_get      (KqSqlite     *db,
                                         gint64        campaign,
                                         const char   *edit,
                                         gint64       *version,
                                         GError      **error);
/* %KQ_STEP_ROW where @version was sent or seen as @edit, to be freed */
KqStep     kq_sync_edits_table_find     (KqSqlite     *db,
                                         gint64        campaign,
                                         gint64        version,
                                         char        **edit,
                                         GError      **error);
gboolean   kq_sync_assets_table_add     (KqSqlite     *db,
                                         const char   *sha256,
                                         GError      **error);
gboolean   kq_sync_assets_table_clear   (KqSqlite     *db,
                                         GError      **error);
/* Pictures of a version that are here, but not known to be there */
GPtrArray *kq_sync_assets_table_list_due (KqSqlite    *db,
                                         gint64        campaign,
                                         gint64        number,
                                         GError      **error);
/* Pictures that newest versions need, that are here, and not known to be there */
GPtrArray *kq_sync_assets_table_list_unsent (KqSqlite *db,
                                         guint         limit,
                                         GError      **error);
/* Pictures that newest versions need and that aren't here */
GPtrArray *kq_sync_assets_table_list_missing (KqSqlite *db,
                                         guint         limit,
                                         GError      **error);

G_END_DECLS
