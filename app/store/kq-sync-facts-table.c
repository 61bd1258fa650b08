/* kq-sync-facts-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-facts-table.h"

/* What was never there and is empty needn't be told. */
#define IS_DUE "refusal = '' AND (content <> base OR rev = '' AND content <> '')"

void
kq_sync_facts_row_clear (KqSyncFactsRow *self)
{
  g_free (self->content);
  g_free (self->rev);
  g_free (self->edit);
  g_free (self->base);
  g_free (self->sending);
  g_free (self->sending_content);
}

static char *
dup_text (KqStatement *statement,
          int          column)
{
  const char *text = kq_statement_get_text (statement, column);

  return g_strdup (text != NULL ? text : "");
}

/* @row is set to one of nothing with %KQ_STEP_DONE. */
KqStep
kq_sync_facts_table_get (KqSqlite    *db,
                    const char  *campaign,
                    const char  *date,
                    KqSyncFactsRow  *row,
                    GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT content, rev, edit, base, sending, sending_content, seen FROM sync_facts "
    "WHERE campaign = ?1 AND date = ?2", error);
  char **texts[] = { &row->content, &row->rev, &row->edit, &row->base, &row->sending,
                     &row->sending_content };
  KqStep step;

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_text (statement, 1, campaign);
  kq_statement_bind_text (statement, 2, date);
  step = kq_statement_step (statement, error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = step == KQ_STEP_ROW ? dup_text (statement, i) : g_strdup ("");
  row->seen = step == KQ_STEP_ROW ? kq_statement_get_int (statement, 6) : 0;

  return step;
}

gboolean
kq_sync_facts_table_set (KqSqlite          *db,
                    const char        *campaign,
                    const char        *date,
                    const KqSyncFactsRow  *row,
                    GError           **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT INTO sync_facts (campaign, date, content, rev, edit, base, sending, sending_content, "
    "refusal, seen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', ?9) ON CONFLICT (campaign, date) "
    "DO UPDATE SET content = ?3, rev = ?4, edit = ?5, base = ?6, sending = ?7, "
    "sending_content = ?8, refusal = '', seen = ?9", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, campaign);
  kq_statement_bind_text (statement, 2, date);
  kq_statement_bind_text (statement, 3, row->content);
  kq_statement_bind_text (statement, 4, row->rev);
  kq_statement_bind_text (statement, 5, row->edit);
  kq_statement_bind_text (statement, 6, row->base);
  kq_statement_bind_text (statement, 7, row->sending);
  kq_statement_bind_text (statement, 8, row->sending_content);
  kq_statement_bind_int (statement, 9, row->seen);

  return kq_statement_run (statement, error);
}

static void
day_free (gpointer data)
{
  KqSyncDay *day = data;

  g_free (day->campaign);
  g_free (day);
}

static GPtrArray *
list_days (KqStatement  *statement,
           GError      **error)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (day_free);
  KqStep step;

  if (statement == NULL)
    return NULL;
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    {
      KqSyncDay *day = g_new (KqSyncDay, 1);

      *day = (KqSyncDay) { g_strdup (kq_statement_get_text (statement, 0)),
                           (gint32) kq_statement_get_int (statement, 1),
                           kq_statement_get_int (statement, 2) };
      g_ptr_array_add (days, day);
    }

  return step == KQ_STEP_DONE ? g_steal_pointer (&days) : NULL;
}

GPtrArray *
kq_sync_facts_table_list_told (KqSqlite  *db,
                               GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT f.campaign, f.day, f.change FROM facts AS f LEFT JOIN sync_facts AS s "
    "ON s.campaign = f.campaign AND s.date = date (f.day * 86400, 'unixepoch') "
    "WHERE s.key IS NULL OR s.seen BETWEEN 0 AND f.change - 1 "
    "UNION ALL "
    "SELECT s.campaign, unixepoch (s.date) / 86400, 0 FROM sync_facts AS s "
    "JOIN campaigns AS c ON c.id = s.campaign LEFT JOIN facts AS f "
    "ON f.campaign = s.campaign AND f.day = unixepoch (s.date) / 86400 "
    "WHERE f.key IS NULL AND s.content <> '' AND s.seen >= 0", error);

  return list_days (statement, error);
}

