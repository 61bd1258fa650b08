/* kq-picture-choice.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-picture-choice.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-asset-load.h"
#include "kq-picture-intake.h"

/**
 * KqPictureChoice:
 *
 * A file is chosen, dropped on it or pasted, and looked into. What is no picture
 * is said below the title.
 */
struct _KqPictureChoice {
  AdwActionRow     parent_instance;

  char            *name;     /* (owned) (nullable) */
  GBytes          *bytes;    /* (owned) (nullable) */
  char            *offered;  /* (owned) (nullable): what the picture is called that is being read */

  KqPictureIntake *intake;
  GtkWidget       *choose;
  GtkWidget       *clear;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqPictureChoice, kq_picture_choice, ADW_TYPE_ACTION_ROW)

static void
show (KqPictureChoice *self,
      const char      *text,
      gboolean         is_error)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
taken_cb (KqPictureChoice *self,
          GPtrArray       *pictures)
{
  KqPictureFile *picture = g_ptr_array_index (pictures, 0);
  g_autofree char *text = NULL;

  if (picture->error == NULL)
    {
      kq_picture_choice_set_bytes (self, picture->name, picture->bytes);
      return;
    }

  text = g_strdup_printf ("%s: %s", picture->name, picture->error->message);
  show (self, text, TRUE);
}

static void
refused_cb (KqPictureChoice *self,
            const char      *reason)
{
  show (self, reason, TRUE);
}

static void
choose_cb (KqPictureChoice *self)
{
  kq_picture_intake_choose (self->intake);
}

static void
clear_cb (KqPictureChoice *self)
{
  kq_picture_choice_set_bytes (self, NULL, NULL);
}

static void
kq_picture_choice_dispose (GObject *object)
{
  KqPictureChoice *self = KQ_PICTURE_CHOICE (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->offered, g_free);

  G_OBJECT_CLASS (kq_picture_choice_parent_class)->dispose (object);
}

static void
kq_picture_choice_class_init (KqPictureChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_picture_choice_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_picture_choice_init (KqPictureChoice *self)
{
  self->intake = KQ_PICTURE_INTAKE (kq_picture_intake_new (FALSE));
  kq_picture_intake_attach (self->intake, GTK_WIDGET (self));
  g_signal_connect_swapped (self->intake, "taken", G_CALLBACK (taken_cb), self);
  g_signal_connect_swapped (self->intake, "refused", G_CALLBACK (refused_cb), self);
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _("Remove"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);
  self->choose = gtk_button_new_with_label (_("Choose…"));
  gtk_widget_set_valign (self->choose, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->intake));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->clear);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->choose);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
}

static void
name_button (GtkWidget  *button,
             const char *format,
             const char *title)
{
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", title, 1);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), name->str);
}

/**
 * kq_picture_choice_new:
 * @title: what the picture is for
 *
 * Returns: (transfer floating): a row without a picture
 */
GtkWidget *
kq_picture_choice_new (const char *title)
{
  KqPictureChoice *self = g_object_new (KQ_TYPE_PICTURE_CHOICE, "title", title, NULL);

  name_button (self->choose, _("Choose “%s”"), title);
  name_button (self->clear, _("Remove “%s”"), title);
  kq_picture_choice_set_bytes (self, NULL, NULL);

  return GTK_WIDGET (self);
}

/**
 * kq_picture_choice_set_bytes:
 * @self: a row
 * @name: (nullable): what the picture is called
 * @bytes: (nullable): a picture file, or %NULL for none
 *
 * Chooses a picture.
 */
void
kq_picture_choice_set_bytes (KqPictureChoice *self,
                             const char      *name,
                             GBytes          *bytes)
{
  g_return_if_fail (KQ_IS_PICTURE_CHOICE (self));

  kq_picture_intake_cancel (self->intake);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_clear_pointer (&self->offered, g_free);
  g_free (self->name);
  self->name = g_strdup (name);
  show (self, bytes == NULL || name == NULL ? _("None") : name, FALSE);
  gtk_widget_set_visible (self->clear, bytes != NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqPictureChoice) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_asset_load_finish (KQ_ASSET_SOURCE (source), result, &error);
  g_autofree char *name = g_steal_pointer (&self->offered);

  /* Somebody may have been faster. */
  if (name == NULL)
    return;
  if (bytes != NULL)
    kq_picture_choice_set_bytes (self, name, bytes);
  else
    show (self, error->message, TRUE);
}

/**
 * kq_picture_choice_open_asset:
 * @self: a row without a picture
 * @source: where the bytes are
 * @sha256: a picture of a campaign
 * @name: what it is called
 *
 * Chooses a picture of a campaign, once it is read, unless another is chosen before.
 */
void
kq_picture_choice_open_asset (KqPictureChoice *self,
                              KqAssetSource   *source,
                              const char      *sha256,
                              const char      *name)
{
  g_return_if_fail (KQ_IS_PICTURE_CHOICE (self));

  g_free (self->offered);
  self->offered = g_strdup (name);
  kq_asset_load_async (source, sha256, NULL, loaded_cb, g_object_ref (self));
}

/**
 * kq_picture_choice_get_bytes:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the picture
 */
GBytes *
kq_picture_choice_get_bytes (KqPictureChoice *self)
{
  g_return_val_if_fail (KQ_IS_PICTURE_CHOICE (self), NULL);

  return self->bytes;
}

/**
 * kq_picture_choice_get_name:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what the picture is called
 */
const char *
kq_picture_choice_get_name (KqPictureChoice *self)
{
  g_return_val_if_fail (KQ_IS_PICTURE_CHOICE (self), NULL);

  return self->name;
}
