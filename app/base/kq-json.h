/* kq-json.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define KQ_JSON_ERROR (kq_json_error_quark ())

/**
 * KqJsonError:
 * @KQ_JSON_ERROR_SYNTAX: the text isn't RFC 8259 JSON
 * @KQ_JSON_ERROR_ENCODING: the text isn't UTF-8, or escapes a lone surrogate or U+0000
 * @KQ_JSON_ERROR_NUMBER: a number lies beyond a double
 * @KQ_JSON_ERROR_DUPLICATE: an object has one member twice
 * @KQ_JSON_ERROR_LIMIT: the text is larger, deeper or longer than allowed
 *
 * What [func@json_read] refuses. The message names line and column, both
 * from 1, the column counted in characters.
 */
typedef enum {
  KQ_JSON_ERROR_SYNTAX,
  KQ_JSON_ERROR_ENCODING,
  KQ_JSON_ERROR_NUMBER,
  KQ_JSON_ERROR_DUPLICATE,
  KQ_JSON_ERROR_LIMIT,
} KqJsonError;

GQuark kq_json_error_quark (void);

/**
 * KqJsonLimits:
 * @max_bytes: bytes of the whole text
 * @max_depth: nested arrays and objects
 * @max_items: elements of one array, or members of one object
 * @max_text: bytes of one text or member name, decoded
 * @long_text_path: (nullable) (array zero-terminated=1): member names from the
 *   root, "*" for any one, to the texts that @max_long_text bounds instead
 * @max_long_text: bytes of one text at @long_text_path
 * @max_values: values of all kinds in the whole text; 0 for any number
 *
 * What is allowed before memory is taken for it.
 */
typedef struct {
  gsize               max_bytes;
  guint               max_depth;
  guint               max_items;
  gsize               max_text;
  const char * const *long_text_path;
  gsize               max_long_text;
  guint               max_values;
} KqJsonLimits;

JsonNode *kq_json_read          (const char          *data,
                                 gsize                length,
                                 const KqJsonLimits  *limits,
                                 GError             **error);

char     *kq_json_write         (JsonNode            *node,
                                 gsize               *length);

gboolean  kq_json_node_is_number (JsonNode           *node);
gboolean  kq_json_node_get_whole (JsonNode           *node,
                                  gint64             *number);

gboolean  kq_json_equal          (JsonNode           *a,
                                  JsonNode           *b);
gboolean  kq_json_identical      (JsonNode           *a,
                                  JsonNode           *b);

void      kq_json_pointer_append (GString            *pointer,
                                  const char         *token);
void      kq_json_pointer_append_index (GString      *pointer,
                                  guint               index);
char    **kq_json_pointer_split  (const char         *pointer);
JsonNode *kq_json_pointer_get    (JsonNode           *root,
                                  const char         *pointer);
JsonNode *kq_json_pointer_with   (JsonNode           *root,
                                  const char         *pointer,
                                  JsonNode           *value,
                                  GError            **error);

G_END_DECLS
