/* kq-library-assets.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"

G_BEGIN_DECLS

#define KQ_TYPE_LIBRARY_ASSETS (kq_library_assets_get_type ())

/* The pictures of a library as a KqAssetSource, for a campaign that is open:
 * those that were added to it and aren't saved yet, then those of @before, then
 * the library's. To be given to KqLibrarySave.assets and KqAutosave as well. */
G_DECLARE_FINAL_TYPE (KqLibraryAssets, kq_library_assets, KQ, LIBRARY_ASSETS, GObject)

KqLibraryAssets *kq_library_assets_new (KqLibrary       *library,
                                        KqAssetSource   *before);
/* Adds a picture that the campaign will name; returns its name, (transfer
 * full). Any thread. */
char            *kq_library_assets_add (KqLibraryAssets *self,
                                        GBytes          *bytes);

G_END_DECLS
