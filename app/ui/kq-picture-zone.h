/* kq-picture-zone.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Pixels of the square from which a zone's thumbnail is drawn, crisp also where
 * two pixels of the screen are one */
#define KQ_PICTURE_ZONE_SIDE 256

#define KQ_TYPE_PICTURE_ZONE (kq_picture_zone_get_type ())

/* A button that shows a picture and what it is, or where one is to be put. */
G_DECLARE_FINAL_TYPE (KqPictureZone, kq_picture_zone, KQ, PICTURE_ZONE, AdwBin)

GtkWidget *kq_picture_zone_new         (void);
GtkWidget *kq_picture_zone_get_button  (KqPictureZone *self);
void       kq_picture_zone_set_texture (KqPictureZone *self,
                                        GdkTexture    *texture);
void       kq_picture_zone_set_words   (KqPictureZone *self,
                                        const char    *title,
                                        const char    *text);
/* @icon_name is NULL where nothing is known; @style is of CSS. */
void       kq_picture_zone_set_verdict (KqPictureZone *self,
                                        const char    *icon_name,
                                        const char    *style,
                                        const char    *label);
void       kq_picture_zone_set_empty   (KqPictureZone *self,
                                        gboolean       empty);

G_END_DECLS
