/* kq-library-facts.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-facts.h"
#include "kq-library.h"

G_BEGIN_DECLS

/* What platforms told of campaigns. It belongs to the library, not to the
 * campaign's text: a copy has none, undo doesn't touch it, and it goes when the
 * campaign is purged. “changed” tells when there is other. */

/**
 * KqFactImport:
 * @number: counts up from 1 within the campaign
 * @imported: when, in milliseconds since 1970-01-01T00:00:00Z
 * @n_rows: how many rows it brought
 * @name: (owned): the file's name
 *
 * An import of figures.
 */
typedef struct {
  gint64  number;
  gint64  imported;
  gint64  n_rows;
  char   *name;
} KqFactImport;

#define KQ_TYPE_FACT_IMPORT (kq_fact_import_get_type ())

GType         kq_fact_import_get_type        (void);
KqFactImport *kq_fact_import_copy            (const KqFactImport   *import);
void          kq_fact_import_free            (KqFactImport         *import);

KqFacts      *kq_library_load_facts          (KqLibrary            *self,
                                              const char           *id,
                                              GCancellable         *cancellable,
                                              GError              **error);
void          kq_library_load_facts_async    (KqLibrary            *self,
                                              const char           *id,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              data);
KqFacts      *kq_library_load_facts_finish   (KqLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error);
gint64        kq_library_import_facts        (KqLibrary            *self,
                                              const char           *id,
                                              KqFacts              *facts,
                                              const char           *name,
                                              GCancellable         *cancellable,
                                              GError              **error);
GPtrArray    *kq_library_list_fact_imports   (KqLibrary            *self,
                                              const char           *id,
                                              GCancellable         *cancellable,
                                              GError              **error);
char         *kq_library_get_fact_mapping    (KqLibrary            *self,
                                              const char           *signature,
                                              GCancellable         *cancellable,
                                              GError              **error);
gboolean      kq_library_set_fact_mapping    (KqLibrary            *self,
                                              const char           *signature,
                                              const char           *mapping,
                                              GCancellable         *cancellable,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqFactImport, kq_fact_import_free)

G_END_DECLS
