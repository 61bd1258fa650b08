/* kq-facts-file.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-facts-columns.h"
#include "kq-library.h"

G_BEGIN_DECLS

/**
 * KqFactsFile:
 * @name: (owned): without its folders
 * @bytes: (owned): what it holds
 * @columns: (owned): which of its columns is what, guessed or as it was chosen
 *   the last time
 *
 * A platform's table that was opened.
 */
typedef struct {
  char           *name;
  GBytes         *bytes;
  KqFactsColumns *columns;
} KqFactsFile;

void         kq_facts_file_free        (KqFactsFile          *self);
void         kq_facts_file_open_async  (GFile                *file,
                                        KqLibrary            *library,
                                        GAsyncReadyCallback   callback,
                                        gpointer              data);
KqFactsFile *kq_facts_file_open_finish (GAsyncResult         *result,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqFactsFile, kq_facts_file_free)

G_END_DECLS
