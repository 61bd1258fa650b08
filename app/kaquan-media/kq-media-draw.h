/* kq-media-draw.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-media-area.h"
#include "kq-media-source.h"

G_BEGIN_DECLS

/* Bytes of a pixel of kq_media_get_rgba() */
#define KQ_MEDIA_PIXEL_BYTES 4

/* From a picture file to pixels as they are shown: turned upright, of the size
 * wanted, 8 bits of sRGB. */

void            kq_media_get_shown_size (KqMediaSource      *source,
                                         int                *width,
                                         int                *height);
KqMediaProblem  kq_media_check_pixels   (KqMediaSource      *source,
                                         GVariantDict       *answer);
VipsImage      *kq_media_draw           (KqMediaSource      *source,
                                         const KqMediaArea  *area,
                                         int                 width,
                                         int                 height);
GBytes         *kq_media_get_rgba       (VipsImage          *image);

G_END_DECLS
