/* kq-search-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-search-table.h"

#include <string.h>

#include "kq-campaign-facts.h"

/* kq_contains (text, words): whether @text holds all of the lines of @words.
 * SQLite's own instr() compares at every place. */
static void
contains (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  const char *text = sqlite3_value_blob (values[0]);
  gsize length = sqlite3_value_bytes (values[0]);
  const char *word = sqlite3_value_blob (values[1]);
  const char *end = word + sqlite3_value_bytes (values[1]);
  gboolean found = TRUE;

  while (found && word < end)
    {
      const char *stop = memchr (word, '\n', end - word);

      if (stop == NULL)
        stop = end;
      found = stop == word || (text != NULL && memmem (text, length, word, stop - word) != NULL);
      word = MIN (stop + 1, end);
    }
  sqlite3_result_int (context, found);
}

/* For every connection once. */
void
kq_search_table_prepare (KqSqlite *db)
{
  kq_sqlite_add_function (db, "kq_contains", 2, contains);
}

/* @text as kq_search_fold() made it */
gboolean
kq_search_table_set (KqSqlite    *db,
                     gint64       campaign,
                     const char  *text,
                     GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT INTO search (campaign, text) VALUES (?1, ?2) "
    "ON CONFLICT (campaign) DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
    error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_text (statement, 2, text);

  return kq_statement_run (statement, error);
}

static char *
to_lines (const char *words)
{
  g_autofree char *folded = kq_search_fold (words);
  g_auto (GStrv) split = g_strsplit_set (folded, " \t\n\r", -1);

  return g_strjoinv ("\n", split);
}

/* The ids of the campaigns that hold all of the words: (element-type utf8) */
GPtrArray *
kq_search_table_find (KqSqlite    *db,
                      const char  *words,
                      GError     **error)
{
  g_autofree char *lines = to_lines (words);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT id FROM campaigns JOIN search ON campaign = key WHERE kq_contains (text, ?1)", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  kq_statement_bind_text (statement, 1, lines);
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    g_ptr_array_add (ids, g_strdup (kq_statement_get_text (statement, 0)));

  return step == KQ_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}
