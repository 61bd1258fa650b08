/* kq-picture-zone.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-picture-zone.h"

/* What a thumbnail takes of the form, at most */
#define WIDTH 120
#define HEIGHT 60

/**
 * KqPictureZone:
 *
 * Clicked to choose a picture, and where pictures are dropped.
 */
struct _KqPictureZone {
  AdwBin      parent_instance;

  GtkWidget  *button;
  GtkWidget  *thumbnail;
  GtkWidget  *icon;
  GtkLabel   *title;
  GtkLabel   *text;
  GtkWidget  *verdict;
  const char *style;      /* (nullable): of the verdict */
};

G_DEFINE_FINAL_TYPE (KqPictureZone, kq_picture_zone, ADW_TYPE_BIN)

static void
kq_picture_zone_class_init (KqPictureZoneClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "picturezone");
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static GtkWidget *
make_words (KqPictureZone *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = append_label (words, "title");
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_MIDDLE);
  self->text = append_label (words, "hint");
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);

  return words;
}

static void
kq_picture_zone_init (KqPictureZone *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->thumbnail = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->thumbnail), FALSE);
  gtk_widget_add_css_class (self->thumbnail, "thumbnail");
  gtk_widget_set_overflow (self->thumbnail, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (self->thumbnail, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->thumbnail, FALSE);
  self->icon = gtk_image_new_from_icon_name ("image-x-generic-symbolic");
  gtk_widget_set_valign (self->icon, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->thumbnail);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), make_words (self));
  self->verdict = gtk_image_new ();
  gtk_widget_set_valign (self->verdict, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->verdict, FALSE);
  gtk_box_append (GTK_BOX (box), self->verdict);

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * kq_picture_zone_new:
 *
 * Returns: (transfer floating): a zone without a picture
 */
GtkWidget *
kq_picture_zone_new (void)
{
  return g_object_new (KQ_TYPE_PICTURE_ZONE, NULL);
}

/**
 * kq_picture_zone_get_button:
 * @self: a zone
 *
 * Returns: (transfer none): the button that it is
 */
GtkWidget *
kq_picture_zone_get_button (KqPictureZone *self)
{
  g_return_val_if_fail (KQ_IS_PICTURE_ZONE (self), NULL);

  return self->button;
}

/* Of a size in the form's pixels, whatever those of the texture are */
static GdkPaintable *
make_paintable (GdkTexture *texture)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  float width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  float scale = MIN (1, MIN (WIDTH / width, HEIGHT / height));
  graphene_size_t size = { MAX (1, width * scale), MAX (1, height * scale) };

  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT (0, 0, size.width, size.height));

  return gtk_snapshot_to_paintable (snapshot, &size);
}

/**
 * kq_picture_zone_set_texture:
 * @self: a zone
 * @texture: (nullable): the picture; %NULL where it isn't there, or not yet
 *
 * Sets what is seen.
 */
void
kq_picture_zone_set_texture (KqPictureZone *self,
                             GdkTexture    *texture)
{
  g_autoptr (GdkPaintable) paintable = NULL;

  g_return_if_fail (KQ_IS_PICTURE_ZONE (self));

  if (texture != NULL)
    paintable = make_paintable (texture);
  gtk_picture_set_paintable (GTK_PICTURE (self->thumbnail), paintable);
  gtk_widget_set_visible (self->thumbnail, texture != NULL);
  gtk_widget_set_visible (self->icon, texture == NULL);
}

/**
 * kq_picture_zone_set_words:
 * @self: a zone
 * @title: what the picture is called, or what is to be done
 * @text: (nullable): what it is
 *
 * Sets what is said.
 */
void
kq_picture_zone_set_words (KqPictureZone *self,
                           const char    *title,
                           const char    *text)
{
  g_return_if_fail (KQ_IS_PICTURE_ZONE (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
}

/**
 * kq_picture_zone_set_verdict:
 * @self: a zone
 * @icon_name: (nullable): a sign, or %NULL where nothing is known
 * @style: (nullable): its CSS class, static
 * @label: (nullable): the same in words
 *
 * Sets whether the picture is as it has to be.
 */
void
kq_picture_zone_set_verdict (KqPictureZone *self,
                             const char    *icon_name,
                             const char    *style,
                             const char    *label)
{
  g_return_if_fail (KQ_IS_PICTURE_ZONE (self));

  if (self->style != NULL)
    gtk_widget_remove_css_class (self->verdict, self->style);
  self->style = style;
  if (style != NULL)
    gtk_widget_add_css_class (self->verdict, style);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->verdict), icon_name);
  gtk_widget_set_tooltip_text (self->verdict, label);
  gtk_widget_set_visible (self->verdict, icon_name != NULL);
}

/**
 * kq_picture_zone_set_empty:
 * @self: a zone
 * @empty: whether there is no picture
 *
 * Sets whether it looks like a place for a picture.
 */
void
kq_picture_zone_set_empty (KqPictureZone *self,
                           gboolean       empty)
{
  g_return_if_fail (KQ_IS_PICTURE_ZONE (self));

  if (empty)
    gtk_widget_add_css_class (self->button, "empty");
  else
    gtk_widget_remove_css_class (self->button, "empty");
}
