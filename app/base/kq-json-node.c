/* kq-json-node.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json-private.h"

#include <math.h>
#include <string.h>

#include "kq-money.h"

#define MAX_SAME_HASH 64

/*
 * kq_json_node_get_literal:
 *
 * Returns: (transfer none) (nullable): the digits of a whole number beyond
 *   gint64, %NULL for any other node
 */
const char *
kq_json_node_get_literal (JsonNode *node)
{
  const char *text = json_node_get_string (node);

  return text != NULL && text[0] == KQ_JSON_LITERAL_MARK ? text + 1 : NULL;
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint hash_a = *(const guint *) a, hash_b = *(const guint *) b;

  return (hash_a > hash_b) - (hash_a < hash_b);
}

/*
 * kq_json_object_is_crowded:
 *
 * json-glib finds members by a hash that has no secret, so a file can be made
 * whose names all have the same one: reading it would take time with the square
 * of their number. No other names come near that.
 *
 * Returns: whether @object is made so
 */
gboolean
kq_json_object_is_crowded (JsonObject *object)
{
  g_autoptr(GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint));
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    {
      guint hash = g_str_hash (name);

      g_array_append_val (hashes, hash);
    }

  g_array_sort (hashes, compare_hashes);
  for (guint i = MAX_SAME_HASH; i < hashes->len; i++)
    if (g_array_index (hashes, guint, i) == g_array_index (hashes, guint, i - MAX_SAME_HASH))
      return TRUE;

  return FALSE;
}

/**
 * kq_json_node_is_number:
 * @node: a node
 *
 * Tells numbers from all else. Besides int and double nodes that is what
 * [func@json_read] keeps for a whole number beyond 64 bits: a node that
 * json-glib takes for a string, so ask this before asking for a string.
 *
 * Returns: whether @node is a number
 */
gboolean
kq_json_node_is_number (JsonNode *node)
{
  GType type;

  g_return_val_if_fail (node != NULL, FALSE);

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  type = json_node_get_value_type (node);
  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE
         || (type == G_TYPE_STRING && kq_json_node_get_literal (node) != NULL);
}

/**
 * kq_json_node_get_whole:
 * @node: a node
 * @number: (out) (optional): return location for its number
 *
 * Gets a whole number as the campaign format has them: from −(2^53−1) to
 * 2^53−1, also where it is written as 500.0.
 *
 * Returns: whether @node is such a number; if not, @number is left alone
 */
gboolean
kq_json_node_get_whole (JsonNode *node,
                        gint64   *number)
{
  gint64 whole;
  GType type;

  g_return_val_if_fail (node != NULL, FALSE);

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  type = json_node_get_value_type (node);
  if (type == G_TYPE_INT64)
    {
      whole = json_node_get_int (node);
      if (whole < -KQ_WHOLE_MAX || whole > KQ_WHOLE_MAX)
        return FALSE;
    }
  else if (type == G_TYPE_DOUBLE)
    {
      double value = json_node_get_double (node);

      if (!(fabs (value) <= (double) KQ_WHOLE_MAX) || trunc (value) != value)
        return FALSE;
      whole = (gint64) value;
    }
  else
    return FALSE;

  if (number != NULL)
    *number = whole;
  return TRUE;
}

/* Exact: a conversion of @whole to double might round it. */
static gboolean
int_equals_double (gint64 whole,
                   double number)
{
  return trunc (number) == number && number >= -0x1p63 && number < 0x1p63
         && (gint64) number == whole;
}

static gboolean
values_equal (JsonNode *a,
              JsonNode *b)
{
  GType type_a = json_node_get_value_type (a);
  GType type_b = json_node_get_value_type (b);

  if (type_a == G_TYPE_INT64 && type_b == G_TYPE_DOUBLE)
    return int_equals_double (json_node_get_int (a), json_node_get_double (b));
  if (type_a == G_TYPE_DOUBLE && type_b == G_TYPE_INT64)
    return int_equals_double (json_node_get_int (b), json_node_get_double (a));
  if (type_a != type_b)
    return FALSE;

  if (type_a == G_TYPE_INT64)
    return json_node_get_int (a) == json_node_get_int (b);
  if (type_a == G_TYPE_DOUBLE)
    return json_node_get_double (a) == json_node_get_double (b);
  if (type_a == G_TYPE_BOOLEAN)
    return json_node_get_boolean (a) == json_node_get_boolean (b);

  return g_strcmp0 (json_node_get_string (a), json_node_get_string (b)) == 0;
}

