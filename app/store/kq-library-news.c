/* kq-library-news.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-news.h"

struct _KqLibraryNews {
  gatomicrefcount   refs;
  GWeakRef          library;
  GMainContext     *context;  /* (owned) */
  KqLibraryNewsFunc func;
};

typedef struct {
  KqLibraryNews *self;        /* (owned) */
  KqStoreNews   *news;        /* (owned) */
} Letter;

KqLibraryNews *
kq_library_news_new (KqLibrary         *library,
                     KqLibraryNewsFunc  func)
{
  KqLibraryNews *self = g_new0 (KqLibraryNews, 1);

  g_atomic_ref_count_init (&self->refs);
  g_weak_ref_init (&self->library, library);
  self->context = g_main_context_ref_thread_default ();
  self->func = func;

  return self;
}

KqLibraryNews *
kq_library_news_ref (KqLibraryNews *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
kq_library_news_unref (gpointer data)
{
  KqLibraryNews *self = data;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_weak_ref_clear (&self->library);
  g_main_context_unref (self->context);
  g_free (self);
}

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  kq_store_news_free (letter->news);
  kq_library_news_unref (letter->self);
  g_free (letter);
}

static gboolean
deliver (gpointer data)
{
  Letter *letter = data;
  g_autoptr (KqLibrary) library = g_weak_ref_get (&letter->self->library);

  if (library != NULL)
    letter->self->func (library, letter->news);

  return G_SOURCE_REMOVE;
}

/* From any thread; the context runs sources of one priority in their order. */
void
kq_library_news_post (KqStoreNews *news,
                      gpointer     data)
{
  Letter *letter = g_new (Letter, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  letter->self = kq_library_news_ref (data);
  letter->news = news;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, letter, letter_free);
  g_source_attach (source, letter->self->context);
}

GMainContext *
kq_library_news_get_context (KqLibraryNews *self)
{
  return self->context;
}
