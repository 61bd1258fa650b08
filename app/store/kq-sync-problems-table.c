/* kq-sync-problems-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-problems-table.h"

gboolean
kq_sync_problems_table_set (KqSqlite             *db,
                            const KqSyncProblem  *problem,
                            GError              **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT OR REPLACE INTO sync_problems (document, message, again) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, problem->document);
  kq_statement_bind_text (statement, 2, problem->message);
  kq_statement_bind_int (statement, 3, problem->again);

  return kq_statement_run (statement, error);
}

gboolean
kq_sync_problems_table_remove (KqSqlite    *db,
                               const char  *document,
                               GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "DELETE FROM sync_problems WHERE document = ?1", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, document);

  return kq_statement_run (statement, error);
}

gboolean
kq_sync_problems_table_clear (KqSqlite  *db,
                              GError   **error)
{
  return kq_sqlite_execute (db, "DELETE FROM sync_problems", error);
}

gboolean
kq_sync_problems_table_count (KqSqlite  *db,
                              guint     *n,
                              GError   **error)
{
  gint64 count;

  if (!kq_sqlite_get_int (db, "SELECT count (*) FROM sync_problems", &count, error))
    return FALSE;
  *n = count;

  return TRUE;
}

/* (element-type KqSyncProblem), by document */
GPtrArray *
kq_sync_problems_table_list (KqSqlite  *db,
                             GError   **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_problem_free);
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT document, message, again FROM sync_problems ORDER BY document", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    g_ptr_array_add (problems, kq_sync_problem_new (kq_statement_get_text (statement, 0),
                                                    kq_statement_get_text (statement, 1),
                                                    kq_statement_get_int (statement, 2) != 0));

  return step == KQ_STEP_DONE ? g_steal_pointer (&problems) : NULL;
}