GPtrArray *
kq_sync_facts_table_list_pending (KqSqlite  *db,
                                  GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT s.campaign, unixepoch (s.date) / 86400, 0 FROM sync_facts AS s "
    "JOIN campaigns AS c ON c.id = s.campaign WHERE s.seen < 0", error);

  return list_days (statement, error);
}

gboolean
kq_sync_facts_table_keep (KqSqlite    *db,
                     const char  *campaign,
                     const char  *date,
                     gint64       now,
                     const char  *content,
                     GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT INTO sync_replaced_facts (campaign, date, replaced, content) VALUES (?1, ?2, ?3, ?4)",
    error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, campaign);
  kq_statement_bind_text (statement, 2, date);
  kq_statement_bind_int (statement, 3, now);
  kq_statement_bind_text (statement, 4, content);

  return kq_statement_run (statement, error);
}

static KqSyncOutgoing *
read_due (KqStatement *statement)
{
  KqSyncOutgoing *self = kq_sync_outgoing_new (kq_statement_get_text (statement, 0));
  const char *content = kq_statement_get_text (statement, 2);

  self->date = dup_text (statement, 1);
  self->name = g_strdup_printf ("%s %s", self->id, self->date);
  self->deleted = *content == '\0';
  self->text = g_bytes_new (content, strlen (content));
  self->rev = dup_text (statement, 3);
  self->contains = dup_text (statement, 4);

  return self;
}

/* (element-type KqSyncOutgoing): those with greater keys than @after, which is set
 * to the last of theirs */
GPtrArray *
kq_sync_facts_table_list_due (KqSqlite  *db,
                         guint      limit,
                         gint64    *after,
                         GError   **error)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_outgoing_free);
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT campaign, date, content, rev, edit, key FROM sync_facts WHERE key > ?2 AND " IS_DUE
    " ORDER BY key LIMIT ?1", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  kq_statement_bind_int (statement, 1, limit);
  kq_statement_bind_int (statement, 2, *after);
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    {
      g_ptr_array_add (due, read_due (statement));
      *after = kq_statement_get_int (statement, 5);
    }

  return step == KQ_STEP_DONE ? g_steal_pointer (&due) : NULL;
}

gboolean
kq_sync_facts_table_count_due (KqSqlite  *db,
                          guint     *n,
                          GError   **error)
{
  gint64 count;

  if (!kq_sqlite_get_int (db, "SELECT count (*) FROM sync_facts WHERE " IS_DUE, &count, error))
    return FALSE;
  *n = count;

  return TRUE;
}

gboolean
kq_sync_facts_table_refuse (KqSqlite    *db,
                       const char  *campaign,
                       const char  *date,
                       const char  *why,
                       GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "UPDATE sync_facts SET refusal = ?3 WHERE campaign = ?1 AND date = ?2", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, campaign);
  kq_statement_bind_text (statement, 2, date);
  kq_statement_bind_text (statement, 3, why);

  return kq_statement_run (statement, error);
}

gboolean
kq_sync_facts_table_forget_revs (KqSqlite  *db,
                            gboolean   all,
                            GError   **error)
{
  return kq_sqlite_execute (db, all ? "UPDATE sync_facts SET rev = '', edit = '', base = '', "
                                      "sending = '', sending_content = '', refusal = ''"
                                    : "UPDATE sync_facts SET rev = '', refusal = ''", error);
}

KqStep
kq_sync_facts_table_has_rev (KqSqlite    *db,
                        const char  *campaign,
                        const char  *date,
                        const char  *rev,
                        GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT 1 FROM sync_facts WHERE campaign = ?1 AND date = ?2 AND rev = ?3", error);

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_text (statement, 1, campaign);
  kq_statement_bind_text (statement, 2, date);
  kq_statement_bind_text (statement, 3, rev);

  return kq_statement_step (statement, error);
}
