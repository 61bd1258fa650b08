/* kq-merge.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-format.h"
#include "kq-json.h"
#include "kq-merge-private.h"
#include "kq-merge.h"

/* Two versions of a campaign and what they both come from, made into one. */

typedef struct {
  KqVersions  versions;
  GPtrArray  *conflicts;   /* (owned) (element-type KqConflict) */
  GHashTable *removed;     /* (owned): pointer (unowned) → KqRemoval (owned) */
} Merge;

static void
removal_free (KqRemoval *removal)
{
  g_free (removal->pointer);
  g_free (removal);
}

/* What can be referred to: an element of one of the campaign's own lists. */
static GType
type_of_target (const char *pointer)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (KQ_TYPE_CAMPAIGN);
  g_auto (GStrv) tokens = kq_json_pointer_split (pointer);

  if (g_strv_length (tokens) != 2)
    return G_TYPE_INVALID;

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].child_type != NULL && g_str_equal (klass->fields[i].name, tokens[0]))
      return klass->fields[i].child_type ();

  return G_TYPE_INVALID;
}

static void
note_removal (Merge            *merge,
              const char       *pointer,
              const KqVersions *versions)
{
  GType type = type_of_target (pointer);
  KqRemoval *removal;

  if (type == G_TYPE_INVALID)
    return;

  removal = g_new (KqRemoval, 1);
  removal->pointer = g_strdup (pointer);
  removal->type = type;
  removal->node = versions->base;
  removal->by_mine = versions->mine == NULL;
  g_hash_table_insert (merge->removed, removal->pointer, removal);
}

static void
on_told (KqMergeOutcome    outcome,
         const char       *pointer,
         const KqVersions *versions,
         gpointer          data)
{
  static const int kinds[] = {
    [KQ_MERGE_CONFLICT] = KQ_CONFLICT_VALUE,
    [KQ_MERGE_CLASH] = KQ_CONFLICT_ORDER,
    [KQ_MERGE_KEPT_EDITED] = KQ_CONFLICT_KEPT_EDITED,
    [KQ_MERGE_KEPT_USED] = KQ_CONFLICT_KEPT_USED,
  };
  Merge *merge = data;

  if (outcome == KQ_MERGE_REMOVED)
    note_removal (merge, pointer, versions);
  if (outcome >= KQ_MERGE_CONFLICT)
    g_ptr_array_add (merge->conflicts,
                     kq_conflict_new (kinds[outcome], pointer, versions->base, versions->mine,
                                      versions->theirs));
}

static JsonNode *
walk_once (Merge      *merge,
           GHashTable *used)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (KQ_TYPE_CAMPAIGN);
  g_autoptr (GString) pointer = g_string_new (NULL);
  KqMergeWalk walk = { pointer, used, FALSE, on_told, merge };

  g_ptr_array_set_size (merge->conflicts, 0);
  g_hash_table_remove_all (merge->removed);

  return kq_merge_object (&walk, klass, &merge->versions);
}

/* Only a merged whole shows which references are left with nothing, and what
 * is brought back for them changes nothing else: so a second walk is enough. */
static JsonNode *
walk (Merge *merge)
{
  g_autoptr (JsonNode) merged = walk_once (merge, NULL);
  g_autoptr (GHashTable) used = NULL;

  if (g_hash_table_size (merge->removed) == 0)
    return g_steal_pointer (&merged);

  used = kq_merge_find_used (merged, merge->versions.mine, merge->versions.theirs,
                             merge->removed);
  if (g_hash_table_size (used) == 0)
    return g_steal_pointer (&merged);

  return walk_once (merge, used);
}

static int
compare_conflicts (gconstpointer a,
                   gconstpointer b)
{
  KqConflict *left = *(KqConflict * const *) a;
  KqConflict *right = *(KqConflict * const *) b;
  int order = strcmp (kq_conflict_get_pointer (left), kq_conflict_get_pointer (right));

  return order != 0 ? order : (int) kq_conflict_get_kind (left) - (int) kq_conflict_get_kind (right);
}

