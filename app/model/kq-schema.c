/* kq-schema.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign.h"
#include "kq-object-private.h"
#include "kq-schema.h"

/* The tables as JSON Schema 2020-12, for other people's tools. Unlike reading,
 * it also says which words and numbers make sense. */

#define SCHEMA_URI "https://json-schema.org/draft/2020-12/schema"

/* RFC 3339 with an offset; the grammar only, which is what a pattern can say. */
#define TIME_PATTERN "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])" \
                     "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]" \
                     "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
#define ID_PATTERN "^[A-Za-z0-9_-]{1,64}$"
#define REF_PATTERN "^([A-Za-z0-9_-]{1,64})?$"
#define IMAGE_PATTERN "^([0-9a-f]{64})?$"
#define SHA256_PATTERN "^[0-9a-f]{64}$"

static JsonObject *
typed (const char *type)
{
  JsonObject *schema = json_object_new ();

  json_object_set_string_member (schema, "type", type);

  return schema;
}

static JsonObject *
patterned (const char *pattern)
{
  JsonObject *schema = typed ("string");

  json_object_set_string_member (schema, "pattern", pattern);

  return schema;
}

static void
add_null (JsonObject *schema)
{
  const char *type = json_object_get_string_member (schema, "type");
  JsonArray *types = json_array_new ();

  json_array_add_string_element (types, type);
  json_array_add_string_element (types, "null");
  json_object_set_array_member (schema, "type", types);
}

static JsonObject *
choice (const KqField *field)
{
  JsonObject *schema = json_object_new ();
  JsonArray *words = json_array_new ();

  for (guint i = 0; i < kq_field_get_n_words (field); i++)
    if (kq_field_in_range (field, i))
      json_array_add_string_element (words, field->words[i].word);
  json_object_set_array_member (schema, "enum", words);

  return schema;
}

static JsonObject *
number (const KqField *field)
{
  JsonObject *schema = typed ("integer");
  gboolean bounded = field->maximum != 0;

  json_object_set_int_member (schema, "minimum", bounded ? field->minimum : -KQ_WHOLE_MAX);
  json_object_set_int_member (schema, "maximum", bounded ? field->maximum : KQ_WHOLE_MAX);
  if ((field->flags & KQ_FIELD_NULLABLE) != 0)
    add_null (schema);

  return schema;
}

static char *
definition_name (GType type)
{
  char *name = g_strdup (g_type_name (type) + strlen ("Kq"));

  name[0] = g_ascii_tolower (name[0]);

  return name;
}

static JsonObject *
reference (GType type)
{
  g_autofree char *name = definition_name (type);
  g_autofree char *pointer = g_strconcat ("#/$defs/", name, NULL);
  JsonObject *schema = json_object_new ();

  json_object_set_string_member (schema, "$ref", pointer);

  return schema;
}

static JsonObject *
list_of (JsonObject *items)
{
  JsonObject *schema = typed ("array");

  json_object_set_object_member (schema, "items", items);
  json_object_set_int_member (schema, "maxItems", 20000);

  return schema;
}

static JsonObject *
map_of (GType type)
{
  JsonObject *schema = typed ("object");
  JsonObject *names = patterned (SHA256_PATTERN);

  json_object_set_object_member (schema, "propertyNames", names);
  json_object_set_object_member (schema, "additionalProperties", reference (type));

  return schema;
}

static JsonObject *
or_null (JsonObject *schema)
{
  JsonObject *either = json_object_new ();
  JsonArray *both = json_array_new ();

  json_array_add_object_element (both, schema);
  json_array_add_object_element (both, typed ("null"));
  json_object_set_array_member (either, "anyOf", both);

  return either;
}

static JsonObject *
text (const KqField *field)
{
  g_autofree char *pattern = NULL;

  if (field->pattern == NULL)
    return typed ("string");

  /* "" always stands for none */
  pattern = g_strdup_printf ("^$|%s", field->pattern);

  return patterned (pattern);
}

