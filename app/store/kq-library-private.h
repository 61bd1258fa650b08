/* kq-library-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"
#include "kq-store.h"

G_BEGIN_DECLS

/* What a test may choose of a library: its clock above all. */
KqLibrary *kq_library_open_with  (const char            *path,
                                  const KqStoreOptions  *options,
                                  GCancellable          *cancellable,
                                  GError               **error);

/* For the functions that are a call each, and the model */
gboolean   kq_library_run        (KqLibrary             *self,
                                  KqStoreCall           *call,
                                  GCancellable          *cancellable,
                                  GError               **error);
gboolean   kq_library_run_urgent (KqLibrary             *self,
                                  KqStoreCall           *call,
                                  GError               **error);
GTask     *kq_library_queue      (KqLibrary             *self,
                                  gpointer               tag,
                                  KqStoreCall           *call,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               data);
KqStoreCall *
           kq_library_finish     (KqLibrary             *self,
                                  gpointer               tag,
                                  GAsyncResult          *result,
                                  GError               **error);

G_END_DECLS
