/* kq-object-apply.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"
#include "kq-object-private.h"

/* A tree of objects is brought to what a JSON node says, in place: what is the
 * same stays the same object, and only what differs is told. Loading, undo, a
 * fix, a colleague's version: all are this.
 *
 * The node has been checked (kq_format_check()), so nothing here fails. */

typedef enum {
  APPLY_PLAIN,     /* any checked node */
  APPLY_SNAPSHOT,  /* a snapshot of ours: it becomes the object's own again */
} ApplyMode;

static void apply_object (KqObject  *self,
                          JsonNode  *node,
                          ApplyMode  mode);
static void apply_members (KqObject  *self,
                           JsonNode  *node,
                           ApplyMode  mode);

static KqTime
node_to_time (JsonNode *node)
{
  KqTime time = KQ_TIME_NONE;

  if (!JSON_NODE_HOLDS_NULL (node))
    kq_time_parse (json_node_get_string (node), &time);

  return time;
}

static gint64
node_to_number (JsonNode *node)
{
  gint64 number = KQ_INT_NONE;

  if (!JSON_NODE_HOLDS_NULL (node))
    kq_json_node_get_whole (node, &number);

  return number;
}

static void
apply_texts (KqObject *self,
             guint     index,
             JsonNode *node)
{
  JsonArray *array = json_node_get_array (node);
  guint n = json_array_get_length (array);
  g_autofree const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = json_array_get_string_element (array, i);
  kq_object_set_texts (self, index, texts);
}

static KqObject *
new_child (GType      type,
           JsonNode  *node,
           ApplyMode  mode)
{
  KqObject *child = g_object_new (type, NULL);
  KqObjectPrivate *priv = kq_object_priv (child);

  priv->is_new = TRUE;
  apply_members (child, node, mode);
  priv->is_new = FALSE;
  if (mode == APPLY_SNAPSHOT)
    priv->snapshot = json_node_ref (node);

  return child;
}

static void
apply_child (KqObject  *self,
             guint      index,
             JsonNode  *node,
             ApplyMode  mode)
{
  KqObject *child = kq_object_get_child (self, index);
  g_autoptr (KqObject) fresh = NULL;

  if (JSON_NODE_HOLDS_NULL (node))
    {
      kq_object_set_child (self, index, NULL);
      return;
    }

  if (child != NULL)
    {
      apply_object (child, node, mode);
      return;
    }

  fresh = new_child (kq_object_get_field (self, index)->child_type (), node, mode);
  kq_object_set_child (self, index, fresh);
}

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
apply_children (KqList    *list,
                JsonNode  *node,
                ApplyMode  mode)
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
          apply_object (child, element, mode);
          continue;
        }
      child = new_child (type, element, mode);
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
apply_map (KqList    *list,
           JsonNode  *node,
           ApplyMode  mode)
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
          apply_object (child, json_object_get_member (object, name), mode);
        }
      else
        {
          child = new_child (kq_list_get_child_type (list),
                             json_object_get_member (object, name), mode);
          kq_object_priv (child)->name = g_strdup (name);
        }
      g_ptr_array_add (children, child);
    }

  kq_list_set (list, (KqObject **) children->pdata, children->len);
}

static void
apply_list (KqList      *list,
            KqFieldKind  kind,
            JsonNode    *node,
            ApplyMode    mode)
{
  if (kq_list_get_snapshot (list) == node)
    return;

  if (kind == KQ_FIELD_MAP)
    apply_map (list, node, mode);
  else
    apply_children (list, node, mode);

  if (mode == APPLY_SNAPSHOT)
    kq_list_set_snapshot (list, node);
}

