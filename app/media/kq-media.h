/* kq-media.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "kq-image-facts.h"
#include "kq-image-kind.h"

G_BEGIN_DECLS

#define KQ_MEDIA_ERROR (kq_media_error_quark ())

/**
 * KqMediaError:
 * @KQ_MEDIA_ERROR_NOT_IMAGE: the bytes are neither JPEG nor PNG nor WebP
 * @KQ_MEDIA_ERROR_DAMAGED: they begin as one, but can't be decoded
 * @KQ_MEDIA_ERROR_PIXELS: it has too many pixels to be decoded
 * @KQ_MEDIA_ERROR_CROP: what is to be kept lies outside of it
 * @KQ_MEDIA_ERROR_BYTES: no quality brings it below the bytes of its kind
 * @KQ_MEDIA_ERROR_DIED: it needs more time or memory than it may have, or is
 *   made to do harm; nothing else is affected
 * @KQ_MEDIA_ERROR_MISSING: the helper process can't be started
 *
 * Why an image couldn't be looked at or made. The messages don't name the file.
 */
typedef enum {
  KQ_MEDIA_ERROR_NOT_IMAGE,
  KQ_MEDIA_ERROR_DAMAGED,
  KQ_MEDIA_ERROR_PIXELS,
  KQ_MEDIA_ERROR_CROP,
  KQ_MEDIA_ERROR_BYTES,
  KQ_MEDIA_ERROR_DIED,
  KQ_MEDIA_ERROR_MISSING,
} KqMediaError;

GQuark kq_media_error_quark (void);

/**
 * KqFitOptions:
 * @crop: which part to keep where the proportions differ
 * @x: for %KQ_MEDIA_CROP_AREA, pixels of the image as it is shown, from the left
 * @y: pixels from the top
 * @width: pixels
 * @height: pixels
 * @background: what shines through where alpha can't be kept, 0xrrggbb
 *
 * How an image is fitted. Where an area hasn't the proportions of the kind, its
 * middle is kept: nothing is ever distorted.
 */
typedef struct {
  KqMediaCrop crop;
  int         x;
  int         y;
  int         width;
  int         height;
  guint32     background;
} KqFitOptions;

#define KQ_FIT_OPTIONS_INIT { KQ_MEDIA_CROP_CENTRE, 0, 0, 0, 0, 0xffffff }

/**
 * KqFitted:
 * @bytes: (owned): the file
 * @scale: by how much it was made larger (over 1) or smaller
 * @x: the part that was kept, in pixels of the image as it is shown
 * @y: likewise
 * @width: likewise
 * @height: likewise
 * @quality: of JPEG, 1 to 100; of PNG, 100 without loss
 * @n_encodings: how often it was encoded to find that
 *
 * An image that was fitted.
 */
typedef struct {
  GBytes *bytes;
  double  scale;
  int     x;
  int     y;
  int     width;
  int     height;
  guint   quality;
  guint   n_encodings;
} KqFitted;

void kq_fitted_free (KqFitted *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqFitted, kq_fitted_free)

/**
 * KqThumbnail:
 * @pixels: (owned): RGBA, 8 bits each, row after row
 * @width: pixels
 * @height: pixels
 *
 * An image, upright and small, to be drawn as it is.
 */
typedef struct {
  GBytes *pixels;
  guint   width;
  guint   height;
} KqThumbnail;

void kq_thumbnail_free (KqThumbnail *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqThumbnail, kq_thumbnail_free)

#define KQ_TYPE_MEDIA (kq_media_get_type ())

G_DECLARE_FINAL_TYPE (KqMedia, kq_media, KQ, MEDIA, GObject)

KqMedia      *kq_media_new              (const char           *program);
KqMedia      *kq_media_get_default      (void);

KqImageFacts *kq_media_probe            (KqMedia              *self,
                                         GBytes               *bytes,
                                         GCancellable         *cancellable,
                                         GError              **error);
void          kq_media_probe_async      (KqMedia              *self,
                                         GBytes               *bytes,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
KqImageFacts *kq_media_probe_finish     (KqMedia              *self,
                                         GAsyncResult         *result,
                                         GError              **error);

KqFitted     *kq_media_fit              (KqMedia              *self,
                                         GBytes               *bytes,
                                         const KqImageKind    *kind,
                                         const char           *type,
                                         const KqFitOptions   *options,
                                         GCancellable         *cancellable,
                                         GError              **error);
void          kq_media_fit_async        (KqMedia              *self,
                                         GBytes               *bytes,
                                         const KqImageKind    *kind,
                                         const char           *type,
                                         const KqFitOptions   *options,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
KqFitted     *kq_media_fit_finish       (KqMedia              *self,
                                         GAsyncResult         *result,
                                         GError              **error);

KqThumbnail  *kq_media_thumbnail        (KqMedia              *self,
                                         GBytes               *bytes,
                                         guint                 side,
                                         GCancellable         *cancellable,
                                         GError              **error);
void          kq_media_thumbnail_async  (KqMedia              *self,
                                         GBytes               *bytes,
                                         guint                 side,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
KqThumbnail  *kq_media_thumbnail_finish (KqMedia              *self,
                                         GAsyncResult         *result,
                                         GError              **error);

KqThumbnail  *kq_media_draw             (KqMedia              *self,
                                         GBytes               *bytes,
                                         guint                 width,
                                         guint                 height,
                                         const KqFitOptions   *options,
                                         GCancellable         *cancellable,
                                         GError              **error);
void          kq_media_draw_async       (KqMedia              *self,
                                         GBytes               *bytes,
                                         guint                 width,
                                         guint                 height,
                                         const KqFitOptions   *options,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
KqThumbnail  *kq_media_draw_finish      (KqMedia              *self,
                                         GAsyncResult         *result,
                                         GError              **error);

GBytes       *kq_media_write_png        (KqMedia              *self,
                                         GBytes               *grey,
                                         guint                 width,
                                         guint                 height,
                                         GCancellable         *cancellable,
                                         GError              **error);

GPid          kq_media_get_pid          (KqMedia              *self);

G_END_DECLS
