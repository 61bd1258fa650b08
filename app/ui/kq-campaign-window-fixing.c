/* kq-campaign-window-fixing.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-window-private.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-document-mend.h"

/* Mending everything from the campaign window. What lasts shows how far it has
 * come, and can be cancelled. */

/* Milliseconds until that is shown, and from then on between two looks at it. */
#define PATIENCE 500
#define INTERVAL 100

typedef struct {
  KqCampaignWindow *window;       /* (owned) */
  GCancellable     *cancellable;  /* (owned) */
  KqFixProgress    *progress;     /* (owned) */
  GtkWidget        *dialog;       /* (owned) (nullable) */
  GtkWidget        *bar;          /* in @dialog */
  guint             timeout;
} Fixing;

static void
fixing_free (Fixing *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->dialog, self);
      gtk_window_destroy (GTK_WINDOW (self->dialog));
    }
  g_clear_object (&self->dialog);
  g_clear_object (&self->progress);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixing, fixing_free)

static void
show_progress (Fixing *self)
{
  guint n_fixable, n_fixed = kq_fix_progress_get (self->progress, &n_fixable);
  g_autofree char *fixed = kq_count_format (n_fixed);
  g_autofree char *fixable = kq_count_format (n_fixable);
  g_autofree char *text = NULL;

  /* Translators: how many findings have been fixed, of how many */
  text = g_strdup_printf (_("%s of %s"), fixed, fixable);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->bar), text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 n_fixable > 0 ? (double) n_fixed / n_fixable : 0);
}

static gboolean
on_interval (gpointer data)
{
  show_progress (data);

  return G_SOURCE_CONTINUE;
}

/* The dialog is on its way out. */
static void
on_response (Fixing *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

static gboolean
on_patience_over (gpointer data)
{
  Fixing *self = data;
  AdwMessageDialog *dialog;

  self->dialog = g_object_ref_sink (adw_message_dialog_new (GTK_WINDOW (self->window),
                                                            _("Fixing…"), NULL));
  self->bar = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->bar), TRUE);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->bar), _("Findings fixed"));

  dialog = ADW_MESSAGE_DIALOG (self->dialog);
  adw_message_dialog_set_extra_child (dialog, self->bar);
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response), self);
  show_progress (self);
  gtk_window_present (GTK_WINDOW (dialog));
  self->timeout = g_timeout_add (INTERVAL, on_interval, self);

  return G_SOURCE_REMOVE;
}

static void
toast_fixed (KqCampaignWindow *self,
             guint             n_fixed)
{
  g_autofree char *text = NULL;
  AdwToast *toast;

  text = g_strdup_printf (ngettext ("%u finding fixed", "%u findings fixed", n_fixed), n_fixed);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_fixed (GObject      *document,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Fixing) fixing = data;
  KqCampaignWindow *self = fixing->window;
  g_autoptr (GError) error = NULL;
  gboolean is_fixed;
  guint n_fixed;

  is_fixed = kq_document_fix_all_finish (KQ_DOCUMENT (document), result, &n_fixed, &error);
  /* The window may have been closed meanwhile. */
  if (self->document == NULL)
    return;

  g_clear_object (&self->fixing);
  if (!is_fixed && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = g_strdup_printf (_("Nothing was fixed: %s"), error->message);

      kq_campaign_window_toast (self, text);
    }
  else if (is_fixed && n_fixed > 0)
    toast_fixed (self, n_fixed);
}

/* Mends all that has a mend; @rule (nullable): of that rule only. */
void
kq_campaign_window_fix_all (KqCampaignWindow *self,
                            const char       *rule)
{
  Fixing *fixing;

  if (self->fixing != NULL)
    return;

  self->fixing = g_cancellable_new ();
  fixing = g_new0 (Fixing, 1);
  fixing->window = g_object_ref (self);
  fixing->cancellable = g_object_ref (self->fixing);
  fixing->progress = kq_fix_progress_new ();
  fixing->timeout = g_timeout_add (PATIENCE, on_patience_over, fixing);
  kq_document_fix_all_async (self->document, rule, fixing->progress, self->fixing, on_fixed,
                             fixing);
}
