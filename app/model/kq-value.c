/* kq-value.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-campaign.h"
#include "kq-json.h"
#include "kq-list.h"
#include "kq-name.h"
#include "kq-percent.h"
#include "kq-value.h"

/* How many of a list are named before the rest is counted */
#define MAX_NAMES 5

static char *
nothing (void)
{
  return g_strdup (C_("value", "not set"));
}

static char *
describe_json (JsonNode *value)
{
  return g_strchomp (kq_json_write (value, NULL));
}

static char *
describe_text (const char *text)
{
  return *text != '\0' ? g_strdup (text) : nothing ();
}

/* 300 → “30%” */
static char *
describe_rate (gint64 rate)
{
  if (rate % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "%%", rate / 10);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT "%%",
                          rate < 0 && rate > -10 ? "-" : "", rate / 10, ABS (rate % 10));
}

static char *
describe_fen (KqObject *object,
              gint64    fen)
{
  KqObject *root = kq_object_get_root (object);

  return kq_money_format (fen, KQ_IS_CAMPAIGN (root) ? kq_object_get_text (root, KQ_CAMPAIGN_CURRENCY)
                                                     : "CNY");
}

static char *
describe_number (KqObject *object,
                 guint     index,
                 JsonNode *value)
{
  const KqField *field = kq_object_get_field (object, index);
  gint64 number = field->initial;

  if (value != NULL && !kq_json_node_get_whole (value, &number))
    return nothing ();
  if (number == KQ_INT_NONE)
    return nothing ();
  if (field->kind == KQ_FIELD_FEN)
    return describe_fen (object, number);
  if (g_str_equal (field->name, "percent"))
    return number != 0 ? kq_percent_describe (number) : nothing ();
  if (g_str_equal (field->name, "claimRate") || g_str_equal (field->name, "useRate"))
    return describe_rate (number);

  return kq_count_format (number);
}

/* In the campaign's zone, or as written where that differs: the same moment
 * with another offset is another value. */
static char *
describe_time (KqObject *object,
               JsonNode *value)
{
  KqObject *root = kq_object_get_root (object);
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) moment = NULL;
  KqTime time;

  if (value == NULL || JSON_NODE_HOLDS_NULL (value) ||
      !kq_time_parse (json_node_get_string (value), &time))
    return nothing ();

  if (KQ_IS_CAMPAIGN (root))
    zone = kq_campaign_dup_zone (KQ_CAMPAIGN (root));
  if (zone == NULL || kq_time_in_zone (time, zone).offset == time.offset)
    {
      moment = kq_time_to_date_time (time, zone);
      return g_date_time_format (moment, "%Y-%m-%d %H:%M:%S");
    }

  return g_strdup (json_node_get_string (value));
}

static char *
describe_word (KqObject *object,
               guint     index,
               JsonNode *value)
{
  const KqField *field = kq_object_get_field (object, index);
  const char *word = value != NULL ? json_node_get_string (value) : field->words[field->initial].word;
  int choice = kq_field_find_word (field, word);

  return g_strdup (choice >= 0 ? kq_object_get_word_label (object, index, choice) : word);
}

static char *
name_in (KqObject   *object,
         const char *list,
         const char *id)
{
  KqObject *root = kq_object_get_root (object);
  guint field = kq_object_find_field (root, list);
  KqObject *target = NULL;

  if (field != KQ_NO_FIELD)
    target = kq_list_find (kq_object_get_list (root, field), id);

  return target != NULL ? kq_object_describe_name (target) : g_strdup (id);
}

static char *
describe_reference (KqObject *object,
                    guint     index,
                    JsonNode *value)
{
  const KqField *field = kq_object_get_field (object, index);
  const char *id = value != NULL ? json_node_get_string (value) : "";

  if (*id == '\0')
    return nothing ();

  return name_in (object, field->kind == KQ_FIELD_IMAGE ? "assets" : field->list, id);
}

