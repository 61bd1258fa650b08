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

static void apply_members (KqObject    *self,
                           JsonNode    *node,
                           KqApplyMode  mode);

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

/* A new object that holds what @node says. */
KqObject *
kq_object_new_filled (GType       type,
                      JsonNode   *node,
                      KqApplyMode mode)
{
  KqObject *child = g_object_new (type, NULL);
  KqObjectPrivate *priv = kq_object_priv (child);

  priv->is_new = TRUE;
  apply_members (child, node, mode);
  priv->is_new = FALSE;
  if (mode == KQ_APPLY_SNAPSHOT)
    priv->snapshot = json_node_ref (node);

  return child;
}

static void
apply_child (KqObject   *self,
             guint       index,
             JsonNode   *node,
             KqApplyMode mode)
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
      kq_object_apply_node (child, node, mode);
      return;
    }

  fresh = kq_object_new_filled (kq_object_get_field (self, index)->child_type (), node, mode);
  kq_object_set_child (self, index, fresh);
}

static void
apply_field (KqObject   *self,
             guint       index,
             JsonNode   *node,
             KqApplyMode mode)
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
      kq_list_apply (kq_object_get_list (self, index), kind, node, mode);
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
apply_members (KqObject   *self,
               JsonNode   *node,
               KqApplyMode mode)
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

void
kq_object_apply_node (KqObject   *self,
                      JsonNode   *node,
                      KqApplyMode mode)
{
  KqObjectPrivate *priv = kq_object_priv (self);

  if (priv->snapshot == node)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  apply_members (self, node, mode);
  g_object_thaw_notify (G_OBJECT (self));

  if (mode == KQ_APPLY_SNAPSHOT)
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

  kq_object_apply_node (self, node, KQ_APPLY_PLAIN);
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

  kq_object_apply_node (self, snapshot, KQ_APPLY_SNAPSHOT);
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

  return kq_object_new_filled (type, node, KQ_APPLY_PLAIN);
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
