/* kq-campaign-window-save.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-window-private.h"

#include <glib/gi18n-lib.h>

#include "kq-application.h"
#include "kq-conflicts-window.h"
#include "kq-history-window.h"

/* How the campaign window shows that all is saved, and what it does where that
 * isn't so, or where somebody else saved the campaign. */

#define TOAST_SECONDS 2

static KqAutosave *
get_autosave (KqCampaignWindow *self)
{
  return kq_document_get_autosave (self->document);
}

/* Says @title and @text in a dialogue. */
void
kq_campaign_window_say (KqCampaignWindow *self,
                        const char       *title,
                        const char       *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), title, text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* (nullable): what stands under the section's title */
static const char *
describe_state (KqCampaignWindow *self)
{
  if (get_autosave (self) == NULL)
    return kq_document_is_kept (self->document) ? _("Not in a library") : _("Not saved");

  switch (kq_autosave_get_state (get_autosave (self)))
    {
    case KQ_AUTOSAVE_SAVED:
      return self->was_saved ? _("Saved") : "";
    case KQ_AUTOSAVE_PENDING:
    case KQ_AUTOSAVE_SAVING:
      return _("Saving…");
    case KQ_AUTOSAVE_FAILED:
      return _("Not saved");
    case KQ_AUTOSAVE_CHANGED:
      return _("Changed elsewhere");
    default:
      g_return_val_if_reached ("");
    }
}

static void
show_failure (KqCampaignWindow *self)
{
  const GError *error = kq_autosave_get_error (get_autosave (self));
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("%s\nNothing is lost while this window is open, and saving is tried "
                            "again by itself."), error != NULL ? error->message : "");
  kq_alert_bar_show (self->alert, _("The changes aren’t saved"), text);
}

/* Shows where the changes are. */
void
kq_campaign_window_update_saved (KqCampaignWindow *self)
{
  KqAutosave *autosave = get_autosave (self);

  if (autosave != NULL)
    {
      KqAutosaveState state = kq_autosave_get_state (autosave);

      self->was_saved = self->was_saved || state != KQ_AUTOSAVE_SAVED;
      kq_campaign_window_enable (self, "try-again", state == KQ_AUTOSAVE_FAILED);
      kq_campaign_window_enable (self, "decide", state == KQ_AUTOSAVE_CHANGED);
      if (state == KQ_AUTOSAVE_FAILED)
        show_failure (self);
      else if (state == KQ_AUTOSAVE_SAVED)
        kq_alert_bar_hide (self->alert);
    }
  adw_window_title_set_subtitle (self->section_title, describe_state (self));
}

