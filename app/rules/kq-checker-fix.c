/* kq-checker-fix.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-checker-private.h"
#include "kq-fix-all-private.h"

/* Mending all that the checker finds: at once, or in a thread. */

/**
 * kq_checker_fix_all:
 * @self: a checker
 * @rule: (nullable): the id of the only rule whose findings to mend
 * @n_fixed: (out) (optional): how many mends were made
 * @error: return location for an error
 *
 * Mends all that has a mend, now: in rounds, of those that don't meet, and
 * checked anew after each, since a mend is made for the campaign as it is then.
 * The findings are up to date afterwards, and tell of it once.
 *
 * Returns: %TRUE, or %FALSE with the error of kq_campaign_edit() where a mend
 *   failed; those before it were made
 */
gboolean
kq_checker_fix_all (KqChecker   *self,
                    const char  *rule,
                    guint       *n_fixed,
                    GError     **error)
{
  KqFixRun run = { NULL };
  gboolean is_fixed;

  g_return_val_if_fail (KQ_IS_CHECKER (self), FALSE);

  run.campaign = self->campaign;
  run.profiles = self->profiles;
  run.assets = self->assets;
  run.asset_facts = self->asset_facts;
  run.moment = kq_checker_get_moment (self);
  run.rule = rule;
  is_fixed = kq_fix_run (&run, error);
  kq_checker_run (self);
  if (n_fixed != NULL)
    *n_fixed = run.n_fixed;

  return is_fixed;
}

static void
fix_run_free (gpointer data)
{
  KqFixRun *run = data;

  g_clear_object (&run->campaign);
  g_clear_object (&run->profiles);
  g_clear_pointer (&run->asset_facts, g_hash_table_unref);
  g_free ((char *) run->rule);
  g_clear_object (&run->progress);
  g_free (run);
}

typedef struct {
  KqFixRun *run;       /* (owned) */
  JsonNode *snapshot;  /* (owned): what there was, then what there is */
} FixTask;

static void
fix_task_free (gpointer data)
{
  FixTask *task = data;

  json_node_unref (task->snapshot);
  fix_run_free (task->run);
  g_free (task);
}

/* In a thread of its own, with a campaign of its own: nobody else sees it. */
static void
fix_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  FixTask *fix = data;
  GError *error = NULL;

  fix->run->campaign = g_object_new (KQ_TYPE_CAMPAIGN, NULL);
  kq_object_restore (KQ_OBJECT (fix->run->campaign), fix->snapshot);
  fix->run->cancellable = cancellable;
  if (!kq_fix_run (fix->run, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task,
                         json_node_ref (kq_object_snapshot (KQ_OBJECT (fix->run->campaign))),
                         (GDestroyNotify) json_node_unref);
}

/**
 * kq_checker_fix_all_async:
 * @self: a checker
 * @rule: (nullable): the id of the only rule whose findings to mend
 * @progress: (nullable): is told how far it has come
 * @cancellable: (nullable): may end it
 * @callback: when it is done
 * @data: for @callback
 *
 * Works out in a thread what kq_checker_fix_all() would make of the campaign as
 * it is now. The campaign itself stays as it is. Images whose bytes haven't been
 * looked at by a check are taken for what the campaign says of them.
 */
void
kq_checker_fix_all_async (KqChecker           *self,
                          const char          *rule,
                          KqFixProgress       *progress,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  FixTask *fix;

  g_return_if_fail (KQ_IS_CHECKER (self));
  g_return_if_fail (progress == NULL || KQ_IS_FIX_PROGRESS (progress));

  fix = g_new0 (FixTask, 1);
  fix->snapshot = json_node_ref (kq_object_snapshot (KQ_OBJECT (self->campaign)));
  fix->run = g_new0 (KqFixRun, 1);
  fix->run->profiles = g_object_ref (self->profiles);
  fix->run->asset_facts = kq_asset_facts_table_copy (self->asset_facts);
  fix->run->moment = kq_checker_get_moment (self);
  fix->run->rule = g_strdup (rule);
  g_set_object (&fix->run->progress, progress);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kq_checker_fix_all_async);
  g_task_set_task_data (task, fix, fix_task_free);
  g_task_run_in_thread (task, fix_in_thread);
}

/**
 * kq_checker_fix_all_finish:
 * @self: a checker
 * @result: what the callback was given
 * @n_fixed: (out) (optional): how many mends were made
 * @error: return location for an error
 *
 * Returns: (transfer full): the campaign's snapshot with all mends, to be
 *   restored where it hasn't changed meanwhile; or %NULL with
 *   %G_IO_ERROR_CANCELLED, or an error of kq_campaign_edit()
 */
JsonNode *
kq_checker_fix_all_finish (KqChecker     *self,
                           GAsyncResult  *result,
                           guint         *n_fixed,
                           GError       **error)
{
  g_return_val_if_fail (KQ_IS_CHECKER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (n_fixed != NULL)
    *n_fixed = ((FixTask *) g_task_get_task_data (G_TASK (result)))->run->n_fixed;

  return g_task_propagate_pointer (G_TASK (result), error);
}
