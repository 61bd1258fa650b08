/* kq-kinds-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-kinds-window.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-asset.h"
#include "kq-kind-row.h"
#include "kq-kind-set.h"
#include "kq-list.h"
#include "kq-name.h"
#include "kq-picture-choice.h"

/**
 * KqKindsWindow:
 *
 * A row for each kind, with how the picture looks in it. What is saved is saved
 * as a whole.
 */
struct _KqKindsWindow {
  KqToolWindow     parent_instance;

  GPtrArray       *rows;     /* (owned) (element-type KqKindRow) */
  char            *folder;   /* (owned) (nullable): where to */
  KqKindSet       *set;      /* (owned) (nullable): what is saved */

  KqPictureChoice *picture;
  GtkEditable     *name;
  GtkWidget       *progress;
  GtkWidget       *bar;
  GtkWidget       *save;
};

G_DEFINE_FINAL_TYPE (KqKindsWindow, kq_kinds_window, KQ_TYPE_TOOL_WINDOW)

static guint
count_wanted (KqKindsWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += kq_kind_row_is_wanted (g_ptr_array_index (self->rows, i));

  return n;
}

static void
update_save (KqKindsWindow *self)
{
  gtk_widget_set_sensitive (self->save, kq_picture_choice_get_bytes (self->picture) != NULL &&
                                        count_wanted (self) > 0 &&
                                        !gtk_widget_get_visible (self->progress));
}

static void
on_picture_changed (KqKindsWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    kq_kind_row_set_picture (g_ptr_array_index (self->rows, i),
                             kq_picture_choice_get_bytes (self->picture));
  update_save (self);
}

static void
set_busy (KqKindsWindow *self,
          gboolean       busy)
{
  gtk_widget_set_visible (self->progress, busy);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->bar), "");
  update_save (self);
}

static void
progress_cb (guint    n_done,
             guint    n_all,
             gpointer data)
{
  KqKindsWindow *self = data;
  /* Translators: how many images are made, and of how many */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), n_done, n_all);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), (double) n_done / n_all);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->bar), text);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (KqKindsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = kq_kind_set_get_length (KQ_KIND_SET (source));

  if (kq_kind_set_save_finish (KQ_KIND_SET (source), result, &error))
    text = g_strdup_printf (ngettext ("%u picture saved", "%u pictures saved", n), n);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup (_("Cancelled: nothing was saved"));
  else
    text = g_strdup (error->message);
  if (self->rows == NULL)
    return;
  set_busy (self, FALSE);
  kq_tool_window_toast (KQ_TOOL_WINDOW (self), text);
}

static void
save_all (KqKindsWindow *self,
          gboolean       replace)
{
  set_busy (self, TRUE);
  kq_kind_set_save_async (self->set, kq_media_get_default (), self->folder, replace, progress_cb,
                          self, kq_tool_window_get_cancellable (KQ_TOOL_WINDOW (self)), saved_cb,
                          g_object_ref (self));
}

static void
replace_cb (KqKindsWindow *self,
            const char    *response)
{
  if (g_str_equal (response, "replace"))
    save_all (self, TRUE);
}

