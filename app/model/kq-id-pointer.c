/* kq-id-pointer.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-id-pointer.h"
#include "kq-json.h"
#include "kq-list.h"
#include "kq-merge-private.h"
#include "kq-name.h"
#include "kq-object-private.h"
#include "kq-value.h"

/* A value, and what the tables know of it */
typedef struct {
  JsonNode    *node;     /* (unowned) (nullable): %NULL where it is absent */
  KqFieldKind  kind;     /* CHILD for an object, TEXT for what no table knows */
  GType        type;     /* of the object, or of those within */
} Place;

static void
enter_member (Place      *place,
              const char *name)
{
  JsonObject *object = json_node_get_object (place->node);

  place->node = json_object_get_member (object, name);
  if (place->kind == KQ_FIELD_MAP)
    {
      place->kind = KQ_FIELD_CHILD;
    }
  else if (place->kind == KQ_FIELD_CHILD)
    {
      g_autoptr (KqObjectClass) klass = g_type_class_ref (place->type);
      guint next = 0, index = kq_object_class_find (klass, name, &next);
      const KqField *field = index != KQ_NO_FIELD ? &klass->fields[index] : NULL;

      place->kind = field != NULL ? field->kind : KQ_FIELD_TEXT;
      place->type = field != NULL && field->child_type != NULL ? field->child_type () : G_TYPE_INVALID;
    }
}

/* Returns: (nullable): %NULL where it is no list, or one whose elements nothing
 * tells apart */
static KqKeyed *
list_at (const Place *place)
{
  g_autoptr (KqObjectClass) klass = NULL;

  if (place->node == NULL || !JSON_NODE_HOLDS_ARRAY (place->node))
    return NULL;
  if (place->kind == KQ_FIELD_CHILDREN)
    klass = g_type_class_ref (place->type);
  else if (place->kind != KQ_FIELD_TEXT)
    return NULL;

  return kq_keyed_new_list (klass, place->node);
}

/* Enters the element of @key, or the place behind the last. */
static gboolean
enter_element (Place      *place,
               const char *key,
               guint      *position)
{
  g_autoptr (KqKeyed) list = list_at (place);

  if (list == NULL)
    return FALSE;

  if (!g_ptr_array_find_with_equal_func (list->keys, key, g_str_equal, position))
    *position = list->keys->len;
  place->node = kq_keyed_get (list, key);
  place->kind = place->kind == KQ_FIELD_CHILDREN ? KQ_FIELD_CHILD : KQ_FIELD_TEXT;

  return TRUE;
}

/* @plain: what leads to the same place by indexes */
static gboolean
enter (Place      *place,
       const char *token,
       GString    *plain)
{
  guint position;

  if (place->node == NULL)
    return FALSE;

  if (JSON_NODE_HOLDS_OBJECT (place->node))
    {
      enter_member (place, token);
      kq_json_pointer_append (plain, token);
      return TRUE;
    }
  if (!enter_element (place, token, &position))
    return FALSE;

  if (place->node != NULL)
    kq_json_pointer_append_index (plain, position);
  else
    kq_json_pointer_append (plain, "-");

  return TRUE;
}

static gboolean
follow (const char *pointer,
        JsonNode   *campaign,
        Place      *place,
        GString    *plain)
{
  g_auto (GStrv) tokens = kq_json_pointer_split (pointer);

  *place = (Place) { campaign, KQ_FIELD_CHILD, KQ_TYPE_CAMPAIGN };
  for (guint i = 0; tokens != NULL && tokens[i] != NULL; i++)
    if (!enter (place, tokens[i], plain))
      return FALSE;

  return tokens != NULL;
}

/**
 * kq_id_pointer_to_plain:
 * @pointer: a JSON Pointer in which elements of lists are named by their ids
 * @campaign: a campaign
 *
 * Returns: (transfer full) (nullable): the plain JSON Pointer to the same
 *   place in @campaign, which may name an absent member or, with `-`, an
 *   element to be appended; %NULL where there is nothing to hold it
 */
char *
kq_id_pointer_to_plain (const char *pointer,
                        JsonNode   *campaign)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  Place place;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (campaign != NULL, NULL);

  return follow (pointer, campaign, &place, plain) ? g_strdup (plain->str) : NULL;
}

/* The list of objects that @pointer leads to, or %NULL where it isn't one */
KqKeyed *
kq_id_pointer_get_list (const char *pointer,
                        JsonNode   *campaign)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  Place place;

  return follow (pointer, campaign, &place, plain) ? list_at (&place) : NULL;
}

/* By its key, which is the id or name but for a few kinds */
static KqObject *
find_element (KqList     *list,
              const char *key)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (kq_list_get_child_type (list));
  KqObject *child = kq_list_find (list, key);
  g_autoptr (JsonArray) array = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (KqKeyed) keyed = NULL;
  guint position;

  if (child != NULL || klass->n_keys == 0 || klass->fields[klass->keys[0]].kind == KQ_FIELD_ID)
    return child;

  array = json_array_new ();
  for (guint i = 0; i < kq_list_get_length (list); i++)
    json_array_add_element (array, json_node_ref (kq_object_snapshot (kq_list_get (list, i))));
  node = json_node_init_array (json_node_alloc (), array);
  keyed = kq_keyed_new_list (klass, node);

  if (keyed == NULL || !g_ptr_array_find_with_equal_func (keyed->keys, key, g_str_equal, &position))
    return NULL;

  return kq_list_get (list, position);
}

