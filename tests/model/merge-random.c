/* merge-random.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "merge-random.h"

#include "kq-format.h"
#include "kq-json.h"

/* Few values, few ids, and of the fields only those that the salt picks, so
 * that two sides often meet. */

typedef struct {
  GRand  *rand;
  guint32 salt;
} Dice;

static JsonNode *vary_object  (GType          type,
                               JsonNode      *old,
                               Dice         *dice);
static JsonNode *vary_unknown (JsonNode      *old,
                               guint          depth,
                               Dice         *dice);

static gboolean
one_in (Dice *dice,
        int    n)
{
  return g_rand_int_range (dice->rand, 0, n) == 0;
}

static gboolean
is_picked (const KqField *field,
           Dice          *dice)
{
  guint32 hash = g_str_hash (field->name) ^ dice->salt;

  return hash * 2654435761u >> 24 < 40;
}

static const char *
random_id (Dice *dice)
{
  static const char * const ids[] = {
    "-", "a", "b", "0", "1", "Z_9",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  };

  return ids[g_rand_int_range (dice->rand, 0, G_N_ELEMENTS (ids))];
}

static const char *
random_text (Dice *dice)
{
  static const char * const texts[] = { "", "双11", "a/b~c", "“b”\n" };

  return texts[g_rand_int_range (dice->rand, 0, G_N_ELEMENTS (texts))];
}

static JsonNode *
string_node (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
random_number (const KqField *field,
               Dice         *dice)
{
  gint64 number = one_in (dice, 3) ? field->initial : g_rand_int_range (dice->rand, 0, 3);

  if ((field->flags & KQ_FIELD_NULLABLE) != 0 && one_in (dice, 3))
    return json_node_init_null (json_node_alloc ());
  if (number == KQ_INT_NONE)
    number = 0;
  if (one_in (dice, 4))
    return json_node_init_double (json_node_alloc (), number);

  return json_node_init_int (json_node_alloc (), number);
}

static JsonNode *
random_time (Dice *dice)
{
  static const char * const times[] = {
    "2026-11-11T20:00:00+08:00", "2026-11-11T12:00:00Z", "2026-11-11T12:00:00+00:00",
  };
  guint i = g_rand_int_range (dice->rand, 0, G_N_ELEMENTS (times) + 1);

  return i < G_N_ELEMENTS (times) ? string_node (times[i]) : json_node_init_null (json_node_alloc ());
}

static const char *
random_word (const KqField *field,
             Dice         *dice)
{
  guint choice = g_rand_int_range (dice->rand, 0, MIN (kq_field_get_n_words (field), 3) + 1);

  return field->words[choice].word != NULL ? field->words[choice].word : "new-word";
}

static const char *
random_image (Dice *dice)
{
  static const char * const names[] = {
    "", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210",
  };

  return names[g_rand_int_range (dice->rand, 0, G_N_ELEMENTS (names))];
}

static void
shuffle (GPtrArray *nodes,
         Dice     *dice)
{
  for (guint i = nodes->len; i-- > 1;)
    {
      guint j = g_rand_int_range (dice->rand, 0, i + 1);
      gpointer node = nodes->pdata[i];

      nodes->pdata[i] = nodes->pdata[j];
      nodes->pdata[j] = node;
    }
}

static JsonNode *
array_node (GPtrArray *nodes)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    json_array_add_element (array, json_node_ref (nodes->pdata[i]));

  return json_node_init_array (json_node_alloc (), array);
}

/* The elements of @old but for some */
static GPtrArray *
some_elements (JsonNode *old,
               Dice    *dice)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  JsonArray *array = old != NULL && JSON_NODE_HOLDS_ARRAY (old) ? json_node_get_array (old) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!one_in (dice, 5))
      g_ptr_array_add (nodes, json_node_ref (json_array_get_element (array, i)));

  return nodes;
}

static JsonNode *
vary_texts (const KqField *field,
            JsonNode      *old,
            Dice         *dice)
{
  g_autoptr (GPtrArray) nodes = some_elements (old, dice);

  for (int left = g_rand_int_range (dice->rand, 0, 3); left > 0; left--)
    g_ptr_array_add (nodes, string_node (field->kind == KQ_FIELD_REFS ? random_id (dice)
                                                                      : random_word (field, dice)));
  if (one_in (dice, 2))
    shuffle (nodes, dice);

  return array_node (nodes);
}

