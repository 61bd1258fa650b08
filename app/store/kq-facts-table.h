/* kq-facts-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"
#include "kq-sync-records.h"

G_BEGIN_DECLS

/**
 * KqFactsRow:
 * @content: (owned): the figures' JSON; "" where there are none
 * @rev: (owned): the remote's revision; "" where it hasn't got them
 * @edit: (owned): the id of the edit that was agreed on
 * @base: (owned): the figures that were agreed on
 * @sending: (owned): the id of an edit that may have arrived
 * @sending_content: (owned): and its figures
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
} KqFactsRow;

void       kq_facts_row_clear          (KqFactsRow        *self);
KqStep     kq_facts_table_get          (KqSqlite          *db,
                                        const char        *campaign,
                                        const char        *date,
                                        KqFactsRow        *row,
                                        GError           **error);
gboolean   kq_facts_table_set          (KqSqlite          *db,
                                        const char        *campaign,
                                        const char        *date,
                                        const KqFactsRow  *row,
                                        GError           **error);
/* Keeps figures that others take the place of. */
gboolean   kq_facts_table_keep         (KqSqlite          *db,
                                        const char        *campaign,
                                        const char        *date,
                                        gint64             now,
                                        const char        *content,
                                        GError           **error);
/* (element-type KqSyncIncoming), of which date and facts are set, by date */
GPtrArray *kq_facts_table_list         (KqSqlite          *db,
                                        const char        *campaign,
                                        GError           **error);
GPtrArray *kq_facts_table_list_due     (KqSqlite          *db,
                                        guint              limit,
                                        gint64            *after,
                                        GError           **error);
gboolean   kq_facts_table_count_due    (KqSqlite          *db,
                                        guint             *n,
                                        GError           **error);
gboolean   kq_facts_table_refuse       (KqSqlite          *db,
                                        const char        *campaign,
                                        const char        *date,
                                        const char        *why,
                                        GError           **error);
/* @all: also what was agreed on */
gboolean   kq_facts_table_forget_revs  (KqSqlite          *db,
                                        gboolean           all,
                                        GError           **error);
KqStep     kq_facts_table_has_rev      (KqSqlite          *db,
                                        const char        *campaign,
                                        const char        *date,
                                        const char        *rev,
                                        GError           **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KqFactsRow, kq_facts_row_clear)

G_END_DECLS
