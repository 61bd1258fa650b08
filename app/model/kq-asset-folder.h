/* kq-asset-folder.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"

G_BEGIN_DECLS

#define KQ_TYPE_ASSET_FOLDER (kq_asset_folder_get_type ())

G_DECLARE_FINAL_TYPE (KqAssetFolder, kq_asset_folder, KQ, ASSET_FOLDER, GObject)

KqAssetFolder *kq_asset_folder_new        (const char    *path,
                                           KqAssetSource *before);
KqAssetSource *kq_asset_folder_get_before (KqAssetFolder *self);

G_END_DECLS
