/* kq-facts-columns.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-csv.h"
#include "kq-facts.h"

G_BEGIN_DECLS

/**
 * KqFactsField:
 * @KQ_FACTS_DATE: `date`
 * @KQ_FACTS_HOUR: `hour`
 * @KQ_FACTS_ID: `id`, the platform's own
 * @KQ_FACTS_NAME: `coupon`, a coupon's or activity's name
 * @KQ_FACTS_MEASURES: the first #KqMeasure, and so on
 *
 * What a column may be.
 */
typedef enum {
  KQ_FACTS_DATE,
  KQ_FACTS_HOUR,
  KQ_FACTS_ID,
  KQ_FACTS_NAME,
  KQ_FACTS_MEASURES,
} KqFactsField;

#define KQ_FACTS_N_FIELDS (KQ_FACTS_MEASURES + KQ_N_MEASURES)
#define KQ_FACTS_NO_COLUMN (-1)
/* Rows that are kept to be shown */
#define KQ_FACTS_SAMPLE_ROWS 10

/* Which column of a table is what: guessed by its header, and corrected by
 * whoever knows better. */

#define KQ_TYPE_FACTS_COLUMNS (kq_facts_columns_get_type ())

typedef struct _KqFactsColumns KqFactsColumns;

GType           kq_facts_columns_get_type  (void);
KqFactsColumns *kq_facts_columns_read      (GBytes          *bytes,
                                            GError         **error);
KqFactsColumns *kq_facts_columns_copy      (KqFactsColumns  *self);
void            kq_facts_columns_free      (KqFactsColumns  *self);

/* The table: its header, the line on which it stands, and its first rows */
const char * const *
                kq_facts_columns_get_header (KqFactsColumns *self);
guint           kq_facts_columns_get_line  (KqFactsColumns  *self);
guint           kq_facts_columns_get_n_samples (KqFactsColumns *self);
const char * const *
                kq_facts_columns_get_sample (KqFactsColumns *self,
                                            guint            position);
const char     *kq_facts_columns_get_signature (KqFactsColumns *self);

/* What is what */
int             kq_facts_columns_get       (KqFactsColumns  *self,
                                            KqFactsField     field);
void            kq_facts_columns_set       (KqFactsColumns  *self,
                                            KqFactsField     field,
                                            int              column);
int             kq_facts_columns_get_decimals (KqFactsColumns *self,
                                            KqFactsField     field);
gboolean        kq_facts_columns_apply     (KqFactsColumns  *self,
                                            const char      *text,
                                            GError         **error);
char           *kq_facts_columns_to_text   (KqFactsColumns  *self);
gboolean        kq_facts_columns_check     (KqFactsColumns  *self,
                                            GError         **error);

const char     *kq_facts_field_get_word    (KqFactsField     field);
const char     *kq_facts_field_get_label   (KqFactsField     field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqFactsColumns, kq_facts_columns_free)

G_END_DECLS
