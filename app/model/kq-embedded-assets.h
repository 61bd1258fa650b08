/* kq-embedded-assets.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"

G_BEGIN_DECLS

#define KQ_TYPE_EMBEDDED_ASSETS (kq_embedded_assets_get_type ())

G_DECLARE_FINAL_TYPE (KqEmbeddedAssets, kq_embedded_assets, KQ, EMBEDDED_ASSETS, GObject)

KqEmbeddedAssets *kq_embedded_assets_new        (void);
void              kq_embedded_assets_take_text  (KqEmbeddedAssets *self,
                                                 const char       *name,
                                                 char             *base64);
const char       *kq_embedded_assets_get_text   (KqEmbeddedAssets *self,
                                                 const char       *name);
guint             kq_embedded_assets_get_length (KqEmbeddedAssets *self);

G_END_DECLS
