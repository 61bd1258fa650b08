/* kq-picture-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-picture-row.h"

#include <glib/gi18n-lib.h>

#include "kq-asset.h"
#include "kq-list.h"
#include "kq-pictures.h"

/* How much of the row the picture takes, in pixels */
#define THUMBNAIL_HEIGHT 34

/**
 * KqPictureRow:
 *
 * The picture, what it is called and how large it is; and a button that takes
 * it out of the field.
 */
struct _KqPictureRow {
  KqRow       parent_instance;

  KqPictures *pictures; /* (owned) (nullable) */
  GtkPicture *thumbnail;
  GtkLabel   *name;
  GtkWidget  *clear;
};

G_DEFINE_FINAL_TYPE (KqPictureRow, kq_picture_row, KQ_TYPE_ROW)

static const char *
get_sha256 (KqPictureRow *self)
{
  return kq_object_get_text (kq_row_get_object (KQ_ROW (self)), kq_row_get_index (KQ_ROW (self)));
}

static char *
describe (KqPictureRow *self)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (kq_row_get_document (KQ_ROW (self))));
  KqObject *asset;

  if (*get_sha256 (self) == '\0')
    return g_strdup (_("None"));
  asset = kq_list_find (kq_object_get_list (campaign, KQ_CAMPAIGN_ASSETS), get_sha256 (self));
  if (asset == NULL)
    return g_strdup_printf (_("missing: %.8s…"), get_sha256 (self));

  /* Translators: a file's name, and its width and height in pixels */
  return g_strdup_printf (_("%s · %d × %d"), kq_object_get_text (asset, KQ_ASSET_NAME),
                          (int) kq_object_get_int (asset, KQ_ASSET_WIDTH),
                          (int) kq_object_get_int (asset, KQ_ASSET_HEIGHT));
}

static void
kq_picture_row_refresh (KqRow *row)
{
  KqPictureRow *self = KQ_PICTURE_ROW (row);
  GdkTexture *texture = *get_sha256 (self) != '\0' ? kq_pictures_get (self->pictures, get_sha256 (self))
                                                   : NULL;
  g_autofree char *text = describe (self);

  gtk_picture_set_paintable (self->thumbnail, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->thumbnail), texture != NULL);
  gtk_label_set_label (self->name, text);
  gtk_widget_set_visible (self->clear, *get_sha256 (self) != '\0');
}

static void
kq_picture_row_bound (KqRow *row)
{
  KqPictureRow *self = KQ_PICTURE_ROW (row);
  KqDocument *document = kq_row_get_document (row);
  g_autofree char *clear = NULL;

  g_clear_object (&self->pictures);
  self->pictures = kq_pictures_new (kq_document_get_campaign (document),
                                    kq_document_get_assets (document));
  clear = g_strdup_printf (_("Remove “%s”"), kq_object_get_field_label (kq_row_get_object (row),
                                                                        kq_row_get_index (row)));
  kq_row_name_control (self->clear, clear);
}

static void
on_clear (KqPictureRow *self)
{
  kq_object_set_text (kq_row_get_object (KQ_ROW (self)), kq_row_get_index (KQ_ROW (self)), "");
}

static void
kq_picture_row_dispose (GObject *object)
{
  g_clear_object (&KQ_PICTURE_ROW (object)->pictures);

  G_OBJECT_CLASS (kq_picture_row_parent_class)->dispose (object);
}

static void
kq_picture_row_class_init (KqPictureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_picture_row_dispose;
  KQ_ROW_CLASS (klass)->bound = kq_picture_row_bound;
  KQ_ROW_CLASS (klass)->refresh = kq_picture_row_refresh;
}

static void
kq_picture_row_init (KqPictureRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->thumbnail = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->thumbnail), -1, THUMBNAIL_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self->thumbnail), "thumbnail");
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (self->name, 28);
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _("Remove"));
  gtk_widget_add_css_class (self->clear, "flat");
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (on_clear), self);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->thumbnail));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), self->clear);
  kq_row_set_control (KQ_ROW (self), box, box);
}
