/* kq-list-apply.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-object-private.h"

/* Apply in place, for lists: which live child is which element, and the rest
 * made or dropped. See kq-object-apply.c. */

static gboolean
same_key (KqObjectClass *klass,
          KqObject      *child,
          JsonNode      *node)
{
  JsonObject *object = json_node_get_object (node);

  for (guint i = 0; i < klass->n_keys; i++)
    {
      const char *name = klass->fields[klass->keys[i]].name;
      const char *text = json_object_get_string_member_with_default (object, name, "");

      if (!g_str_equal (text, kq_object_priv (child)->slots[klass->keys[i]].text))
        return FALSE;
    }

  return TRUE;
}

/* The live children by their key, but for those that stand where they stood. */
static GHashTable *
children_by_key (KqList    *list,
                 GPtrArray *claimed)
{
  GHashTable *by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = kq_list_get_length (list); i-- > 0;)
    {
      KqObject *child = kq_list_get (list, i);

      if (i < claimed->len && g_ptr_array_index (claimed, i) == child)
        continue;
      g_hash_table_replace (by_key, kq_object_dup_key (child), child);
    }

  return by_key;
}

/* For each element the live child that it is: first by place, which is all
 * there is to do after an edit within one child, then by key. */
static GPtrArray *
match_children (KqList        *list,
                KqObjectClass *klass,
                JsonArray     *array)
{
  guint n = json_array_get_length (array), n_live, n_open = 0;
  KqObject * const *live_children = kq_list_peek (list, &n_live);
  GPtrArray *matched = g_ptr_array_sized_new (n);
  g_autoptr (GHashTable) by_key = NULL;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      KqObject *live = i < n_live ? live_children[i] : NULL;
      gboolean same = live != NULL && (kq_object_priv (live)->snapshot == element ||
                                       same_key (klass, live, element));

      g_ptr_array_add (matched, same ? live : NULL);
      n_open += !same;
    }

  if (n_open == 0 || n_live == 0)
    return matched;

  by_key = children_by_key (list, matched);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = NULL;

      if (g_ptr_array_index (matched, i) != NULL)
        continue;
      key = kq_object_key_in_node (klass, json_array_get_element (array, i));
      g_ptr_array_index (matched, i) = g_hash_table_lookup (by_key, key);
      g_hash_table_remove (by_key, key);
    }

  return matched;
}

static void
apply_children (KqList     *list,
                JsonNode   *node,
                KqApplyMode mode)
{
  GType type = kq_list_get_child_type (list);
  g_autoptr (KqObjectClass) klass = g_type_class_ref (type);
  JsonArray *array = json_node_get_array (node);
  g_autoptr (GPtrArray) children = NULL;
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  children = match_children (list, klass, array);
  for (guint i = 0; i < children->len; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      KqObject *child = g_ptr_array_index (children, i);

      if (child != NULL)
        {
          kq_object_apply_node (child, element, mode);
          continue;
        }
      child = kq_object_new_filled (type, element, mode);
      g_ptr_array_add (fresh, child);
      g_ptr_array_index (children, i) = child;
    }

  kq_list_set (list, (KqObject **) children->pdata, children->len);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
apply_map (KqList     *list,
           JsonNode   *node,
           KqApplyMode mode)
{
  JsonObject *object = json_node_get_object (node);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_sort (names, compare_strings);

  for (guint i = 0; i < names->len; i++)
    {
      KqObject *child;

      name = g_ptr_array_index (names, i);
      child = kq_list_find (list, name);
      if (child != NULL)
        {
          g_object_ref (child);
          kq_object_apply_node (child, json_object_get_member (object, name), mode);
        }
      else
        {
          child = kq_object_new_filled (kq_list_get_child_type (list),
                             json_object_get_member (object, name), mode);
          kq_object_priv (child)->name = g_strdup (name);
        }
      g_ptr_array_add (children, child);
    }

  kq_list_set (list, (KqObject **) children->pdata, children->len);
}

/* Brings the children of a list, or of a map, to what @node says. */
void
kq_list_apply (KqList     *list,
               KqFieldKind kind,
               JsonNode   *node,
               KqApplyMode mode)
{
  if (kq_list_get_snapshot (list) == node)
    return;

  if (kind == KQ_FIELD_MAP)
    apply_map (list, node, mode);
  else
    apply_children (list, node, mode);

  if (mode == KQ_APPLY_SNAPSHOT)
    kq_list_set_snapshot (list, node);
}
