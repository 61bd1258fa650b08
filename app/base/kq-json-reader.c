/* kq-json-reader.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-size.h"
#include "kq-text-private.h"

/* The value isn't on the way to a long text. */
#define OFF_PATH G_MAXUINT

/* From so many members on, an object's names are looked at again whenever it
 * has grown by a quarter. */
#define CROWD 256

G_DEFINE_QUARK (kq-json-error-quark, kq_json_error)

static JsonNode *scan_value (KqJsonScan *scan,
                             guint       on_path);

static inline void
skip_space (KqJsonScan *scan)
{
  const char *p = scan->cursor;

  while (p < scan->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  scan->cursor = p;
}

static inline gboolean
scan_char (KqJsonScan *scan,
           char        c)
{
  skip_space (scan);
  if (scan->cursor == scan->end || *scan->cursor != c)
    return FALSE;

  scan->cursor++;
  return TRUE;
}

static gboolean
check_count (KqJsonScan *scan,
             guint       count)
{
  if (G_LIKELY (count < scan->limits->max_items))
    return TRUE;

  skip_space (scan);
  return kq_json_scan_refuse (scan, scan->cursor, KQ_JSON_ERROR_LIMIT,
                              ngettext ("a list or object has more than %u item",
                                        "a list or object has more than %u items",
                                        scan->limits->max_items),
                              scan->limits->max_items);
}

/* How many names of the long text's path lead to the member @name, given how
 * many lead to its object */
static guint
follow_path (KqJsonScan *scan,
             guint       on_path,
             const char *name)
{
  const char * const *path = scan->limits->long_text_path;

  if (on_path == OFF_PATH || path == NULL || path[on_path] == NULL)
    return OFF_PATH;
  if (strcmp (path[on_path], "*") != 0 && strcmp (path[on_path], name) != 0)
    return OFF_PATH;

  return on_path + 1;
}

static gsize
text_limit (KqJsonScan *scan,
            guint       on_path)
{
  const char * const *path = scan->limits->long_text_path;

  if (on_path != OFF_PATH && path != NULL && path[on_path] == NULL)
    return scan->limits->max_long_text;

  return scan->limits->max_text;
}

static JsonNode *
scan_string (KqJsonScan *scan,
             gsize       limit)
{
  gsize base = scan->texts->len;
  JsonNode *node;

  if (!kq_json_scan_text (scan, limit))
    return NULL;

  node = json_node_init_string (json_node_alloc (), scan->texts->str + base);
  g_string_truncate (scan->texts, base);
  return node;
}

static gboolean
refuse_duplicate (KqJsonScan *scan,
                  const char *where,
                  const char *name)
{
  g_autofree char *quote = kq_text_quote (name);

  return kq_json_scan_refuse (scan, where, KQ_JSON_ERROR_DUPLICATE,
                              _("the member “%s” is there twice, expected once"), quote);
}

static gboolean
scan_member (KqJsonScan *scan,
             JsonObject *object,
             guint       on_path)
{
  gsize base = scan->texts->len;
  const char *where;
  JsonNode *value;
  guint count;

  skip_space (scan);
  where = scan->cursor;
  if (where == scan->end || *where != '"')
    return kq_json_scan_expected (scan, _("a member name in double quotes"));
  if (!kq_json_scan_text (scan, scan->limits->max_text))
    return FALSE;
  if (!scan_char (scan, ':'))
    return kq_json_scan_expected (scan, _("“:”"));

  value = scan_value (scan, follow_path (scan, on_path, scan->texts->str + base));
  if (value == NULL)
    return FALSE;

  /* An object that doesn't grow had the member already: that is one hash
   * lookup less for each member than to ask first. */
  count = json_object_get_size (object);
  json_object_set_member (object, scan->texts->str + base, value);
  if (json_object_get_size (object) == count)
    return refuse_duplicate (scan, where, scan->texts->str + base);

  g_string_truncate (scan->texts, base);
  return TRUE;
}

static gboolean
check_crowd (KqJsonScan *scan,
             JsonObject *object,
             guint      *next_count)
{
  if (G_LIKELY (json_object_get_size (object) < *next_count))
    return TRUE;

  *next_count += *next_count / 4;
  if (!kq_json_object_is_crowded (object))
    return TRUE;

  return kq_json_scan_refuse (scan, scan->cursor, KQ_JSON_ERROR_LIMIT,
                              _("an object's member names are made to slow down their reading"));
}

static JsonNode *
scan_object (KqJsonScan *scan,
             guint       on_path)
{
  g_autoptr(JsonObject) object = json_object_new ();
  guint next_count = CROWD;
  JsonNode *node;

  scan->cursor++;
  if (!scan_char (scan, '}'))
    {
      do
        {
          if (!check_count (scan, json_object_get_size (object))
              || !scan_member (scan, object, on_path)
              || !check_crowd (scan, object, &next_count))
            return NULL;
        }
      while (scan_char (scan, ','));

      if (!scan_char (scan, '}'))
        {
          kq_json_scan_expected (scan, _("“,” or “}”"));
          return NULL;
        }
    }

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, g_steal_pointer (&object));
  return node;
}

