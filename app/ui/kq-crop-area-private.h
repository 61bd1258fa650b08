/* kq-crop-area-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-crop-area.h"

G_BEGIN_DECLS

typedef enum {
  KQ_CROP_GRIP_NONE,
  KQ_CROP_GRIP_FRAME,
  KQ_CROP_GRIP_TOP_LEFT,
  KQ_CROP_GRIP_TOP_RIGHT,
  KQ_CROP_GRIP_BOTTOM_LEFT,
  KQ_CROP_GRIP_BOTTOM_RIGHT,
} KqCropGrip;

struct _KqCropArea {
  GtkWidget     parent_instance;

  GdkTexture   *texture;  /* (owned) (nullable) */
  int           width;    /* pixels of the picture, of which the texture is a smaller one */
  int           height;
  double        ratio;    /* of the frame, width by height */
  GdkRectangle  frame;

  KqCropGrip    grip;     /* what is being dragged */
  GdkRectangle  before;   /* the frame when that began */
};

/* kq-crop-area.c */
double       kq_crop_area_get_place       (KqCropArea         *self,
                                           graphene_rect_t    *place);
double       kq_crop_area_get_frame_place (KqCropArea         *self,
                                           graphene_rect_t    *frame);
GdkRectangle kq_crop_area_make_frame      (KqCropArea         *self,
                                           double              x,
                                           double              y,
                                           double              left,
                                           double              top,
                                           double              width);
void         kq_crop_area_change          (KqCropArea         *self,
                                           const GdkRectangle *frame);

/* kq-crop-area-input.c */
void         kq_crop_area_add_keys        (GtkWidgetClass     *widget_class);
void         kq_crop_area_follow_pointer  (KqCropArea         *self);

G_END_DECLS
