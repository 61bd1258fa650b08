/* kq-kind-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-kind-row.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-drop-down.h"
#include "kq-part-window.h"
#include "kq-thumbnails.h"

/* Pixels of the picture in the row, twice as many for a sharp screen */
#define THUMBNAIL 56
/* What the choice of a part needs, in pixels */
#define PART_WIDTH 128

/**
 * KqKindRow:
 *
 * The picture is cropped by a thread, and anew when another part is chosen.
 */
struct _KqKindRow {
  AdwActionRow       parent_instance;

  const KqImageKind *kind;         /* of the profiles */
  GBytes            *picture;      /* (owned) (nullable) */
  GCancellable      *cancellable;  /* (owned) (nullable): of the crop */

  GtkWidget         *thumbnail;
  GtkWidget         *part;
  GtkWidget         *edit;
  GtkWidget         *check;

  GdkRectangle       frame;        /* pixels of the picture; of no width: not chosen yet */
  guint              chosen;       /* what it was before the frame is chosen */
};

enum {
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the drop-down */
static const KqMediaCrop crops[] = {
  KQ_MEDIA_CROP_ATTENTION, KQ_MEDIA_CROP_CENTRE, KQ_MEDIA_CROP_AREA,
};

#define FRAME 2

G_DEFINE_FINAL_TYPE (KqKindRow, kq_kind_row, ADW_TYPE_ACTION_ROW)

static guint
get_part (KqKindRow *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->part));
}

static KqFitOptions
get_options (KqKindRow *self)
{
  KqFitOptions options = KQ_FIT_OPTIONS_INIT;

  options.crop = crops[MIN (get_part (self), G_N_ELEMENTS (crops) - 1)];
  options.x = self->frame.x;
  options.y = self->frame.y;
  options.width = self->frame.width;
  options.height = self->frame.height;

  return options;
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (KqKindRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KqThumbnail) pixels = kq_media_draw_finish (KQ_MEDIA (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pixels != NULL)
    texture = kq_thumbnail_to_texture (pixels);
  gtk_picture_set_paintable (GTK_PICTURE (self->thumbnail), GDK_PAINTABLE (texture));
}

static void
draw (KqKindRow *self)
{
  KqFitOptions options = get_options (self);
  double scale = 2.0 * THUMBNAIL / MAX (self->kind->width, self->kind->height);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->thumbnail, self->picture != NULL);
  if (self->picture == NULL)
    {
      gtk_picture_set_paintable (GTK_PICTURE (self->thumbnail), NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  kq_media_draw_async (kq_media_get_default (), self->picture,
                       MAX (1, self->kind->width * scale), MAX (1, self->kind->height * scale),
                       &options, self->cancellable, drawn_cb, g_object_ref (self));
}

static void
on_frame_chosen (KqKindRow    *self,
                 KqPartWindow *window)
{
  kq_part_window_get_frame (window, &self->frame);
  self->chosen = FRAME;
  draw (self);
}

/* Without a frame it stays as it was. */
static gboolean
on_frame_closed (KqKindRow *self)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->part), self->chosen);

  return FALSE;
}

