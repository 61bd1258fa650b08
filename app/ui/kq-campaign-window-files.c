/* kq-campaign-window-files.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-window-private.h"

#include <glib/gi18n-lib.h>

#include "kq-export.h"
#include "kq-report-save.h"

/* What the campaign window does with files. */

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (KqCampaignWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = kq_export_finish (result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->close_after_export = FALSE;
      return;
    }
  if (name == NULL)
    {
      self->close_after_export = FALSE;
      kq_campaign_window_say (self, _("The campaign wasn’t exported"), error->message);
      return;
    }

  text = g_strdup_printf (_("Exported as “%s”"), name);
  kq_campaign_window_toast (self, text);
  if (self->close_after_export)
    kq_campaign_window_close_anyway (self);
}

/* Writes the campaign as it is on the screen, saved or not, to a file that is
 * asked for. */
void
kq_campaign_window_export (KqCampaignWindow *self,
                           gboolean          embed)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (self->document));
  g_autofree char *name = kq_document_dup_name (self->document);

  kq_export_async (GTK_WINDOW (self), name, kq_object_snapshot (campaign),
                   kq_document_get_assets (self->document), embed,
                   on_exported, g_object_ref (self));
}

static void
on_export_embedded (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  kq_campaign_window_export (data, TRUE);
}

static void
on_export_folder (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  kq_campaign_window_export (data, FALSE);
}

static void
on_report_saved (const GError *error,
                 const char   *name,
                 GObject      *data)
{
  KqCampaignWindow *self = KQ_CAMPAIGN_WINDOW (data);
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      kq_campaign_window_say (self, _("The report wasn’t saved"), error->message);
      return;
    }

  text = g_strdup_printf (_("Report saved as “%s”"), name);
  kq_campaign_window_toast (self, text);
}

static void
on_report (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_report_save (GTK_WIDGET (self), self->document, on_report_saved, G_OBJECT (self));
}

static const GActionEntry entries[] = {
  { "export-embedded", on_export_embedded },
  { "export-folder", on_export_folder },
  { "report", on_report },
};

/* Adds the commands for files to the window. */
void
kq_campaign_window_add_file_actions (KqCampaignWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
