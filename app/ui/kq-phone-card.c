/* kq-phone-card.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "kq-phone-card.h"
#include "kq-phone-picture.h"

/* 1404 × 700: the proportion of the platform's card faces */
#define FACE_RATIO (1404.f / 700.f)

/**
 * KqPhoneCard:
 *
 * A card with one of four faces, a picture or a colour. Its text is light on a
 * dark face and dark on a light one; on a picture a shade lies under it.
 */
struct _KqPhoneCard {
  KqPhoneBlock  parent_instance;

  GtkWidget    *overlay;
  GtkWidget    *face;
  GtkWidget    *shade;
  GtkWidget    *logo;
  GtkWidget    *title;
  GtkWidget    *tag;
  GtkWidget    *text;
  GtkWidget    *note;
};

G_DEFINE_FINAL_TYPE (KqPhoneCard, kq_phone_card, KQ_TYPE_PHONE_BLOCK)

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Where dark text has more contrast than white, by WCAG's relative luminance. */
static gboolean
is_light (const GdkRGBA *color)
{
  double luminance = 0.2126 * linear (color->red) + 0.7152 * linear (color->green) +
                     0.0722 * linear (color->blue);

  return luminance > 0.179;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_face (KqPhoneCard       *self,
             const KqViewBlock *block,
             KqPictures        *pictures)
{
  GdkTexture *texture = pictures != NULL ? kq_pictures_get (pictures, block->image) : NULL;
  GdkRGBA color;
  gboolean has_color = block->color != NULL && gdk_rgba_parse (&color, block->color);
  gboolean is_plain = texture == NULL && !has_color;

  kq_phone_picture_set_texture (KQ_PHONE_PICTURE (self->face), texture);
  kq_phone_picture_set_color (KQ_PHONE_PICTURE (self->face), has_color ? &color : NULL);
  gtk_widget_set_visible (self->shade, texture != NULL);
  set_class (self->overlay, "light", texture == NULL && has_color && is_light (&color));
  for (int i = 1; i <= 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("face-%d", i);

      set_class (self->overlay, name, is_plain && (block->preset == i || (block->preset == 0 && i == 1)));
    }
}

static void
kq_phone_card_update (KqPhoneBlock      *phone_block,
                      const KqViewBlock *block,
                      KqPictures        *pictures)
{
  KqPhoneCard *self = KQ_PHONE_CARD (phone_block);
  GdkTexture *logo = pictures != NULL ? kq_pictures_get (pictures, block->logo) : NULL;

  update_face (self, block, pictures);
  kq_phone_picture_set_texture (KQ_PHONE_PICTURE (self->logo), logo);
  gtk_widget_set_visible (self->logo, logo != NULL);
  kq_phone_label_set (self->title, block->title);
  kq_phone_label_set (self->tag, block->tag);
  kq_phone_label_set (self->text, block->text);
  kq_phone_label_set (self->note, block->note);
}

static void
kq_phone_card_class_init (KqPhoneCardClass *klass)
{
  KQ_PHONE_BLOCK_CLASS (klass)->update = kq_phone_card_update;
}

static GtkWidget *
make_words (KqPhoneCard *self)
{
  GtkWidget *words = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "card-words");
  GtkWidget *top = kq_phone_box_new (GTK_ORIENTATION_HORIZONTAL, "card-top");
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->logo = kq_phone_picture_new (1);
  gtk_widget_add_css_class (self->logo, "logo");
  gtk_widget_set_size_request (self->logo, 32, 32);
  gtk_widget_set_valign (self->logo, GTK_ALIGN_CENTER);
  self->title = kq_phone_label_new ("card-title", 1);
  gtk_widget_set_hexpand (self->title, TRUE);
  self->tag = kq_phone_label_new ("card-tag", 1);
  self->text = kq_phone_label_new ("card-text", 1);
  self->note = kq_phone_label_new ("card-note", 2);

  gtk_widget_set_vexpand (space, TRUE);
  gtk_box_append (GTK_BOX (top), self->logo);
  gtk_box_append (GTK_BOX (top), self->title);
  gtk_box_append (GTK_BOX (words), top);
  gtk_box_append (GTK_BOX (words), self->text);
  gtk_box_append (GTK_BOX (words), space);
  gtk_box_append (GTK_BOX (words), self->note);
  gtk_box_append (GTK_BOX (words), self->tag);

  return words;
}

static void
kq_phone_card_init (KqPhoneCard *self)
{
  self->face = kq_phone_picture_new (FACE_RATIO);
  gtk_widget_add_css_class (self->face, "card-face");
  self->shade = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "card-shade");
  self->overlay = gtk_overlay_new ();
  gtk_widget_add_css_class (self->overlay, "card");
  gtk_widget_set_overflow (self->overlay, GTK_OVERFLOW_HIDDEN);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->face);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->shade);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), make_words (self));
  adw_bin_set_child (ADW_BIN (self), self->overlay);
}
