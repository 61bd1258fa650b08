/* kq-phone-picture.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-phone-picture.h"

/**
 * KqPhonePicture:
 *
 * A texture that covers a box of a fixed proportion, or a plain colour. With
 * neither, what CSS says of `kq-picture` shows.
 */
struct _KqPhonePicture {
  GtkWidget   parent_instance;

  float       ratio;    /* width by height */
  GdkTexture *texture;  /* (owned) (nullable) */
  GdkRGBA     color;
};

G_DEFINE_FINAL_TYPE (KqPhonePicture, kq_phone_picture, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
kq_phone_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kq_phone_picture_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  KqPhonePicture *self = KQ_PHONE_PICTURE (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *natural = for_size / self->ratio + 0.5f;
}

static void
snapshot_texture (KqPhonePicture *self,
                  GtkSnapshot    *snapshot,
                  float           width,
                  float           height)
{
  float scale = MAX (width / gdk_texture_get_width (self->texture),
                     height / gdk_texture_get_height (self->texture));
  float drawn_width = gdk_texture_get_width (self->texture) * scale;
  float drawn_height = gdk_texture_get_height (self->texture) * scale;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((width - drawn_width) / 2,
                                                    (height - drawn_height) / 2,
                                                    drawn_width, drawn_height));
  gtk_snapshot_pop (snapshot);
}

static void
kq_phone_picture_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  KqPhonePicture *self = KQ_PHONE_PICTURE (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);

  if (width <= 0 || height <= 0)
    return;
  if (self->color.alpha > 0)
    gtk_snapshot_append_color (snapshot, &self->color, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->texture != NULL)
    snapshot_texture (self, snapshot, width, height);
}

static void
kq_phone_picture_dispose (GObject *object)
{
  g_clear_object (&KQ_PHONE_PICTURE (object)->texture);

  G_OBJECT_CLASS (kq_phone_picture_parent_class)->dispose (object);
}

static void
kq_phone_picture_class_init (KqPhonePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_phone_picture_dispose;
  widget_class->get_request_mode = kq_phone_picture_get_request_mode;
  widget_class->measure = kq_phone_picture_measure;
  widget_class->snapshot = kq_phone_picture_snapshot;
  gtk_widget_class_set_css_name (widget_class, "kq-picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kq_phone_picture_init (KqPhonePicture *self)
{
  self->ratio = 1;
}

/**
 * kq_phone_picture_new:
 * @ratio: width by height
 *
 * Returns: (transfer floating): a picture without anything on it
 */
GtkWidget *
kq_phone_picture_new (float ratio)
{
  KqPhonePicture *self;

  g_return_val_if_fail (ratio > 0, NULL);

  self = g_object_new (KQ_TYPE_PHONE_PICTURE, "overflow", GTK_OVERFLOW_HIDDEN, NULL);
  self->ratio = ratio;

  return GTK_WIDGET (self);
}

/**
 * kq_phone_picture_set_texture:
 * @self: a picture
 * @texture: (nullable): what it shows
 *
 * Sets what covers the box.
 */
void
kq_phone_picture_set_texture (KqPhonePicture *self,
                              GdkTexture     *texture)
{
  g_return_if_fail (KQ_IS_PHONE_PICTURE (self));
  g_return_if_fail (texture == NULL || GDK_IS_TEXTURE (texture));

  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kq_phone_picture_set_color:
 * @self: a picture
 * @color: (nullable): a colour
 *
 * Sets what is behind the texture.
 */
void
kq_phone_picture_set_color (KqPhonePicture *self,
                            const GdkRGBA  *color)
{
  g_return_if_fail (KQ_IS_PHONE_PICTURE (self));

  self->color = color != NULL ? *color : (GdkRGBA) { 0, 0, 0, 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