static JsonNode *
scan_array (KqJsonScan *scan)
{
  g_autoptr(JsonArray) array = json_array_new ();
  JsonNode *node;

  scan->cursor++;
  if (!scan_char (scan, ']'))
    {
      do
        {
          JsonNode *element;

          if (!check_count (scan, json_array_get_length (array)))
            return NULL;
          element = scan_value (scan, OFF_PATH);
          if (element == NULL)
            return NULL;
          json_array_add_element (array, element);
        }
      while (scan_char (scan, ','));

      if (!scan_char (scan, ']'))
        {
          kq_json_scan_expected (scan, _("“,” or “]”"));
          return NULL;
        }
    }

  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, g_steal_pointer (&array));
  return node;
}

static JsonNode *
scan_container (KqJsonScan *scan,
                guint       on_path)
{
  JsonNode *node;

  if (scan->depth >= scan->limits->max_depth)
    {
      kq_json_scan_refuse (scan, scan->cursor, KQ_JSON_ERROR_LIMIT,
                           ngettext ("nested deeper than %u level",
                                     "nested deeper than %u levels",
                                     scan->limits->max_depth),
                           scan->limits->max_depth);
      return NULL;
    }

  scan->depth++;
  node = *scan->cursor == '{' ? scan_object (scan, on_path) : scan_array (scan);
  scan->depth--;

  return node;
}

static gboolean
scan_word (KqJsonScan *scan,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->cursor) < length || memcmp (scan->cursor, word, length) != 0)
    return FALSE;

  scan->cursor += length;
  return TRUE;
}

/* A node takes a hundred times the memory of the two bytes of “0,”. */
static gboolean
check_values (KqJsonScan *scan)
{
  guint limit = scan->limits->max_values;

  if (G_LIKELY (limit == 0 || scan->n_values++ < limit))
    return TRUE;

  return kq_json_scan_refuse (scan, scan->cursor, KQ_JSON_ERROR_LIMIT,
                              ngettext ("there is more than %u value in the file",
                                        "there are more than %u values in the file", limit),
                              limit);
}

static JsonNode *
scan_value (KqJsonScan *scan,
            guint       on_path)
{
  skip_space (scan);
  if (!check_values (scan))
    return NULL;

  switch (scan->cursor < scan->end ? *scan->cursor : '\0')
    {
    case '{': case '[':
      return scan_container (scan, on_path);
    case '"':
      return scan_string (scan, text_limit (scan, on_path));
    case '-': case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      return kq_json_scan_number (scan);
    default:
      break;
    }

  if (scan_word (scan, "true"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (scan_word (scan, "false"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  if (scan_word (scan, "null"))
    return json_node_init_null (json_node_alloc ());

  kq_json_scan_expected (scan, _("a value"));
  return NULL;
}

static gboolean
check_beginning (KqJsonScan *scan)
{
  gsize length = scan->end - scan->start;

  if (length > scan->limits->max_bytes)
    {
      g_autofree char *size = kq_size_format (scan->limits->max_bytes);

      return kq_json_scan_refuse (scan, scan->start, KQ_JSON_ERROR_LIMIT,
                                  _("the text is larger than %s"), size);
    }
  if (length >= 3 && memcmp (scan->start, "\xef\xbb\xbf", 3) == 0)
    return kq_json_scan_refuse (scan, scan->start, KQ_JSON_ERROR_SYNTAX,
                                _("found a byte order mark, expected a value"));
  if (length >= 2 && (memcmp (scan->start, "\xff\xfe", 2) == 0
                      || memcmp (scan->start, "\xfe\xff", 2) == 0))
    return kq_json_scan_refuse (scan, scan->start, KQ_JSON_ERROR_ENCODING,
                                _("this is UTF-16, expected UTF-8"));

  skip_space (scan);
  if (scan->cursor == scan->end)
    return kq_json_scan_refuse (scan, scan->start, KQ_JSON_ERROR_SYNTAX,
                                _("the text is empty, expected a value"));

  return TRUE;
}

/**
 * kq_json_read:
 * @data: (array length=length): the text, which needn't be terminated
 * @length: bytes of @data
 * @limits: what is allowed; a depth of some hundreds is safe on any stack
 * @error: return location for an error of [error@JsonError]
 *
 * Reads one JSON document, strictly as RFC 8259 has it, in one pass. Whole
 * numbers become int nodes, numbers with a point or an exponent double nodes;
 * whole numbers beyond 64 bits are kept as written (see
 * [func@json_node_is_number]).
 *
 * Returns: (transfer full) (nullable): the root, not sealed
 */
JsonNode *
kq_json_read (const char          *data,
              gsize                length,
              const KqJsonLimits  *limits,
              GError             **error)
{
  KqJsonScan scan = { data, data, NULL, limits, 0, 0, NULL, error };
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GString) texts = NULL;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (limits != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (data == NULL)
    scan.start = scan.cursor = "";
  scan.end = scan.start + length;
  scan.texts = texts = g_string_sized_new (256);

  if (!check_beginning (&scan))
    return NULL;

  root = scan_value (&scan, 0);
  if (root == NULL)
    return NULL;

  skip_space (&scan);
  if (scan.cursor < scan.end)
    {
      kq_json_scan_expected (&scan, _("the end of the text"));
      return NULL;
    }

  return g_steal_pointer (&root);
}
