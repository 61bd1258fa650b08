/* kq-sync-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-window.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-sync-words.h"
#include "kq-team-conflicts-window.h"

/**
 * KqSyncWindow:
 *
 * Three fields to connect with, which are tried before anything is kept; and how it
 * stands, with what can be done about it.
 */
struct _KqSyncWindow {
  KqToolWindow         parent_instance;

  KqLibrary           *library;    /* (owned) (nullable) */
  KqSync              *sync;       /* (owned) (nullable) */

  AdwActionRow        *state;
  GtkWidget           *wake;
  GtkWidget           *conflicts;  /* a row */
  AdwPreferencesGroup *deletions;
  AdwPreferencesGroup *server;
  GtkEditable         *address;
  GtkEditable         *user;
  GtkEditable         *password;
  GtkLabel            *problem;
  GtkWidget           *connect;
  AdwPreferencesGroup *leaving;
};

G_DEFINE_FINAL_TYPE (KqSyncWindow, kq_sync_window, KQ_TYPE_TOOL_WINDOW)

/* How it stands */

static void
update_state (KqSyncWindow *self)
{
  g_autofree char *title = kq_sync_describe (self->sync);
  g_autofree char *more = kq_sync_describe_more (self->sync);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), title);
  adw_action_row_set_subtitle (self->state, more);
}

/* What is known needn't be typed again. */
static void
fill_in (GtkEditable *entry,
         const char  *text)
{
  if (*gtk_editable_get_text (entry) == '\0' && *text != '\0')
    gtk_editable_set_text (entry, text);
}

static void
update (KqSyncWindow *self)
{
  const KqSyncState state = kq_sync_get_state (self->sync);
  const gboolean is_connected = state != KQ_SYNC_STATE_NONE;
  const gboolean asks = !is_connected || state == KQ_SYNC_STATE_PASSWORD;

  update_state (self);
  fill_in (self->address, kq_sync_get_url (self->sync));
  fill_in (self->user, kq_sync_get_user (self->sync));
  gtk_widget_set_visible (self->wake, is_connected);
  gtk_widget_set_visible (self->conflicts, kq_sync_get_report (self->sync)->counts.conflicts > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->deletions), state == KQ_SYNC_STATE_ASKING);
  gtk_widget_set_visible (GTK_WIDGET (self->server), asks);
  gtk_widget_set_visible (self->connect, asks);
  gtk_widget_set_visible (GTK_WIDGET (self->leaving), is_connected);
}

static void
on_wake (KqSyncWindow *self)
{
  kq_sync_wake (self->sync);
}

static void
on_conflicts (KqSyncWindow *self)
{
  GtkWidget *window = kq_team_conflicts_window_new (self->library);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

/* Deletions */

static void
on_delete (KqSyncWindow *self)
{
  kq_sync_answer (self->sync, KQ_SYNC_ANSWER_DELETE);
}

static void
on_keep (KqSyncWindow *self)
{
  kq_sync_answer (self->sync, KQ_SYNC_ANSWER_KEEP);
}

/* Connecting */

static void
say (KqSyncWindow *self,
     const char   *text,
     gboolean      is_problem)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "error");
  if (is_problem)
    gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
}

static void
set_busy (KqSyncWindow *self,
          gboolean      is_busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->server), !is_busy);
  gtk_widget_set_sensitive (self->connect, !is_busy);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_connected (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (KqSyncWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!kq_sync_connect_finish (KQ_SYNC (source), result, &error) && is_cancelled (error))
    return;

  set_busy (self, FALSE);
  say (self, error != NULL ? error->message : NULL, TRUE);
  if (error == NULL)
    gtk_editable_set_text (self->password, "");
}

static void
on_tested (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqSyncWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (kq_sync_test_finish (KQ_SYNC (source), result, &error))
    {
      kq_sync_connect_async (self->sync, gtk_editable_get_text (self->address),
                             gtk_editable_get_text (self->user),
                             gtk_editable_get_text (self->password),
                             kq_tool_window_get_cancellable (KQ_TOOL_WINDOW (self)),
                             on_connected, g_object_ref (self));
      return;
    }
  if (is_cancelled (error))
    return;

  set_busy (self, FALSE);
  say (self, error->message, TRUE);
}

/* Tried before anything is kept */
static void
on_connect (KqSyncWindow *self)
{
  if (!gtk_widget_get_sensitive (self->connect))
    return;

  say (self, _("Trying…"), FALSE);
  set_busy (self, TRUE);
  kq_sync_test_async (self->sync, gtk_editable_get_text (self->address),
                      gtk_editable_get_text (self->user), gtk_editable_get_text (self->password),
                      kq_tool_window_get_cancellable (KQ_TOOL_WINDOW (self)), on_tested,
                      g_object_ref (self));
}

