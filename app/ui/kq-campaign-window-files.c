/* kq-campaign-window-files.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-window-private.h"

#include <glib/gi18n-lib.h>

#include "kq-campaign-file.h"
#include "kq-recent.h"

/* What the campaign window does with files. */

/* A save that is under way, or waits for the one before it to end. */
typedef struct {
  KqCampaignWindow *window;   /* (owned) */
  GFile            *file;     /* (owned) */
  JsonNode         *snapshot; /* (owned): what is written */
  gboolean          embed;
  gboolean          is_export;
} Save;

static void write_next (KqCampaignWindow *self);

static void
save_free (Save *save)
{
  g_object_unref (save->window);
  g_object_unref (save->file);
  json_node_unref (save->snapshot);
  g_free (save);
}

static JsonNode *
take_snapshot (KqCampaignWindow *self)
{
  return kq_object_snapshot (KQ_OBJECT (kq_document_get_campaign (self->document)));
}

static void
show_failure (KqCampaignWindow *self,
              const char       *reason)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The campaign wasn’t saved"),
                                              reason);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Only what was written is clean: typing may have gone on meanwhile. */
static void
finish_save (Save *save)
{
  KqCampaignWindow *self = save->window;

  if (save->is_export)
    {
      g_autofree char *name = g_file_get_basename (save->file);
      g_autofree char *text = g_strdup_printf (_("Exported as “%s”"), name);

      kq_campaign_window_toast (self, text);
      return;
    }

  kq_document_set_file (self->document, save->file);
  kq_recent_add (save->file);
  if (take_snapshot (self) == save->snapshot)
    kq_history_mark_clean (kq_document_get_history (self->document));
  if (self->close_after)
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Save *save = data;
  KqCampaignWindow *self = save->window;
  g_autoptr (GError) error = NULL;

  g_queue_pop_head (&self->saves);
  if (kq_campaign_file_save_finish (result, &error))
    finish_save (save);
  else
    show_failure (self, error->message);
  self->close_after = FALSE;
  write_next (self);
  save_free (save);
}

/* One after the other: two may be of one file. */
static void
write_next (KqCampaignWindow *self)
{
  Save *save = g_queue_peek_head (&self->saves);

  if (save != NULL)
    kq_campaign_file_save_async (g_file_peek_path (save->file), save->snapshot,
                                 kq_document_get_assets (self->document), save->embed, NULL,
                                 on_saved, save);
}

static void
start_save (KqCampaignWindow *self,
            GFile            *file,
            gboolean          embed,
            gboolean          is_export)
{
  Save *save;

  save = g_new0 (Save, 1);
  save->window = g_object_ref (self);
  save->file = g_object_ref (file);
  save->snapshot = json_node_ref (take_snapshot (self));
  save->embed = embed;
  save->is_export = is_export;
  g_queue_push_tail (&self->saves, save);
  if (g_queue_get_length (&self->saves) == 1)
    write_next (self);
}

/* What is asked of a dialogue for a file to write. */
typedef enum {
  TARGET_SAVE,
  TARGET_EXPORT_EMBEDDED,
  TARGET_EXPORT_FOLDER,
} Target;

static void
on_chosen (GtkNativeDialog  *dialog,
           int               response,
           KqCampaignWindow *self)
{
  Target target = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "target"));
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file == NULL)
    self->close_after = FALSE;
  else if (g_file_peek_path (file) == NULL)
    show_failure (self, _("Choose a folder of this computer."));
  else
    start_save (self, file, target != TARGET_EXPORT_FOLDER, target != TARGET_SAVE);

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* The campaign's name as the name of a file */
static char *
suggest_name (KqCampaignWindow *self)
{
  g_autofree char *name = kq_document_dup_name (self->document);

  return g_strconcat (g_strdelimit (name, "/\\:", '-'), ".campaign.json", NULL);
}

static void
choose_target (KqCampaignWindow *self,
               Target            target)
{
  static const char * const titles[] = {
    N_("Save Campaign"), N_("Export with Pictures"), N_("Export with a Folder of Pictures"),
  };
  GtkFileChooserNative *dialog;
  g_autofree char *name = suggest_name (self);
  GFile *file = kq_document_get_file (self->document);

  dialog = gtk_file_chooser_native_new (_(titles[target]), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE,
                                        target == TARGET_SAVE ? _("_Save") : _("_Export"),
                                        _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (file != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data (G_OBJECT (dialog), "target", GINT_TO_POINTER (target));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
save_document (KqCampaignWindow *self)
{
  GFile *file = kq_document_get_file (self->document);

  if (file != NULL && g_file_peek_path (file) != NULL)
    start_save (self, file, kq_campaign_file_embeds (g_file_peek_path (file)), FALSE);
  else
    choose_target (self, TARGET_SAVE);
}

static void
on_save (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  save_document (data);
}

static void
on_save_as (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  choose_target (data, TARGET_SAVE);
}

static void
on_export_embedded (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  choose_target (data, TARGET_EXPORT_EMBEDDED);
}

static void
on_export_folder (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  choose_target (data, TARGET_EXPORT_FOLDER);
}

static void
on_close (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  gtk_window_close (GTK_WINDOW (data));
}

static const GActionEntry entries[] = {
  { "save", on_save },
  { "save-as", on_save_as },
  { "export-embedded", on_export_embedded },
  { "export-folder", on_export_folder },
  { "close", on_close },
};

/* Adds the commands for files to the window. */
void
kq_campaign_window_add_file_actions (KqCampaignWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static gboolean
close_cb (gpointer data)
{
  gtk_window_close (GTK_WINDOW (data));

  return G_SOURCE_REMOVE;
}

static void
on_close_response (KqCampaignWindow *self,
                   const char       *response)
{
  if (g_str_equal (response, "save"))
    {
      self->close_after = TRUE;
      save_document (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      self->close_asked = TRUE;
      /* Not before the dialogue has gone, which would touch its parent then. */
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
    }
}

/* Returns whether closing has to wait for an answer. */
gboolean
kq_campaign_window_ask_close (KqCampaignWindow *self)
{
  g_autofree char *name = NULL;
  AdwMessageDialog *dialog;

  if (self->close_asked || kq_history_is_clean (kq_document_get_history (self->document)))
    return FALSE;

  name = kq_document_dup_name (self->document);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL));
  adw_message_dialog_format_body (dialog, _("“%s” has changes that aren’t saved. "
                                            "They are lost if you don’t save them."), name);
  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return TRUE;
}