static JsonObject *
field_schema (const KqField *field)
{
  JsonObject *schema;

  switch (field->kind)
    {
    case KQ_FIELD_ID:
      return patterned (ID_PATTERN);
    case KQ_FIELD_TEXT:
      return text (field);
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      return number (field);
    case KQ_FIELD_BOOL:
      return typed ("boolean");
    case KQ_FIELD_TIME:
      schema = patterned (TIME_PATTERN);
      add_null (schema);
      return schema;
    case KQ_FIELD_ENUM:
      return choice (field);
    case KQ_FIELD_ENUMS:
      return list_of (choice (field));
    case KQ_FIELD_REF:
      return patterned (REF_PATTERN);
    case KQ_FIELD_REFS:
      return list_of (patterned (ID_PATTERN));
    case KQ_FIELD_IMAGE:
      return patterned (IMAGE_PATTERN);
    case KQ_FIELD_CHILD:
      return or_null (reference (field->child_type ()));
    case KQ_FIELD_CHILDREN:
      return list_of (reference (field->child_type ()));
    case KQ_FIELD_MAP:
      return map_of (field->child_type ());
    default:
      g_assert_not_reached ();
    }
}

static void
require (JsonObject *schema,
         const char *name)
{
  JsonArray *required;

  if (json_object_has_member (schema, "required"))
    required = json_object_get_array_member (schema, "required");
  else
    json_object_set_array_member (schema, "required", required = json_array_new ());

  json_array_add_string_element (required, name);
}

static void add_definition (JsonObject *definitions,
                            GType       type);

static JsonObject *
class_schema (KqObjectClass *klass,
              JsonObject    *definitions)
{
  JsonObject *schema = typed ("object");
  JsonObject *members = json_object_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KqField *field = &klass->fields[i];

      json_object_set_object_member (members, field->name, field_schema (field));
      if (field->kind == KQ_FIELD_ID || (field->flags & KQ_FIELD_REQUIRED) != 0)
        require (schema, field->name);
      if (field->child_type != NULL)
        add_definition (definitions, field->child_type ());
    }
  json_object_set_object_member (schema, "properties", members);

  return schema;
}

static void
add_definition (JsonObject *definitions,
                GType       type)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (type);
  g_autofree char *name = definition_name (type);

  if (!json_object_has_member (definitions, name))
    json_object_set_object_member (definitions, name, class_schema (klass, definitions));
}

/* What holds for one member of the whole beyond its table row. */
static void
refine (JsonObject *schema,
        JsonObject *definitions)
{
  JsonObject *members = json_object_get_object_member (schema, "properties");
  JsonObject *format = json_object_new ();
  JsonObject *version = json_object_get_object_member (members, "version");
  JsonObject *asset = json_object_get_object_member (definitions, "asset");
  JsonObject *data = typed ("string");

  json_object_set_string_member (format, "const", KQ_FORMAT_NAME);
  json_object_set_object_member (members, "format", format);
  json_object_set_int_member (version, "minimum", 1);

  /* The one member that isn't a field: it never lives in the document. */
  json_object_set_string_member (data, "contentEncoding", "base64");
  json_object_set_object_member (json_object_get_object_member (asset, "properties"),
                                 "data", data);
}

/**
 * kq_schema_build:
 *
 * The published schema of the campaign file (`data/schema/`), made from the
 * tables of fields.
 *
 * Returns: (transfer full): a JSON Schema 2020-12
 */
JsonNode *
kq_schema_build (void)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (KQ_TYPE_CAMPAIGN);
  g_autoptr (JsonObject) schema = json_object_new ();
  g_autoptr (JsonObject) campaign = NULL;
  JsonObject *definitions = json_object_new ();
  JsonObjectIter iter;
  JsonNode *member;
  const char *name;

  json_object_set_string_member (schema, "$schema", SCHEMA_URI);
  json_object_set_string_member (schema, "title", "Kaquan campaign");

  campaign = class_schema (klass, definitions);
  refine (campaign, definitions);
  json_object_iter_init_ordered (&iter, campaign);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (schema, name, json_node_ref (member));
  json_object_set_object_member (schema, "$defs", definitions);

  return json_node_init_object (json_node_alloc (), schema);
}
