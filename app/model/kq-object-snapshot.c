/* kq-object-snapshot.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"
#include "kq-object-private.h"

/* Objects to sealed JSON. A snapshot is made once and kept until something at
 * or below the object changes, so that the snapshots of a history share all
 * that didn't change between them. */

static JsonNode *own_snapshot (KqObject *self);

static JsonNode *
strings_node (char **texts)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
list_node (KqList *list)
{
  guint n;
  KqObject * const *children = kq_list_peek (list, &n);
  g_autoptr (JsonArray) array = json_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    json_array_add_element (array, json_node_ref (own_snapshot (children[i])));

  return json_node_init_array (json_node_alloc (), array);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  KqObject * const *left = a;
  KqObject * const *right = b;

  return strcmp (kq_object_priv (*left)->name, kq_object_priv (*right)->name);
}

static JsonNode *
map_node (KqList *list)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < kq_list_get_length (list); i++)
    g_ptr_array_add (sorted, kq_list_get (list, i));
  g_ptr_array_sort (sorted, compare_names);

  for (guint i = 0; i < sorted->len; i++)
    {
      KqObject *child = g_ptr_array_index (sorted, i);

      json_object_set_member (object, kq_object_priv (child)->name,
                              json_node_ref (kq_object_snapshot (child)));
    }

  return json_node_init_object (json_node_alloc (), object);
}

/* Kept like an object's, so that an edit costs its own list and no other. */
static JsonNode *
list_snapshot (KqList      *list,
               KqFieldKind  kind)
{
  if (kq_list_get_snapshot (list) == NULL)
    {
      g_autoptr (JsonNode) node = kind == KQ_FIELD_MAP ? map_node (list) : list_node (list);

      json_node_seal (node);
      kq_list_set_snapshot (list, node);
    }

  return kq_list_get_snapshot (list);
}

static JsonNode *
time_node (KqTime time)
{
  g_autofree char *text = kq_time_to_string (time);

  return json_node_init_string (json_node_alloc (), text);
}

/* The field's value, whether or not it is the default. */
JsonNode *
kq_object_field_node (KqObject *self,
                      guint     index)
{
  const KqField *field = &KQ_OBJECT_GET_CLASS (self)->fields[index];
  const KqSlot *slot = &kq_object_priv (self)->slots[index];

  switch (field->kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      return json_node_init_string (json_node_alloc (), slot->text);
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      if (slot->number == KQ_INT_NONE)
        return json_node_init_null (json_node_alloc ());
      return json_node_init_int (json_node_alloc (), slot->number);
    case KQ_FIELD_BOOL:
      return json_node_init_boolean (json_node_alloc (), slot->number != 0);
    case KQ_FIELD_TIME:
      if (!kq_time_is_set (slot->time))
        return json_node_init_null (json_node_alloc ());
      return time_node (slot->time);
    case KQ_FIELD_ENUM:
      return json_node_init_string (json_node_alloc (), kq_object_get_word (self, index));
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      return strings_node (slot->texts);
    case KQ_FIELD_CHILD:
      if (slot->child == NULL)
        return json_node_init_null (json_node_alloc ());
      return json_node_ref (kq_object_snapshot (slot->child));
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
      return json_node_ref (list_snapshot (slot->list, field->kind));
    default:
      g_assert_not_reached ();
    }
}

static JsonNode *
build_snapshot (KqObject *self)
{
  KqObjectClass *klass = KQ_OBJECT_GET_CLASS (self);
  KqObjectPrivate *priv = kq_object_priv (self);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *node;

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & KQ_FIELD_REQUIRED) != 0 ||
        klass->fields[i].kind == KQ_FIELD_ID ||
        !kq_slot_is_default (&priv->slots[i], &klass->fields[i]))
      json_object_set_member (object, klass->fields[i].name, kq_object_field_node (self, i));

  if (priv->unknown != NULL)
    {
      JsonObjectIter iter;
      const char *name;

      json_object_iter_init_ordered (&iter, priv->unknown);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        json_object_set_member (object, name, json_node_ref (node));
    }

  node = json_node_init_object (json_node_alloc (), object);
  json_node_seal (node);

  return node;
}

static JsonNode *
own_snapshot (KqObject *self)
{
  KqObjectPrivate *priv = kq_object_priv (self);

  if (G_UNLIKELY (priv->snapshot == NULL))
    priv->snapshot = build_snapshot (self);

  return priv->snapshot;
}

/**
 * kq_object_snapshot:
 * @self: an object
 *
 * The object and all below it as sealed JSON, in canonical order and without
 * defaults. Sealed nodes may be read from any thread.
 *
 * Returns: (transfer none): the snapshot, valid until @self changes; hold a
 *   reference to keep it
 */
JsonNode *
kq_object_snapshot (KqObject *self)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);

  return own_snapshot (self);
}

/**
 * kq_object_dup_value:
 * @self: an object
 * @index: a row of its table
 *
 * Returns: (transfer full): the field's value as the campaign file says it
 */
JsonNode *
kq_object_dup_value (KqObject *self,
                     guint     index)
{
  g_return_val_if_fail (KQ_IS_OBJECT (self), NULL);
  g_return_val_if_fail (index < KQ_OBJECT_GET_CLASS (self)->n_fields, NULL);

  return kq_object_field_node (self, index);
}

/**
 * kq_object_equal:
 * @a: an object
 * @b: another
 *
 * Whether both hold the same, below them too; members that aren't known count.
 *
 * Returns: whether they are equal
 */
gboolean
kq_object_equal (KqObject *a,
                 KqObject *b)
{
  g_return_val_if_fail (KQ_IS_OBJECT (a), FALSE);
  g_return_val_if_fail (KQ_IS_OBJECT (b), FALSE);

  return G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b) &&
         kq_json_equal (kq_object_snapshot (a), kq_object_snapshot (b));
}
