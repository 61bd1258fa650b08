/* kq-json-writer.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void write_node (GString  *out,
                        JsonNode *node,
                        guint     indent);

static void
write_newline (GString *out,
               guint    indent)
{
  static const char spaces[] = "                                ";

  g_string_append_c (out, '\n');
  for (guint left = indent * 2; left > 0;)
    {
      guint part = MIN (left, sizeof spaces - 1);

      g_string_append_len (out, spaces, part);
      left -= part;
    }
}

static void
write_escape (GString *out,
              char     c)
{
  switch (c)
    {
    case '"': g_string_append (out, "\\\""); break;
    case '\\': g_string_append (out, "\\\\"); break;
    case '\n': g_string_append (out, "\\n"); break;
    case '\r': g_string_append (out, "\\r"); break;
    case '\t': g_string_append (out, "\\t"); break;
    case '\b': g_string_append (out, "\\b"); break;
    case '\f': g_string_append (out, "\\f"); break;
    default: g_string_append_printf (out, "\\u%04x", (guint) c); break;
    }
}

static void
write_text (GString    *out,
            const char *text)
{
  const char *run = text;
  const char *p;

  g_string_append_c (out, '"');
  for (p = text; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;

      g_string_append_len (out, run, p - run);
      write_escape (out, *p);
      run = p + 1;
    }
  g_string_append_len (out, run, p - run);
  g_string_append_c (out, '"');
}

/* Adds one to the last digit of “d.ddde-xx”, unless all are nines */
static void
increment_last_digit (char *buffer)
{
  char *p = strchr (buffer, 'e') - 1;

  while (p > buffer && (*p == '9' || *p == '.'))
    p--;
  if (!g_ascii_isdigit (*p) || *p == '9')
    return;

  *p += 1;
  for (p++; *p != 'e'; p++)
    if (*p != '.')
      *p = '0';
}

/* The fewest digits that read back as the same number, as “-d.ddde-xx”. What
 * needs no more than 15 digits is found with 15, save for the sparse numbers
 * next to zero. */
static void
shortest_digits (double  number,
                 char   *buffer,
                 gsize   size)
{
  int precision = fpclassify (number) == FP_SUBNORMAL ? 1 : 15;
  int exponent;
  gboolean is_power = fabs (frexp (number, &exponent)) == 0.5;

  for (; precision <= 17; precision++)
    {
      char format[] = "%.00e";

      format[2] += (precision - 1) / 10;
      format[3] += (precision - 1) % 10;
      g_ascii_formatd (buffer, size, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        return;

      /* The numbers above a power of two lie twice as far apart as those
       * below, so that the digits next above it may do where the nearest,
       * below, don't. */
      if (is_power)
        {
          increment_last_digit (buffer);
          if (g_ascii_strtod (buffer, NULL) == number)
            return;
        }
    }
}

/* As Python's float.__repr__: positional from 0.0001 up to below 1e16 */
static void
write_double (GString *out,
              double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char digits[18];
  char *p = buffer;
  int exponent, length = 0;

  shortest_digits (number, buffer, sizeof buffer);
  if (*p == '-')
    {
      g_string_append_c (out, '-');
      p++;
    }
  for (; *p != 'e'; p++)
    if (*p != '.')
      digits[length++] = *p;
  exponent = atoi (p + 1);
  while (length > 1 && digits[length - 1] == '0')
    length--;

  if (exponent < -4 || exponent >= 16)
    {
      g_string_append_c (out, digits[0]);
      if (length > 1)
        {
          g_string_append_c (out, '.');
          g_string_append_len (out, digits + 1, length - 1);
        }
      g_string_append_printf (out, "e%c%02d", exponent < 0 ? '-' : '+', abs (exponent));
      return;
    }

  for (int place = MAX (exponent, 0); place >= MIN (exponent - length + 1, -1); place--)
    {
      int index = exponent - place;

      if (place == -1)
        g_string_append_c (out, '.');
      g_string_append_c (out, index >= 0 && index < length ? digits[index] : '0');
    }
}

static void
write_value (GString  *out,
             JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_INT64)
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
    }
  else if (type == G_TYPE_BOOLEAN)
    {
      g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
    }
  else if (type == G_TYPE_DOUBLE)
    {
      double number = json_node_get_double (node);

      /* JSON has no word for the others; kq_json_read() never makes them. */
      if (isfinite (number))
        write_double (out, number);
      else
        g_string_append (out, "null");
    }
  else
    {
      const char *literal = kq_json_node_get_literal (node);
      const char *text = json_node_get_string (node);

      if (literal != NULL)
        g_string_append (out, literal);
      else
        write_text (out, text != NULL ? text : "");
    }
}

static void
write_array (GString   *out,
             JsonArray *array,
             guint      indent)
{
  guint length = json_array_get_length (array);

  if (length == 0)
    {
      g_string_append (out, "[]");
      return;
    }

  for (guint i = 0; i < length; i++)
    {
      g_string_append_c (out, i == 0 ? '[' : ',');
      write_newline (out, indent + 1);
      write_node (out, json_array_get_element (array, i), indent + 1);
    }
  write_newline (out, indent);
  g_string_append_c (out, ']');
}

static void
write_object (GString    *out,
              JsonObject *object,
              guint       indent)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  char before = '{';

  if (json_object_get_size (object) == 0)
    {
      g_string_append (out, "{}");
      return;
    }

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_string_append_c (out, before);
      before = ',';
      write_newline (out, indent + 1);
      write_text (out, name);
      g_string_append (out, ": ");
      write_node (out, value, indent + 1);
    }
  write_newline (out, indent);
  g_string_append_c (out, '}');
}

static void
write_node (GString  *out,
            JsonNode *node,
            guint     indent)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (out, json_node_get_object (node), indent);
      break;
    case JSON_NODE_ARRAY:
      write_array (out, json_node_get_array (node), indent);
      break;
    case JSON_NODE_VALUE:
      write_value (out, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (out, "null");
      break;
    }
}

/**
 * kq_json_write:
 * @node: the root
 * @length: (out) (optional): return location for the bytes of the text,
 *   without its terminator
 *
 * Writes a tree as Python's `json.dumps(…, ensure_ascii=False, indent=2)`
 * does, byte for byte, and a final newline. Members come in their order.
 *
 * Returns: (transfer full): the text, UTF-8
 */
char *
kq_json_write (JsonNode *node,
               gsize    *length)
{
  GString *out;

  g_return_val_if_fail (node != NULL, NULL);

  out = g_string_sized_new (4096);
  write_node (out, node, 0);
  g_string_append_c (out, '\n');
  if (length != NULL)
    *length = out->len;

  return g_string_free (out, FALSE);
}
