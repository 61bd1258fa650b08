/* kq-fix-all.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-fix-all-private.h"

/* Mending all that has a mend, in rounds: everything is checked, all mends that
 * don't meet are made, and again, until there is none. An object with several
 * faults takes as many rounds, whatever the number of objects. */

/* Rounds that may go by before fewer findings than ever have a mend: one mend may
 * show what another mends, but two that undo each other must come to an end. */
#define PATIENCE 32

static gboolean
is_wanted (KqFixRun  *run,
           KqFinding *finding)
{
  return kq_finding_get_fix (finding) != NULL &&
         (run->rule == NULL || g_str_equal (kq_finding_get_rule (finding), run->rule));
}

static KqCheck *
check_everything (KqFixRun  *run,
                  GError   **error)
{
  g_autoptr (KqCheck) check = kq_check_new (run->campaign, run->profiles, run->assets,
                                            run->asset_facts, run->moment);

  while (kq_check_step (check))
    if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
      return NULL;

  return g_steal_pointer (&check);
}

/* One round; @n_fixable is how many findings had a mend before it. */
static gboolean
do_round (KqFixRun  *run,
          guint     *n_fixable,
          GError   **error)
{
  g_autoptr (KqCheck) check = check_everything (run, error);
  g_autoptr (KqFixBatch) batch = kq_fix_batch_new (run->campaign);
  GPtrArray *findings;

  *n_fixable = 0;
  if (check == NULL)
    return FALSE;

  findings = kq_check_get_findings (check);
  for (guint i = 0; i < findings->len; i++)
    {
      KqFinding *finding = g_ptr_array_index (findings, i);

      if (!is_wanted (run, finding))
        continue;
      kq_fix_batch_add (batch, finding);
      (*n_fixable)++;
    }
  if (run->progress != NULL)
    kq_fix_progress_tell (run->progress, run->n_fixed, *n_fixable);

  return kq_fix_batch_apply (batch, &run->n_fixed, error);
}

gboolean
kq_fix_run (KqFixRun  *run,
            GError   **error)
{
  guint fewest = G_MAXUINT, n_fixable, patience = PATIENCE;

  do
    {
      if (!do_round (run, &n_fixable, error))
        return FALSE;
      patience = n_fixable < fewest ? PATIENCE : patience - 1;
      fewest = MIN (fewest, n_fixable);
    }
  while (n_fixable > 0 && patience > 0);

  return TRUE;
}
