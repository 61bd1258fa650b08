/* kq-diff.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-diff.h"
#include "kq-difference-private.h"
#include "kq-format.h"
#include "kq-merge-private.h"

/* How two versions of a campaign differ: a merge in which only one side did
 * anything, and all that it did is told. */

typedef struct {
  GPtrArray  *differences;   /* (owned) (element-type KqDifference) */
  KqCampaign *campaigns[2];  /* (owned): before and after */
} Diff;

static void
on_told (KqMergeOutcome    outcome,
         const char       *pointer,
         const KqVersions *versions,
         gpointer          data)
{
  static const KqDifferenceKind kinds[] = {
    [KQ_MERGE_ADDED] = KQ_DIFFERENCE_ADDED,
    [KQ_MERGE_REMOVED] = KQ_DIFFERENCE_REMOVED,
    [KQ_MERGE_CHANGED] = KQ_DIFFERENCE_CHANGED,
    [KQ_MERGE_MOVED] = KQ_DIFFERENCE_MOVED,
  };
  Diff *diff = data;

  g_assert (outcome <= KQ_MERGE_MOVED);

  g_ptr_array_add (diff->differences,
                   kq_difference_new (kinds[outcome], pointer, diff->campaigns,
                                      versions->base, versions->theirs));
}

static void
walk (Diff *diff)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (KQ_TYPE_CAMPAIGN);
  g_autoptr (GString) pointer = g_string_new (NULL);
  JsonNode *before = kq_object_snapshot (KQ_OBJECT (diff->campaigns[0]));
  JsonNode *after = kq_object_snapshot (KQ_OBJECT (diff->campaigns[1]));
  const KqVersions versions = { before, before, after };
  KqMergeWalk merge = { pointer, NULL, TRUE, on_told, diff };

  json_node_unref (kq_merge_object (&merge, klass, &versions));
}

/**
 * kq_diff:
 * @before: a version of a campaign, sealed
 * @after: a later one, sealed
 * @error: return location for an error
 *
 * Compares two versions of a campaign field by field, by the same walk as
 * [func@merge]. An object that is new or gone is one difference, as is a list
 * of references; a list in which what is in both has another order is one
 * more. The time taken grows with the size of the campaigns. May be called
 * from any thread.
 *
 * Returns: (transfer container) (element-type KqDifference): the differences,
 *   in the order of the tables, of a list's elements in that of @after and then
 *   what is gone; or %NULL with a #KqFormatError where one isn't a campaign
 */
GPtrArray *
kq_diff (JsonNode  *before,
         JsonNode  *after,
         GError   **error)
{
  Diff diff = { 0 };

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  if (!kq_format_check (before, error) || !kq_format_check (after, error))
    return NULL;

  diff.differences = g_ptr_array_new_with_free_func (g_object_unref);
  diff.campaigns[0] = KQ_CAMPAIGN (kq_object_new_from_node (KQ_TYPE_CAMPAIGN, before));
  diff.campaigns[1] = KQ_CAMPAIGN (kq_object_new_from_node (KQ_TYPE_CAMPAIGN, after));
  walk (&diff);
  g_object_unref (diff.campaigns[0]);
  g_object_unref (diff.campaigns[1]);

  return diff.differences;
}
