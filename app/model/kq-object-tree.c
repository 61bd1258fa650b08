/* kq-object-tree.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"
#include "kq-object-private.h"

/* Where an object stands: keys, parents, JSON Pointers. */

/**
 * kq_object_new_named:
 * @type: a type of objects that maps hold
 * @name: its name within the map
 *
 * Returns: (transfer full): an object for a map
 */
KqObject *
kq_object_new_named (GType       type,
                     const char *name)
{
  KqObject *self;

  g_return_val_if_fail (g_type_is_a (type, KQ_TYPE_OBJECT), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (type, NULL);
  kq_object_priv (self)->name = g_strdup (name);

  return self;
}

/**
 * kq_object_get_id:
 * @self: an object
 *
 * Returns: (transfer none): its id, its name within a map, or "" where such
 *   objects have neither
 */
const char *
kq_object_get_id (KqObject *self)
{
  KqObjectPrivate *priv;
  KqObjectClass *klass;

  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  priv = kq_object_priv (self);
  klass = KQ_OBJECT_GET_CLASS (self);
  if (priv->name != NULL)
    return priv->name;

  return klass->n_keys > 0 ? priv->slots[klass->keys[0]].text : "";
}

/**
 * kq_object_dup_key:
 * @self: an object
 *
 * What tells it from its siblings, as a text.
 *
 * Returns: (transfer full): the key
 */
char *
kq_object_dup_key (KqObject *self)
{
  KqObjectClass *klass;
  GString *key;

  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  klass = KQ_OBJECT_GET_CLASS (self);
  key = g_string_new (NULL);
  for (guint i = 0; i < klass->n_keys; i++)
    g_string_append_printf (key, "%s\x1f", kq_object_priv (self)->slots[klass->keys[i]].text);

  return g_string_free (key, FALSE);
}

/* The same of an object that is still JSON. */
char *
kq_object_key_in_node (KqObjectClass *klass,
                       JsonNode      *node)
{
  JsonObject *object = json_node_get_object (node);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < klass->n_keys; i++)
    {
      const char *name = klass->fields[klass->keys[i]].name;

      g_string_append_printf (key, "%s\x1f",
                              json_object_get_string_member_with_default (object, name, ""));
    }

  return g_string_free (key, FALSE);
}

/**
 * kq_object_get_parent:
 * @self: an object
 *
 * Returns: (transfer none) (nullable): the object that holds it
 */
KqObject *
kq_object_get_parent (KqObject *self)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  return kq_object_priv (self)->parent;
}

/**
 * kq_object_get_root:
 * @self: an object
 *
 * Returns: (transfer none): the topmost object above it, or itself
 */
KqObject *
kq_object_get_root (KqObject *self)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  while (kq_object_priv (self)->parent != NULL)
    self = kq_object_priv (self)->parent;

  return self;
}

static void
append_path (KqObject *self,
             GString  *pointer)
{
  KqObjectPrivate *priv = kq_object_priv (self);
  const KqField *field;
  guint position;

  if (priv->parent == NULL)
    return;

  append_path (priv->parent, pointer);
  field = kq_object_get_field (priv->parent, priv->parent_field);
  kq_json_pointer_append (pointer, field->name);
  if (field->kind == KQ_FIELD_MAP)
    kq_json_pointer_append (pointer, priv->name);
  else if (field->kind == KQ_FIELD_CHILDREN &&
           kq_list_index_of (kq_object_get_list (priv->parent, priv->parent_field),
                             self, &position))
    kq_json_pointer_append_index (pointer, position);
}

/**
 * kq_object_get_pointer:
 * @self: an object
 *
 * Returns: (transfer full): the JSON Pointer (RFC 6901) from the root to it
 */
char *
kq_object_get_pointer (KqObject *self)
{
  GString *pointer;

  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  pointer = g_string_new (NULL);
  append_path (self, pointer);

  return g_string_free (pointer, FALSE);
}

/**
 * kq_object_get_field_pointer:
 * @self: an object
 * @index: a row of its table, or %KQ_NO_FIELD for the object itself
 *
 * Returns: (transfer full): the JSON Pointer from the root to the field
 */
char *
kq_object_get_field_pointer (KqObject *self,
                             guint     index)
{
  GString *pointer;

  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  pointer = g_string_new (NULL);
  append_path (self, pointer);
  if (index != KQ_NO_FIELD)
    kq_json_pointer_append (pointer, kq_object_get_field (self, index)->name);

  return g_string_free (pointer, FALSE);
}

static KqObject *
element_at (KqList     *list,
            const char *token,
            gboolean    map)
{
  guint64 position;

  if (map)
    return kq_list_find (list, token);

  /* RFC 6901: no leading zeros */
  if ((token[0] == '0' && token[1] != '\0') ||
      !g_ascii_string_to_unsigned (token, 10, 0, G_MAXUINT, &position, NULL) ||
      position >= kq_list_get_length (list))
    return NULL;

  return kq_list_get (list, position);
}

/**
 * kq_object_resolve:
 * @root: the object that @pointer starts from
 * @pointer: a JSON Pointer
 * @index: (out) (optional): the row of the field that the pointer names, or
 *   that holds what it names; %KQ_NO_FIELD where it names an object
 *
 * Follows @pointer as far as there are objects.
 *
 * Returns: (transfer none): the nearest object
 */
KqObject *
kq_object_resolve (KqObject   *root,
                   const char *pointer,
                   guint      *index)
{
  g_auto (GStrv) tokens = NULL;
  guint last = KQ_NO_FIELD;

  g_return_val_if_fail (KQ_IS_OBJECT (root), NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  tokens = kq_json_pointer_split (pointer);
  for (guint i = 0; tokens != NULL && tokens[i] != NULL; i++)
    {
      const KqField *field;
      KqObject *next = NULL;

      last = kq_object_find_field (root, tokens[i]);
      if (last == KQ_NO_FIELD)
        break;

      field = kq_object_get_field (root, last);
      if (field->kind == KQ_FIELD_CHILD)
        next = kq_object_get_child (root, last);
      else if ((field->kind == KQ_FIELD_CHILDREN || field->kind == KQ_FIELD_MAP) &&
               tokens[i + 1] != NULL)
        next = element_at (kq_object_get_list (root, last), tokens[++i],
                           field->kind == KQ_FIELD_MAP);
      if (next == NULL)
        break;

      root = next;
      last = KQ_NO_FIELD;
    }

  if (index != NULL)
    *index = last;

  return root;
}
