/* kq-library-model.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"

G_BEGIN_DECLS

/**
 * KqLibrarySort:
 * @KQ_LIBRARY_SORT_UPDATED: the last saved first
 * @KQ_LIBRARY_SORT_NAME: by name, in the order of the user's language
 * @KQ_LIBRARY_SORT_START: by start, the latest first; those without at the end
 * @KQ_LIBRARY_SORT_ERRORS: those with the most errors first
 *
 * The orders of a model. Ties are broken by name, then by id.
 */
typedef enum {
  KQ_LIBRARY_SORT_UPDATED,
  KQ_LIBRARY_SORT_NAME,
  KQ_LIBRARY_SORT_START,
  KQ_LIBRARY_SORT_ERRORS,
} KqLibrarySort;

#define KQ_TYPE_LIBRARY_MODEL (kq_library_model_get_type ())

/* A GListModel of the library's campaigns (KqLibraryItem) that follows it. It
 * is read off the main thread; whatever comes of one search, one other order or
 * one batch of changes is one “items-changed”.
 *
 * Properties: “search” (string, never NULL), “sort” (KqLibrarySort as int),
 * “flags” (KqLibraryListFlags as uint; KQ_LIBRARY_LIST_ACTIVE to begin with);
 * readable only: “loading” (boolean; TRUE until it was filled for the first
 * time, and while a search that was asked for hasn't been answered),
 * “n-campaigns” (uint; how many there are of “flags”, found or not), “error”
 * (GError, boxed, nullable: why the last reading failed; the items stay). */
G_DECLARE_FINAL_TYPE (KqLibraryModel, kq_library_model, KQ, LIBRARY_MODEL, GObject)

KqLibraryModel     *kq_library_model_new             (KqLibrary          *library);
KqLibrary          *kq_library_model_get_library     (KqLibraryModel     *self);

/* All of the words, apart by spaces, have to be in one campaign: in its name or
 * notes, or in the names and titles of what is in it (coupons, shops, …), as
 * they are or within others, whatever their case or width. */
const char         *kq_library_model_get_search      (KqLibraryModel     *self);
void                kq_library_model_set_search      (KqLibraryModel     *self,
                                                      const char         *search);
KqLibrarySort       kq_library_model_get_sort        (KqLibraryModel     *self);
void                kq_library_model_set_sort        (KqLibraryModel     *self,
                                                      KqLibrarySort       sort);
KqLibraryListFlags  kq_library_model_get_flags       (KqLibraryModel     *self);
void                kq_library_model_set_flags       (KqLibraryModel     *self,
                                                      KqLibraryListFlags  flags);
gboolean            kq_library_model_is_loading      (KqLibraryModel     *self);
guint               kq_library_model_get_n_campaigns (KqLibraryModel     *self);
const GError       *kq_library_model_get_error       (KqLibraryModel     *self);

/* The campaign's item, also where the search hides it; %NULL for none */
KqLibraryItem      *kq_library_model_find            (KqLibraryModel     *self,
                                                      const char         *id);

G_END_DECLS
