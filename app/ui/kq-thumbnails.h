/* kq-thumbnails.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "kq-asset-source.h"
#include "kq-media.h"

G_BEGIN_DECLS

#define KQ_TYPE_THUMBNAILS (kq_thumbnails_get_type ())

/* Pictures that were decoded, for as long as they have room. Only the main
 * thread uses it; what it does for others is done in a thread of its own. */
G_DECLARE_FINAL_TYPE (KqThumbnails, kq_thumbnails, KQ, THUMBNAILS, GObject)

KqThumbnails *kq_thumbnails_new         (KqMedia              *media,
                                         gsize                 max_kept);
KqThumbnails *kq_thumbnails_get_default (void);

GdkTexture   *kq_thumbnails_get         (KqThumbnails         *self,
                                         const char           *sha256,
                                         guint                 side);
GdkTexture   *kq_thumbnails_load        (KqThumbnails         *self,
                                         KqAssetSource        *source,
                                         const char           *sha256,
                                         guint                 side,
                                         GError              **error);
void          kq_thumbnails_load_async  (KqThumbnails         *self,
                                         KqAssetSource        *source,
                                         const char           *sha256,
                                         guint                 side,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
GdkTexture   *kq_thumbnails_load_finish (KqThumbnails         *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/* Pixels that the helper decoded, for GTK to draw */
GdkTexture   *kq_thumbnail_to_texture   (const KqThumbnail    *thumbnail);

G_END_DECLS