static char *
describe_element (KqObject *object,
                  guint     index,
                  JsonNode *element)
{
  const KqField *field = kq_object_get_field (object, index);

  if (JSON_NODE_HOLDS_OBJECT (element))
    return kq_object_describe_node (field->child_type (), element);
  if (field->kind == KQ_FIELD_ENUMS)
    return describe_word (object, index, element);
  if (field->kind == KQ_FIELD_REFS)
    return describe_reference (object, index, element);

  return name_in (object, field->name, json_node_get_string (element));
}

/* A list; also of the keys of a list's elements, which is what an order is. */
static char *
describe_list (KqObject *object,
               guint     index,
               JsonNode *value)
{
  JsonArray *array = value != NULL ? json_node_get_array (value) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    {
      g_autofree char *name = describe_element (object, index, json_array_get_element (array, i));

      /* Translators: between the names of a list */
      g_string_append_printf (text, "%s%s", i > 0 ? _(", ") : "", name);
    }
  if (n > MAX_NAMES)
    /* Translators: behind the first names of a list: how many more there are */
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", n - MAX_NAMES),
                            n - MAX_NAMES);
  if (n == 0)
    {
      gboolean all = (kq_object_get_field (object, index)->flags & KQ_FIELD_ALL) != 0;

      g_string_append (text, all ? C_("value", "all") : C_("value", "not set"));
    }

  return g_string_free (text, FALSE);
}

/**
 * kq_object_describe_node:
 * @type: a type of objects
 * @node: (nullable): a checked node of such an object; %NULL or null for none
 *
 * Returns: (transfer full): what the object is called: see
 *   [method@Object.describe_name]
 */
char *
kq_object_describe_node (GType     type,
                         JsonNode *node)
{
  g_autoptr (KqObject) object = NULL;

  g_return_val_if_fail (g_type_is_a (type, KQ_TYPE_OBJECT), NULL);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return nothing ();

  object = kq_object_new_from_node (type, node);
  return kq_object_describe_name (object);
}

static char *
describe_map (JsonNode *value)
{
  guint n = value != NULL ? json_object_get_size (json_node_get_object (value)) : 0;

  return n > 0 ? kq_count_format (n) : nothing ();
}

static char *
describe_bool (const KqField *field,
               JsonNode      *value)
{
  gboolean on = value != NULL ? json_node_get_boolean (value) : field->initial != 0;

  return g_strdup (on ? C_("value", "yes") : C_("value", "no"));
}

/**
 * kq_object_describe_value:
 * @object: an object, whose platform's words are used, and whose campaign's
 *   currency, zone and names
 * @index: a row of its table; %KQ_NO_FIELD for the object itself, or a member
 *   that no table knows
 * @value: (nullable): a checked value of the field; %NULL for its default
 *
 * A value as people say it: money with its sign, a choice by its label, a
 * reference by its name, “not set” for nothing.
 *
 * Returns: (transfer full): the words
 */
char *
kq_object_describe_value (KqObject *object,
                          guint     index,
                          JsonNode *value)
{
  const KqField *field;

  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);

  if (index == KQ_NO_FIELD)
    return value != NULL ? describe_json (value) : nothing ();

  field = kq_object_get_field (object, index);
  switch (field->kind)
    {
    case KQ_FIELD_ID:
    case KQ_FIELD_TEXT:
      if (value == NULL)
        return describe_text (field->initial_text != NULL ? field->initial_text : "");
      return describe_text (json_node_get_string (value));
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      return describe_number (object, index, value);
    case KQ_FIELD_BOOL:
      return describe_bool (field, value);
    case KQ_FIELD_TIME:
      return describe_time (object, value);
    case KQ_FIELD_ENUM:
      return describe_word (object, index, value);
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      return describe_reference (object, index, value);
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
    case KQ_FIELD_CHILDREN:
      return describe_list (object, index, value);
    case KQ_FIELD_CHILD:
      return kq_object_describe_node (field->child_type (), value);
    case KQ_FIELD_MAP:
      return describe_map (value);
    default:
      g_assert_not_reached ();
    }
}
