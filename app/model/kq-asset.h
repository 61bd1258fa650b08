/* kq-asset.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

/**
 * KqAssetType:
 * @KQ_ASSET_TYPE_IMAGE_JPEG: `image/jpeg`
 * @KQ_ASSET_TYPE_IMAGE_PNG: `image/png`
 *
 * The choices of `type`.
 */
typedef enum {
  KQ_ASSET_TYPE_IMAGE_JPEG,
  KQ_ASSET_TYPE_IMAGE_PNG,
} KqAssetType;

/* The rows of the table. */
enum {
  KQ_ASSET_NAME,
  KQ_ASSET_TYPE,
  KQ_ASSET_WIDTH,
  KQ_ASSET_HEIGHT,
  KQ_ASSET_BYTES,
  KQ_ASSET_N_FIELDS
};

#define KQ_TYPE_ASSET (kq_asset_get_type ())

G_DECLARE_FINAL_TYPE (KqAsset, kq_asset, KQ, ASSET, KqObject)

G_END_DECLS
