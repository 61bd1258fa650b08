/* kq-document-mend.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-document-mend.h"

#include <glib/gi18n-lib.h>

#include "kq-dismissal.h"
#include "kq-list.h"

static KqList *
get_dismissed (KqDocument *self)
{
  return kq_object_get_list (KQ_OBJECT (kq_document_get_campaign (self)), KQ_CAMPAIGN_DISMISSED);
}

typedef struct {
  char          *rule;      /* (owned) (nullable) */
  KqFixProgress *progress;  /* (owned) (nullable) */
  JsonNode      *snapshot;  /* (owned): what is being mended */
  guint          n_fixed;
} FixAll;

static void
fix_all_free (gpointer data)
{
  FixAll *fix = data;

  g_free (fix->rule);
  g_clear_object (&fix->progress);
  g_clear_pointer (&fix->snapshot, json_node_unref);
  g_free (fix);
}

/* One step, whatever was mended. */
static void
restore_fixed (KqDocument *self,
               const char *rule,
               JsonNode   *fixed)
{
  g_autofree char *name = NULL;

  /* Translators: a step that can be undone; %s is a rule's id */
  name = rule != NULL ? g_strdup_printf (_("fix all of %s"), rule) : g_strdup (_("fix everything"));
  kq_history_begin (kq_document_get_history (self), name);
  kq_object_restore (KQ_OBJECT (kq_document_get_campaign (self)), fixed);
  kq_history_end (kq_document_get_history (self));
}

static void start_fixing (GTask *task);

static void
on_fixed (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  KqDocument *self = g_task_get_source_object (task);
  FixAll *fix = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JsonNode) fixed = kq_checker_fix_all_finish (KQ_CHECKER (source), result,
                                                          &fix->n_fixed, &error);

  if (fixed == NULL)
    g_task_return_error (task, error);
  else if (kq_object_snapshot (KQ_OBJECT (kq_document_get_campaign (self))) != fix->snapshot)
    start_fixing (g_steal_pointer (&task));
  else
    {
      if (fix->n_fixed > 0)
        restore_fixed (self, fix->rule, fixed);
      g_task_return_boolean (task, TRUE);
    }
}

/* The task is taken over. What is edited meanwhile isn't lost: it begins anew. */
static void
start_fixing (GTask *task)
{
  KqDocument *self = g_task_get_source_object (task);
  FixAll *fix = g_task_get_task_data (task);

  g_clear_pointer (&fix->snapshot, json_node_unref);
  fix->snapshot = json_node_ref (kq_object_snapshot (KQ_OBJECT (kq_document_get_campaign (self))));
  kq_checker_fix_all_async (kq_document_get_checker (self), fix->rule, fix->progress,
                            g_task_get_cancellable (task), on_fixed, task);
}

/**
 * kq_document_fix_all_async:
 * @self: a document
 * @rule: (nullable): the id of the only rule whose findings to mend
 * @progress: (nullable): is told how far it has come
 * @cancellable: (nullable): may end it, so that nothing is mended
 * @callback: when it is done
 * @data: for @callback
 *
 * Mends all that has a mend, as one step that can be undone.
 */
void
kq_document_fix_all_async (KqDocument          *self,
                           const char          *rule,
                           KqFixProgress       *progress,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  GTask *task;
  FixAll *fix;

  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (progress == NULL || KQ_IS_FIX_PROGRESS (progress));

  fix = g_new0 (FixAll, 1);
  fix->rule = g_strdup (rule);
  g_set_object (&fix->progress, progress);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kq_document_fix_all_async);
  g_task_set_task_data (task, fix, fix_all_free);
  start_fixing (task);
}

/**
 * kq_document_fix_all_finish:
 * @self: a document
 * @result: what the callback was given
 * @n_fixed: (out) (optional): how many mends were made
 * @error: return location for an error
 *
 * Returns: %TRUE, or %FALSE with %G_IO_ERROR_CANCELLED, or an error of
 *   kq_campaign_edit(); the campaign is then as it was
 */
gboolean
kq_document_fix_all_finish (KqDocument    *self,
                            GAsyncResult  *result,
                            guint         *n_fixed,
                            GError       **error)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (n_fixed != NULL)
    *n_fixed = ((FixAll *) g_task_get_task_data (G_TASK (result)))->n_fixed;

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kq_document_n_fixable:
 * @self: a document
 * @rule: (nullable): the id of the only rule to look at
 *
 * Returns: how many findings have a mend
 */
guint
kq_document_n_fixable (KqDocument *self,
                       const char *rule)
{
  KqFindingList *findings;
  guint n = 0;

  g_return_val_if_fail (KQ_IS_DOCUMENT (self), 0);

  findings = kq_document_get_findings (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    {
      KqFinding *finding = kq_finding_list_get (findings, i);

      n += kq_finding_get_fix (finding) != NULL &&
           (rule == NULL || g_str_equal (kq_finding_get_rule (finding), rule));
    }

  return n;
}

/* Whether @dismissal is what puts @finding away. */
static gboolean
is_of (KqObject  *dismissal,
       KqFinding *finding)
{
  return g_str_equal (kq_object_get_text (dismissal, KQ_DISMISSAL_RULE),
                      kq_finding_get_rule (finding)) &&
         g_str_equal (kq_object_get_text (dismissal, KQ_DISMISSAL_OBJECT),
                      kq_finding_get_object_id (finding));
}

/**
 * kq_document_dismiss:
 * @self: a document
 * @finding: one of its findings
 *
 * Puts an advice away, for this campaign, as one step that can be undone: the
 * rule says nothing more of that object. Errors and warnings stay.
 */
void
kq_document_dismiss (KqDocument *self,
                     KqFinding  *finding)
{
  g_autoptr (KqObject) dismissal = NULL;
  KqList *list;

  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (KQ_IS_FINDING (finding));

  if (kq_finding_get_severity (finding) != KQ_SEVERITY_ADVICE)
    return;

  /* Asked for twice before it was checked again */
  list = get_dismissed (self);
  for (guint i = 0; i < kq_list_get_length (list); i++)
    if (is_of (kq_list_get (list, i), finding))
      return;

  dismissal = g_object_new (KQ_TYPE_DISMISSAL, NULL);
  kq_object_set_text (dismissal, KQ_DISMISSAL_RULE, kq_finding_get_rule (finding));
  kq_object_set_text (dismissal, KQ_DISMISSAL_OBJECT, kq_finding_get_object_id (finding));

  kq_history_begin (kq_document_get_history (self), _("dismiss advice"));
  kq_list_append (list, dismissal);
  kq_history_end (kq_document_get_history (self));
}

/**
 * kq_document_bring_back:
 * @self: a document
 * @finding: one of what kq_checker_get_dismissed() lists
 *
 * Lets the rule speak of the object again, as one step that can be undone.
 */
void
kq_document_bring_back (KqDocument *self,
                        KqFinding  *finding)
{
  KqList *list;

  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (KQ_IS_FINDING (finding));

  list = get_dismissed (self);
  kq_history_begin (kq_document_get_history (self), _("bring advice back"));
  for (guint i = kq_list_get_length (list); i-- > 0;)
    if (is_of (kq_list_get (list, i), finding))
      kq_list_remove (list, i);
  kq_history_end (kq_document_get_history (self));
}
