/* kq-json-pointer.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/**
 * kq_json_pointer_append:
 * @pointer: a JSON Pointer (RFC 6901)
 * @token: a member name
 *
 * Leads the pointer on to the member @token.
 */
void
kq_json_pointer_append (GString    *pointer,
                        const char *token)
{
  g_return_if_fail (pointer != NULL);
  g_return_if_fail (token != NULL);

  g_string_append_c (pointer, '/');
  while (*token != '\0')
    {
      gsize plain = strcspn (token, "~/");

      g_string_append_len (pointer, token, plain);
      token += plain;
      if (*token == '~')
        g_string_append (pointer, "~0");
      else if (*token == '/')
        g_string_append (pointer, "~1");
      else
        break;
      token++;
    }
}

/**
 * kq_json_pointer_append_index:
 * @pointer: a JSON Pointer (RFC 6901)
 * @index: an array index, from 0
 *
 * Leads the pointer on to an element.
 */
void
kq_json_pointer_append_index (GString *pointer,
                              guint    index)
{
  char digits[11];
  char *first = digits + sizeof digits;

  g_return_if_fail (pointer != NULL);

  /* Twenty thousand of them are written while a list is checked. */
  do
    *--first = '0' + index % 10;
  while ((index /= 10) > 0);
  *--first = '/';
  g_string_append_len (pointer, first, digits + sizeof digits - first);
}

static gboolean
unescape (char *token)
{
  char *to = token;

  for (const char *from = token; *from != '\0'; from++)
    {
      if (*from != '~')
        *to++ = *from;
      else if (from[1] == '0' || from[1] == '1')
        *to++ = *++from == '0' ? '~' : '/';
      else
        return FALSE;
    }
  *to = '\0';

  return TRUE;
}

/**
 * kq_json_pointer_split:
 * @pointer: a JSON Pointer (RFC 6901)
 *
 * Takes a pointer apart. The root's pointer, "", has no tokens.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the tokens
 *   without their escapes, or %NULL where @pointer isn't one
 */
char **
kq_json_pointer_split (const char *pointer)
{
  g_auto(GStrv) tokens = NULL;

  g_return_val_if_fail (pointer != NULL, NULL);

  if (*pointer == '\0')
    return g_new0 (char *, 1);
  if (*pointer != '/')
    return NULL;

  tokens = g_strsplit (pointer + 1, "/", -1);
  /* g_strsplit() has no tokens for "", where RFC 6901 has an empty one. */
  if (tokens[0] == NULL)
    {
      g_strfreev (tokens);
      tokens = g_new0 (char *, 2);
      tokens[0] = g_strdup ("");
    }
  for (guint i = 0; tokens[i] != NULL; i++)
    if (!unescape (tokens[i]))
      return NULL;

  return g_steal_pointer (&tokens);
}

/* RFC 6901: digits without leading zeros */
static gboolean
token_to_index (const char *token,
                guint       length,
                guint      *index)
{
  guint64 number;

  if (token[0] == '\0' || strspn (token, "0123456789") != strlen (token)
      || (token[0] == '0' && token[1] != '\0'))
    return FALSE;

  number = g_ascii_strtoull (token, NULL, 10);
  *index = number < length ? (guint) number : 0;
  return number < length;
}

static JsonNode *
get_child (JsonNode   *node,
           const char *token)
{
  guint index;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), token);

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      if (token_to_index (token, json_array_get_length (array), &index))
        return json_array_get_element (array, index);
    }

  return NULL;
}

/**
 * kq_json_pointer_get:
 * @root: a tree
 * @pointer: a JSON Pointer (RFC 6901)
 *
 * Finds a value.
 *
 * Returns: (transfer none) (nullable): the node that @pointer names, or %NULL
 *   where there is none or @pointer is malformed
 */
JsonNode *
kq_json_pointer_get (JsonNode   *root,
                     const char *pointer)
{
  g_auto(GStrv) tokens = NULL;
  JsonNode *node = root;

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  tokens = kq_json_pointer_split (pointer);
  if (tokens == NULL)
    return NULL;

  for (guint i = 0; node != NULL && tokens[i] != NULL; i++)
    node = get_child (node, tokens[i]);

  return node;
}

