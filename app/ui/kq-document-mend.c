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

/**
 * kq_document_fix_all:
 * @self: a document
 * @rule: (nullable): the id of the only rule whose findings to mend
 * @n_fixed: (out) (optional): how many mends were made
 * @error: return location for an error
 *
 * Mends all that has a mend, as one step that can be undone.
 *
 * Returns: as kq_checker_fix_all()
 */
gboolean
kq_document_fix_all (KqDocument  *self,
                     const char  *rule,
                     guint       *n_fixed,
                     GError     **error)
{
  g_autofree char *name = NULL;
  gboolean is_fixed;

  g_return_val_if_fail (KQ_IS_DOCUMENT (self), FALSE);

  /* Translators: a step that can be undone; %s is a rule's id */
  name = rule != NULL ? g_strdup_printf (_("fix all of %s"), rule) : g_strdup (_("fix everything"));
  kq_history_begin (kq_document_get_history (self), name);
  is_fixed = kq_checker_fix_all (kq_document_get_checker (self), rule, n_fixed, error);
  kq_history_end (kq_document_get_history (self));

  return is_fixed;
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