static void
on_left (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (KqSyncWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!kq_sync_disconnect_finish (KQ_SYNC (source), result, &error))
    kq_tool_window_toast (KQ_TOOL_WINDOW (self), error->message);
}

static void
on_leave (KqSyncWindow *self)
{
  kq_sync_disconnect_async (self->sync, on_left, g_object_ref (self));
}

static void
kq_sync_window_dispose (GObject *object)
{
  KqSyncWindow *self = KQ_SYNC_WINDOW (object);

  if (self->sync != NULL)
    g_signal_handlers_disconnect_by_data (self->sync, self);
  g_clear_object (&self->sync);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kq_sync_window_parent_class)->dispose (object);
}

static void
kq_sync_window_class_init (KqSyncWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_sync_window_dispose;
}

/* What is made */

static GtkWidget *
add_row_button (KqSyncWindow        *self,
                AdwPreferencesGroup *group,
                const char          *title,
                const char          *subtitle,
                const char          *label,
                GCallback            clicked)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);

  return row;
}

static void
add_state (KqSyncWindow *self)
{
  AdwPreferencesGroup *group = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), NULL);
  GtkWidget *row = adw_action_row_new ();

  self->state = ADW_ACTION_ROW (row);
  self->wake = gtk_button_new_from_icon_name ("view-refresh-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (self->state, 0);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_tooltip_text (self->wake, _("Sync Now"));
  kq_accessible_set_name (GTK_ACCESSIBLE (self->wake), _("Sync Now"));
  gtk_widget_set_valign (self->wake, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->wake, "flat");
  g_signal_connect_object (self->wake, "clicked", G_CALLBACK (on_wake), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->state, self->wake);
  adw_preferences_group_add (group, row);
  self->conflicts = add_row_button (self, group, _("Changed on both sides"),
                                    _("Say what counts where a colleague changed the same."),
                                    _("Decide…"), G_CALLBACK (on_conflicts));
}

static void
add_deletions (KqSyncWindow *self)
{
  self->deletions = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), _("The team deleted many campaigns"));
  adw_preferences_group_set_description (self->deletions,
    _("It may be meant, or a mistake. Nothing is deleted here before you say so."));
  add_row_button (self, self->deletions, _("Delete them here too"),
                  _("They are kept for 30 days among the deleted ones."), _("Delete"),
                  G_CALLBACK (on_delete));
  add_row_button (self, self->deletions, _("Keep them"), _("They go to the team again."), _("Keep"),
                  G_CALLBACK (on_keep));
}

static GtkEditable *
add_entry (KqSyncWindow *self,
           GtkWidget    *row,
           const char   *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_connect), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->server, row);

  return GTK_EDITABLE (row);
}

static void
add_server (KqSyncWindow *self)
{
  GtkWidget *problem = gtk_label_new (NULL);

  self->server = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), _("The team’s server"));
  adw_preferences_group_set_description (self->server,
    _("A CouchDB database, as https://server.example/database. The password is kept in the "
      "keyring."));
  self->address = add_entry (self, adw_entry_row_new (), _("Address"));
  self->user = add_entry (self, adw_entry_row_new (), _("User"));
  self->password = add_entry (self, adw_password_entry_row_new (), _("Password"));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->address), GTK_INPUT_PURPOSE_URL);
  self->problem = GTK_LABEL (problem);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_wrap_mode (self->problem, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_selectable (self->problem, TRUE);
  gtk_widget_set_margin_top (problem, 10);
  gtk_widget_set_visible (problem, FALSE);
  adw_preferences_group_add (self->server, problem);
}

static void
kq_sync_window_init (KqSyncWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Team"));
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 480);
  self->connect = kq_tool_window_add_button (KQ_TOOL_WINDOW (self), _("_Connect"));
  g_signal_connect_object (self->connect, "clicked", G_CALLBACK (on_connect), self,
                           G_CONNECT_SWAPPED);
  add_state (self);
  add_deletions (self);
  add_server (self);
  self->leaving = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), NULL);
  add_row_button (self, self->leaving, _("Leave the team’s server"),
                  _("The campaigns stay on this computer, and on the server."), _("Disconnect"),
                  G_CALLBACK (on_leave));
}

/**
 * kq_sync_window_new:
 * @library: a library
 * @sync: its sync
 *
 * Returns: (transfer floating): a window about it
 */
GtkWidget *
kq_sync_window_new (KqLibrary *library,
                    KqSync    *sync)
{
  KqSyncWindow *self;

  g_return_val_if_fail (KQ_IS_LIBRARY (library) && KQ_IS_SYNC (sync), NULL);

  self = g_object_new (KQ_TYPE_SYNC_WINDOW, NULL);
  self->library = g_object_ref (library);
  self->sync = g_object_ref (sync);
  g_signal_connect_object (sync, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