static gboolean
has_id (GPtrArray  *nodes,
        const char *id)
{
  for (guint i = 0; i < nodes->len; i++)
    if (g_str_equal (json_object_get_string_member_with_default (json_node_get_object (nodes->pdata[i]), "id", ""),
                     id))
      return TRUE;

  return FALSE;
}

static JsonNode *
with_id (JsonNode   *node,
         const char *id)
{
  g_autoptr (JsonNode) value = string_node (id);
  g_autoptr (JsonNode) old = node;

  return kq_json_pointer_with (old, "/id", value, NULL);
}

static void
add_child (GPtrArray *nodes,
           GType      type,
           Dice     *dice)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (type);
  const char *id = random_id (dice);
  JsonNode *node;

  if (has_id (nodes, id))
    return;

  node = vary_object (type, NULL, dice);
  if (klass->n_keys == 1 && klass->fields[klass->keys[0]].kind == KQ_FIELD_ID)
    node = with_id (node, id);
  g_ptr_array_add (nodes, node);
}

static JsonNode *
vary_children (const KqField *field,
               JsonNode      *old,
               Dice         *dice)
{
  g_autoptr (GPtrArray) nodes = some_elements (old, dice);

  for (guint i = 0; i < nodes->len; i++)
    if (one_in (dice, 3))
      {
        JsonNode *varied = vary_object (field->child_type (), nodes->pdata[i], dice);

        json_node_unref (nodes->pdata[i]);
        nodes->pdata[i] = varied;
      }
  for (int left = g_rand_int_range (dice->rand, 0, 3); left > 0; left--)
    add_child (nodes, field->child_type (), dice);
  if (one_in (dice, 2))
    shuffle (nodes, dice);

  return array_node (nodes);
}

static JsonNode *
vary_map (const KqField *field,
          JsonNode      *old,
          Dice         *dice)
{
  g_autoptr (JsonObject) map = json_object_new ();

  for (guint i = 0; i < 3; i++)
    {
      const char *name = random_image (dice);
      JsonNode *entry = NULL;

      if (*name == '\0' || json_object_has_member (map, name))
        continue;
      if (old != NULL)
        entry = json_object_get_member (json_node_get_object (old), name);
      if (entry == NULL || one_in (dice, 2))
        json_object_set_member (map, name, vary_object (field->child_type (), entry, dice));
      else
        json_object_set_member (map, name, json_node_ref (entry));
    }

  return json_node_init_object (json_node_alloc (), map);
}

static JsonNode *
vary_field (const KqField *field,
            JsonNode      *old,
            Dice         *dice)
{
  switch ((int) field->kind)
    {
    case KQ_FIELD_REF:
      return string_node (one_in (dice, 4) ? "" : random_id (dice));
    case KQ_FIELD_IMAGE:
      return string_node (random_image (dice));
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      return random_number (field, dice);
    case KQ_FIELD_BOOL:
      return json_node_init_boolean (json_node_alloc (), g_rand_boolean (dice->rand));
    case KQ_FIELD_TIME:
      return random_time (dice);
    case KQ_FIELD_ENUM:
      return string_node (random_word (field, dice));
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      return vary_texts (field, old, dice);
    case KQ_FIELD_CHILD:
      if (one_in (dice, 3))
        return json_node_init_null (json_node_alloc ());
      return vary_object (field->child_type (), one_in (dice, 4) ? NULL : old, dice);
    case KQ_FIELD_CHILDREN:
      return vary_children (field, old, dice);
    case KQ_FIELD_MAP:
      return vary_map (field, old, dice);
    default:
      return string_node (random_text (dice));
    }
}

static JsonNode *
random_scalar (Dice *dice)
{
  switch (g_rand_int_range (dice->rand, 0, 6))
    {
    case 0:
      return json_node_init_null (json_node_alloc ());
    case 1:
      return json_node_init_int (json_node_alloc (), g_rand_int_range (dice->rand, 0, 2));
    case 2:
      return json_node_init_double (json_node_alloc (), g_rand_int_range (dice->rand, 0, 2));
    case 3:
      return json_node_init_double (json_node_alloc (), 0.5);
    case 4:
      return json_node_init_boolean (json_node_alloc (), TRUE);
    default:
      return string_node (random_text (dice));
    }
}

