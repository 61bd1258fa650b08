/* kq-crop-area.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_CROP_AREA (kq_crop_area_get_type ())

/* A picture, and a frame of fixed proportions on it that is moved and sized with
 * the pointer or the arrow keys. Signal “changed” where that is done. */
G_DECLARE_FINAL_TYPE (KqCropArea, kq_crop_area, KQ, CROP_AREA, GtkWidget)

GtkWidget *kq_crop_area_new         (void);
void       kq_crop_area_set_picture (KqCropArea         *self,
                                     GdkTexture         *texture,
                                     int                 width,
                                     int                 height,
                                     double              ratio);
void       kq_crop_area_set_frame   (KqCropArea         *self,
                                     const GdkRectangle *frame);
void       kq_crop_area_get_frame   (KqCropArea         *self,
                                     GdkRectangle       *frame);
void       kq_crop_area_centre      (KqCropArea         *self);

G_END_DECLS
