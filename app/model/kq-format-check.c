/* kq-format-check.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-format.h"
#include "kq-json.h"
#include "kq-object-private.h"

/* Whether a JSON tree is a campaign: types and ids, by the tables. It is done
 * before any object is made or changed, so that a refusal leaves nothing half
 * done. Choices and ranges aren't looked at: they are for the rules. */

G_DEFINE_QUARK (kq-format-error-quark, kq_format_error)

typedef struct {
  GString  *pointer;
  gboolean  trust_sealed;  /* a sealed node is a snapshot of ours */
  GError  **error;
} Check;

static gboolean check_object (Check         *check,
                              KqObjectClass *klass,
                              JsonNode      *node);

static gboolean
refuse (Check         *check,
        KqFormatError  code,
        const char    *expected)
{
  const char *pointer = check->pointer->len > 0 ? check->pointer->str : "/";

  g_set_error (check->error, KQ_FORMAT_ERROR, code, "%s: %s", pointer, expected);

  return FALSE;
}

static gsize
push (Check      *check,
      const char *token)
{
  gsize mark = check->pointer->len;

  kq_json_pointer_append (check->pointer, token);

  return mark;
}

static gsize
push_index (Check *check,
            guint  index)
{
  gsize mark = check->pointer->len;

  kq_json_pointer_append_index (check->pointer, index);

  return mark;
}

static gboolean
is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
         !kq_json_node_is_number (node);
}

static gboolean
is_bool (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}

static gboolean
check_text (Check    *check,
            JsonNode *node)
{
  if (!is_text (node))
    return refuse (check, KQ_FORMAT_ERROR_TYPE, _("expected a text"));

  return TRUE;
}

static gboolean
check_number (Check         *check,
              const KqField *field,
              JsonNode      *node)
{
  gint64 number;

  if ((field->flags & KQ_FIELD_NULLABLE) != 0 && JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (kq_json_node_get_whole (node, &number))
    return TRUE;
  if (field->kind == KQ_FIELD_FEN)
    return refuse (check, KQ_FORMAT_ERROR_TYPE,
                   _("expected a whole number of fen, at most 9007199254740991"));

  return refuse (check, KQ_FORMAT_ERROR_TYPE,
                 _("expected a whole number, at most 9007199254740991"));
}

static gboolean
check_time (Check    *check,
            JsonNode *node)
{
  KqTime time;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (is_text (node) && kq_time_parse (json_node_get_string (node), &time))
    return TRUE;

  return refuse (check, KQ_FORMAT_ERROR_TYPE,
                 _("expected a time such as 2026-11-11T20:00:00+08:00, or null"));
}

static gboolean
check_texts (Check    *check,
             JsonNode *node)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (check, KQ_FORMAT_ERROR_TYPE, _("expected a list of texts"));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize mark = push_index (check, i);

      if (!check_text (check, json_array_get_element (array, i)))
        return FALSE;
      g_string_truncate (check->pointer, mark);
    }

  return TRUE;
}

static gboolean
is_id (const char *text)
{
  gsize length = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                               "0123456789_-");

  return length >= 1 && length <= 64 && text[length] == '\0';
}

static gboolean
check_id (Check    *check,
          JsonNode *node)
{
  if (!check_text (check, node))
    return FALSE;
  if (!is_id (json_node_get_string (node)))
    return refuse (check, KQ_FORMAT_ERROR_ID,
                   _("expected an id of 1 to 64 letters, digits, “_” and “-”"));

  return TRUE;
}

static gboolean
check_unique (Check      *check,
              GHashTable *ids,
              JsonNode   *element)
{
  JsonObject *object = json_node_get_object (element);
  const char *id = json_object_get_string_member (object, "id");

  if (g_hash_table_add (ids, (gpointer) id))
    return TRUE;

  push (check, "id");
  return refuse (check, KQ_FORMAT_ERROR_ID,
                 _("the id is there already; expected one that is unique in its list"));
}

static gboolean
check_children (Check         *check,
                KqObjectClass *klass,
                JsonNode      *node)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean has_id = klass->n_keys > 0 &&
                    klass->fields[klass->keys[0]].kind == KQ_FIELD_ID;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (check, KQ_FORMAT_ERROR_TYPE, _("expected a list of objects"));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      gsize mark = push_index (check, i);

      if (!check_object (check, klass, element) ||
          (has_id && !check_unique (check, ids, element)))
        return FALSE;
      g_string_truncate (check->pointer, mark);
    }

  return TRUE;
}

static gboolean
check_map (Check         *check,
           KqObjectClass *klass,
           JsonNode      *node)
{
  JsonObjectIter iter;
  JsonNode *member;
  const char *name;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (check, KQ_FORMAT_ERROR_TYPE, _("expected an object"));

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      gsize mark = push (check, name);

      if (!check_object (check, klass, member))
        return FALSE;
      g_string_truncate (check->pointer, mark);
    }

  return TRUE;
}

