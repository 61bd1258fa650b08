/* kq-campaigns-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaigns-table.h"

#include <glib/gi18n-lib.h>

#include "kq-library-item-private.h"

/* How it stands with the remote, where there is one, in the order of KqItemSync */
#define SYNC_COLUMN \
  "CASE WHEN NOT EXISTS (SELECT 1 FROM remote) THEN 0" \
  " WHEN EXISTS (SELECT 1 FROM sync_conflicts AS f WHERE f.campaign = campaigns.key) THEN 3" \
  " ELSE ifnull ((SELECT CASE WHEN s.gone = 2 THEN 5 WHEN s.refused = head THEN 4" \
  "   WHEN s.rev = '' OR s.ahead OR s.base <> head OR (state = 2) <> (s.gone = 1) THEN 2" \
  "   ELSE 1 END FROM sync_campaigns AS s WHERE s.campaign = campaigns.key), 2) END"

#define ITEM_COLUMNS \
  "id, name, start_seconds, start_offset, end_seconds, end_offset, platforms, state, updated, " \
  "head, errors, warnings, advice, checked, counted, " SYNC_COLUMN

/* Says that there is no campaign of that id. */
void
kq_campaigns_table_set_not_found (const char  *id,
                                  GError     **error)
{
  g_set_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND,
               _("The library has no campaign “%s”"), id);
}

/* Where the campaign is, %KQ_STEP_DONE where there is none of that id. */
KqStep
kq_campaigns_table_find (KqSqlite        *db,
                         const char      *id,
                         KqCampaignHead  *head,
                         GError         **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT key, head, state FROM campaigns WHERE id = ?1", error);
  KqStep step;

  if (statement == NULL)
    return KQ_STEP_FAILED;
  kq_statement_bind_text (statement, 1, id);
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_ROW)
    *head = (KqCampaignHead) { kq_statement_get_int (statement, 0),
                               kq_statement_get_int (statement, 1),
                               kq_statement_get_int (statement, 2) };

  return step;
}

/* A row that kq_campaigns_table_set_head() has yet to fill. */
gboolean
kq_campaigns_table_add (KqSqlite    *db,
                        const char  *id,
                        gint64      *key,
                        GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT INTO campaigns (id, head, name, platforms, state, state_clock, updated, errors, "
    "warnings, advice, checked, counted, change) "
    "VALUES (?1, 0, '', 0, 0, 0, 0, -1, -1, -1, 0, 0, 0)", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, id);

  return kq_statement_run (statement, error) &&
         kq_sqlite_get_int (db, "SELECT last_insert_rowid ()", key, error);
}

static void
bind_time (KqStatement *statement,
           int          index,
           KqTime       time)
{
  if (!kq_time_is_set (time))
    return;

  kq_statement_bind_int (statement, index, time.seconds);
  kq_statement_bind_int (statement, index + 1, time.offset);
}

gboolean
kq_campaigns_table_set_head (KqSqlite               *db,
                             gint64                  key,
                             gint64                  number,
                             const KqCampaignFacts  *facts,
                             gint64                  saved,
                             gint64                  change,
                             GError                **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "UPDATE campaigns SET head = ?2, name = ?3, start_seconds = ?4, start_offset = ?5, "
    "end_seconds = ?6, end_offset = ?7, platforms = ?8, updated = ?9, change = ?10 "
    "WHERE key = ?1", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, key);
  kq_statement_bind_int (statement, 2, number);
  kq_statement_bind_text (statement, 3, facts->name);
  bind_time (statement, 4, facts->start);
  bind_time (statement, 6, facts->end);
  kq_statement_bind_int (statement, 8, facts->platforms);
  kq_statement_bind_int (statement, 9, saved);
  kq_statement_bind_int (statement, 10, change);

  return kq_statement_run (statement, error);
}

gboolean
kq_campaigns_table_set_state (KqSqlite        *db,
                              gint64           key,
                              KqLibraryState   state,
                              gint64           clock,
                              gint64           change,
                              GError         **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "UPDATE campaigns SET state = ?2, state_clock = ?3, change = ?4 WHERE key = ?1", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, key);
  kq_statement_bind_int (statement, 2, state);
  kq_statement_bind_int (statement, 3, clock);
  kq_statement_bind_int (statement, 4, change);

  return kq_statement_run (statement, error);
}

gboolean
kq_campaigns_table_set_counts (KqSqlite   *db,
                               gint64      key,
                               gint64      number,
                               const int   counts[3],
                               gint64      checked,
                               gint64      change,
                               GError    **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "UPDATE campaigns SET errors = ?2, warnings = ?3, advice = ?4, checked = ?5, counted = ?6, "
    "change = ?7 WHERE key = ?1", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, key);
  for (int i = 0; i < 3; i++)
    kq_statement_bind_int (statement, 2 + i, counts[i]);
  kq_statement_bind_int (statement, 5, checked);
  kq_statement_bind_int (statement, 6, number);
  kq_statement_bind_int (statement, 7, change);

  return kq_statement_run (statement, error);
}

