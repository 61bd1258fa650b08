/* kq-keyed.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"
#include "kq-merge-private.h"
#include "kq-object-private.h"

/* A list by what tells its elements apart. The keys are what pointers with ids
 * name the elements by. */

/* Ids come from outside, and those that g_str_hash() gives one value for are
 * easily made: finding them would take time with the square of their number. */
guint
kq_keyed_hash (gconstpointer key)
{
  static gsize seed;
  guint hash;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, (gsize) g_random_int () | 1);

  hash = seed;
  for (const char *c = key; *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * 16777619u;

  return hash;
}

static KqKeyed *
keyed_new (void)
{
  KqKeyed *self = g_new (KqKeyed, 1);

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->nodes = g_hash_table_new (kq_keyed_hash, g_str_equal);

  return self;
}

void
kq_keyed_free (KqKeyed *self)
{
  g_hash_table_unref (self->nodes);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

/* Returns: whether there was none of that key */
gboolean
kq_keyed_add (KqKeyed    *self,
              const char *key,
              JsonNode   *node)
{
  char *copy;

  if (g_hash_table_contains (self->nodes, key))
    return FALSE;

  copy = g_strdup (key);
  g_ptr_array_add (self->keys, copy);
  g_hash_table_insert (self->nodes, copy, node);

  return TRUE;
}

JsonNode *
kq_keyed_get (const KqKeyed *self,
              const char    *key)
{
  return g_hash_table_lookup (self->nodes, key);
}

/* “d1”, or “KQ-LINK:m1” where it takes two members to tell */
static char *
key_of (KqObjectClass *klass,
        JsonNode      *element)
{
  JsonObject *object = json_node_get_object (element);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < klass->n_keys; i++)
    {
      const char *name = klass->fields[klass->keys[i]].name;

      if (i > 0)
        g_string_append_c (key, ':');
      g_string_append (key, json_object_get_string_member_with_default (object, name, ""));
    }

  return g_string_free (key, FALSE);
}

static KqKeyed *
new_known (KqObjectClass *klass,
           JsonArray     *array)
{
  g_autoptr (KqKeyed) self = keyed_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *key = key_of (klass, element);

      if (!kq_keyed_add (self, key, element))
        return NULL;
    }

  return g_steal_pointer (&self);
}

static const char *
unknown_id (JsonNode *element)
{
  JsonNode *id;

  if (!JSON_NODE_HOLDS_OBJECT (element))
    return NULL;

  id = json_object_get_member (json_node_get_object (element), "id");
  if (id == NULL || json_node_get_value_type (id) != G_TYPE_STRING || kq_json_node_is_number (id))
    return NULL;

  return json_node_get_string (id);
}

static KqKeyed *
new_unknown (JsonArray *array)
{
  g_autoptr (KqKeyed) self = keyed_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *id = unknown_id (element);

      if (id == NULL || !kq_keyed_add (self, id, element))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/* @klass: (nullable): what its elements are, where the tables know it
 * @list: (nullable): an array
 *
 * Returns: (nullable): %NULL where a key is there twice, which only ids never
 *   are in a campaign that was checked; or where the tables don't know the
 *   list, and not all of its elements are objects with an `id` */
KqKeyed *
kq_keyed_new_list (KqObjectClass *klass,
                   JsonNode      *list)
{
  if (list == NULL)
    return keyed_new ();
  if (klass != NULL)
    return new_known (klass, json_node_get_array (list));

  return new_unknown (json_node_get_array (list));
}

/* @texts: (nullable): an array of texts
 *
 * Returns: (nullable): %NULL where a text is there twice */
KqKeyed *
kq_keyed_new_texts (JsonNode *texts)
{
  g_autoptr (KqKeyed) self = keyed_new ();
  JsonArray *array = texts != NULL ? json_node_get_array (texts) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!kq_keyed_add (self, json_node_get_string (element), element))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/* @klass: (nullable): whose fields are left out
 * @object: (nullable): an object */
KqKeyed *
kq_keyed_new_members (KqObjectClass *klass,
                      JsonNode      *object)
{
  KqKeyed *self = keyed_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  guint next = 0;

  if (object == NULL)
    return self;

  json_object_iter_init_ordered (&iter, json_node_get_object (object));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (klass == NULL || kq_object_class_find (klass, name, &next) == KQ_NO_FIELD)
      kq_keyed_add (self, name, member);

  return self;
}
