/* kq-facts-import.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-facts-reader.h"
#include "kq-library.h"

G_BEGIN_DECLS

/* Platforms' tables into the library. */

/**
 * KqFactsImportFlags:
 * @KQ_FACTS_IMPORT_STRICT: nothing is taken where a row can't be read
 * @KQ_FACTS_IMPORT_SKIP_BAD: the rest is
 *
 * What becomes of a table with bad rows.
 */
typedef enum {
  KQ_FACTS_IMPORT_STRICT   = 0,
  KQ_FACTS_IMPORT_SKIP_BAD = 1 << 0,
} KqFactsImportFlags;

KqFactsColumns *kq_facts_columns_recall (KqLibrary            *library,
                                         GBytes               *bytes,
                                         GError              **error);
KqFactsReading *kq_facts_import         (KqLibrary            *library,
                                         const char           *id,
                                         KqFactsObjects       *objects,
                                         GBytes               *bytes,
                                         const char           *name,
                                         KqFactsColumns       *columns,
                                         KqFactsImportFlags    flags,
                                         KqCsvProgressFunc     progress,
                                         gpointer              progress_data,
                                         gint64               *number,
                                         GCancellable         *cancellable,
                                         GError              **error);
void            kq_facts_import_async   (KqLibrary            *library,
                                         const char           *id,
                                         KqFactsObjects       *objects,
                                         GBytes               *bytes,
                                         const char           *name,
                                         KqFactsColumns       *columns,
                                         KqFactsImportFlags    flags,
                                         KqCsvProgressFunc     progress,
                                         gpointer              progress_data,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
KqFactsReading *kq_facts_import_finish  (GAsyncResult         *result,
                                         gint64               *number,
                                         GError              **error);

G_END_DECLS