/* A new object with the same nodes but for @name, which gets @value (transfer
 * full) in its old place, or the last; or is left out */
static JsonNode *
object_with (JsonObject *object,
             const char *name,
             JsonNode   *value)
{
  JsonObject *copy = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *member;
  JsonNode *child;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &child))
    {
      if (strcmp (member, name) != 0)
        json_object_set_member (copy, member, json_node_ref (child));
      else if (value != NULL)
        json_object_set_member (copy, member, g_steal_pointer (&value));
    }
  if (value != NULL)
    json_object_set_member (copy, name, value);

  json_node_take_object (node, copy);
  return node;
}

/* Likewise, where an @index at the end appends */
static JsonNode *
array_with (JsonArray *array,
            guint      index,
            JsonNode  *value)
{
  guint length = json_array_get_length (array);
  JsonArray *copy = json_array_sized_new (length + 1);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < length; i++)
    {
      if (i != index)
        json_array_add_element (copy, json_node_ref (json_array_get_element (array, i)));
      else if (value != NULL)
        json_array_add_element (copy, g_steal_pointer (&value));
    }
  if (value != NULL)
    json_array_add_element (copy, value);

  json_node_take_array (node, copy);
  return node;
}

static JsonNode *node_with (JsonNode    *node,
                            char       **tokens,
                            JsonNode    *value,
                            const char  *pointer,
                            GError     **error);

/* What stands at the first token afterwards: in @child (transfer full), or
 * %NULL where it is removed */
static gboolean
make_child (JsonNode    *old_child,
            char       **tokens,
            JsonNode    *value,
            JsonNode   **child,
            const char  *pointer,
            GError     **error)
{
  if (tokens[1] == NULL)
    {
      *child = value != NULL ? json_node_ref (value) : NULL;
      return TRUE;
    }

  if (old_child == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _("%s: there is no “%s”"), pointer, tokens[0]);
  else
    *child = node_with (old_child, tokens + 1, value, pointer, error);

  return *child != NULL;
}

static JsonNode *
node_with (JsonNode    *node,
           char       **tokens,
           JsonNode    *value,
           const char  *pointer,
           GError     **error)
{
  JsonNode *old_child = get_child (node, tokens[0]);
  JsonNode *child = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (make_child (old_child, tokens, value, &child, pointer, error))
        return object_with (object, tokens[0], child);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node)
           && (old_child != NULL || (value != NULL && strcmp (tokens[0], "-") == 0)))
    {
      JsonArray *array = json_node_get_array (node);
      guint index = json_array_get_length (array);

      token_to_index (tokens[0], index, &index);
      if (make_child (old_child, tokens, value, &child, pointer, error))
        return array_with (array, index, child);
    }
  else
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("%s: there is no “%s”"), pointer, tokens[0]);
    }

  return NULL;
}

/**
 * kq_json_pointer_with:
 * @root: a tree; sealed or not, it stays as it is
 * @pointer: a JSON Pointer (RFC 6901); "-" as its last token appends to an array
 * @value: (transfer none) (nullable): the new value, or %NULL to remove
 * @error: return location for an error: %G_IO_ERROR_NOT_FOUND where what would
 *   hold the value isn't there, or an element to be replaced or removed isn't;
 *   %G_IO_ERROR_INVALID_ARGUMENT where @pointer is malformed, or would remove
 *   the root
 *
 * Makes a tree that differs in one place. Only the nodes from the root to
 * there are new and unsealed; all others are shared with @root. Members keep
 * their order, a new one comes last. Removing a member that is already absent
 * changes nothing and is no error, for absence is what was asked for.
 *
 * Returns: (transfer full) (nullable): the root of the new tree
 */
JsonNode *
kq_json_pointer_with (JsonNode    *root,
                      const char  *pointer,
                      JsonNode    *value,
                      GError     **error)
{
  g_auto(GStrv) tokens = NULL;

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  tokens = kq_json_pointer_split (pointer);
  if (tokens == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“%s” isn't a JSON Pointer"), pointer);
      return NULL;
    }
  if (tokens[0] != NULL)
    return node_with (root, tokens, value, pointer, error);
  if (value != NULL)
    return json_node_ref (value);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _("the whole document can't be removed"));
  return NULL;
}
