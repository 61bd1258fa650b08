/* kq-json-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-json.h"

G_BEGIN_DECLS

/* A whole number beyond gint64 has no node of its own in json-glib. It is kept
 * exactly as written, as a string node that begins with this byte, which can't
 * begin (or occur in) any UTF-8 text. */
#define KQ_JSON_LITERAL_MARK '\xff'

/* One pass over a text. Line and column are computed only when something is
 * refused. */
typedef struct {
  const char         *start;
  const char         *cursor;
  const char         *end;
  const KqJsonLimits *limits;   /* (unowned) */
  guint               depth;
  guint               n_values;
  /* (owned): a stack of decoded texts: the names of the members being read,
   * from the root down, and the text at hand */
  GString            *texts;
  GError            **error;    /* (unowned) (nullable) */
} KqJsonScan;

gboolean    kq_json_scan_refuse   (KqJsonScan  *scan,
                                   const char  *where,
                                   KqJsonError  code,
                                   const char  *format,
                                   ...) G_GNUC_PRINTF (4, 5);
gboolean    kq_json_scan_expected (KqJsonScan  *scan,
                                   const char  *what);
gboolean    kq_json_scan_text     (KqJsonScan  *scan,
                                   gsize        limit);
JsonNode   *kq_json_scan_number   (KqJsonScan  *scan);

/* The digits of a whole number beyond gint64, or %NULL for any other node */
const char *kq_json_node_get_literal (JsonNode *node);

/* Whether many of the names share one hash, so that each new one is compared
 * with all of them */
gboolean    kq_json_object_is_crowded (JsonObject *object);

G_END_DECLS
