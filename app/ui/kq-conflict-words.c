/* kq-conflict-words.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-conflict-words.h"

#include <glib/gi18n-lib.h>

/**
 * kq_conflict_find_difference:
 * @conflict: a conflict
 * @differences: (nullable) (element-type KqDifference): how two campaigns differ
 *
 * Returns: (transfer none) (nullable): how they differ in the conflict's place
 */
KqDifference *
kq_conflict_find_difference (KqConflict *conflict,
                             GPtrArray  *differences)
{
  g_return_val_if_fail (KQ_IS_CONFLICT (conflict), NULL);

  for (guint i = 0; differences != NULL && i < differences->len; i++)
    {
      KqDifference *difference = g_ptr_array_index (differences, i);

      if (g_str_equal (kq_difference_get_pointer (difference), kq_conflict_get_pointer (conflict)))
        return difference;
    }

  return NULL;
}

/**
 * kq_conflict_describe_place:
 * @conflict: a conflict
 * @difference: (nullable): one in its place
 *
 * Returns: (transfer full): “Coupon 满599减100 · Amount off”; where there are no words
 *   for it, as a file names the place
 */
char *
kq_conflict_describe_place (KqConflict   *conflict,
                            KqDifference *difference)
{
  g_autofree char *object = NULL;
  g_autofree char *field = NULL;

  g_return_val_if_fail (KQ_IS_CONFLICT (conflict), NULL);

  if (difference == NULL)
    return g_strdup (kq_conflict_get_pointer (conflict));

  object = kq_difference_dup_object_label (difference);
  field = kq_difference_dup_field_label (difference);

  return field != NULL ? g_strjoin (" · ", object, field, NULL) : g_steal_pointer (&object);
}

/**
 * kq_conflict_describe_side:
 * @text: (transfer full) (nullable): the value in words, as a difference has it
 * @value: (nullable): the value
 *
 * Returns: (transfer full): @text, or where there is none, the value as a file has it
 */
char *
kq_conflict_describe_side (char     *text,
                           JsonNode *value)
{
  if (text != NULL && *text != '\0')
    return text;

  g_free (text);

  return value != NULL ? json_to_string (value, FALSE) : g_strdup (_("nothing"));
}
