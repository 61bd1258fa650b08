/* kq-campaigns-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign-facts.h"
#include "kq-library.h"
#include "kq-sqlite.h"

G_BEGIN_DECLS

/**
 * KqCampaignHead:
 * @key: its key in the tables
 * @number: its newest version
 * @state: what is meant to become of it
 */
typedef struct {
  gint64         key;
  gint64         number;
  KqLibraryState state;
} KqCampaignHead;

/* Whoever writes gives the change that kq_library_table_advance() counted. */
KqStep          kq_campaigns_table_find       (KqSqlite               *db,
                                               const char             *id,
                                               KqCampaignHead         *head,
                                               GError                **error);
void            kq_campaigns_table_set_not_found (const char          *id,
                                               GError                **error);
gboolean        kq_campaigns_table_add        (KqSqlite               *db,
                                               const char             *id,
                                               gint64                 *key,
                                               GError                **error);
gboolean        kq_campaigns_table_set_head   (KqSqlite               *db,
                                               gint64                  key,
                                               gint64                  number,
                                               const KqCampaignFacts  *facts,
                                               gint64                  saved,
                                               gint64                  change,
                                               GError                **error);
gboolean        kq_campaigns_table_set_state  (KqSqlite               *db,
                                               gint64                  key,
                                               KqLibraryState          state,
                                               gint64                  clock,
                                               gint64                  change,
                                               GError                **error);
gboolean        kq_campaigns_table_set_counts (KqSqlite               *db,
                                               gint64                  key,
                                               gint64                  number,
                                               const int               counts[3],
                                               gint64                  checked,
                                               gint64                  change,
                                               GError                **error);
GPtrArray      *kq_campaigns_table_list       (KqSqlite               *db,
                                               guint                   flags,
                                               gint64                  since,
                                               GError                **error);
gboolean        kq_campaigns_table_touch      (KqSqlite               *db,
                                               const char             *id,
                                               gint64                  change,
                                               GError                **error);
KqLibraryItem  *kq_campaigns_table_get        (KqSqlite               *db,
                                               const char             *id,
                                               GError                **error);
GPtrArray      *kq_campaigns_table_list_changed (KqSqlite             *db,
                                               gint64                  since,
                                               guint                   limit,
                                               GError                **error);
gboolean        kq_campaigns_table_get_head   (KqSqlite               *db,
                                               gint64                  key,
                                               gint64                 *number,
                                               GError                **error);
gboolean        kq_campaigns_table_touch_key  (KqSqlite               *db,
                                               gint64                  key,
                                               gint64                  change,
                                               GError                **error);
gboolean        kq_campaigns_table_purge      (KqSqlite               *db,
                                               gint64                  before,
                                               guint                  *n_purged,
                                               GError                **error);

G_END_DECLS
