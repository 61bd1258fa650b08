/* kq-picture-choice.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-picture-choice.h"

#include <glib/gi18n-lib.h>

/**
 * KqPictureChoice:
 *
 * A file is chosen, or dropped on it, and looked into. What is no picture is
 * said below the title.
 */
struct _KqPictureChoice {
  AdwActionRow  parent_instance;

  char         *name;         /* (owned) (nullable) */
  GBytes       *bytes;        /* (owned) (nullable) */
  GCancellable *cancellable;  /* (owned) (nullable): of the file that is read */

  GtkWidget    *spinner;
  GtkWidget    *choose;
  GtkWidget    *clear;
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
give_up (KqPictureChoice *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (self->spinner, FALSE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqPictureChoice) self = data;
  g_autoptr (GPtrArray) pictures = kq_picture_files_load_finish (result, NULL);
  KqPictureFile *picture;

  if (pictures == NULL)
    return;

  give_up (self);
  picture = g_ptr_array_index (pictures, 0);
  if (picture->error != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", picture->name, picture->error->message);

      show (self, text, TRUE);
    }
  else
    kq_picture_choice_set_bytes (self, picture->name, picture->bytes);
}

/* Reading a file is quick, or shows that it isn't. */
static void
progress_cb (guint       n_done,
             guint       n_files,
             const char *name,
             gpointer    data)
{
}

static void
take_file (KqPictureChoice *self,
           GFile           *file)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  give_up (self);
  self->cancellable = g_cancellable_new ();
  g_ptr_array_add (files, g_object_ref (file));
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  kq_picture_files_load_async (kq_media_get_default (), files, progress_cb, NULL,
                               self->cancellable, loaded_cb, g_object_ref (self));
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         data)
{
  KqPictureChoice *self = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    take_file (self, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_cb (KqPictureChoice *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog;

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/webp");
  dialog = gtk_file_chooser_native_new (_("Choose a Picture"),
                                        GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
clear_cb (KqPictureChoice *self)
{
  kq_picture_choice_set_bytes (self, NULL, NULL);
}

static gboolean
drop_cb (KqPictureChoice *self,
         const GValue    *value)
{
  take_file (self, g_value_get_object (value));

  return TRUE;
}

static void
kq_picture_choice_dispose (GObject *object)
{
  KqPictureChoice *self = KQ_PICTURE_CHOICE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);

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
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_set_tooltip_text (self->clear, _("Remove"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);
  self->choose = gtk_button_new_with_label (_("Choose…"));
  gtk_widget_set_valign (self->choose, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->spinner);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->clear);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->choose);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
name_button (GtkWidget  *button,
             const char *format,
             const char *title)
{
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", title, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name->str, -1);
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

  give_up (self);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_free (self->name);
  self->name = g_strdup (name);
  show (self, bytes == NULL || name == NULL ? _("None") : name, FALSE);
  gtk_widget_set_visible (self->clear, bytes != NULL);
  g_signal_emit (self, signals[CHANGED], 0);
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
