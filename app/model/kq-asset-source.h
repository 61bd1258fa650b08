/* kq-asset-source.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kq-image-facts.h"

G_BEGIN_DECLS

/* An image embedded as base64, and so the bytes of one image, at most. */
#define KQ_ASSET_MAX_TEXT (16 * 1024 * 1024)
#define KQ_ASSET_MAX_BYTES (KQ_ASSET_MAX_TEXT / 4 * 3)

#define KQ_ASSET_ERROR (kq_asset_error_quark ())

/**
 * KqAssetError:
 * @KQ_ASSET_ERROR_CHANGED: the bytes aren't those that the name stands for
 * @KQ_ASSET_ERROR_DAMAGED: they are, but they are no image, or not all of one
 *
 * What is wrong with an image's bytes.
 */
typedef enum {
  KQ_ASSET_ERROR_CHANGED,
  KQ_ASSET_ERROR_DAMAGED,
} KqAssetError;

GQuark kq_asset_error_quark (void);

#define KQ_TYPE_ASSET_SOURCE (kq_asset_source_get_type ())

G_DECLARE_INTERFACE (KqAssetSource, kq_asset_source, KQ, ASSET_SOURCE, GObject)

/**
 * KqAssetSourceInterface:
 * @parent_iface: the parent
 * @load: the bytes of an image
 * @get_facts: (nullable): what the bytes of an image are
 *
 * Where the bytes of a campaign's images are: a file that embeds them, a
 * folder, the library. They never live in the document.
 */
struct _KqAssetSourceInterface {
  GTypeInterface parent_iface;

  GBytes * (*load) (KqAssetSource  *self,
                    const char     *sha256,
                    GError        **error);
  KqImageFacts * (*get_facts) (KqAssetSource  *self,
                               const char     *sha256,
                               GError        **error);
};

gboolean      kq_asset_name_is_valid      (const char     *sha256);

GBytes       *kq_asset_source_load        (KqAssetSource  *self,
                                           const char     *sha256,
                                           GError        **error);
GBytes       *kq_asset_source_load_sure   (KqAssetSource  *self,
                                           const char     *sha256,
                                           GError        **error);
KqImageFacts *kq_asset_source_get_facts   (KqAssetSource  *self,
                                           const char     *sha256,
                                           GError        **error);

G_END_DECLS
