/* kq-fact-mappings-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-fact-mappings-table.h"

/* @mapping is set to what is remembered; %KQ_STEP_DONE where nothing is. */
KqStep
kq_fact_mappings_table_get (KqSqlite    *db,
                            const char  *signature,
                            char       **mapping,
                            GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT mapping FROM fact_mappings WHERE signature = ?1", error);
  KqStep step;

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_text (statement, 1, signature);
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_ROW)
    *mapping = g_strdup (kq_statement_get_text (statement, 0));

  return step;
}

gboolean
kq_fact_mappings_table_set (KqSqlite    *db,
                            const char  *signature,
                            const char  *mapping,
                            GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT INTO fact_mappings (signature, mapping) VALUES (?1, ?2) "
    "ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, signature);
  kq_statement_bind_text (statement, 2, mapping);

  return kq_statement_run (statement, error);
}