static void
apply_field (KqObject  *self,
             guint      index,
             JsonNode  *node,
             ApplyMode  mode)
{
  KqFieldKind kind = kq_object_get_field (self, index)->kind;

  switch (kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      kq_object_set_text (self, index, json_node_get_string (node));
      break;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      kq_object_set_int (self, index, node_to_number (node));
      break;
    case KQ_FIELD_BOOL:
      kq_object_set_bool (self, index, json_node_get_boolean (node));
      break;
    case KQ_FIELD_TIME:
      kq_object_set_time (self, index, node_to_time (node));
      break;
    case KQ_FIELD_ENUM:
      kq_object_set_word (self, index, json_node_get_string (node));
      break;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      apply_texts (self, index, node);
      break;
    case KQ_FIELD_CHILD:
      apply_child (self, index, node, mode);
      break;
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
      apply_list (kq_object_get_list (self, index), kind, node, mode);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The node doesn't name the field, so it holds its default. */
static void
reset_field (KqObject *self,
             guint     index)
{
  const KqField *field = kq_object_get_field (self, index);

  if (kq_object_is_default (self, index))
    return;

  switch (field->kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      kq_object_set_text (self, index, field->initial_text);
      break;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      kq_object_set_int (self, index, field->initial);
      break;
    case KQ_FIELD_BOOL:
      kq_object_set_bool (self, index, field->initial != 0);
      break;
    case KQ_FIELD_TIME:
      kq_object_set_time (self, index, KQ_TIME_NONE);
      break;
    case KQ_FIELD_ENUM:
      kq_object_set_choice (self, index, field->initial);
      break;
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      kq_object_set_texts (self, index, NULL);
      break;
    case KQ_FIELD_CHILD:
      kq_object_set_child (self, index, NULL);
      break;
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
      kq_list_set (kq_object_get_list (self, index), NULL, 0);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What isn't known is kept to the letter: the order of its members and the
 * spelling of its numbers may mean something to who wrote them. */
static gboolean
unknown_equal (JsonObject *a,
               JsonObject *b)
{
  g_autoptr (JsonNode) left = NULL;
  g_autoptr (JsonNode) right = NULL;
  g_autofree char *left_text = NULL;
  g_autofree char *right_text = NULL;

  if (a == NULL || b == NULL)
    return a == b;

  left = json_node_init_object (json_node_alloc (), a);
  right = json_node_init_object (json_node_alloc (), b);
  left_text = kq_json_write (left, NULL);
  right_text = kq_json_write (right, NULL);

  return g_str_equal (left_text, right_text);
}

static void
apply_unknown (KqObject   *self,
               JsonObject *unknown)
{
  KqObjectPrivate *priv = kq_object_priv (self);

  if (unknown_equal (priv->unknown, unknown))
    return;

  g_clear_pointer (&priv->unknown, json_object_unref);
  if (unknown != NULL)
    {
      json_object_seal (unknown);
      priv->unknown = json_object_ref (unknown);
    }
  kq_object_touch (self, KQ_NO_FIELD);
}

static void
apply_members (KqObject  *self,
               JsonNode  *node,
               ApplyMode  mode)
{
  KqObjectClass *klass = KQ_OBJECT_GET_CLASS (self);
  g_autoptr (JsonObject) unknown = NULL;
  JsonObjectIter iter;
  JsonNode *member;
  const char *name;
  guint64 seen = 0;
  guint next = 0;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      guint index = kq_object_class_find (klass, name, &next);

      if (index != KQ_NO_FIELD)
        {
          apply_field (self, index, member, mode);
          seen |= G_GUINT64_CONSTANT (1) << index;
          continue;
        }
      if (unknown == NULL)
        unknown = json_object_new ();
      json_object_set_member (unknown, name, json_node_ref (member));
    }

  for (guint i = 0; i < klass->n_fields && !kq_object_priv (self)->is_new; i++)
    if ((seen & (G_GUINT64_CONSTANT (1) << i)) == 0)
      reset_field (self, i);
  apply_unknown (self, unknown);
}

static void
apply_object (KqObject  *self,
              JsonNode  *node,
              ApplyMode  mode)
{
  KqObjectPrivate *priv = kq_object_priv (self);

  if (priv->snapshot == node)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  apply_members (self, node, mode);
  g_object_thaw_notify (G_OBJECT (self));

  if (mode == APPLY_SNAPSHOT)
    {
      g_clear_pointer (&priv->snapshot, json_node_unref);
      priv->snapshot = json_node_ref (node);
    }
}

/**
 * kq_object_apply:
 * @self: an object
 * @node: what it should hold: an object's node that has been checked
 *
 * Brings @self and all below it to what @node says. Children are matched by
 * id, stay the same objects, and tell only what differs. What @node doesn't
 * name gets its default.
 */
void
kq_object_apply (KqObject *self,
                 JsonNode *node)
{
  g_return_if_fail (KQ_IS_OBJECT (self));
  g_return_if_fail (JSON_NODE_HOLDS_OBJECT (node));

  apply_object (self, node, APPLY_PLAIN);
}

/**
 * kq_object_restore:
 * @self: an object
 * @snapshot: an earlier snapshot of it
 *
 * As [method@Object.apply], but takes @snapshot for the object's own again, so
 * that nothing needs to be built anew.
 */
void
kq_object_restore (KqObject *self,
                   JsonNode *snapshot)
{
  g_return_if_fail (KQ_IS_OBJECT (self));
  g_return_if_fail (JSON_NODE_HOLDS_OBJECT (snapshot));
  g_return_if_fail (json_node_is_immutable (snapshot));

  apply_object (self, snapshot, APPLY_SNAPSHOT);
}

/**
 * kq_object_new_from_node:
 * @type: the type of a campaign object
 * @node: what it should hold, checked
 *
 * Returns: (transfer full): a new object that holds it
 */
KqObject *
kq_object_new_from_node (GType     type,
                         JsonNode *node)
{
  g_return_val_if_fail (g_type_is_a (type, KQ_TYPE_OBJECT), NULL);
  g_return_val_if_fail (JSON_NODE_HOLDS_OBJECT (node), NULL);

  return new_child (type, node, APPLY_PLAIN);
}

/**
 * kq_object_duplicate:
 * @self: an object
 * @id: the id of the new one
 *
 * Returns: (transfer full): a new object that holds the same under another id
 */
KqObject *
kq_object_duplicate (KqObject   *self,
                     const char *id)
{
  KqObject *copy;

  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  copy = kq_object_new_from_node (G_OBJECT_TYPE (self), kq_object_snapshot (self));
  if (KQ_OBJECT_GET_CLASS (copy)->n_keys > 0)
    kq_object_set_text (copy, KQ_OBJECT_GET_CLASS (copy)->keys[0], id);

  return copy;
}
