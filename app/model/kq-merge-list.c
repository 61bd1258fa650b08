/* kq-merge-list.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"
#include "kq-merge-private.h"

/* What is found by a key: elements of lists, entries of a map, members that no
 * table knows. Each is merged by itself, then their order. */

static JsonNode *
merge_entry (KqMergeWalk      *walk,
             KqObjectClass    *klass,
             const KqVersions *entry)
{
  /* Most elements of a list are as they were. A look ahead is cheap there, as
   * the tables nest three deep; below what they don't know it would be made
   * again on each level. */
  if (klass != NULL && entry->mine != NULL && entry->theirs != NULL)
    {
      if (kq_json_identical (entry->mine, entry->theirs))
        return json_node_ref (entry->mine);
      if (!walk->is_diff && kq_json_identical (entry->base, entry->mine))
        return json_node_ref (entry->theirs);
      if (!walk->is_diff && kq_json_identical (entry->base, entry->theirs))
        return json_node_ref (entry->mine);
    }

  return kq_merge_value (walk, klass, entry);
}

static void
merge_key (KqMergeWalk           *walk,
           KqObjectClass         *klass,
           const KqKeyedVersions *versions,
           const char            *key,
           GHashTable            *nodes)
{
  const KqVersions entry = { kq_keyed_get (versions->base, key),
                             kq_keyed_get (versions->mine, key),
                             kq_keyed_get (versions->theirs, key) };
  gsize mark = walk->pointer->len;
  JsonNode *node;

  kq_json_pointer_append (walk->pointer, key);
  node = merge_entry (walk, klass, &entry);
  if (node != NULL)
    g_hash_table_insert (nodes, (gpointer) key, node);
  g_string_truncate (walk->pointer, mark);
}

/* Returns: (transfer full): key (unowned) → what stays (owned) */
static GHashTable *
merge_entries (KqMergeWalk           *walk,
               KqObjectClass         *klass,
               const KqKeyedVersions *versions)
{
  GHashTable *nodes = g_hash_table_new_full (kq_keyed_hash, g_str_equal, NULL,
                                             (GDestroyNotify) json_node_unref);

  for (guint i = 0; i < versions->theirs->keys->len; i++)
    merge_key (walk, klass, versions, g_ptr_array_index (versions->theirs->keys, i), nodes);
  for (guint i = 0; i < versions->mine->keys->len; i++)
    {
      const char *key = g_ptr_array_index (versions->mine->keys, i);

      if (kq_keyed_get (versions->theirs, key) == NULL)
        merge_key (walk, klass, versions, key, nodes);
    }

  return nodes;
}

static JsonNode *
keys_node (GPtrArray *keys)
{
  g_autoptr (JsonArray) array = json_array_sized_new (keys->len);

  for (guint i = 0; i < keys->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (keys, i));

  return json_node_init_array (json_node_alloc (), array);
}

static void
tell_order (KqMergeWalk    *walk,
            KqMergeOutcome  outcome,
            GPtrArray      *base,
            GPtrArray      *mine,
            GPtrArray      *theirs)
{
  g_autoptr (JsonNode) base_node = keys_node (base);
  g_autoptr (JsonNode) mine_node = keys_node (mine);
  g_autoptr (JsonNode) theirs_node = keys_node (theirs);
  const KqVersions versions = { base_node, mine_node, theirs_node };

  walk->tell (outcome, walk->pointer->str, &versions, walk->data);
}

/* Each side's order, with all that was kept, so that whichever is chosen loses
 * nothing. */
static void
tell_clash (KqMergeWalk           *walk,
            const KqKeyedVersions *versions,
            GHashTable            *kept)
{
  g_autoptr (GPtrArray) mine = kq_merge_order_of (versions->mine, versions->theirs, kept);
  g_autoptr (GPtrArray) theirs = kq_merge_order_of (versions->theirs, versions->mine, kept);

  tell_order (walk, KQ_MERGE_CLASH, versions->base->keys, mine, theirs);
}

