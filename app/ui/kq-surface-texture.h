/* kq-surface-texture.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

GdkTexture *kq_surface_to_texture (cairo_surface_t *surface);

G_END_DECLS
