/* kq-store-thread.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-store.h"

G_BEGIN_DECLS

/* The one thread that uses a store, and its queue. */

typedef struct _KqStoreThread KqStoreThread;

/**
 * KqStoreNews:
 * @changed: (owned) (nullable) (element-type utf8): the campaigns that changed
 * @many: whether many did
 * @report: (owned) (nullable): what was found wrong with the file
 *
 * What came of a call besides its answer.
 */
typedef struct {
  GPtrArray       *changed;
  gboolean         many;
  KqLibraryReport *report;
} KqStoreNews;

/* Called on the thread, after the answer was given; takes the news over. */
typedef void (*KqStoreNewsFunc) (KqStoreNews *news,
                                 gpointer     data);

KqStoreThread *kq_store_thread_new    (const char            *path,
                                       const KqStoreOptions  *options,
                                       KqStoreNewsFunc        func,
                                       gpointer               data,
                                       GDestroyNotify         free_data);
void           kq_store_thread_stop   (KqStoreThread         *self);

void           kq_store_thread_queue  (KqStoreThread         *self,
                                       GTask                 *task);
gboolean       kq_store_thread_run    (KqStoreThread         *self,
                                       KqStoreCall           *call,
                                       gboolean               urgent,
                                       GCancellable          *cancellable,
                                       GError               **error);

void           kq_store_news_free     (KqStoreNews           *news);

G_END_DECLS
