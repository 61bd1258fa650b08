/* kq-media-colour.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-media-image.h"

#include "kq-media-protocol.h"

G_BEGIN_DECLS

KqMediaColour  kq_media_colour_of      (VipsImage  *image,
                                        char      **profile);
VipsImage     *kq_media_colour_to_srgb (VipsImage  *image);

G_END_DECLS