static gboolean
check_field (Check         *check,
             const KqField *field,
             JsonNode      *node)
{
  g_autoptr (KqObjectClass) klass = NULL;

  if (field->child_type != NULL)
    klass = g_type_class_ref (field->child_type ());

  switch (field->kind)
    {
    case KQ_FIELD_ID:
      return check_id (check, node);
    case KQ_FIELD_TEXT:
    case KQ_FIELD_ENUM:
    case KQ_FIELD_REF:
    case KQ_FIELD_IMAGE:
      return check_text (check, node);
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      return check_number (check, field, node);
    case KQ_FIELD_BOOL:
      return is_bool (node) || refuse (check, KQ_FORMAT_ERROR_TYPE,
                                       _("expected true or false"));
    case KQ_FIELD_TIME:
      return check_time (check, node);
    case KQ_FIELD_ENUMS:
    case KQ_FIELD_REFS:
      return check_texts (check, node);
    case KQ_FIELD_CHILD:
      return JSON_NODE_HOLDS_NULL (node) || check_object (check, klass, node);
    case KQ_FIELD_CHILDREN:
      return check_children (check, klass, node);
    case KQ_FIELD_MAP:
      return check_map (check, klass, node);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
check_has_id (Check         *check,
              KqObjectClass *klass,
              JsonNode      *node)
{
  for (guint i = 0; i < klass->n_keys; i++)
    if (klass->fields[klass->keys[i]].kind == KQ_FIELD_ID &&
        !json_object_has_member (json_node_get_object (node), klass->fields[klass->keys[i]].name))
      {
        push (check, klass->fields[klass->keys[i]].name);
        return refuse (check, KQ_FORMAT_ERROR_ID, _("is missing; expected an id"));
      }

  return TRUE;
}

static gboolean
check_object (Check         *check,
              KqObjectClass *klass,
              JsonNode      *node)
{
  JsonObjectIter iter;
  JsonNode *member;
  const char *name;
  guint next = 0;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (check, KQ_FORMAT_ERROR_TYPE, _("expected an object"));
  if (check->trust_sealed && json_node_is_immutable (node))
    return TRUE;
  if (!check_has_id (check, klass, node))
    return FALSE;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      guint index = kq_object_class_find (klass, name, &next);
      gsize mark;

      if (index == KQ_NO_FIELD)
        continue;
      mark = push (check, name);
      if (!check_field (check, &klass->fields[index], member))
        return FALSE;
      g_string_truncate (check->pointer, mark);
    }

  return TRUE;
}

static gboolean
check_format (Check    *check,
              JsonNode *node,
              gint64   *version)
{
  JsonObject *object;
  JsonNode *format;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (check, KQ_FORMAT_ERROR_NOT_CAMPAIGN,
                   _("not a campaign: expected an object with \"format\": \"kaquan-campaign\""));

  object = json_node_get_object (node);
  format = json_object_get_member (object, "format");
  if (format == NULL || !is_text (format) ||
      !g_str_equal (json_node_get_string (format), KQ_FORMAT_NAME))
    {
      push (check, "format");
      return refuse (check, KQ_FORMAT_ERROR_NOT_CAMPAIGN,
                     _("not a campaign: expected \"kaquan-campaign\""));
    }
  if (!json_object_has_member (object, "version") ||
      !kq_json_node_get_whole (json_object_get_member (object, "version"), version) ||
      *version < 1)
    {
      push (check, "version");
      return refuse (check, KQ_FORMAT_ERROR_TYPE, _("expected a version: a whole number from 1"));
    }

  return TRUE;
}

static gboolean
check_campaign (JsonNode  *node,
                gboolean   trust_sealed,
                GError   **error)
{
  g_autoptr (GString) pointer = g_string_new (NULL);
  g_autoptr (KqObjectClass) klass = g_type_class_ref (KQ_TYPE_CAMPAIGN);
  g_autoptr (GError) local_error = NULL;
  Check check = { pointer, trust_sealed, &local_error };
  gint64 version = KQ_FORMAT_VERSION;

  if (check_format (&check, node, &version) && check_object (&check, klass, node))
    return TRUE;

  if (version > KQ_FORMAT_VERSION)
    {
      g_autofree char *theirs = g_strdup_printf ("%" G_GINT64_FORMAT, version);

      g_set_error (error, KQ_FORMAT_ERROR, KQ_FORMAT_ERROR_VERSION,
                   _("%s (the file is of version %s of the format; this Kaquan knows version %d)"),
                   local_error->message, theirs, KQ_FORMAT_VERSION);
    }
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * kq_format_check:
 * @node: a JSON tree
 * @error: return location for an error
 *
 * Whether @node can be read as a campaign: that it says so, and that all
 * members that the tables know are of their type and have their ids. What a
 * newer version has more is no fault.
 *
 * Returns: %TRUE, or %FALSE with a #KqFormatError that names the JSON Pointer
 */
gboolean
kq_format_check (JsonNode  *node,
                 GError   **error)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return check_campaign (node, FALSE, error);
}

/**
 * kq_format_check_edited:
 * @node: a campaign's snapshot in which something was replaced
 * @error: return location for an error
 *
 * As [func@format_check], but what is sealed in @node is taken to be a part
 * of a snapshot, and isn't looked at again.
 *
 * Returns: %TRUE, or %FALSE with a #KqFormatError
 */
gboolean
kq_format_check_edited (JsonNode  *node,
                        GError   **error)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return check_campaign (node, TRUE, error);
}

/**
 * kq_format_check_object:
 * @object: an object of a campaign
 * @node: a snapshot of @object in which something was replaced
 *
 * As [func@format_check_edited], for what one object shall hold.
 *
 * Returns: whether @node fits
 */
gboolean
kq_format_check_object (KqObject *object,
                        JsonNode *node)
{
  g_autoptr (GString) pointer = g_string_new (NULL);
  Check check = { pointer, TRUE, NULL };

  g_return_val_if_fail (KQ_IS_OBJECT (object), FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  return check_object (&check, KQ_OBJECT_GET_CLASS (object), node);
}
