/* kq-media-image.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <vips/vips.h>

G_BEGIN_DECLS

/* libvips has no g_autoptr() for its pictures before some later version: this
 * is the same type with one, whatever the version. */
typedef VipsImage KqMediaImage;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqMediaImage, g_object_unref)

G_END_DECLS
