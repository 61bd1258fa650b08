/* kq-facts.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "kq-day.h"
#include "kq-measure.h"

G_BEGIN_DECLS

#define KQ_FACTS_ERROR (kq_facts_error_quark ())

/**
 * KqFactsError:
 * @KQ_FACTS_ERROR_INVALID: what is stored or was sent aren't facts
 * @KQ_FACTS_ERROR_LIMIT: it is more than can be held
 *
 * Why facts couldn't be read.
 */
typedef enum {
  KQ_FACTS_ERROR_INVALID,
  KQ_FACTS_ERROR_LIMIT,
} KqFactsError;

GQuark kq_facts_error_quark (void);

/* A row that is of the whole day */
#define KQ_FACT_WHOLE_DAY (-1)
/* What one row holds at most: no sum of all that can be held overflows. */
#define KQ_FACT_MAX G_GINT64_CONSTANT (1000000000000)
#define KQ_FACTS_MAX_ROWS 8000000
#define KQ_FACTS_MAX_OBJECTS 200000
#define KQ_FACTS_MAX_ID_BYTES 64
/* Days from 2000-01-01 to 2100-12-31 */
#define KQ_FACTS_FIRST_DAY 10957
#define KQ_FACTS_LAST_DAY  47846

/**
 * KqFact:
 * @day: of which day of the campaign's zone
 * @object: which of the facts' objects
 * @source: the number of the import that it came with, 0 where it came
 *   otherwise
 * @hour: 0 to 23, or %KQ_FACT_WHOLE_DAY
 * @known: 1 << #KqMeasure of each value that was told
 * @values: how much, 0 where it wasn't told
 *
 * What a platform told of one object on one day, or in one hour of it.
 */
typedef struct {
  gint32  day;
  guint32 object;
  guint32 source;
  gint16  hour;
  guint16 known;
  gint64  values[KQ_N_MEASURES];
} KqFact;

/* The facts of one campaign, by day, object and hour. They are put together by
 * whoever makes them, settled, and then only read, from any thread. */

#define KQ_TYPE_FACTS (kq_facts_get_type ())

typedef struct _KqFacts KqFacts;

GType         kq_facts_get_type     (void);
KqFacts      *kq_facts_new          (void);
KqFacts      *kq_facts_ref          (KqFacts       *self);
void          kq_facts_unref        (KqFacts       *self);

guint         kq_facts_add_object   (KqFacts       *self,
                                     const char    *id);
guint         kq_facts_get_n_objects (KqFacts      *self);
const char   *kq_facts_get_object   (KqFacts       *self,
                                     guint          object);
gboolean      kq_facts_find_object  (KqFacts       *self,
                                     const char    *id,
                                     guint         *object);

gboolean      kq_facts_add          (KqFacts       *self,
                                     const KqFact  *fact,
                                     GError       **error);
guint         kq_facts_settle       (KqFacts       *self);
KqFact       *kq_facts_edit_rows    (KqFacts       *self,
                                     guint         *n_rows);
const KqFact *kq_facts_get_rows     (KqFacts       *self,
                                     guint         *n_rows);
guint         kq_facts_find_day     (KqFacts       *self,
                                     gint32         day,
                                     guint         *n_rows);

/* One day at a time, as it is stored and shared (kq-facts-content.c, -json.c) */
GBytes       *kq_facts_encode_day   (KqFacts       *self,
                                     gint32         day);
gboolean      kq_facts_decode_day   (KqFacts       *self,
                                     gint32         day,
                                     GBytes        *content,
                                     GError       **error);
JsonNode     *kq_facts_day_to_node  (KqFacts       *self,
                                     gint32         day);
gboolean      kq_facts_day_from_node (KqFacts      *self,
                                     gint32         day,
                                     JsonNode      *node,
                                     GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqFacts, kq_facts_unref)

G_END_DECLS
