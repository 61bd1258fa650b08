/* told-assets.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"

G_BEGIN_DECLS

/* A source without bytes, which knows of every image what it is told: facts, an
 * error, or that they are still to come. */

#define TYPE_TOLD_ASSETS (told_assets_get_type ())

G_DECLARE_FINAL_TYPE (ToldAssets, told_assets, TOLD, ASSETS, GObject)

ToldAssets *told_assets_new (const KqImageFacts *facts,
                             GError             *error);

G_END_DECLS
