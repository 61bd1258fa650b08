/* kq-library-news.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"
#include "kq-store-thread.h"

G_BEGIN_DECLS

/* Where the library's thread leaves what its owner is to be told, until the
 * owner's main context has time. May outlive the owner. */

typedef struct _KqLibraryNews KqLibraryNews;

typedef void (*KqLibraryNewsFunc) (KqLibrary   *library,
                                   KqStoreNews *news);

KqLibraryNews *kq_library_news_new   (KqLibrary         *library,
                                      KqLibraryNewsFunc  func);
KqLibraryNews *kq_library_news_ref   (KqLibraryNews     *self);
void           kq_library_news_unref (gpointer           self);
void           kq_library_news_post  (KqStoreNews       *news,
                                      gpointer           self);
GMainContext  *kq_library_news_get_context (KqLibraryNews *self);

G_END_DECLS
