/* kq-phone-picture.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_PHONE_PICTURE (kq_phone_picture_get_type ())

/* A picture that fills a box of a fixed proportion. */
G_DECLARE_FINAL_TYPE (KqPhonePicture, kq_phone_picture, KQ, PHONE_PICTURE, GtkWidget)

GtkWidget *kq_phone_picture_new         (float           ratio);
void       kq_phone_picture_set_texture (KqPhonePicture *self,
                                         GdkTexture     *texture);
void       kq_phone_picture_set_color   (KqPhonePicture *self,
                                         const GdkRGBA  *color);

G_END_DECLS
