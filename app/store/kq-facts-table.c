/* kq-facts-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-table.h"

/* What @content is of as well: one row put in another's place is found. */
static GBytes *
digest_of (const char *campaign,
           gint64      day,
           GBytes     *content)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *place = g_strdup_printf ("%s %" G_GINT64_FORMAT "\n", campaign, day);
  guint8 digest[32];
  gsize length = sizeof digest, size;
  const guint8 *data = g_bytes_get_data (content, &size);

  g_checksum_update (checksum, (const guchar *) place, -1);
  g_checksum_update (checksum, data, size);
  g_checksum_get_digest (checksum, digest, &length);

  return g_bytes_new (digest, sizeof digest);
}

static gboolean
is_day (gint64 day)
{
  return day >= KQ_FACTS_FIRST_DAY && day <= KQ_FACTS_LAST_DAY;
}

/* What doesn't read as facts is damage like any other. */
static gboolean
decode (KqFacts  *facts,
        gint64    day,
        GBytes   *content,
        GError  **error)
{
  g_autoptr (GError) local_error = NULL;

  if (is_day (day) && kq_facts_decode_day (facts, day, content, &local_error))
    return TRUE;

  if (g_error_matches (local_error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_LIMIT))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, KQ_SQLITE_ERROR, KQ_SQLITE_ERROR_DAMAGED, "facts of no day");

  return FALSE;
}

/* Adds all days of a campaign. */
gboolean
kq_facts_table_load (KqSqlite    *db,
                     const char  *campaign,
                     KqFacts     *facts,
                     GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT day, content FROM facts WHERE campaign = ?1 ORDER BY day", error);
  KqStep step;

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, campaign);
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    {
      g_autoptr (GBytes) content = kq_statement_dup_bytes (statement, 1);

      if (!decode (facts, kq_statement_get_int (statement, 0), content, error))
        return FALSE;
    }

  return step == KQ_STEP_DONE;
}

/* Adds one day of a campaign; %KQ_STEP_DONE where there is nothing of it. */
KqStep
kq_facts_table_get (KqSqlite    *db,
                    const char  *campaign,
                    gint32       day,
                    KqFacts     *facts,
                    GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT content FROM facts WHERE campaign = ?1 AND day = ?2", error);
  g_autoptr (GBytes) content = NULL;
  KqStep step;

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_text (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, day);
  step = kq_statement_step (statement, error);
  if (step != KQ_STEP_ROW)
    return step;
  content = kq_statement_dup_bytes (statement, 0);

  return decode (facts, day, content, error) ? KQ_STEP_ROW : KQ_STEP_FAILED;
}

static gboolean
remove_day (KqSqlite    *db,
            const char  *campaign,
            gint32       day,
            GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "DELETE FROM facts WHERE campaign = ?1 AND day = ?2", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, day);

  return kq_statement_run (statement, error);
}

static gboolean
put_day (KqSqlite    *db,
         const char  *campaign,
         gint32       day,
         GBytes      *content,
         gint64       change,
         GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT INTO facts (campaign, day, change, digest, content) VALUES (?1, ?2, ?3, ?4, ?5) "
    "ON CONFLICT (campaign, day) DO UPDATE SET change = excluded.change, "
    "digest = excluded.digest, content = excluded.content", error);
  g_autoptr (GBytes) digest = digest_of (campaign, day, content);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, day);
  kq_statement_bind_int (statement, 3, change);
  kq_statement_bind_bytes (statement, 4, digest);
  kq_statement_bind_bytes (statement, 5, content);

  return kq_statement_run (statement, error);
}

/* Says what there is of one day: what @facts, which are settled, hold of it.
 * Nothing takes the day away. */
gboolean
kq_facts_table_replace (KqSqlite    *db,
                        const char  *campaign,
                        gint32       day,
                        KqFacts     *facts,
                        gint64       change,
                        GError     **error)
{
  g_autoptr (GBytes) content = NULL;
  guint n_rows;

  kq_facts_find_day (facts, day, &n_rows);
  if (n_rows == 0)
    return remove_day (db, campaign, day, error);
  content = kq_facts_encode_day (facts, day);

  return put_day (db, campaign, day, content, change, error);
}

/* The days of a campaign that were written after change @since, -1 for all:
 * (element-type gint32), in order. */
GArray *
kq_facts_table_list_changed (KqSqlite    *db,
                             const char  *campaign,
                             gint64       since,
                             GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT day FROM facts WHERE campaign = ?1 AND change > ?2 ORDER BY day", error);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));
  KqStep step;

  if (statement == NULL)
    return NULL;
  kq_statement_bind_text (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, since);
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    {
      gint32 day = (gint32) kq_statement_get_int (statement, 0);

      g_array_append_val (days, day);
    }

  return step == KQ_STEP_DONE ? g_steal_pointer (&days) : NULL;
}

/* A row of KQ_FACTS_TABLE_ROWS_SQL into another library, where it proves to be
 * what was stored. */
gboolean
kq_facts_table_restore (KqSqlite     *db,
                        KqStatement  *row,
                        gint64        change,
                        gboolean     *sound,
                        GError      **error)
{
  const char *campaign = kq_statement_get_text (row, 1);
  gint64 day = kq_statement_get_int (row, 2);
  g_autoptr (GBytes) digest = kq_statement_dup_bytes (row, 3);
  g_autoptr (GBytes) content = kq_statement_dup_bytes (row, 4);
  g_autoptr (GBytes) expected = NULL;

  if (campaign != NULL)
    expected = digest_of (campaign, day, content);
  *sound = expected != NULL && is_day (day) && g_bytes_equal (digest, expected);

  return !*sound || put_day (db, campaign, day, content, change, error);
}
