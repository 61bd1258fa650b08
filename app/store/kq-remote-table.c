/* kq-remote-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-remote-table.h"

static void
take_text (KqStatement  *statement,
           int           column,
           char        **text)
{
  g_free (*text);
  *text = g_utf8_make_valid (kq_statement_get_text (statement, column), -1);
}

/* @remote is only set with %KQ_STEP_ROW. */
KqStep
kq_remote_table_get (KqSqlite      *db,
                     KqSyncRemote **remote,
                     GError       **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT url, user, client, identity, since, checkpoint, next, synced FROM remote", error);
  KqStep step;

  if (statement == NULL)
    return KQ_STEP_FAILED;
  step = kq_statement_step (statement, error);
  if (step != KQ_STEP_ROW)
    return step;

  *remote = kq_sync_remote_new ();
  take_text (statement, 0, &(*remote)->url);
  take_text (statement, 1, &(*remote)->user);
  take_text (statement, 2, &(*remote)->client);
  take_text (statement, 3, &(*remote)->identity);
  take_text (statement, 4, &(*remote)->since);
  take_text (statement, 5, &(*remote)->checkpoint);
  take_text (statement, 6, &(*remote)->next);
  (*remote)->synced = kq_statement_get_int (statement, 7);

  return step;
}

gboolean
kq_remote_table_set (KqSqlite            *db,
                     const KqSyncRemote  *remote,
                     GError             **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT OR REPLACE INTO remote (one, url, user, client, identity, since, checkpoint, next, "
    "synced) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, remote->url);
  kq_statement_bind_text (statement, 2, remote->user);
  kq_statement_bind_text (statement, 3, remote->client);
  kq_statement_bind_text (statement, 4, remote->identity);
  kq_statement_bind_text (statement, 5, remote->since);
  kq_statement_bind_text (statement, 6, remote->checkpoint);
  kq_statement_bind_text (statement, 7, remote->next);
  kq_statement_bind_int (statement, 8, remote->synced);

  return kq_statement_run (statement, error);
}

gboolean
kq_remote_table_remove (KqSqlite  *db,
                        GError   **error)
{
  return kq_sqlite_execute (db, "DELETE FROM remote", error);
}

gboolean
kq_remote_table_set_since (KqSqlite    *db,
                           const char  *since,
                           GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db, "UPDATE remote SET since = ?1", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, since);

  return kq_statement_run (statement, error);
}
