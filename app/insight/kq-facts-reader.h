/* kq-facts-reader.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-facts-columns.h"
#include "kq-facts-objects.h"

G_BEGIN_DECLS

/* How many bad rows are kept to be listed */
#define KQ_FACTS_MAX_BAD 100

/**
 * KqBadRow:
 * @line: of the file, counted from 1
 * @message: (owned): what is wrong with it
 *
 * A row that can't be read.
 */
typedef struct {
  guint  line;
  char  *message;
} KqBadRow;

/**
 * KqFactsReading:
 * @facts: (owned): what could be read, settled
 * @n_rows: how many rows could be read
 * @n_replaced: how many of them were replaced by later ones of the same day and
 *   object
 * @n_bad: how many rows couldn't be read
 * @bad: (owned) (element-type KqBadRow): the first of these
 *
 * What came of a table.
 */
typedef struct {
  KqFacts *facts;
  guint    n_rows;
  guint    n_replaced;
  guint    n_bad;
  GArray  *bad;
} KqFactsReading;

#define KQ_TYPE_FACTS_READING (kq_facts_reading_get_type ())

GType           kq_facts_reading_get_type (void);
KqFactsReading *kq_facts_reading_copy     (const KqFactsReading  *self);
void            kq_facts_reading_free     (KqFactsReading        *self);

KqFactsReading *kq_facts_read             (GBytes                *bytes,
                                           KqFactsColumns        *columns,
                                           KqFactsObjects        *objects,
                                           KqCsvProgressFunc      progress,
                                           gpointer               progress_data,
                                           GCancellable          *cancellable,
                                           GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqFactsReading, kq_facts_reading_free)

G_END_DECLS
