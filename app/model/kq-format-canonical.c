/* kq-format-canonical.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-format.h"
#include "kq-json.h"
#include "kq-object-private.h"

/* The one form of a campaign. What comes out of a snapshot has it already, and
 * to see that takes a tenth of making objects of it. */

static gboolean is_canonical (KqObjectClass *klass,
                              JsonNode      *node);

/* A checked time is `…Z` or has its offset; no offset is written +00:00. */
static gboolean
is_canonical_time (JsonNode *node)
{
  const char *text = json_node_get_string (node);

  return text != NULL && !g_str_has_suffix (text, "Z") && !g_str_has_suffix (text, "-00:00");
}

static gboolean
are_canonical (KqObjectClass *klass,
               JsonNode      *node)
{
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!is_canonical (klass, json_array_get_element (array, i)))
      return FALSE;

  return json_array_get_length (array) > 0;
}

static gboolean
is_canonical_map (KqObjectClass *klass,
                  JsonNode      *node)
{
  JsonObject *object = json_node_get_object (node);
  JsonObjectIter iter;
  const char *name, *last = NULL;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if ((last != NULL && strcmp (last, name) >= 0) || !is_canonical (klass, member))
        return FALSE;
      last = name;
    }

  return json_object_get_size (object) > 0;
}

/* Whether it is written as the field writes it, and isn't the default. */
static gboolean
is_canonical_value (const KqField *field,
                    JsonNode      *node)
{
  const char *initial = field->initial_text != NULL ? field->initial_text : "";

  switch ((int) field->kind)
    {
    case KQ_FIELD_ID:
      return TRUE;
    case KQ_FIELD_TEXT:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      return strcmp (json_node_get_string (node), initial) != 0;
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      return json_node_get_value_type (node) == G_TYPE_INT64 &&
             json_node_get_int (node) != field->initial;
    case KQ_FIELD_BOOL:
      return json_node_get_boolean (node) != (field->initial != 0);
    case KQ_FIELD_TIME:
      return is_canonical_time (node);
    case KQ_FIELD_ENUM:
      return strcmp (json_node_get_string (node), field->words[field->initial].word) != 0;
    default:
      return json_array_get_length (json_node_get_array (node)) > 0;
    }
}

static gboolean
is_canonical_field (const KqField *field,
                    JsonNode      *node)
{
  g_autoptr (KqObjectClass) klass = NULL;

  if (JSON_NODE_HOLDS_NULL (node))
    return FALSE;
  if (field->child_type == NULL)
    return (field->flags & KQ_FIELD_REQUIRED) != 0 ? json_node_get_value_type (node) != G_TYPE_DOUBLE
                                                   : is_canonical_value (field, node);

  klass = g_type_class_ref (field->child_type ());
  if (field->kind == KQ_FIELD_CHILDREN)
    return are_canonical (klass, node);
  if (field->kind == KQ_FIELD_MAP)
    return is_canonical_map (klass, node);

  return is_canonical (klass, node);
}

/* Whether the fields stand in the order of the table, and before all else. */
static gboolean
is_canonical (KqObjectClass *klass,
              JsonNode      *node)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  guint next = 0, expected = 0;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      guint index = kq_object_class_find (klass, name, &next);

      if (index == KQ_NO_FIELD)
        {
          expected = klass->n_fields;
          continue;
        }
      if (index < expected || !is_canonical_field (&klass->fields[index], member))
        return FALSE;
      expected = index + 1;
    }

  return TRUE;
}

/**
 * kq_format_canonical:
 * @node: a campaign that passed [func@format_check]
 *
 * The campaign in the one form that says it: fields in their order, defaults
 * left out, numbers and times as they are written. What no table knows stays
 * as it is.
 *
 * Returns: (transfer full): the campaign, sealed; @node itself where it has
 *   that form
 */
JsonNode *
kq_format_canonical (JsonNode *node)
{
  g_autoptr (KqObjectClass) klass = NULL;
  g_autoptr (KqObject) campaign = NULL;

  g_return_val_if_fail (JSON_NODE_HOLDS_OBJECT (node), NULL);

  klass = g_type_class_ref (KQ_TYPE_CAMPAIGN);
  if (is_canonical (klass, node))
    {
      json_node_seal (node);
      return json_node_ref (node);
    }

  campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);
  return json_node_ref (kq_object_snapshot (campaign));
}

/**
 * kq_format_to_campaign:
 * @node: a campaign that passed [func@format_check], and to which nobody writes
 *   any more
 *
 * As [func@object_new_from_node]; but where @node has the one form that
 * [func@format_canonical] gives, it is sealed and becomes the snapshot of what
 * is made of it, which nobody has to build then.
 *
 * Returns: (transfer full): a new campaign
 */
KqCampaign *
kq_format_to_campaign (JsonNode *node)
{
  g_autoptr (KqObjectClass) klass = NULL;

  g_return_val_if_fail (JSON_NODE_HOLDS_OBJECT (node), NULL);

  klass = g_type_class_ref (KQ_TYPE_CAMPAIGN);
  if (!is_canonical (klass, node))
    return KQ_CAMPAIGN (kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node));

  json_node_seal (node);
  return KQ_CAMPAIGN (kq_object_new_filled (KQ_TYPE_CAMPAIGN, node, KQ_APPLY_SNAPSHOT));
}
