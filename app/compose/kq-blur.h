/* kq-blur.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

void kq_blur (cairo_surface_t *mask,
              int              radius);

G_END_DECLS