static void
vary_members (JsonObject *object,
              JsonNode   *old,
              guint       depth,
              Dice      *dice)
{
  static const char * const names[] = { "new", "more", "a/b", "", "~" };
  guint first = g_rand_int_range (dice->rand, 0, G_N_ELEMENTS (names));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = names[(first + i) % G_N_ELEMENTS (names)];
      JsonNode *member = NULL;

      if (old != NULL && JSON_NODE_HOLDS_OBJECT (old))
        member = json_object_get_member (json_node_get_object (old), name);
      if (member != NULL && one_in (dice, 6))
        continue;
      if (member != NULL && !one_in (dice, 3))
        json_object_set_member (object, name, json_node_ref (member));
      else if (member != NULL || one_in (dice, 12))
        json_object_set_member (object, name, vary_unknown (member, depth + 1, dice));
    }
}

static JsonNode *
vary_unknown_array (JsonNode *old,
                    guint     depth,
                    Dice    *dice)
{
  g_autoptr (GPtrArray) nodes = some_elements (old, dice);
  gboolean keyed = nodes->len > 0 ? JSON_NODE_HOLDS_OBJECT ((JsonNode *) nodes->pdata[0])
                                  : g_rand_boolean (dice->rand);

  for (int left = g_rand_int_range (dice->rand, 0, 3); left > 0; left--)
    {
      if (!keyed)
        g_ptr_array_add (nodes, random_scalar (dice));
      else
        {
          g_autoptr (JsonObject) object = json_object_new ();

          vary_members (object, NULL, depth + 1, dice);
          json_object_set_string_member (object, "id", random_id (dice));
          g_ptr_array_add (nodes, json_node_init_object (json_node_alloc (), object));
        }
    }
  if (one_in (dice, 2))
    shuffle (nodes, dice);

  return array_node (nodes);
}

static JsonNode *
vary_unknown (JsonNode *old,
              guint     depth,
              Dice    *dice)
{
  guint sort = depth < 4 ? g_rand_int_range (dice->rand, 0, 4) : 3;

  if (old != NULL && depth < 4 && !one_in (dice, 5))
    sort = JSON_NODE_HOLDS_OBJECT (old) ? 0 : JSON_NODE_HOLDS_ARRAY (old) ? 1 : 3;
  if (sort == 0)
    {
      g_autoptr (JsonObject) object = json_object_new ();

      vary_members (object, old, depth, dice);
      return json_node_init_object (json_node_alloc (), object);
    }

  return sort == 1 ? vary_unknown_array (old, depth, dice) : random_scalar (dice);
}

static JsonNode *
vary_object (GType     type,
             JsonNode *old,
             Dice    *dice)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (type);
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KqField *field = &klass->fields[i];
      JsonNode *member = NULL;

      if (old != NULL && JSON_NODE_HOLDS_OBJECT (old))
        member = json_object_get_member (json_node_get_object (old), field->name);
      if (field->kind != KQ_FIELD_ID && (field->flags & KQ_FIELD_REQUIRED) == 0 &&
          is_picked (field, dice) && !one_in (dice, 3))
        json_object_set_member (object, field->name, vary_field (field, member, dice));
      else if (member != NULL && !one_in (dice, 20))
        json_object_set_member (object, field->name, json_node_ref (member));
      else if (member != NULL && (field->kind == KQ_FIELD_ID || (field->flags & KQ_FIELD_REQUIRED) != 0))
        json_object_set_member (object, field->name, json_node_ref (member));
    }
  vary_members (object, old, 0, dice);

  return json_node_init_object (json_node_alloc (), object);
}

JsonNode *
merge_random_campaign (JsonNode *old,
                       GRand    *rand,
                       guint32   salt)
{
  Dice dice = { rand, salt };
  JsonNode *node = vary_object (KQ_TYPE_CAMPAIGN, old, &dice);
  JsonObject *object = json_node_get_object (node);

  json_object_set_string_member (object, "format", KQ_FORMAT_NAME);
  json_object_set_int_member (object, "version", KQ_FORMAT_VERSION);
  json_object_set_string_member (object, "id", "c");
  json_node_seal (node);

  return node;
}
