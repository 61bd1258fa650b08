/* kq-sync-facts-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"
#include "kq-sync-records.h"

G_BEGIN_DECLS

/**
 * KqSyncFactsRow:
 * @content: (owned): the figures' JSON; "" where there are none
 * @rev: (owned): the remote's revision; "" where it hasn't got them
 * @edit: (owned): the id of the edit that was agreed on
 * @base: (owned): the figures that were agreed on
 * @sending: (owned): the id of an edit that may have arrived
 * @sending_content: (owned): and its figures
 * @seen: the change by which the figures' own table had them; -1 where it hasn't
 *   got them yet
 *
 * A campaign's performance figures of one day, and how they stand with the
 * remote.
 */
typedef struct {
  char *content;
  char *rev;
  char *edit;
  char *base;
  char *sending;
  char *sending_content;
  gint64 seen;
} KqSyncFactsRow;

/**
 * KqSyncDay:
 * @campaign: (owned): a campaign's id
 * @day: a day
 * @change: the change by which its figures were last written
 *
 * A day of which the two tables differ.
 */
typedef struct {
  char   *campaign;
  gint32  day;
  gint64  change;
} KqSyncDay;

void       kq_sync_facts_row_clear          (KqSyncFactsRow        *self);
KqStep     kq_sync_facts_table_get          (KqSqlite          *db,
                                        const char        *campaign,
                                        const char        *date,
                                        KqSyncFactsRow        *row,
                                        GError           **error);
gboolean   kq_sync_facts_table_set          (KqSqlite          *db,
                                        const char        *campaign,
                                        const char        *date,
                                        const KqSyncFactsRow  *row,
                                        GError           **error);
/* Keeps figures that others take the place of. */
gboolean   kq_sync_facts_table_keep         (KqSqlite          *db,
                                        const char        *campaign,
                                        const char        *date,
                                        gint64             now,
                                        const char        *content,
                                        GError           **error);
/* (element-type KqSyncDay): days of which this table hasn't got what was told, or
 * that are no more, with change 0 */
GPtrArray *kq_sync_facts_table_list_told   (KqSqlite     *db,
                                        GError           **error);
/* (element-type KqSyncDay): days that the figures' own table hasn't got, and of
 * which the campaign is here */
GPtrArray *kq_sync_facts_table_list_pending (KqSqlite    *db,
                                        GError           **error);
GPtrArray *kq_sync_facts_table_list_due     (KqSqlite          *db,
                                        guint              limit,
                                        gint64            *after,
                                        GError           **error);
gboolean   kq_sync_facts_table_count_due    (KqSqlite          *db,
                                        guint             *n,
                                        GError           **error);
gboolean   kq_sync_facts_table_refuse       (KqSqlite          *db,
                                        const char        *campaign,
                                        const char        *date,
                                        const char        *why,
                                        GError           **error);
/* @all: also what was agreed on */
gboolean   kq_sync_facts_table_forget_revs  (KqSqlite          *db,
                                        gboolean           all,
                                        GError           **error);
KqStep     kq_sync_facts_table_has_rev      (KqSqlite          *db,
                                        const char        *campaign,
                                        const char        *date,
                                        const char        *rev,
                                        GError           **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KqSyncFactsRow, kq_sync_facts_row_clear)

G_END_DECLS
