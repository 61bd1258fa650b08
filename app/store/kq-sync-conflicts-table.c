/* kq-sync-conflicts-table.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-conflicts-table.h"

#include "kq-format.h"
#include "kq-json.h"

/* No value of a campaign is larger. */
static const KqJsonLimits limits = {
  .max_bytes = KQ_FORMAT_MAX_BYTES,
  .max_depth = 64,
  .max_items = 20000,
  .max_text = 256 * 1024,
};

static char *
to_text (JsonNode *node)
{
  gsize length;

  return node != NULL ? kq_json_write (node, &length) : NULL;
}

static JsonNode *
read_node (KqStatement *statement,
           int          column)
{
  const char *text = kq_statement_get_text (statement, column);
  JsonNode *node = text != NULL ? kq_json_read (text, strlen (text), &limits, NULL) : NULL;

  if (node != NULL)
    json_node_seal (node);

  return node;
}

gboolean
kq_sync_conflicts_table_set (KqSqlite    *db,
                             gint64       campaign,
                             KqConflict  *conflict,
                             JsonNode    *value,
                             const char  *editor,
                             const char  *edited,
                             GError     **error)
{
  g_autofree char *base = to_text (kq_conflict_get_base (conflict));
  g_autofree char *mine = to_text (kq_conflict_get_mine (conflict));
  g_autofree char *theirs = to_text (kq_conflict_get_theirs (conflict));
  g_autofree char *value_text = to_text (value);
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "INSERT OR REPLACE INTO sync_conflicts (campaign, kind, pointer, base, mine, theirs, value, "
    "editor, edited) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_int (statement, 2, kq_conflict_get_kind (conflict));
  kq_statement_bind_text (statement, 3, kq_conflict_get_pointer (conflict));
  kq_statement_bind_text (statement, 4, base);
  kq_statement_bind_text (statement, 5, mine);
  kq_statement_bind_text (statement, 6, theirs);
  kq_statement_bind_text (statement, 7, value_text);
  kq_statement_bind_text (statement, 8, editor);
  kq_statement_bind_text (statement, 9, edited);

  return kq_statement_run (statement, error);
}

gboolean
kq_sync_conflicts_table_remove (KqSqlite    *db,
                                gint64       campaign,
                                const char  *pointer,
                                GError     **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "DELETE FROM sync_conflicts WHERE campaign = ?1 AND pointer = ?2", error);

  if (statement == NULL)
    return FALSE;
  kq_statement_bind_int (statement, 1, campaign);
  kq_statement_bind_text (statement, 2, pointer);

  return kq_statement_run (statement, error);
}

gboolean
kq_sync_conflicts_table_count (KqSqlite  *db,
                               guint     *n,
                               GError   **error)
{
  gint64 count;

  if (!kq_sqlite_get_int (db, "SELECT count (*) FROM sync_conflicts", &count, error))
    return FALSE;
  *n = count;

  return TRUE;
}

static KqSyncConflict *
read_conflict (KqStatement *statement)
{
  g_autoptr (JsonNode) base = read_node (statement, 4);
  g_autoptr (JsonNode) mine = read_node (statement, 5);
  g_autoptr (JsonNode) theirs = read_node (statement, 6);
  KqSyncConflict *self = g_new0 (KqSyncConflict, 1);

  self->campaign = g_strdup (kq_statement_get_text (statement, 0));
  self->name = g_utf8_make_valid (kq_statement_get_text (statement, 1), -1);
  self->conflict = kq_conflict_new (kq_statement_get_int (statement, 2),
                                    kq_statement_get_text (statement, 3), base, mine, theirs);
  self->value = read_node (statement, 7);
  self->editor = g_strdup (kq_statement_get_text (statement, 8));
  self->edited = g_strdup (kq_statement_get_text (statement, 9));

  return self;
}

GPtrArray *
kq_sync_conflicts_table_list (KqSqlite  *db,
                              gint64     campaign,
                              GError   **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_conflict_free);
  g_autoptr (KqStatement) statement = kq_statement_get (db,
    "SELECT c.id, c.name, f.kind, f.pointer, f.base, f.mine, f.theirs, f.value, f.editor, "
    "f.edited FROM sync_conflicts AS f CROSS JOIN campaigns AS c ON c.key = f.campaign "
    "WHERE ?1 = 0 OR f.campaign = ?1 ORDER BY f.campaign, f.pointer", error);
  KqStep step;

  if (statement == NULL)
    return NULL;
  kq_statement_bind_int (statement, 1, campaign);
  while ((step = kq_statement_step (statement, error)) == KQ_STEP_ROW)
    g_ptr_array_add (conflicts, read_conflict (statement));

  return step == KQ_STEP_DONE ? g_steal_pointer (&conflicts) : NULL;
}
