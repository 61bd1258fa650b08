/* kq-fact-imports-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-fact-imports-table.h"

#include "kq-library-facts.h"

/* @number is set to the import's. */
gboolean
kq_fact_imports_table_add (KqSqlite    *db,
                           const char  *campaign,
                           const char  *name,
                           gint64       imported,
                           guint        n_rows,
                           gint64      *number,
                           GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT INTO fact_imports (campaign, number, name, imported, n_rows) VALUES (?1, "
    "(SELECT coalesce (max (number), 0) + 1 FROM fact_imports WHERE campaign = ?1), ?2, ?3, ?4) "
    "RETURNING number", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, campaign);
  kq_statement_bind_text (statement, 2, name);
  kq_statement_bind_int (statement, 3, imported);
  kq_statement_bind_int (statement, 4, n_rows);
  if (kq_statement_step (statement, error) != KQ_STEP_ROW)
    return FALSE;
  *number = kq_statement_get_int (statement, 0);

  return kq_statement_run (statement, error);
}

/* (element-type KqFactImport), the last first */
GPtrArray *
kq_fact_imports_table_list (KqSqlite    *db,
                            const char  *campaign,
                            GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT number, imported, n_rows, name FROM fact_imports WHERE campaign = ?1 "
    "ORDER BY number DESC", error);
  g_autoptr (GPtrArray) list = NULL;
  KqStep step;

  if (statement == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_fact_import_free);
  kq_statement_bind_text (statement, 1, campaign);
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    {
      KqFactImport *import = g_new0 (KqFactImport, 1);

      import->number = kq_statement_get_int (statement, 0);
      import->imported = kq_statement_get_int (statement, 1);
      import->n_rows = kq_statement_get_int (statement, 2);
      import->name = g_strdup (kq_statement_get_text (statement, 3));
      g_ptr_array_add (list, import);
    }

  return step == KQ_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