/* What the field @index of @object holds at @token, or below it at the next. */
static KqObject *
find_child (KqObject *object,
            guint     index,
            char    **token)
{
  KqFieldKind kind = kq_object_get_field (object, index)->kind;

  if (kind == KQ_FIELD_CHILD)
    return kq_object_get_child (object, index);
  if ((kind == KQ_FIELD_CHILDREN || kind == KQ_FIELD_MAP) && token[1] != NULL)
    return find_element (kq_object_get_list (object, index), token[1]);

  return NULL;
}

/* What is behind the first tokens of @pointer */
static const char *
skip_tokens (const char *pointer,
             guint       n)
{
  for (; n > 0; n--)
    pointer += 1 + strcspn (pointer + 1, "/");

  return pointer;
}

/**
 * kq_id_pointer_find:
 * @pointer: a JSON Pointer in which elements of lists are named by their ids
 * @campaign: a campaign
 * @index: (out) (optional): the row of the field that the pointer names, or
 *   that holds what it names; %KQ_NO_FIELD where it names an object or a member
 *   that no table knows
 * @rest: (out) (optional) (transfer none): what of @pointer leads on from
 *   there, such as a member that no table knows, or an element that is gone; ""
 *   for nothing
 *
 * Follows @pointer as far as there are objects.
 *
 * Returns: (transfer none): the nearest object
 */
KqObject *
kq_id_pointer_find (const char  *pointer,
                    KqCampaign  *campaign,
                    guint       *index,
                    const char **rest)
{
  g_auto (GStrv) tokens = NULL;
  KqObject *object = KQ_OBJECT (campaign);
  guint last = KQ_NO_FIELD, i = 0;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  tokens = kq_json_pointer_split (pointer);
  while (tokens != NULL && tokens[i] != NULL)
    {
      KqObject *next;

      last = kq_object_find_field (object, tokens[i]);
      if (last == KQ_NO_FIELD)
        break;
      next = find_child (object, last, tokens + i);
      i += next != NULL && kq_object_get_field (object, last)->kind != KQ_FIELD_CHILD ? 2 : 1;
      if (next == NULL)
        break;
      object = next;
      last = KQ_NO_FIELD;
    }

  if (index != NULL)
    *index = last;
  if (rest != NULL)
    *rest = tokens != NULL ? skip_tokens (pointer, i) : "";

  return object;
}

/**
 * kq_id_pointer_describe:
 * @pointer: a JSON Pointer in which elements of lists are named by their ids
 * @campaign: a campaign
 *
 * The place in people's words: “Coupon 满599减100 · Amount off”. What no table
 * knows is named as the file does.
 *
 * Returns: (transfer full): the words
 */
char *
kq_id_pointer_describe (const char *pointer,
                        KqCampaign *campaign)
{
  GString *words = g_string_new (NULL);
  guint index;
  KqObject *object;
  const char *rest;
  g_autofree char *place = NULL;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  object = kq_id_pointer_find (pointer, campaign, &index, &rest);
  place = kq_object_describe_place (object);
  g_string_append (words, place != NULL ? place : kq_object_get_label (object));
  if (place == NULL && index != KQ_NO_FIELD)
    g_string_assign (words, kq_object_get_field_label (object, index));
  else if (index != KQ_NO_FIELD)
    g_string_append_printf (words, " · %s", kq_object_get_field_label (object, index));
  if (*rest != '\0')
    g_string_append_printf (words, " · %s", rest + 1);

  return g_string_free (words, FALSE);
}

/**
 * kq_id_pointer_describe_value:
 * @pointer: a JSON Pointer in which elements of lists are named by their ids
 * @campaign: a campaign
 * @value: (nullable): a value of that place; %NULL for the default, or none
 *
 * The value in people's words: see [method@Object.describe_value].
 *
 * Returns: (transfer full): the words
 */
char *
kq_id_pointer_describe_value (const char *pointer,
                              KqCampaign *campaign,
                              JsonNode   *value)
{
  guint index;
  KqObject *object;
  const char *rest;
  GType type = G_TYPE_INVALID;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  object = kq_id_pointer_find (pointer, campaign, &index, &rest);
  if (index != KQ_NO_FIELD && *rest == '\0')
    return kq_object_describe_value (object, index, value);
  if (index != KQ_NO_FIELD && kq_object_get_field (object, index)->child_type != NULL)
    type = kq_object_get_field (object, index)->child_type ();
  else if (*rest == '\0')
    type = G_OBJECT_TYPE (object);

  return type != G_TYPE_INVALID ? kq_object_describe_node (type, value)
                                : kq_object_describe_value (object, KQ_NO_FIELD, value);
}
