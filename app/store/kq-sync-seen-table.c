/* kq-sync-seen-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-seen-table.h"

static KqStep
step_text (KqStatement  *statement,
           const char   *text,
           GError      **error)
{
  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_text (statement, 1, text);

  return kq_statement_step (statement, error);
}

static GPtrArray *
list_texts (KqStatement  *statement,
            GError      **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  KqStep step;

  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    g_ptr_array_add (texts, g_strdup (kq_statement_get_text (statement, 0)));

  return step == KQ_STEP_DONE ? g_steal_pointer (&texts) : NULL;
}

gboolean
kq_sync_edits_table_add (KqSqlite    *db,
                         gint64       campaign,
                         const char  *edit,
                         gint64       version,
                         GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT OR REPLACE INTO sync_edits (campaign, edit, version) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_text (statement, 2, edit);
  kq_statement_bind_int (statement, 3, version);

  return *edit == '\0' || kq_statement_run (statement, error);
}

KqStep
kq_sync_edits_table_get (KqSqlite    *db,
                         gint64       campaign,
                         const char  *edit,
                         gint64      *version,
                         GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT version FROM sync_edits WHERE campaign = ?1 AND edit = ?2", error);
  KqStep step;

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_text (statement, 2, edit);
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_ROW)
    *version = kq_statement_get_int (statement, 0);

  return step;
}

KqStep
kq_sync_edits_table_find (KqSqlite  *db,
                          gint64     campaign,
                          gint64     version,
                          char     **edit,
                          GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT edit FROM sync_edits WHERE campaign = ?1 AND version = ?2 ORDER BY edit", error);
  KqStep step;

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, version);
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_ROW)
    *edit = g_strdup (kq_statement_get_text (statement, 0));

  return step;
}

gboolean
kq_sync_assets_table_add (KqSqlite    *db,
                          const char  *sha256,
                          GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT OR IGNORE INTO sync_assets (sha256) VALUES (?1)", error);

  return step_text (statement, sha256, error) != KQ_STEP_FAILED;
}

gboolean
kq_sync_assets_table_clear (KqSqlite  *db,
                            GError   **error)
{
  return kq_sqlite_execute (db, "DELETE FROM sync_assets", error);
}

GPtrArray *
kq_sync_assets_table_list_due (KqSqlite  *db,
                               gint64     campaign,
                               gint64     number,
                               GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT r.sha256 FROM versions AS v JOIN asset_refs AS r ON r.version = v.key "
    "JOIN assets AS a ON a.sha256 = r.sha256 "
    "WHERE v.campaign = ?1 AND v.number = ?2 "
    "AND r.sha256 NOT IN (SELECT sha256 FROM sync_assets)", error);

  if (statement == NULL)
    return NULL;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, number);

  return list_texts (statement, error);
}

GPtrArray *
kq_sync_assets_table_list_missing (KqSqlite  *db,
                                   guint      limit,
                                   GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT DISTINCT r.sha256 FROM asset_refs AS r "
    "JOIN versions AS v ON v.key = r.version JOIN campaigns AS c ON c.key = v.campaign "
    "WHERE v.number = c.head AND c.state <> 2 AND r.sha256 NOT IN (SELECT sha256 FROM assets) "
    "LIMIT ?1", error);

  if (statement == NULL)
    return NULL;
  kq_statement_bind_int (statement, 1, limit);

  return list_texts (statement, error);
}

GPtrArray *
kq_sync_assets_table_list_unsent (KqSqlite  *db,
                                  guint      limit,
                                  GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT DISTINCT r.sha256 FROM assets AS a JOIN asset_refs AS r ON r.sha256 = a.sha256 "
    "JOIN versions AS v ON v.key = r.version JOIN campaigns AS c ON c.key = v.campaign "
    "WHERE v.number = c.head AND c.state <> 2 "
    "AND a.sha256 NOT IN (SELECT sha256 FROM sync_assets) LIMIT ?1", error);

  if (statement == NULL)
    return NULL;
  kq_statement_bind_int (statement, 1, limit);

  return list_texts (statement, error);
}