static GPtrArray *
merge_order (KqMergeWalk           *walk,
             const KqKeyedVersions *versions,
             GHashTable            *kept)
{
  gboolean clash;
  GPtrArray *keys = kq_merge_order (versions, kept, &clash);

  if (clash)
    tell_clash (walk, versions, kept);
  if (walk->is_diff && kq_merge_is_moved (versions->base, versions->theirs, kept))
    tell_order (walk, KQ_MERGE_MOVED, versions->base->keys, versions->mine->keys,
                versions->theirs->keys);

  return keys;
}

static JsonNode *
array_node (GPtrArray  *keys,
            GHashTable *nodes)
{
  g_autoptr (JsonArray) array = json_array_sized_new (keys->len);

  for (guint i = 0; i < keys->len; i++)
    json_array_add_element (array, json_node_ref (g_hash_table_lookup (nodes, g_ptr_array_index (keys, i))));

  return json_node_init_array (json_node_alloc (), array);
}

static void
add_members (JsonObject *object,
             GPtrArray  *keys,
             GHashTable *nodes)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const char *name = g_ptr_array_index (keys, i);

      json_object_set_member (object, name, json_node_ref (g_hash_table_lookup (nodes, name)));
    }
}

static JsonNode *
merge_keyed (KqMergeWalk           *walk,
             KqObjectClass         *klass,
             const KqKeyedVersions *versions)
{
  g_autoptr (GHashTable) nodes = merge_entries (walk, klass, versions);
  g_autoptr (GPtrArray) keys = merge_order (walk, versions, nodes);

  return array_node (keys, nodes);
}

/* A list of objects that the tables know; absent is empty. Where nothing tells
 * two of them apart it is taken whole. */
JsonNode *
kq_merge_list (KqMergeWalk      *walk,
               KqObjectClass    *klass,
               const KqVersions *versions)
{
  g_autoptr (KqKeyed) base = kq_keyed_new_list (klass, versions->base);
  g_autoptr (KqKeyed) mine = kq_keyed_new_list (klass, versions->mine);
  g_autoptr (KqKeyed) theirs = kq_keyed_new_list (klass, versions->theirs);
  const KqKeyedVersions keyed = { base, mine, theirs };
  g_autoptr (JsonNode) merged = NULL;

  if (base == NULL || mine == NULL || theirs == NULL)
    return kq_merge_leaf (walk, versions);

  merged = merge_keyed (walk, klass, &keyed);
  return json_array_get_length (json_node_get_array (merged)) > 0 ? g_steal_pointer (&merged)
                                                                  : NULL;
}

