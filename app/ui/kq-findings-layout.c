/* kq-findings-layout.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-findings-model-private.h"

#include "kq-section-list.h"
#include "kq-slices.h"

/* How the rows of the findings come about: in buckets by section and severity,
 * by the thousand in slices. */

/* Findings that are laid out in one step, and those that are laid out at once. */
#define STRETCH 64
#define AT_ONCE 512

static gboolean
contains (KqFindingsModel *self,
          const char      *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, self->needle) != NULL;
}

static gboolean
is_shown (KqFindingsModel *self,
          KqFinding       *finding)
{
  if ((self->severities & (1u << kq_finding_get_severity (finding))) == 0)
    return FALSE;
  if (self->platform != KQ_ALL_PLATFORMS && self->platform != kq_finding_get_platform (finding))
    return FALSE;

  return self->needle == NULL || contains (self, kq_finding_get_message (finding)) ||
         contains (self, kq_finding_get_rule (finding));
}

static gpointer
ref_finding (gconstpointer finding,
             gpointer      data)
{
  return g_object_ref ((gpointer) finding);
}

/* A heading and what is below it, in the order in which it was found but for
 * the severity. */
static void
add_group (KqFindingsModel  *self,
           GPtrArray        *rows,
           guint             group,
           GPtrArray       **buckets)
{
  guint counts[KQ_N_SEVERITIES];
  guint n = 0;

  for (guint i = 0; i < KQ_N_SEVERITIES; i++)
    n += counts[i] = buckets[i]->len;
  kq_finding_group_set_counts (self->groups[group], counts);
  if (n == 0)
    return;

  g_ptr_array_add (rows, g_object_ref (self->groups[group]));
  for (guint i = KQ_N_SEVERITIES; i-- > 0;)
    g_ptr_array_extend (rows, buckets[i], ref_finding, NULL);
}

/* The finding so far on in both the checker's lists; none behind their ends. */
static KqFinding *
get_nth (KqFindingsModel *self,
         guint            n,
         gboolean        *is_dismissed)
{
  KqFindingList *found = kq_checker_get_findings (self->checker);
  KqFindingList *dismissed = kq_checker_get_dismissed (self->checker);
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (found));

  *is_dismissed = n >= n_found;
  if (n < n_found)
    return kq_finding_list_get (found, n);
  if (n - n_found < g_list_model_get_n_items (G_LIST_MODEL (dismissed)))
    return kq_finding_list_get (dismissed, n - n_found);

  return NULL;
}

/* Looks at so many more; FALSE where there are no more. */
static gboolean
fill_buckets (KqFindingsModel *self,
              guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean is_dismissed;
      KqFinding *finding = get_nth (self, self->n_looked_at, &is_dismissed);
      guint group = self->n_groups - 1;

      if (finding == NULL)
        return FALSE;
      self->n_looked_at++;
      if (!is_shown (self, finding))
        continue;
      if (!is_dismissed)
        group = kq_section_list_find_list (kq_finding_get_pointer (finding));
      g_ptr_array_add (g_ptr_array_index (self->buckets, group * KQ_N_SEVERITIES +
                                                         kq_finding_get_severity (finding)),
                       finding);
    }

  return TRUE;
}

/* One stretch, from the first row that differs to the last. */
static void
tell_difference (KqFindingsModel *self,
                 GPtrArray       *old)
{
  guint head = 0, tail = 0, shorter = MIN (old->len, self->rows->len);

  while (head < shorter &&
         g_ptr_array_index (old, head) == g_ptr_array_index (self->rows, head))
    head++;
  while (tail < shorter - head &&
         g_ptr_array_index (old, old->len - 1 - tail) ==
         g_ptr_array_index (self->rows, self->rows->len - 1 - tail))
    tail++;

  if (head + tail < MAX (old->len, self->rows->len))
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                self->rows->len - head - tail);
}

static void
show_buckets (KqFindingsModel *self)
{
  g_autoptr (GPtrArray) buckets = g_steal_pointer (&self->buckets);
  GPtrArray *old = g_steal_pointer (&self->rows);

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->n_groups; i++)
    {
      self->dismissed = self->rows->len;
      add_group (self, self->rows, i, (GPtrArray **) &buckets->pdata[i * KQ_N_SEVERITIES]);
    }
  tell_difference (self, old);
  kq_slices_free_array (old);
}

static gboolean
lay_out_stretch (gpointer data)
{
  g_autoptr (KqFindingsModel) self = g_object_ref (KQ_FINDINGS_MODEL (data));

  if (fill_buckets (self, STRETCH))
    return TRUE;

  self->slices = 0;
  show_buckets (self);
  g_object_notify (G_OBJECT (self), "busy");

  return FALSE;
}

/* Begins to lay out what there is now. A few findings are in place at once. */
void
kq_findings_model_lay_out (KqFindingsModel *self)
{
  gboolean was_busy = self->slices != 0;

  g_clear_handle_id (&self->slices, kq_slices_remove);
  g_clear_pointer (&self->buckets, g_ptr_array_unref);
  self->buckets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->n_groups * KQ_N_SEVERITIES; i++)
    g_ptr_array_add (self->buckets, g_ptr_array_new ());
  self->n_looked_at = 0;

  if (fill_buckets (self, AT_ONCE))
    self->slices = kq_slices_add (lay_out_stretch, self);
  else
    show_buckets (self);
  if (was_busy != (self->slices != 0))
    g_object_notify (G_OBJECT (self), "busy");
}