static gboolean
objects_equal (JsonObject *a,
               JsonObject *b)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (a == b)
    return TRUE;
  if (json_object_get_size (a) != json_object_get_size (b))
    return FALSE;

  json_object_iter_init (&iter, a);
  while (json_object_iter_next (&iter, &name, &value))
    {
      JsonNode *other = json_object_get_member (b, name);

      if (other == NULL || !kq_json_equal (value, other))
        return FALSE;
    }

  return TRUE;
}

/* The ways to compare: they differ in objects and in values. */
typedef struct {
  gboolean (*nodes)   (JsonNode   *a,
                       JsonNode   *b);
  gboolean (*objects) (JsonObject *a,
                       JsonObject *b);
  gboolean (*values)  (JsonNode   *a,
                       JsonNode   *b);
} Comparison;

static gboolean
compare_arrays (const Comparison *comparison,
                JsonArray        *a,
                JsonArray        *b)
{
  guint length = json_array_get_length (a);

  if (a == b)
    return TRUE;
  if (length != json_array_get_length (b))
    return FALSE;

  for (guint i = 0; i < length; i++)
    if (!comparison->nodes (json_array_get_element (a, i), json_array_get_element (b, i)))
      return FALSE;

  return TRUE;
}

static gboolean
compare_nodes (const Comparison *comparison,
               JsonNode         *a,
               JsonNode         *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || json_node_get_node_type (a) != json_node_get_node_type (b))
    return FALSE;

  switch (json_node_get_node_type (a))
    {
    case JSON_NODE_OBJECT:
      return comparison->objects (json_node_get_object (a), json_node_get_object (b));
    case JSON_NODE_ARRAY:
      return compare_arrays (comparison, json_node_get_array (a), json_node_get_array (b));
    case JSON_NODE_VALUE:
      return comparison->values (a, b);
    case JSON_NODE_NULL:
    default:
      return TRUE;
    }
}

/**
 * kq_json_equal:
 * @a: (nullable): a node
 * @b: (nullable): another
 *
 * Compares two trees by what they say: the order of an object's members
 * doesn't matter, and 1 is 1.0. Whole numbers beyond 64 bits are compared by
 * their digits. %NULL (an absent member) equals only %NULL. Trees that share
 * nodes are compared only where they don't.
 *
 * Returns: whether both say the same
 */
gboolean
kq_json_equal (JsonNode *a,
               JsonNode *b)
{
  static const Comparison comparison = { kq_json_equal, objects_equal, values_equal };

  return compare_nodes (&comparison, a, b);
}

/* −0.0 isn't 0.0. */
static gboolean
values_identical (JsonNode *a,
                  JsonNode *b)
{
  GType type = json_node_get_value_type (a);

  return type == json_node_get_value_type (b) && values_equal (a, b) &&
         (type != G_TYPE_DOUBLE ||
          !signbit (json_node_get_double (a)) == !signbit (json_node_get_double (b)));
}

static gboolean
objects_identical (JsonObject *a,
                   JsonObject *b)
{
  JsonObjectIter iter_a, iter_b;
  const char *name_a, *name_b;
  JsonNode *value_a, *value_b;

  if (a == b)
    return TRUE;
  if (json_object_get_size (a) != json_object_get_size (b))
    return FALSE;

  json_object_iter_init_ordered (&iter_a, a);
  json_object_iter_init_ordered (&iter_b, b);
  while (json_object_iter_next_ordered (&iter_a, &name_a, &value_a) &&
         json_object_iter_next_ordered (&iter_b, &name_b, &value_b))
    if (strcmp (name_a, name_b) != 0 || !kq_json_identical (value_a, value_b))
      return FALSE;

  return TRUE;
}

/**
 * kq_json_identical:
 * @a: (nullable): a node
 * @b: (nullable): another
 *
 * Compares two trees more strictly than [func@json_equal]: the members of
 * objects are in the same order too, and 1 isn't 1.0. %NULL is identical only
 * with %NULL. What is identical is written as the same text.
 *
 * Returns: whether both are the same
 */
gboolean
kq_json_identical (JsonNode *a,
                   JsonNode *b)
{
  static const Comparison comparison = { kq_json_identical, objects_identical, values_identical };

  return compare_nodes (&comparison, a, b);
}