/* An array that no table knows: by the ids of its elements, or whole. */
JsonNode *
kq_merge_array (KqMergeWalk      *walk,
                const KqVersions *versions)
{
  JsonNode *before = versions->base != NULL && JSON_NODE_HOLDS_ARRAY (versions->base)
                     ? versions->base : NULL;
  g_autoptr (KqKeyed) base = kq_keyed_new_list (NULL, before);
  g_autoptr (KqKeyed) mine = kq_keyed_new_list (NULL, versions->mine);
  g_autoptr (KqKeyed) theirs = kq_keyed_new_list (NULL, versions->theirs);
  const KqKeyedVersions keyed = { base, mine, theirs };

  if (base == NULL || mine == NULL || theirs == NULL)
    return kq_merge_leaf (walk, versions);

  return merge_keyed (walk, NULL, &keyed);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Objects by name, sorted by it; absent is empty. */
JsonNode *
kq_merge_map (KqMergeWalk      *walk,
              KqObjectClass    *klass,
              const KqVersions *versions)
{
  g_autoptr (KqKeyed) base = kq_keyed_new_members (NULL, versions->base);
  g_autoptr (KqKeyed) mine = kq_keyed_new_members (NULL, versions->mine);
  g_autoptr (KqKeyed) theirs = kq_keyed_new_members (NULL, versions->theirs);
  const KqKeyedVersions keyed = { base, mine, theirs };
  g_autoptr (GHashTable) nodes = merge_entries (walk, klass, &keyed);
  g_autoptr (GPtrArray) keys = kq_merge_order_of (mine, theirs, nodes);
  g_autoptr (JsonObject) merged = NULL;

  if (keys->len == 0)
    return NULL;

  g_ptr_array_sort (keys, compare_names);
  merged = json_object_new ();
  add_members (merged, keys, nodes);

  return json_node_init_object (json_node_alloc (), merged);
}

/* The members of objects that aren't fields of @klass. Their order says
 * nothing, so nothing is said of it. */
void
kq_merge_members (KqMergeWalk      *walk,
                  KqObjectClass    *klass,
                  const KqVersions *versions,
                  JsonObject       *merged)
{
  g_autoptr (KqKeyed) base = kq_keyed_new_members (klass, versions->base);
  g_autoptr (KqKeyed) mine = kq_keyed_new_members (klass, versions->mine);
  g_autoptr (KqKeyed) theirs = kq_keyed_new_members (klass, versions->theirs);
  const KqKeyedVersions keyed = { base, mine, theirs };
  g_autoptr (GHashTable) nodes = merge_entries (walk, NULL, &keyed);
  gboolean clash;
  g_autoptr (GPtrArray) keys = kq_merge_order (&keyed, nodes, &clash);

  add_members (merged, keys, nodes);
}

/* What stays of texts of which each is there once: what is new, and what both
 * kept. */
static GHashTable *
merge_set (const KqKeyedVersions *versions)
{
  GHashTable *kept = g_hash_table_new_full (kq_keyed_hash, g_str_equal, NULL,
                                            (GDestroyNotify) json_node_unref);
  const KqKeyed *sides[] = { versions->mine, versions->theirs };

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    for (guint i = 0; i < sides[side]->keys->len; i++)
      {
        const char *key = g_ptr_array_index (sides[side]->keys, i);

        if (kq_keyed_get (versions->base, key) == NULL || kq_keyed_get (sides[1 - side], key) != NULL)
          g_hash_table_replace (kept, (gpointer) key, json_node_ref (kq_keyed_get (sides[side], key)));
      }

  return kept;
}

/* Whether one of them stands for all there are, to which nothing can be added:
 * no level named is every level. */
static gboolean
is_all (const KqField         *field,
        const KqKeyedVersions *versions,
        GHashTable            *kept)
{
  return (field->flags & KQ_FIELD_ALL) != 0 &&
         (versions->base->keys->len == 0 || versions->mine->keys->len == 0 ||
          versions->theirs->keys->len == 0 || g_hash_table_size (kept) == 0);
}

/* A list of references or words: a set with an order, where nothing is there
 * twice; else taken whole. */
JsonNode *
kq_merge_texts (KqMergeWalk      *walk,
                const KqField    *field,
                const KqVersions *versions)
{
  g_autoptr (KqKeyed) base = kq_keyed_new_texts (versions->base);
  g_autoptr (KqKeyed) mine = kq_keyed_new_texts (versions->mine);
  g_autoptr (KqKeyed) theirs = kq_keyed_new_texts (versions->theirs);
  const KqKeyedVersions keyed = { base, mine, theirs };
  g_autoptr (GHashTable) kept = NULL;
  g_autoptr (GPtrArray) keys = NULL;

  if (walk->is_diff || base == NULL || mine == NULL || theirs == NULL)
    return kq_merge_leaf (walk, versions);

  kept = merge_set (&keyed);
  if (is_all (field, &keyed, kept))
    return kq_merge_leaf (walk, versions);

  keys = merge_order (walk, &keyed, kept);
  return keys->len > 0 ? array_node (keys, kept) : NULL;
}
