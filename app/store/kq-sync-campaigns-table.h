/* kq-sync-campaigns-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"
#include "kq-sync-records.h"

G_BEGIN_DECLS

/**
 * KqSyncGone:
 * @KQ_SYNC_GONE_NOT: the remote has the campaign
 * @KQ_SYNC_GONE_TAKEN: it was deleted there, and that is taken care of
 * @KQ_SYNC_GONE_ASKED: it was deleted there, and people are to be asked
 *
 * The numbers are stored.
 */
typedef enum {
  KQ_SYNC_GONE_NOT,
  KQ_SYNC_GONE_TAKEN,
  KQ_SYNC_GONE_ASKED,
} KqSyncGone;

/**
 * KqSyncRow:
 * @campaign: its key in the tables
 * @rev: (owned): the remote's revision; "" where it hasn't got it
 * @edit: (owned): the id of the edit that was agreed on
 * @contains: (owned): ids of edits that are in it
 * @base: the number of the version that was agreed on; 0 for none
 * @gone: whether it was deleted there
 * @ahead: whether the remote has an older one
 *
 * How a campaign stands with the remote.
 */
typedef struct {
  gint64      campaign;
  char       *rev;
  char       *edit;
  char       *contains;
  gint64      base;
  KqSyncGone  gone;
  gboolean    ahead;
} KqSyncRow;

void      kq_sync_row_clear              (KqSyncRow         *self);
KqStep    kq_sync_campaigns_table_get    (KqSqlite          *db,
                                          gint64             campaign,
                                          KqSyncRow         *row,
                                          GError           **error);
/* Of what was refused nothing is said any more. */
gboolean  kq_sync_campaigns_table_set    (KqSqlite          *db,
                                          const KqSyncRow   *row,
                                          GError           **error);
gboolean  kq_sync_campaigns_table_refuse (KqSqlite          *db,
                                          gint64             campaign,
                                          gint64             version,
                                          const char        *why,
                                          GError           **error);
/* The remote has nothing of what it had. */
gboolean  kq_sync_campaigns_table_forget_revs (KqSqlite     *db,
                                          GError           **error);
gboolean  kq_sync_campaigns_table_clear  (KqSqlite          *db,
                                          GError           **error);
gboolean  kq_sync_campaigns_table_count  (KqSqlite          *db,
                                          KqSyncCounts      *counts,
                                          GError           **error);
/* Up to @limit that the remote hasn't got as they are here */
GPtrArray *kq_sync_campaigns_table_list_due (KqSqlite       *db,
                                          guint              limit,
                                          gint64             after,
                                          GArray            *keys,
                                          GError           **error);
/* Keys of those of which it is asked: (element-type gint64) */
GArray   *kq_sync_campaigns_table_list_asked (KqSqlite      *db,
                                          GError           **error);
GPtrArray *kq_sync_campaigns_table_list_refused (KqSqlite   *db,
                                          GError           **error);
/* %KQ_STEP_ROW where the remote's revision of it is @rev */
KqStep    kq_sync_campaigns_table_has_rev (KqSqlite         *db,
                                          const char        *id,
                                          const char        *rev,
                                          GError           **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KqSyncRow, kq_sync_row_clear)

G_END_DECLS
