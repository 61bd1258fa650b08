/* kq-image-kind.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KqImageSize:
 * @KQ_IMAGE_SIZE_EXACT: these pixels and no others
 * @KQ_IMAGE_SIZE_AT_LEAST: as many, or more
 * @KQ_IMAGE_SIZE_SUGGESTED: best these, but others are taken
 *
 * How strict a platform is about pixels.
 */
typedef enum {
  KQ_IMAGE_SIZE_EXACT,
  KQ_IMAGE_SIZE_AT_LEAST,
  KQ_IMAGE_SIZE_SUGGESTED,
} KqImageSize;

/**
 * KqImageKind:
 * @id: as the profiles and the command line name it: `card-face`
 * @width: pixels
 * @height: pixels
 * @size: how these are meant
 * @types: (array zero-terminated=1): media types that are taken, the usual first
 * @max_bytes: of the file
 * @advice_bytes: of the file, if its limit should be meant in thousands; 0 where
 *   there is no doubt
 * @date: of which day this is, as YYYY-MM-DD
 * @source: where it was read
 *
 * What a platform asks of one kind of image.
 */
typedef struct {
  char         *id;
  guint         width;
  guint         height;
  KqImageSize   size;
  char        **types;
  gint64        max_bytes;
  gint64        advice_bytes;
  char         *date;
  char         *source;
} KqImageKind;

gboolean  kq_image_kind_takes (const KqImageKind *self,
                               const char        *type);
const char *
          kq_image_kind_get_label (const KqImageKind *self);
KqImageKind *
          kq_image_kind_copy  (const KqImageKind *self);
void      kq_image_kind_free  (KqImageKind       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqImageKind, kq_image_kind_free)

G_END_DECLS
