/* kq-finding-group.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-finding-group.h"

#include <glib/gi18n-lib.h>

#include "kq-indicator.h"

/**
 * KqFindingGroup:
 *
 * The heading of a group of findings: a title, and how many there are of each
 * severity.
 */
struct _KqFindingGroup {
  GObject     parent_instance;

  const char *title;                   /* (unowned): static, untranslated */
  guint       counts[KQ_N_SEVERITIES];
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqFindingGroup, kq_finding_group, G_TYPE_OBJECT)

static void
kq_finding_group_class_init (KqFindingGroupClass *klass)
{
  /**
   * KqFindingGroup::changed:
   * @self: the group
   *
   * There are more findings in it, or fewer, or worse ones.
   */
  signals[CHANGED] = g_signal_new ("changed", KQ_TYPE_FINDING_GROUP, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_finding_group_init (KqFindingGroup *self)
{
}

/**
 * kq_finding_group_new:
 * @title: what the findings have in common, static and untranslated
 *
 * Returns: (transfer full): a group without findings
 */
KqFindingGroup *
kq_finding_group_new (const char *title)
{
  KqFindingGroup *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (KQ_TYPE_FINDING_GROUP, NULL);
  self->title = title;

  return self;
}

/**
 * kq_finding_group_get_title:
 * @self: a group
 *
 * Returns: (transfer none): its title, in the user's language
 */
const char *
kq_finding_group_get_title (KqFindingGroup *self)
{
  g_return_val_if_fail (KQ_IS_FINDING_GROUP (self), NULL);

  return _(self->title);
}

/**
 * kq_finding_group_get_count:
 * @self: a group
 * @severity: a severity
 *
 * Returns: how many findings of just that severity are in it
 */
guint
kq_finding_group_get_count (KqFindingGroup *self,
                            KqSeverity      severity)
{
  g_return_val_if_fail (KQ_IS_FINDING_GROUP (self), 0);
  g_return_val_if_fail (severity < KQ_N_SEVERITIES, 0);

  return self->counts[severity];
}

/**
 * kq_finding_group_set_counts:
 * @self: a group
 * @counts: (array fixed-size=3): how many findings of each #KqSeverity there are
 *
 * Says what is in it.
 */
void
kq_finding_group_set_counts (KqFindingGroup *self,
                             const guint    *counts)
{
  g_return_if_fail (KQ_IS_FINDING_GROUP (self));
  g_return_if_fail (counts != NULL);

  if (memcmp (self->counts, counts, sizeof self->counts) == 0)
    return;

  memcpy (self->counts, counts, sizeof self->counts);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kq_finding_group_dup_text:
 * @self: a group
 *
 * Returns: (transfer full): its title and counts in words: “Coupons: 2 errors,
 *   1 warning”
 */
char *
kq_finding_group_dup_text (KqFindingGroup *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (KQ_IS_FINDING_GROUP (self), NULL);

  text = g_string_new (_(self->title));
  for (int severity = KQ_N_SEVERITIES - 1; severity >= 0; severity--)
    {
      g_autofree char *part = NULL;

      if (self->counts[severity] == 0)
        continue;
      part = kq_indicator_describe (severity, self->counts[severity]);
      g_string_append_printf (text, " · %s", part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