static void
on_flushed_by_key (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (KqCampaignWindow) self = data;
  AdwToast *toast;

  /* Where it failed, the bar says so. */
  if (!kq_autosave_flush_finish (KQ_AUTOSAVE (source), result, NULL))
    return;

  toast = adw_toast_new (_("All changes are saved"));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_save (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  KqCampaignWindow *self = data;

  if (get_autosave (self) != NULL)
    kq_autosave_flush_async (get_autosave (self), NULL, on_flushed_by_key, g_object_ref (self));
  else
    kq_campaign_window_export (self, TRUE);
}

/* Asks what counts where both sides changed the same. */
void
kq_campaign_window_decide (KqCampaignWindow *self)
{
  if (self->reconciler == NULL || kq_reconciler_get_conflicts (self->reconciler) == NULL)
    return;

  if (self->conflicts == NULL)
    {
      GtkWidget *window = kq_conflicts_window_new (GTK_WINDOW (self), self->document,
                                                   self->reconciler);

      g_set_weak_pointer (&self->conflicts, window);
    }
  gtk_window_present (GTK_WINDOW (self->conflicts));
}

static void
on_decide (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  kq_campaign_window_decide (data);
}

static void
on_brought_back (KqCampaignWindow *self,
                 const char       *title)
{
  g_autofree char *text = NULL;
  AdwToast *toast;

  /* Translators: %s is a day and a time */
  text = g_strdup_printf (_("Brought back as of %s"), title);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What isn't saved yet is in the history first. */
static void
on_flushed_for_history (GObject      *source,
                        GAsyncResult *result,
                        gpointer      data)
{
  g_autoptr (KqCampaignWindow) self = data;
  KqLibrary *library = kq_application_get_library (KQ_APPLICATION (g_application_get_default ()));
  GtkWidget *window;

  kq_autosave_flush_finish (KQ_AUTOSAVE (source), result, NULL);
  if (self->document == NULL || library == NULL)
    return;

  window = kq_history_window_new (GTK_WINDOW (self), library, self->document);
  g_signal_connect_object (window, "brought-back", G_CALLBACK (on_brought_back), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_history (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_autosave_flush_async (get_autosave (self), NULL, on_flushed_for_history, g_object_ref (self));
}

static void
on_close (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  gtk_window_close (GTK_WINDOW (data));
}

/* The library takes the place of the campaign, which is saved at once. */
static void
on_library (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "library", NULL);
  gtk_window_close (GTK_WINDOW (data));
}

/* A file that is opened once more is the newest version again. */
static void
on_toast_imported (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  KqCampaignWindow *self = data;
  AdwToast *toast;

  if (get_autosave (self) == NULL || kq_autosave_get_version (get_autosave (self)) <= 1)
    return;

  toast = adw_toast_new (_("Imported as the newest version of this campaign"));
  adw_toast_set_button_label (toast, _("History"));
  adw_toast_set_action_name (toast, "win.history");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static const GActionEntry entries[] = {
  { "toast-imported", on_toast_imported },
  { "save", on_save },
  { "try-again", on_save },
  { "decide", on_decide },
  { "history", on_history },
  { "close", on_close },
  { "library", on_library },
};

/* Adds the commands about saving to the window. */
void
kq_campaign_window_add_save_actions (KqCampaignWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  kq_campaign_window_enable (self, "try-again", FALSE);
  kq_campaign_window_enable (self, "decide", FALSE);
  kq_alert_bar_add_button (self->alert, _("Try Again"), "win.try-again");
  kq_alert_bar_add_button (self->alert, _("Decide…"), "win.decide");
  kq_alert_bar_add_button (self->alert, _("Save a Copy…"), "win.export-embedded");
}

static void
drop_conflicts (KqCampaignWindow *self)
{
  GtkWidget *window = self->conflicts;

  g_clear_weak_pointer (&self->conflicts);
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_merged (KqCampaignWindow *self)
{
  AdwToast *toast = adw_toast_new (_("Changes from elsewhere were brought in"));

  drop_conflicts (self);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Asked anew where they have gone on meanwhile. */
static void
on_conflict (KqCampaignWindow *self)
{
  drop_conflicts (self);
  kq_alert_bar_show (self->alert, _("Somebody else changed this campaign too"),
                     _("Nothing is saved until you decide what counts where both sides changed "
                       "the same."));
  kq_campaign_window_decide (self);
}

/* Follows what saves the document, once there is one. */
void
kq_campaign_window_follow_saving (KqCampaignWindow *self)
{
  KqAutosave *autosave = get_autosave (self);

  kq_campaign_window_enable (self, "history", autosave != NULL);
  if (autosave == NULL)
    {
      g_signal_connect_object (kq_document_get_history (self->document), "notify::clean",
                               G_CALLBACK (kq_campaign_window_update_saved), self,
                               G_CONNECT_SWAPPED);
      return;
    }

  g_signal_connect_object (autosave, "notify", G_CALLBACK (kq_campaign_window_update_saved), self,
                           G_CONNECT_SWAPPED);
  self->reconciler = kq_reconciler_new (self->document);
  g_signal_connect_object (self->reconciler, "merged", G_CALLBACK (on_merged), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reconciler, "conflict", G_CALLBACK (on_conflict), self,
                           G_CONNECT_SWAPPED);
}
