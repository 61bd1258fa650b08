/* kq-sync-campaigns-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-campaigns-table.h"

/* Of campaigns c beside their rows s, if they have one: those of which the
 * remote hasn't got what is here. What it refused isn't tried again before it
 * is edited; what it is asked about waits. */
#define IS_DUE \
  "(ifnull (s.refused, 0) <> c.head AND ifnull (s.gone, 0) <> 2 AND " \
  " CASE WHEN c.state = 2 THEN ifnull (s.rev, '') <> '' AND s.gone = 0" \
  " ELSE s.campaign IS NULL OR s.rev = '' OR s.base <> c.head OR s.ahead OR s.gone END)"
#define CAMPAIGNS \
  "FROM campaigns AS c LEFT JOIN sync_campaigns AS s ON s.campaign = c.key "

G_STATIC_ASSERT (KQ_SYNC_GONE_ASKED == 2);

void
kq_sync_row_clear (KqSyncRow *self)
{
  g_free (self->rev);
  g_free (self->edit);
  g_free (self->contains);
}

static char *
dup_text (KqStatement *statement,
          int          column)
{
  return g_strdup (kq_statement_get_text (statement, column));
}

/* @row is set to one of nothing with %KQ_STEP_DONE. */
KqStep
kq_sync_campaigns_table_get (KqSqlite   *db,
                             gint64      campaign,
                             KqSyncRow  *row,
                             GError    **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT rev, edit, contains, base, gone, ahead FROM sync_campaigns WHERE campaign = ?1", error);
  KqStep step;

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_int (statement, 1, campaign);
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_ROW)
    *row = (KqSyncRow) {
      .rev = dup_text (statement, 0), .edit = dup_text (statement, 1),
      .contains = dup_text (statement, 2), .base = kq_statement_get_int (statement, 3),
      .gone = kq_statement_get_int (statement, 4), .ahead = kq_statement_get_int (statement, 5) != 0,
    };
  else
    *row = (KqSyncRow) { .rev = g_strdup (""), .edit = g_strdup (""), .contains = g_strdup ("") };
  row->campaign = campaign;

  return step;
}

gboolean
kq_sync_campaigns_table_set (KqSqlite         *db,
                             const KqSyncRow  *row,
                             GError          **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT OR REPLACE INTO sync_campaigns (campaign, rev, edit, contains, base, gone, ahead, "
    "refused, refusal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, '')", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, row->campaign);
  kq_statement_bind_text (statement, 2, row->rev);
  kq_statement_bind_text (statement, 3, row->edit);
  kq_statement_bind_text (statement, 4, row->contains);
  kq_statement_bind_int (statement, 5, row->base);
  kq_statement_bind_int (statement, 6, row->gone);
  kq_statement_bind_int (statement, 7, row->ahead);

  return kq_statement_run (statement, error);
}

gboolean
kq_sync_campaigns_table_refuse (KqSqlite    *db,
                                gint64       campaign,
                                gint64       version,
                                const char  *why,
                                GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT INTO sync_campaigns (campaign, rev, edit, contains, base, gone, ahead, refused, "
    "refusal) VALUES (?1, '', '', '', 0, 0, 0, ?2, ?3) "
    "ON CONFLICT DO UPDATE SET refused = ?2, refusal = ?3", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, version);
  kq_statement_bind_text (statement, 3, why);

  return kq_statement_run (statement, error);
}

/* What it deleted is deleted here; that it knows no longer, and needn't. */
gboolean
kq_sync_campaigns_table_forget_revs (KqSqlite  *db,
                                     GError   **error)
{
  return kq_sqlite_execute (db, "UPDATE sync_campaigns SET rev = '', gone = 0, refused = 0, "
                            "refusal = ''", error);
}

gboolean
kq_sync_campaigns_table_clear (KqSqlite  *db,
                               GError   **error)
{
  return kq_sqlite_execute (db, "DELETE FROM sync_campaigns", error);
}

