/* kq-campaign-window-close.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-window-private.h"

#include <glib/gi18n-lib.h>

/* How the campaign window closes: saved, or asked about. */

static gboolean
close_cb (gpointer data)
{
  gtk_window_close (GTK_WINDOW (data));

  return G_SOURCE_REMOVE;
}

/* Not before a dialogue has gone, which would touch its parent then. */
void
kq_campaign_window_close_anyway (KqCampaignWindow *self)
{
  self->close_asked = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

static void
on_response (KqCampaignWindow *self,
             const char       *response)
{
  if (g_str_equal (response, "copy"))
    {
      self->close_after_export = TRUE;
      kq_campaign_window_export (self, TRUE);
    }
  else if (g_str_equal (response, "close"))
    kq_campaign_window_close_anyway (self);
}

static void
ask (KqCampaignWindow *self,
     const char       *reason)
{
  g_autofree char *name = kq_document_dup_name (self->document);
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self),
                                                       _("Close Without Saving?"), NULL));
  adw_message_dialog_format_body (dialog, _("“%s” has changes that aren’t saved. %s"), name, reason);
  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"),
                                    "close", _("Close _Without Saving"),
                                    "copy", _("_Save a Copy…"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "copy");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_flushed (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (KqCampaignWindow) self = data;
  g_autoptr (GError) error = NULL;

  self->is_closing = FALSE;
  if (kq_autosave_flush_finish (KQ_AUTOSAVE (source), result, &error))
    gtk_window_close (GTK_WINDOW (self));
  else if (g_error_matches (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_CHANGED))
    kq_campaign_window_decide (self);
  else
    ask (self, error->message);
}

/* Returns whether closing has to wait: for what is being saved, or an answer. */
gboolean
kq_campaign_window_delay_close (KqCampaignWindow *self)
{
  KqAutosave *autosave = kq_document_get_autosave (self->document);

  if (self->close_asked || kq_document_is_kept (self->document))
    return FALSE;
  if (self->is_closing)
    return TRUE;
  if (autosave == NULL)
    {
      ask (self, _("It isn’t in a library, and they are lost if you close it."));
      return TRUE;
    }

  self->is_closing = TRUE;
  kq_autosave_flush_async (autosave, NULL, on_flushed, g_object_ref (self));

  return TRUE;
}
