/* kq-application.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-application-private.h"

#include <signal.h>

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "kq-campaign-window.h"
#include "kq-help-window.h"
#include "kq-paths.h"
#include "kq-samples.h"
#include "kq-shortcuts.h"
#include "kq-sync-window.h"
#include "kq-ui-resources.h"
#include "kq-wizard.h"

/**
 * KqApplication:
 *
 * The desktop application, of one library. It opens campaigns, takes files into
 * the library, and sees to it that all is saved when it ends.
 */
G_DEFINE_FINAL_TYPE (KqApplication, kq_application, ADW_TYPE_APPLICATION)

static void
on_new (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  kq_application_show_new (data);
}

static void
on_created (KqApplication *self,
            KqCampaign    *campaign)
{
  kq_application_show_campaign (self, campaign);
}

static void
on_new_from_scenario (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  GtkWidget *wizard = kq_wizard_new (gtk_application_get_active_window (data));

  g_signal_connect_object (wizard, "created", G_CALLBACK (on_created), data, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (wizard));
}

static void
on_library (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  kq_application_show_library (data);
}

static void
on_example (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  guint n_samples;
  const KqSample *samples = kq_samples_get (&n_samples);

  for (guint i = 0; i < n_samples; i++)
    if (g_str_equal (samples[i].file_name, g_variant_get_string (parameter, NULL)))
      {
        g_autoptr (GFile) file = kq_sample_get_file (&samples[i]);

        kq_application_import_copy (data, file);
      }
}

static void
on_files_chosen (GtkNativeDialog *dialog,
                 int              response,
                 gpointer         data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      kq_application_import (data, files);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
on_open (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  GtkWindow *window = gtk_application_get_active_window (data);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_("Import Campaigns"), window,
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), _("_Cancel"));
  gtk_file_filter_set_name (filter, _("Campaigns"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_files_chosen), data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_shortcuts (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  kq_shortcuts_show (gtk_application_get_active_window (data));
}

static void
on_help (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  GtkWindow *window = gtk_application_get_active_window (data);
  const char *section = NULL;

  if (KQ_IS_HELP_WINDOW (window))
    return;
  if (KQ_IS_CAMPAIGN_WINDOW (window))
    section = kq_campaign_window_get_section (KQ_CAMPAIGN_WINDOW (window));
  gtk_window_present (GTK_WINDOW (kq_help_window_new (window, section)));
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  adw_show_about_window (gtk_application_get_active_window (data),
                         "application-name", _("Kaquan"),
                         "application-icon", KQ_APP_ID,
                         "version", KQ_VERSION,
                         "developer-name", _("The Kaquan authors"),
                         "copyright", "© 2026 The Kaquan authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Designs member campaigns that run on several platforms."),
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* Each window is asked to close, so that it saves, or asks about what can't be. */
static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* At the end of the session nobody can be asked any more: what isn't saved is
 * saved before this returns. */
static void
save_all (KqApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (self->desk != NULL && !kq_desk_flush (self->desk, &error))
    g_printerr ("kaquan: %s\n", error->message);
}

static gboolean
on_terminated (gpointer data)
{
  save_all (data);
  g_application_quit (data);

  return G_SOURCE_CONTINUE;
}

static void
on_sync (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  KqApplication *self = data;
  KqSync *sync = kq_application_get_sync (self);
  GtkWidget *window;

  if (sync == NULL)
    {
      kq_application_show_error (self, _("No library to share"),
                                 _("A team shares what is in a library that can be changed, and "
                                   "there is none at present."));
      return;
    }

  window = kq_sync_window_new (self->library, sync);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry entries[] = {
  { "new", on_new },
  { "new-from-scenario", on_new_from_scenario },
  { "library", on_library },
  { "open", on_open },
  { "example", on_example, "s" },
  { "sync", on_sync },
  { "help", on_help },
  { "shortcuts", on_shortcuts },
  { "about", on_about },
  { "quit", on_quit },
};

static void
kq_application_startup (GApplication *application)
{
  static const int ends[] = { SIGTERM, SIGINT, SIGHUP };
  GtkApplication *self = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (kq_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  kq_shortcuts_install (self);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_unix_signal_add (ends[i], on_terminated, self);
  g_signal_connect (self, "query-end", G_CALLBACK (save_all), NULL);
  kq_application_load_library (KQ_APPLICATION (self));
}

static void
kq_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    kq_application_show_first (KQ_APPLICATION (application));
}

static void
kq_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  kq_application_import_files (KQ_APPLICATION (application), files, n_files, FALSE, TRUE);
}

static void
kq_application_shutdown (GApplication *application)
{
  KqApplication *self = KQ_APPLICATION (application);

  save_all (self);
  G_APPLICATION_CLASS (kq_application_parent_class)->shutdown (application);
  kq_application_leave_library (self);
}

/* The folder as it really is, so that a library has one name only. */
static char *
resolve_path (const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (whole);
  g_autofree char *name = g_path_get_basename (whole);
  g_autofree char *real = realpath (folder, NULL);

  return g_build_filename (real != NULL ? real : folder, name, NULL);
}

/* Another library is another instance: a second start with it raises the first
 * one with it, and none else. */
static void
set_library (KqApplication *self,
             const char    *path)
{
  g_autofree char *own = g_build_filename (kq_paths_get_user_dir (), "library.db", NULL);
  g_autofree char *resolved = resolve_path (path);
  g_autofree char *resolved_own = resolve_path (own);
  g_autofree char *checksum = NULL;
  g_autofree char *id = NULL;

  if (g_str_equal (resolved, resolved_own))
    return;

  checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, resolved, -1);
  id = g_strdup_printf ("%s.Library%.16s", KQ_APP_ID, checksum);
  g_application_set_application_id (G_APPLICATION (self), id);
  self->library_path = g_steal_pointer (&resolved);
}

static int
kq_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  const char *path;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("kaquan %s\n", KQ_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "library", "^&ay", &path))
    set_library (KQ_APPLICATION (application), path);

  return -1;
}

static void
kq_application_finalize (GObject *object)
{
  KqApplication *self = KQ_APPLICATION (object);

  kq_application_unload_library (self);
  g_clear_object (&self->settings);
  g_clear_error (&self->trouble);
  g_free (self->library_path);

  G_OBJECT_CLASS (kq_application_parent_class)->finalize (object);
}

static void
kq_application_class_init (KqApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kq_application_finalize;
  application_class->startup = kq_application_startup;
  application_class->activate = kq_application_activate;
  application_class->open = kq_application_open;
  application_class->shutdown = kq_application_shutdown;
  application_class->handle_local_options = kq_application_handle_local_options;

  kq_ui_register_resource ();
}

static void
kq_application_init (KqApplication *self)
{
  static const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_("Another library than the one in the user’s data folder"), N_("PATH") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL }
  };

  self->settings = g_settings_new (KQ_APP_ID);
  g_queue_init (&self->waiting);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  gtk_window_set_default_icon_name (KQ_APP_ID);
}

/**
 * kq_application_new:
 *
 * Returns: (transfer full): the application
 */
KqApplication *
kq_application_new (void)
{
  return g_object_new (KQ_TYPE_APPLICATION,
                       "application-id", KQ_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/kaquan/Kaquan",
                       "register-session", TRUE,
                       NULL);
}
