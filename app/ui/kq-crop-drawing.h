/* kq-crop-drawing.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a frame over a picture looks: dark where the picture is cut off, lines at
 * the thirds, and corners to be grasped. */

void kq_crop_drawing_snapshot (GtkSnapshot           *snapshot,
                               const graphene_rect_t *place,
                               const graphene_rect_t *frame,
                               const GdkRGBA         *color);

G_END_DECLS