/* Sets all but what other tables know. */
gboolean
kq_sync_campaigns_table_count (KqSqlite      *db,
                               KqSyncCounts  *counts,
                               GError       **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT count (*) FILTER (WHERE " IS_DUE "), count (*) FILTER (WHERE s.gone = 2), "
    "count (*) FILTER (WHERE c.state <> 2), "
    "count (*) FILTER (WHERE s.refused = c.head) " CAMPAIGNS, error);

  if (statement == NULL || kq_statement_step (statement, error) != KQ_STEP_ROW)
    return FALSE;

  counts->to_send = kq_statement_get_int (statement, 0);
  counts->asked = kq_statement_get_int (statement, 1);
  counts->active = kq_statement_get_int (statement, 2);
  counts->refused = kq_statement_get_int (statement, 3);

  return TRUE;
}

static KqSyncOutgoing *
read_due (KqStatement *statement)
{
  KqSyncOutgoing *self = kq_sync_outgoing_new (kq_statement_get_text (statement, 1));
  const char *rev = kq_statement_get_text (statement, 5);
  const char *contains = kq_statement_get_text (statement, 6);
  const char *edit = kq_statement_get_text (statement, 7);

  self->name = g_utf8_make_valid (kq_statement_get_text (statement, 2), -1);
  self->version = kq_statement_get_int (statement, 3);
  self->deleted = kq_statement_get_int (statement, 4) == 2;
  self->rev = g_strdup (rev != NULL ? rev : "");
  self->contains = contains != NULL && edit != NULL && *edit != '\0'
                   ? g_strstrip (g_strconcat (edit, " ", contains, NULL)) : g_strdup ("");

  return self;
}

/**
 * kq_sync_campaigns_table_list_due:
 * @db: a connection
 * @limit: how many at most
 * @after: only those with a greater key
 * @keys: (out caller-allocates) (element-type gint64): their keys
 * @error: return location for an error
 *
 * Returns: (nullable) (element-type KqSyncOutgoing): what is to be sent, without
 *   its text, in the order of the keys
 */
GPtrArray *
kq_sync_campaigns_table_list_due (KqSqlite  *db,
                                  guint      limit,
                                  gint64     after,
                                  GArray    *keys,
                                  GError   **error)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_outgoing_free);
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT c.key, c.id, c.name, c.head, c.state, s.rev, s.contains, s.edit " CAMPAIGNS
    "WHERE c.key > ?2 AND " IS_DUE " ORDER BY c.key LIMIT ?1", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  kq_statement_bind_int (statement, 1, limit);
  kq_statement_bind_int (statement, 2, after);
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    {
      gint64 key = kq_statement_get_int (statement, 0);

      g_ptr_array_add (due, read_due (statement));
      g_array_append_val (keys, key);
    }

  return step == KQ_STEP_DONE ? g_steal_pointer (&due) : NULL;
}

GArray *
kq_sync_campaigns_table_list_asked (KqSqlite  *db,
                                    GError   **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT campaign FROM sync_campaigns WHERE gone = 2", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    {
      gint64 key = kq_statement_get_int (statement, 0);

      g_array_append_val (keys, key);
    }

  return step == KQ_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

/* (element-type KqSyncProblem): the campaigns that the remote doesn't take */
GPtrArray *
kq_sync_campaigns_table_list_refused (KqSqlite  *db,
                                      GError   **error)
{
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_problem_free);
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT c.name, s.refusal " CAMPAIGNS "WHERE s.refused = c.head ORDER BY c.key", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    g_ptr_array_add (refused, kq_sync_problem_new (kq_statement_get_text (statement, 0),
                                                   kq_statement_get_text (statement, 1), FALSE));

  return step == KQ_STEP_DONE ? g_steal_pointer (&refused) : NULL;
}

KqStep
kq_sync_campaigns_table_has_rev (KqSqlite    *db,
                                 const char  *id,
                                 const char  *rev,
                                 GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT 1 FROM campaigns AS c JOIN sync_campaigns AS s ON s.campaign = c.key "
    "WHERE c.id = ?1 AND s.rev = ?2", error);

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_text (statement, 1, id);
  kq_statement_bind_text (statement, 2, rev);

  return kq_statement_step (statement, error);
}
