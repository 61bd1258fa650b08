/* kq-probed-assets.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"
#include "kq-media.h"

G_BEGIN_DECLS

#define KQ_TYPE_PROBED_ASSETS (kq_probed_assets_get_type ())

G_DECLARE_FINAL_TYPE (KqProbedAssets, kq_probed_assets, KQ, PROBED_ASSETS, GObject)

KqProbedAssets *kq_probed_assets_new (KqMedia       *media,
                                      KqAssetSource *source,
                                      gboolean       waits);

G_END_DECLS