static KqTime
get_time (KqStatement *statement,
          int          column)
{
  if (kq_statement_is_null (statement, column))
    return KQ_TIME_NONE;

  return (KqTime) { kq_statement_get_int (statement, column),
                    kq_statement_get_int (statement, column + 1) };
}

/* The columns are ITEM_COLUMNS. */
static KqLibraryItem *
read_item (KqStatement *statement)
{
  g_autofree char *name = g_utf8_make_valid (kq_statement_get_text (statement, 1), -1);
  const KqItemFacts facts = {
    .id = kq_statement_get_text (statement, 0),
    .name = name,
    .start = get_time (statement, 2),
    .end = get_time (statement, 4),
    .platforms = kq_statement_get_int (statement, 6),
    .state = kq_statement_get_int (statement, 7),
    .updated = kq_statement_get_int (statement, 8),
    .version = kq_statement_get_int (statement, 9),
    .counts = { kq_statement_get_int (statement, 10), kq_statement_get_int (statement, 11),
                kq_statement_get_int (statement, 12) },
    .checked = kq_statement_get_int (statement, 13),
    .counted = kq_statement_get_int (statement, 14),
    .sync = kq_statement_get_int (statement, 15),
  };

  return kq_library_item_new (&facts);
}

/* Those of the states in @flags that changed after @since, the last saved
 * first: (element-type KqLibraryItem) */
GPtrArray *
kq_campaigns_table_list (KqSqlite  *db,
                         guint      flags,
                         gint64     since,
                         GError   **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT " ITEM_COLUMNS " FROM campaigns WHERE ?1 >> state & 1 AND change > ?2 "
    "ORDER BY updated DESC, key DESC", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  kq_statement_bind_int (statement, 1, flags);
  kq_statement_bind_int (statement, 2, since);
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    g_ptr_array_add (items, read_item (statement));

  return step == KQ_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

KqLibraryItem *
kq_campaigns_table_get (KqSqlite    *db,
                        const char  *id,
                        GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT " ITEM_COLUMNS " FROM campaigns WHERE id = ?1", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  kq_statement_bind_text (statement, 1, id);
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_DONE)
    kq_campaigns_table_set_not_found (id, error);

  return step == KQ_STEP_ROW ? read_item (statement) : NULL;
}

/* The ids of at most @limit that changed after @since: (element-type utf8) */
GPtrArray *
kq_campaigns_table_list_changed (KqSqlite  *db,
                                 gint64     since,
                                 guint      limit,
                                 GError   **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT id FROM campaigns WHERE change > ?1 LIMIT ?2", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  kq_statement_bind_int (statement, 1, since);
  kq_statement_bind_int (statement, 2, limit);
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    g_ptr_array_add (ids, g_strdup (kq_statement_get_text (statement, 0)));

  return step == KQ_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* The newest version of the campaign of that key; 0 where there is none */
gboolean
kq_campaigns_table_get_head (KqSqlite  *db,
                             gint64     key,
                             gint64    *number,
                             GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT head FROM campaigns WHERE key = ?1", error);
  KqStep step;

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, key);
  step = kq_statement_step (statement, error);
  *number = step == KQ_STEP_ROW ? kq_statement_get_int (statement, 0) : 0;

  return step != KQ_STEP_FAILED;
}

/* Those who follow have to look at it. */
gboolean
kq_campaigns_table_touch_key (KqSqlite  *db,
                              gint64     key,
                              gint64     change,
                              GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "UPDATE campaigns SET change = ?2 WHERE key = ?1", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, key);
  kq_statement_bind_int (statement, 2, change);

  return kq_statement_run (statement, error);
}

/* Removes those that were deleted before @before by the library's clock, with
 * all that hangs on them; but not before the team's remote knows. */
gboolean
kq_campaigns_table_purge (KqSqlite  *db,
                          gint64     before,
                          guint     *n_purged,
                          GError   **error)
{
  gint64 n;

  if (!kq_sqlite_set_int (db, "DELETE FROM campaigns WHERE state = 2 AND state_clock < ?1 "
                          "AND key NOT IN (SELECT campaign FROM sync_campaigns "
                          "WHERE rev <> '' AND gone <> 1)", before, error) ||
      !kq_sqlite_get_int (db, "SELECT changes ()", &n, error))
    return FALSE;
  *n_purged = n;

  return TRUE;
}

G_STATIC_ASSERT (KQ_LIBRARY_STATE_DELETED == 2);

/* So that others are told of what isn't part of its text */
gboolean
kq_campaigns_table_touch (KqSqlite    *db,
                          const char  *id,
                          gint64       change,
                          GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "UPDATE campaigns SET change = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_text (statement, 1, id);
  kq_statement_bind_int (statement, 2, change);

  return kq_statement_run (statement, error);
}