/* Nothing that is there is replaced without having asked. */
static void
ask_to_replace (KqKindsWindow *self,
                const char    *taken)
{
  g_autofree char *name = g_path_get_basename (taken);
  g_autofree char *shown = g_filename_display_name (name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Replace Pictures?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("“%s” and maybe others are in that folder already."), shown);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
begin (KqKindsWindow *self)
{
  g_autofree char *taken = NULL;

  g_clear_object (&self->set);
  self->set = kq_kind_set_new (kq_picture_choice_get_bytes (self->picture),
                               gtk_editable_get_text (self->name));
  for (guint i = 0; i < self->rows->len; i++)
    kq_kind_row_add_to (g_ptr_array_index (self->rows, i), self->set);

  taken = kq_kind_set_find_taken (self->set, self->folder);
  if (taken != NULL)
    ask_to_replace (self, taken);
  else
    save_all (self, FALSE);
}

static void
folder_cb (GtkNativeDialog *dialog,
           int              response,
           gpointer         data)
{
  KqKindsWindow *self = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  if (file == NULL)
    return;

  g_free (self->folder);
  self->folder = g_file_get_path (file);
  if (self->folder != NULL)
    begin (self);
  else
    kq_tool_window_toast (KQ_TOOL_WINDOW (self), _("Choose a folder of this computer."));
}

static void
save_clicked_cb (KqKindsWindow *self)
{
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_("Save the Pictures into a Folder"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Save"),
                                        _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
cancel_cb (KqKindsWindow *self)
{
  kq_tool_window_cancel (KQ_TOOL_WINDOW (self));
}

static void
kq_kinds_window_dispose (GObject *object)
{
  KqKindsWindow *self = KQ_KINDS_WINDOW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_object (&self->set);

  G_OBJECT_CLASS (kq_kinds_window_parent_class)->dispose (object);
}

static void
kq_kinds_window_class_init (KqKindsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_kinds_window_dispose;
}

static GtkWidget *
make_progress (KqKindsWindow *self)
{
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->progress = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->bar = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->bar), TRUE);
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->bar), _("Pictures made"));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (self->progress), self->bar);
  gtk_box_append (GTK_BOX (self->progress), cancel);
  gtk_widget_set_visible (self->progress, FALSE);

  return self->progress;
}

static void
kq_kinds_window_init (KqKindsWindow *self)
{
  AdwPreferencesGroup *group;
  GtkWidget *name = adw_entry_row_new ();

  self->rows = g_ptr_array_new ();
  gtk_window_set_title (GTK_WINDOW (self), _("Picture for All Platforms"));
  self->save = kq_tool_window_add_button (KQ_TOOL_WINDOW (self), _("_Save…"));
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_clicked_cb), self);
  group = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), _("Picture"));
  self->picture = KQ_PICTURE_CHOICE (kq_picture_choice_new (_("Picture")));
  g_signal_connect_swapped (self->picture, "changed", G_CALLBACK (on_picture_changed), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), _("The files’ names begin with"));
  self->name = GTK_EDITABLE (name);
  adw_preferences_group_add (group, GTK_WIDGET (self->picture));
  adw_preferences_group_add (group, name);
  adw_preferences_group_add (group, make_progress (self));
}

/* The picture that the object has is there to begin with. */
static void
offer_picture (KqKindsWindow *self,
               KqDocument    *document,
               KqObject      *object)
{
  guint field = kq_object_find_field (object, "faceImage");
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));
  const char *sha256 = field != KQ_NO_FIELD ? kq_object_get_text (object, field) : "";
  KqObject *asset = kq_list_find (kq_object_get_list (campaign, KQ_CAMPAIGN_ASSETS), sha256);

  if (asset != NULL)
    kq_picture_choice_open_asset (self->picture, kq_document_get_assets (document), sha256,
                                  kq_object_get_text (asset, KQ_ASSET_NAME));
}

/**
 * kq_kinds_window_new:
 * @document: the open campaign
 * @object: the object that the picture is for, after which the files are called
 *
 * Returns: (transfer none): a window, which holds itself until it is closed
 */
GtkWidget *
kq_kinds_window_new (KqDocument *document,
                     KqObject   *object)
{
  guint platforms;
  g_autoptr (GPtrArray) kinds = NULL;
  g_autofree char *name = NULL;
  AdwPreferencesGroup *group;
  KqKindsWindow *self;

  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);

  self = g_object_new (KQ_TYPE_KINDS_WINDOW, NULL);
  name = kq_object_describe_name (object);
  gtk_editable_set_text (self->name, name);
  platforms = kq_campaign_get_platforms (kq_document_get_campaign (document));
  kinds = kq_profiles_list_image_kinds (kq_document_get_profiles (document), platforms);
  group = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), _("Kinds"));
  for (guint i = 0; i < kinds->len; i++)
    {
      GtkWidget *row = kq_kind_row_new (g_ptr_array_index (kinds, i));

      g_signal_connect_swapped (row, "wanted", G_CALLBACK (update_save), self);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (group, row);
    }
  update_save (self);
  offer_picture (self, document, object);

  return GTK_WIDGET (self);
}
