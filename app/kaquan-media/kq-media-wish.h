/* kq-media-wish.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "kq-media-area.h"
#include "kq-media-image.h"
#include "kq-media-protocol.h"

G_BEGIN_DECLS

/**
 * KqMediaWish:
 * @width: pixels
 * @height: pixels
 * @crop: which part to keep
 * @area: for %KQ_MEDIA_CROP_AREA, of the picture as it is shown
 *
 * Of which size a picture is wanted, and which part of it.
 */
typedef struct {
  int         width;
  int         height;
  KqMediaCrop crop;
  KqMediaArea area;
} KqMediaWish;

KqMediaProblem kq_media_wish_draw (GVariantDict  *request,
                                   GBytes        *bytes,
                                   GVariantDict  *answer,
                                   VipsImage    **image);

G_END_DECLS
