/* kq-pixels.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "kq-media.h"

G_BEGIN_DECLS

/* Between what the helper process decoded and what is drawn here. */

cairo_surface_t *kq_pixels_to_surface (const KqThumbnail    *pixels);
GBytes          *kq_pixels_to_png     (cairo_surface_t      *surface);
cairo_surface_t *kq_pixels_cover      (KqMedia              *media,
                                       GBytes               *picture,
                                       guint                 width,
                                       guint                 height,
                                       GCancellable         *cancellable,
                                       GError              **error);
KqFitted        *kq_pixels_fit        (KqMedia              *media,
                                       GBytes               *picture,
                                       const KqImageKind    *kind,
                                       const char           *type,
                                       const KqFitOptions   *options,
                                       GCancellable         *cancellable,
                                       GError              **error);

G_END_DECLS
