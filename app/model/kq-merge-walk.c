/* kq-merge-walk.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"
#include "kq-merge-private.h"

/* Three versions walked side by side, by the tables as far as they know the
 * members, by what JSON says below those that they don't. Each place is looked
 * at once, so it takes time with the size of the campaign; and as deep as that
 * is nested, which reading bounds. */

static void
tell (KqMergeWalk      *walk,
      KqMergeOutcome    outcome,
      const KqVersions *versions)
{
  walk->tell (outcome, walk->pointer->str, versions, walk->data);
}

static JsonNode *
take (JsonNode *node)
{
  return node != NULL ? json_node_ref (node) : NULL;
}

/* A choice that doesn't depend on which side is called mine: a value before
 * none, then by the bytes of the text. */
static JsonNode *
first_by_text (JsonNode *a,
               JsonNode *b)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (a == NULL || b == NULL)
    return a != NULL ? a : b;

  left = kq_json_write (a, NULL);
  right = kq_json_write (b, NULL);

  return strcmp (left, right) <= 0 ? a : b;
}

/* All say the same; but a side may have written it in another way, 5 as 5.0. */
static JsonNode *
choose_form (const KqVersions *versions)
{
  if (kq_json_identical (versions->base, versions->mine))
    return versions->theirs;
  if (kq_json_identical (versions->base, versions->theirs))
    return versions->mine;

  return first_by_text (versions->mine, versions->theirs);
}

/* A value that is taken whole or not at all. */
JsonNode *
kq_merge_leaf (KqMergeWalk      *walk,
               const KqVersions *versions)
{
  gboolean mine_changed = !kq_json_equal (versions->base, versions->mine);
  gboolean theirs_changed = !kq_json_equal (versions->base, versions->theirs);

  if (mine_changed != theirs_changed)
    {
      tell (walk, KQ_MERGE_CHANGED, versions);
      return take (mine_changed ? versions->mine : versions->theirs);
    }
  if (!mine_changed || kq_json_equal (versions->mine, versions->theirs))
    return take (choose_form (versions));

  tell (walk, KQ_MERGE_CONFLICT, versions);
  return take (first_by_text (versions->mine, versions->theirs));
}

static gboolean
are_objects (JsonNode *a,
             JsonNode *b)
{
  return a != NULL && b != NULL && JSON_NODE_HOLDS_OBJECT (a) && JSON_NODE_HOLDS_OBJECT (b);
}

/* One side hasn't got it. */
static JsonNode *
merge_absent (KqMergeWalk      *walk,
              const KqVersions *versions)
{
  JsonNode *present = versions->mine != NULL ? versions->mine : versions->theirs;

  if (versions->base == NULL && JSON_NODE_HOLDS_OBJECT (present))
    {
      tell (walk, KQ_MERGE_ADDED, versions);
      return take (present);
    }
  if (!are_objects (versions->base, present))
    return kq_merge_leaf (walk, versions);
  if (!kq_json_equal (versions->base, present))
    {
      tell (walk, KQ_MERGE_KEPT_EDITED, versions);
      return take (present);
    }
  if (walk->used != NULL && g_hash_table_contains (walk->used, walk->pointer->str))
    {
      tell (walk, KQ_MERGE_KEPT_USED, versions);
      return take (present);
    }

  tell (walk, KQ_MERGE_REMOVED, versions);
  return NULL;
}

/* An object of the tables' @klass, or any value where that is %NULL.
 *
 * Returns: (transfer full) (nullable): %NULL where there is none */
JsonNode *
kq_merge_value (KqMergeWalk      *walk,
                KqObjectClass    *klass,
                const KqVersions *versions)
{
  if (versions->mine == versions->theirs)
    return take (versions->mine);
  if (versions->mine == NULL || versions->theirs == NULL)
    return merge_absent (walk, versions);
  if (are_objects (versions->mine, versions->theirs))
    return kq_merge_object (walk, klass, versions);
  if (JSON_NODE_HOLDS_ARRAY (versions->mine) && JSON_NODE_HOLDS_ARRAY (versions->theirs))
    return kq_merge_array (walk, versions);

  return kq_merge_leaf (walk, versions);
}

static JsonNode *
merge_field (KqMergeWalk      *walk,
             const KqField    *field,
             const KqVersions *versions)
{
  g_autoptr (KqObjectClass) klass = NULL;

  if (field->child_type != NULL)
    klass = g_type_class_ref (field->child_type ());

  switch ((int) field->kind)
    {
    case KQ_FIELD_CHILD:
      return kq_merge_value (walk, klass, versions);
    case KQ_FIELD_CHILDREN:
      return kq_merge_list (walk, klass, versions);
    case KQ_FIELD_MAP:
      return kq_merge_map (walk, klass, versions);
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      return kq_merge_texts (walk, field, versions);
    default:
      return kq_merge_leaf (walk, versions);
    }
}

static JsonNode *
get_member (JsonNode   *node,
            const char *name,
            guint      *n_found)
{
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  member = json_object_get_member (json_node_get_object (node), name);
  *n_found += member != NULL;

  return member;
}

/* The members that the table knows. Returns: whether there are others */
static gboolean
merge_fields (KqMergeWalk      *walk,
              KqObjectClass    *klass,
              const KqVersions *versions,
              JsonObject       *merged)
{
  guint n_base = 0, n_mine = 0, n_theirs = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KqField *field = &klass->fields[i];
      const KqVersions member = { get_member (versions->base, field->name, &n_base),
                                  get_member (versions->mine, field->name, &n_mine),
                                  get_member (versions->theirs, field->name, &n_theirs) };
      gsize mark = walk->pointer->len;
      JsonNode *node;

      if (member.mine == NULL && member.theirs == NULL)
        continue;
      kq_json_pointer_append (walk->pointer, field->name);
      node = merge_field (walk, field, &member);
      if (node != NULL)
        json_object_set_member (merged, field->name, node);
      g_string_truncate (walk->pointer, mark);
    }

  return n_mine < json_object_get_size (json_node_get_object (versions->mine)) ||
         n_theirs < json_object_get_size (json_node_get_object (versions->theirs));
}

/* An object that both sides have. What base has there may be something else. */
JsonNode *
kq_merge_object (KqMergeWalk      *walk,
                 KqObjectClass    *klass,
                 const KqVersions *versions)
{
  g_autoptr (JsonObject) merged = json_object_new ();
  const KqVersions objects = { are_objects (versions->base, versions->mine) ? versions->base : NULL,
                               versions->mine, versions->theirs };

  if (klass == NULL || merge_fields (walk, klass, &objects, merged))
    kq_merge_members (walk, klass, &objects, merged);

  return json_node_init_object (json_node_alloc (), merged);
}
