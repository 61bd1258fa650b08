/* kq-assets-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-assets-table.h"

/* Says that a version needs the pictures: (element-type utf8) names */
gboolean
kq_assets_table_add_refs (KqSqlite   *db,
                          gint64      version,
                          GPtrArray  *names,
                          GError    **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT OR IGNORE INTO asset_refs (version, sha256) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, version);
  for (guint i = 0; i < names->len; i++)
    {
      kq_statement_bind_text (statement, 2, g_ptr_array_index (names, i));
      if (!kq_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* %KQ_STEP_ROW where its bytes are there */
KqStep
kq_assets_table_has (KqSqlite    *db,
                     const char  *sha256,
                     GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT 1 FROM assets WHERE sha256 = ?1", error);

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_text (statement, 1, sha256);

  return kq_statement_step (statement, error);
}

/* %KQ_STEP_ROW where a version needs it */
KqStep
kq_assets_table_is_needed (KqSqlite    *db,
                           const char  *sha256,
                           GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT 1 FROM asset_refs WHERE sha256 = ?1", error);

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_text (statement, 1, sha256);

  return kq_statement_step (statement, error);
}

/* Of a picture that a version needs. */
gboolean
kq_assets_table_add (KqSqlite    *db,
                     const char  *sha256,
                     GBytes      *bytes,
                     GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT OR IGNORE INTO assets (sha256, content) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, sha256);
  kq_statement_bind_bytes (statement, 2, bytes);

  return kq_statement_run (statement, error);
}

KqStep
kq_assets_table_get (KqSqlite    *db,
                     const char  *sha256,
                     GBytes     **bytes,
                     GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT content FROM assets WHERE sha256 = ?1", error);
  KqStep step;

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_text (statement, 1, sha256);
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_ROW)
    *bytes = kq_statement_dup_bytes (statement, 0);

  return step;
}