static void
choose_frame (KqKindRow *self)
{
  GtkWidget *window = kq_part_window_new (self->picture, self->kind,
                                          self->frame.width > 0 ? &self->frame : NULL);

  g_signal_connect_object (window, "chosen", G_CALLBACK (on_frame_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "close-request", G_CALLBACK (on_frame_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_part (KqKindRow *self)
{
  guint part = get_part (self);

  gtk_widget_set_visible (self->edit, part == FRAME);
  if (part == self->chosen)
    return;
  if (part == FRAME && self->frame.width == 0)
    {
      choose_frame (self);
      return;
    }

  self->chosen = part;
  draw (self);
}

static void
on_toggled (KqKindRow *self)
{
  g_signal_emit (self, signals[WANTED], 0);
}

static void
kq_kind_row_dispose (GObject *object)
{
  KqKindRow *self = KQ_KIND_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->picture, g_bytes_unref);

  G_OBJECT_CLASS (kq_kind_row_parent_class)->dispose (object);
}

static void
kq_kind_row_class_init (KqKindRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_kind_row_dispose;

  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_kind_row_init (KqKindRow *self)
{
  const char *parts[] = {
    C_("part of a picture", "Automatic"), C_("part of a picture", "Middle"),
    C_("part of a picture", "Frame"), NULL,
  };
  g_autoptr (GtkStringList) model = gtk_string_list_new (parts);

  self->check = gtk_check_button_new ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), TRUE);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_toggled), self);
  self->thumbnail = gtk_picture_new ();
  gtk_widget_set_size_request (self->thumbnail, THUMBNAIL, THUMBNAIL / 2);
  gtk_widget_set_visible (self->thumbnail, FALSE);
  gtk_widget_set_valign (self->thumbnail, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->thumbnail, 6);
  gtk_widget_set_margin_bottom (self->thumbnail, 6);
  self->part = kq_drop_down_new (G_LIST_MODEL (g_steal_pointer (&model)));
  gtk_widget_set_valign (self->part, GTK_ALIGN_CENTER);
  /* So that the kind's name, and not what is chosen, gives way in a narrow window */
  gtk_widget_set_size_request (self->part, PART_WIDTH, -1);
  g_signal_connect_swapped (self->part, "notify::selected", G_CALLBACK (on_part), self);
  gtk_widget_set_sensitive (self->part, FALSE);
  self->edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_add_css_class (self->edit, "flat");
  gtk_widget_set_valign (self->edit, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->edit, FALSE);
  gtk_widget_set_tooltip_text (self->edit, _("Move the Frame"));
  g_signal_connect_swapped (self->edit, "clicked", G_CALLBACK (choose_frame), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->thumbnail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->edit);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->part);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->check);
}

static void
name (GtkWidget  *widget,
      const char *text)
{
  kq_accessible_set_name (GTK_ACCESSIBLE (widget), text);
}

/**
 * kq_kind_row_new:
 * @kind: a kind, which stays
 *
 * Returns: (transfer floating): a row for it, wanted, without a picture
 */
GtkWidget *
kq_kind_row_new (const KqImageKind *kind)
{
  KqKindRow *self;
  g_autofree char *size = NULL;
  g_autofree char *part = NULL;
  g_autofree char *edit = NULL;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (KQ_TYPE_KIND_ROW, "title", kq_image_kind_get_label (kind), NULL);
  self->kind = kind;
  size = g_strdup_printf ("%u × %u", kind->width, kind->height);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), size);
  /* Translators: %s is a kind of image */
  part = g_strdup_printf (_("Part kept for %s"), kq_image_kind_get_label (kind));
  kq_drop_down_set_name (self->part, part);
  name (self->thumbnail, kq_image_kind_get_label (kind));
  /* Translators: %s is a kind of image */
  edit = g_strdup_printf (_("Move the frame for %s"), kq_image_kind_get_label (kind));
  name (self->edit, edit);

  return GTK_WIDGET (self);
}

/**
 * kq_kind_row_set_picture:
 * @self: a row
 * @picture: (nullable): a picture file, or %NULL for none
 *
 * Shows how a picture looks as that kind.
 */
void
kq_kind_row_set_picture (KqKindRow *self,
                         GBytes    *picture)
{
  g_return_if_fail (KQ_IS_KIND_ROW (self));

  g_clear_pointer (&self->picture, g_bytes_unref);
  self->picture = picture != NULL ? g_bytes_ref (picture) : NULL;
  /* A frame is of one picture. */
  self->frame = (GdkRectangle) { 0, };
  if (self->chosen == FRAME)
    self->chosen = 0;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->part), self->chosen);
  gtk_widget_set_sensitive (self->part, picture != NULL);
  draw (self);
}

gboolean
kq_kind_row_is_wanted (KqKindRow *self)
{
  g_return_val_if_fail (KQ_IS_KIND_ROW (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

/* Where it is wanted */
void
kq_kind_row_add_to (KqKindRow *self,
                    KqKindSet *set)
{
  KqFitOptions options;

  g_return_if_fail (KQ_IS_KIND_ROW (self));

  options = get_options (self);
  if (kq_kind_row_is_wanted (self))
    kq_kind_set_add (set, self->kind, &options);
}
