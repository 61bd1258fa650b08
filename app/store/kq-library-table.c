/* kq-library-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-table.h"

G_STATIC_ASSERT (KQ_LIBRARY_MAX_STEP == 72000000);

/* Counts a change, and sets the clock. */
gboolean
kq_library_table_advance (KqSqlite  *db,
                          gint64     now,
                          gint64    *change,
                          gint64    *clock,
                          GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "UPDATE library SET change = change + 1, wall = ?1, "
    "clock = clock + max (0, min (?1 - wall, 72000000)) RETURNING change, clock", error);
  KqStep step;

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, now);
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_DONE)
    g_set_error_literal (error, KQ_SQLITE_ERROR, KQ_SQLITE_ERROR_DAMAGED, "no row in library");
  if (step != KQ_STEP_ROW)
    return FALSE;
  *change = kq_statement_get_int (statement, 0);
  *clock = kq_statement_get_int (statement, 1);

  return kq_statement_run (statement, error);
}

gboolean
kq_library_table_tidied (KqSqlite  *db,
                         gint64     now,
                         GError   **error)
{
  return kq_sqlite_set_int (db, "UPDATE library SET tidied = ?1", now, error);
}

gboolean
kq_library_table_purged (KqSqlite  *db,
                         GError   **error)
{
  return kq_sqlite_execute (db, "UPDATE library SET purged = change", error);
}

gboolean
kq_library_table_get (KqSqlite  *db,
                      gint64    *change,
                      gint64    *purged,
                      gint64    *tidied,
                      GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT change, purged, tidied FROM library", error);
  KqStep step;

  if (statement == NULL)
    return FALSE;
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_DONE)
    g_set_error_literal (error, KQ_SQLITE_ERROR, KQ_SQLITE_ERROR_DAMAGED, "no row in library");
  if (step != KQ_STEP_ROW)
    return FALSE;

  *change = kq_statement_get_int (statement, 0);
  *purged = kq_statement_get_int (statement, 1);
  *tidied = kq_statement_get_int (statement, 2);

  return TRUE;
}

/* For what is recovered: its versions keep their ages. */
gboolean
kq_library_table_set_clock (KqSqlite  *db,
                            gint64     clock,
                            GError   **error)
{
  return kq_sqlite_set_int (db, "UPDATE library SET clock = max (clock, ?1)", clock, error);
}
