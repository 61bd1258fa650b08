/* kq-library-model-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library-model.h"
#include "kq-library-private.h"

G_BEGIN_DECLS

struct _KqLibraryModel {
  GObject             parent_instance;

  KqLibrary          *library;    /* (owned) */
  GHashTable         *items;      /* (owned) (element-type utf8 KqLibraryItem): all, by id */
  GPtrArray          *sorted;     /* (owned) (element-type KqLibraryItem): all */
  GPtrArray          *shown;      /* (owned) (element-type KqLibraryItem) */
  gint64              change;     /* up to which the library was read; -1 for not yet */
  guint               n_campaigns;

  char               *search;     /* (owned) */
  GHashTable         *found;      /* (owned) (nullable): ids; NULL for all */
  KqLibrarySort       sort;
  KqLibraryListFlags  flags;
  GError             *error;      /* (owned) (nullable) */
  gboolean            loading;

  gboolean            reading;    /* changes are being read */
  gboolean            read_again; /* and there are more */
  GCancellable       *searching;  /* (owned) (nullable) */
};

/* kq-library-model.c */
void  kq_library_model_sort_items  (KqLibraryModel *self);
void  kq_library_model_place_items (KqLibraryModel *self,
                                    GHashTable     *changed);
void  kq_library_model_show        (KqLibraryModel *self);
void  kq_library_model_set_loading (KqLibraryModel *self,
                                    gboolean        loading);
void  kq_library_model_take_error  (KqLibraryModel *self,
                                    GError         *error);

/* kq-library-model-read.c */
void  kq_library_model_find_words  (KqLibraryModel *self);
void  kq_library_model_read        (KqLibraryModel *self);

G_END_DECLS
