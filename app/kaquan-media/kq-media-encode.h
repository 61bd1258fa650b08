/* kq-media-encode.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-media-image.h"

G_BEGIN_DECLS

/* How often a picture is encoded to find the best quality, at most */
#define KQ_MEDIA_MAX_ENCODINGS 6

/**
 * KqMediaTarget:
 * @is_png: PNG, else JPEG
 * @max_bytes: of the file
 *
 * What a picture is to become.
 */
typedef struct {
  gboolean is_png;
  gsize    max_bytes;
} KqMediaTarget;

/**
 * KqMediaEncoded:
 * @bytes: (owned) (nullable): the file, or %NULL where none is small enough
 * @quality: of a JPEG file; of PNG 100, or less where its colours were reduced
 * @n_encodings: how often it was encoded
 * @least: bytes of the smallest that there was
 *
 * What it became.
 */
typedef struct {
  GBytes *bytes;
  int     quality;
  guint   n_encodings;
  gsize   least;
} KqMediaEncoded;

gboolean kq_media_encode (VipsImage           *image,
                          const KqMediaTarget *target,
                          KqMediaEncoded      *encoded);

G_END_DECLS
