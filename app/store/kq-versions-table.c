/* kq-versions-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-versions-table.h"

#include "kq-library-table.h"

gboolean
kq_versions_table_add (KqSqlite         *db,
                       gint64            campaign,
                       const KqVersion  *version,
                       gint64            clock,
                       const KqContent  *content,
                       gint64           *key,
                       GError          **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT INTO versions (campaign, number, saved, clock, kind, name, digest, encoding, bytes, "
    "content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, version->number);
  kq_statement_bind_int (statement, 3, version->saved);
  kq_statement_bind_int (statement, 4, clock);
  kq_statement_bind_int (statement, 5, version->kind);
  kq_statement_bind_text (statement, 6, version->name);
  kq_statement_bind_bytes (statement, 7, content->digest);
  kq_statement_bind_int (statement, 8, content->encoding);
  kq_statement_bind_int (statement, 9, content->length);
  kq_statement_bind_bytes (statement, 10, content->stored);

  return kq_statement_run (statement, error) &&
         kq_sqlite_get_int (db, "SELECT last_insert_rowid ()", key, error);
}

/* Whether the text of a version is the one of that digest; a version that isn't
 * there is none, and %KQ_STEP_DONE. */
KqStep
kq_versions_table_is_same (KqSqlite  *db,
                           gint64     campaign,
                           gint64     number,
                           GBytes    *digest,
                           gint64    *key,
                           gboolean  *same,
                           GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT key, digest = ?3 FROM versions WHERE campaign = ?1 AND number = ?2", error);
  KqStep step;

  *same = FALSE;
  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, number);
  kq_statement_bind_bytes (statement, 3, digest);
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_ROW)
    {
      *key = kq_statement_get_int (statement, 0);
      *same = kq_statement_get_int (statement, 1) != 0;
    }

  return step;
}

/* @content is only set with %KQ_STEP_ROW, and then to be cleared. */
KqStep
kq_versions_table_get (KqSqlite   *db,
                       gint64      campaign,
                       gint64      number,
                       KqContent  *content,
                       GError    **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT digest, encoding, bytes, content FROM versions WHERE campaign = ?1 AND number = ?2",
    error);
  KqStep step;

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, number);
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_ROW)
    {
      content->digest = kq_statement_dup_bytes (statement, 0);
      content->encoding = kq_statement_get_int (statement, 1);
      content->length = kq_statement_get_int (statement, 2);
      content->stored = kq_statement_dup_bytes (statement, 3);
    }

  return step;
}

static KqVersion *
read_version (KqStatement *statement)
{
  KqVersion *version = g_new0 (KqVersion, 1);

  version->number = kq_statement_get_int (statement, 0);
  version->saved = kq_statement_get_int (statement, 1);
  version->kind = kq_statement_get_int (statement, 2);
  version->bytes = kq_statement_get_int (statement, 3);
  version->name = g_utf8_make_valid (kq_statement_get_text (statement, 4), -1);

  return version;
}

/* The newest first: (element-type KqVersion) */
GPtrArray *
kq_versions_table_list (KqSqlite  *db,
                        gint64     campaign,
                        GError   **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_version_free);
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT number, saved, kind, bytes, name FROM versions WHERE campaign = ?1 "
    "ORDER BY number DESC", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  kq_statement_bind_int (statement, 1, campaign);
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    g_ptr_array_add (versions, read_version (statement));

  return step == KQ_STEP_DONE ? g_steal_pointer (&versions) : NULL;
}

/* Keeps of each campaign the newest version, all of the last day, the last of
 * each hour of the last week, and the last of each day of the last 30 days, by
 * the library's clock; and what was agreed on with the team's remote. Hours and
 * days are those of the clock, so that thinning again and again comes to the
 * same. */
gboolean
kq_versions_table_thin (KqSqlite  *db,
                        gint64     clock,
                        guint     *n_removed,
                        GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "DELETE FROM versions WHERE key IN ("
    "  SELECT v.key FROM versions AS v JOIN campaigns AS c ON c.key = v.campaign"
    "  WHERE v.number <> c.head AND v.clock < ?1"
    "  AND NOT EXISTS (SELECT 1 FROM sync_campaigns AS s"
    "                  WHERE s.campaign = v.campaign AND s.base = v.number) AND ("
    "    v.clock < ?3 OR EXISTS ("
    "      SELECT 1 FROM versions AS w WHERE w.campaign = v.campaign AND w.number > v.number"
    "      AND w.clock < ?1"
    "      AND w.clock / iif (v.clock < ?2, ?5, ?4) = v.clock / iif (v.clock < ?2, ?5, ?4))))",
    error);
  gint64 n;

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, clock - KQ_DAY);
  kq_statement_bind_int (statement, 2, clock - 7 * KQ_DAY);
  kq_statement_bind_int (statement, 3, clock - 30 * KQ_DAY);
  kq_statement_bind_int (statement, 4, KQ_HOUR);
  kq_statement_bind_int (statement, 5, KQ_DAY);
  if (!kq_statement_run (statement, error) ||
      !kq_sqlite_get_int (db, "SELECT changes ()", &n, error))
    return FALSE;
  *n_removed = n;

  return TRUE;
}
