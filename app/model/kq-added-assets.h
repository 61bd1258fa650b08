/* kq-added-assets.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"

G_BEGIN_DECLS

#define KQ_TYPE_ADDED_ASSETS (kq_added_assets_get_type ())

G_DECLARE_FINAL_TYPE (KqAddedAssets, kq_added_assets, KQ, ADDED_ASSETS, GObject)

KqAddedAssets *kq_added_assets_new (KqAssetSource *after);
char          *kq_added_assets_add (KqAddedAssets *self,
                                    GBytes        *bytes);

G_END_DECLS
