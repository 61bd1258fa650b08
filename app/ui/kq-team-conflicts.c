/* kq-team-conflicts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-team-conflicts.h"

#include "kq-conflict-words.h"
#include "kq-diff.h"
#include "kq-money.h"

static void
team_conflict_free (gpointer data)
{
  KqTeamConflict *self = data;

  kq_sync_conflict_free (self->conflict);
  g_free (self->place);
  g_free (self->base);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self);
}

/* (transfer full) (nullable): how the campaign would differ with @value in that
 * place */
static KqDifference *
find_difference (KqConflict *conflict,
                 JsonNode   *campaign,
                 JsonNode   *value)
{
  g_autoptr (JsonNode) other = kq_conflict_resolve (conflict, campaign, value, NULL);
  g_autoptr (GPtrArray) differences = other != NULL ? kq_diff (campaign, other, NULL) : NULL;
  KqDifference *found = kq_conflict_find_difference (conflict, differences);

  return found != NULL ? g_object_ref (found) : NULL;
}

/* What stands there now is no difference: it is what another one differs from. */
static char *
dup_text (KqConflict   *conflict,
          JsonNode     *campaign,
          JsonNode     *value,
          KqDifference *other)
{
  g_autoptr (KqDifference) difference = find_difference (conflict, campaign, value);
  char *text = NULL;

  if (difference != NULL)
    text = kq_difference_dup_after_text (difference);
  else if (other != NULL)
    text = kq_difference_dup_before_text (other);

  return kq_conflict_describe_side (text, value);
}

static void
read_kind (KqTeamConflict *self,
           KqDifference   *difference)
{
  KqObject *object = difference != NULL ? kq_difference_get_object (difference) : NULL;
  const guint field = difference != NULL ? kq_difference_get_field (difference) : KQ_NO_FIELD;

  if (object == NULL || field == KQ_NO_FIELD ||
      kq_conflict_get_kind (self->conflict->conflict) != KQ_CONFLICT_VALUE)
    return;

  self->kind = kq_object_get_field (object, field)->kind;
  self->can_type = self->kind == KQ_FIELD_TEXT || self->kind == KQ_FIELD_FEN ||
                   self->kind == KQ_FIELD_INT;
}

/* Takes @source. */
static KqTeamConflict *
make (KqSyncConflict *source,
      JsonNode       *campaign)
{
  KqConflict *conflict = source->conflict;
  KqTeamConflict *self = g_new0 (KqTeamConflict, 1);
  g_autoptr (KqDifference) difference = NULL;

  self->conflict = source;
  difference = find_difference (conflict, campaign, kq_conflict_get_theirs (conflict));
  if (difference == NULL)
    difference = find_difference (conflict, campaign, kq_conflict_get_mine (conflict));
  self->place = kq_conflict_describe_place (conflict, difference);
  self->base = dup_text (conflict, campaign, kq_conflict_get_base (conflict), difference);
  self->mine = dup_text (conflict, campaign, kq_conflict_get_mine (conflict), difference);
  self->theirs = dup_text (conflict, campaign, kq_conflict_get_theirs (conflict), difference);
  read_kind (self, difference);

  return self;
}

/* Takes the elements of @conflicts, which are ordered by campaign. */
static gboolean
make_all (KqLibrary     *library,
          GPtrArray     *conflicts,
          GPtrArray     *all,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (JsonNode) campaign = NULL;
  const char *id = NULL;

  for (guint i = 0; i < conflicts->len; i++)
    {
      KqSyncConflict *source = g_ptr_array_index (conflicts, i);

      if (g_strcmp0 (id, source->campaign) != 0)
        {
          g_clear_pointer (&campaign, json_node_unref);
          id = source->campaign;
          campaign = kq_library_load (library, id, 0, NULL, cancellable, error);
          if (campaign == NULL)
            return FALSE;
        }
      conflicts->pdata[i] = NULL;
      g_ptr_array_add (all, make (source, campaign));
      id = source->campaign;
    }

  return TRUE;
}

static void
conflict_clear (gpointer data)
{
  if (data != NULL)
    kq_sync_conflict_free (data);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) conflicts = kq_library_sync_list_conflicts (source, NULL, &error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (team_conflict_free);

  if (conflicts != NULL)
    g_ptr_array_set_free_func (conflicts, conflict_clear);
  if (conflicts != NULL && make_all (source, conflicts, all, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&all), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * kq_team_conflicts_load_async:
 * @library: a library
 * @cancellable: (nullable): to give up
 * @callback: (scope async): called when done
 * @data: for @callback
 *
 * Reads what somebody has to decide about, of all campaigns.
 */
void
kq_team_conflicts_load_async (KqLibrary           *library,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KQ_IS_LIBRARY (library));

  task = g_task_new (library, cancellable, callback, data);
  g_task_set_source_tag (task, kq_team_conflicts_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * kq_team_conflicts_load_finish:
 * @library: a library
 * @result: of kq_team_conflicts_load_async()
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KqTeamConflict): the conflicts, by campaign;
 *   %NULL with an error of #KqLibraryError or #GIOErrorEnum
 */
GPtrArray *
kq_team_conflicts_load_finish (KqLibrary     *library,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kq_team_conflict_parse:
 * @conflict: one that can be typed
 * @text: what was typed
 * @error: return location for an error
 *
 * Returns: (transfer full): the value, or %NULL with an error of #KqMoneyError
 */
JsonNode *
kq_team_conflict_parse (const KqTeamConflict  *conflict,
                        const char            *text,
                        GError               **error)
{
  JsonNode *node = json_node_alloc ();
  gint64 number = 0;

  if (conflict->kind == KQ_FIELD_TEXT)
    return json_node_init_string (node, text);
  if (conflict->kind == KQ_FIELD_FEN ? kq_money_parse (text, &number, error)
                                     : kq_count_parse (text, &number, error))
    return json_node_init_int (node, number);

  json_node_free (node);
  return NULL;
}