static gboolean
are_campaigns (JsonNode  *base,
               JsonNode  *mine,
               JsonNode  *theirs,
               GError   **error)
{
  return (base == NULL || kq_format_check (base, error)) && kq_format_check (mine, error) &&
         kq_format_check (theirs, error);
}

/**
 * kq_merge:
 * @base: (nullable): the campaign that both sides come from, sealed; with
 *   %NULL all that either side has is new
 * @mine: one side, sealed
 * @theirs: the other, sealed
 * @conflicts: (out) (optional) (transfer container) (element-type KqConflict):
 *   where a decision is open, and notes, sorted by pointer
 * @error: return location for an error
 *
 * Merges two versions of a campaign, field by field as the tables have them;
 * below members that no table knows by what JSON says, element by element
 * where all elements of an array are objects with an `id` of their own, else
 * the array as one value.
 *
 * - Lists of objects are merged by what tells their elements apart, maps by
 *   name. What one side took out goes, unless the other edited it (a note), or
 *   refers to it where the first doesn't (a note). An element that both added
 *   is merged field by field, with no base.
 * - The order is one field of a list: one side's move is taken, and the other
 *   side's new elements stand behind what they stood behind. Where both moved,
 *   and not alike, that is a conflict.
 * - A list of references or words in which none is twice is a set with an
 *   order: what either side added is there, what either took out isn't. Where
 *   none stands for all (%KQ_FIELD_ALL) and either version or the outcome has
 *   none, and in which one is twice, it is one value; as is a list of objects
 *   of which two have the same key (set-up steps and advice put away may).
 * - Both sides changed a value, and not alike: a conflict. Until it is
 *   resolved the merged campaign has that value of the two whose text comes
 *   first, where one has none the other.
 *
 * The merged campaign is canonical and passes [func@format_check], and its
 * text can be read again. It is the same, byte by byte, with mine and theirs
 * exchanged; merging it with either side again adds nothing. Nothing depends on
 * a clock. The time taken grows with the size of the campaigns. May be called
 * from any thread.
 *
 * Returns: (transfer full): the merged campaign, sealed, or %NULL with a
 *   #KqFormatError where one of the three isn't a campaign, or
 *   %KQ_JSON_ERROR_LIMIT where the merged one would be too large for a file
 */
JsonNode *
kq_merge (JsonNode   *base,
          JsonNode   *mine,
          JsonNode   *theirs,
          GPtrArray **conflicts,
          GError    **error)
{
  g_autoptr (JsonNode) canonical_base = NULL;
  g_autoptr (JsonNode) canonical_mine = NULL;
  g_autoptr (JsonNode) canonical_theirs = NULL;
  g_autoptr (JsonNode) merged = NULL;
  Merge merge = { 0 };

  g_return_val_if_fail (mine != NULL, NULL);
  g_return_val_if_fail (theirs != NULL, NULL);

  if (!are_campaigns (base, mine, theirs, error))
    return NULL;

  canonical_base = base != NULL ? kq_format_canonical (base) : NULL;
  canonical_mine = kq_format_canonical (mine);
  canonical_theirs = kq_format_canonical (theirs);
  merge.versions = (KqVersions) { canonical_base, canonical_mine, canonical_theirs };
  merge.conflicts = g_ptr_array_new_with_free_func (g_object_unref);
  merge.removed = g_hash_table_new_full (kq_keyed_hash, g_str_equal, NULL,
                                         (GDestroyNotify) removal_free);

  merged = walk (&merge);
  g_hash_table_unref (merge.removed);
  if (!kq_format_check_size (merged, error))
    {
      g_ptr_array_unref (merge.conflicts);
      return NULL;
    }

  json_node_seal (merged);
  g_ptr_array_sort (merge.conflicts, compare_conflicts);
  if (conflicts != NULL)
    *conflicts = merge.conflicts;
  else
    g_ptr_array_unref (merge.conflicts);

  return g_steal_pointer (&merged);
}
