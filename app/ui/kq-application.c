/* kq-application.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-application.h"

#include <glib/gi18n-lib.h>

#include "kq-campaign-file.h"
#include "kq-campaign-window.h"
#include "kq-recent.h"
#include "kq-start-window.h"
#include "kq-wizard.h"
#include "kq-ui-resources.h"

/**
 * KqApplication:
 *
 * The desktop application. It opens files and says what is the matter with
 * those that it can't open.
 */
struct _KqApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (KqApplication, kq_application, ADW_TYPE_APPLICATION)

/* A file that is being read. */
typedef struct {
  KqApplication *application; /* (owned) */
  GFile         *file;        /* (owned) */
  gboolean       is_copy;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->application);
  g_object_unref (opening->file);
  g_free (opening);
}

static KqStartWindow *
ensure_start_window (KqApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (KQ_IS_START_WINDOW (l->data))
      return l->data;

  return KQ_START_WINDOW (kq_start_window_new (GTK_APPLICATION (self)));
}

/* (nullable): the window in which @file is open already */
static GtkWindow *
find_window (KqApplication *self,
             GFile         *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      KqDocument *document;

      if (!KQ_IS_CAMPAIGN_WINDOW (l->data))
        continue;
      document = kq_campaign_window_get_document (l->data);
      if (kq_document_get_file (document) != NULL &&
          g_file_equal (kq_document_get_file (document), file))
        return l->data;
    }

  return NULL;
}

/* Once a campaign is open, the place where one began has done its work. */
static void
show_document (KqApplication *self,
               KqDocument    *document)
{
  GtkWidget *window = kq_campaign_window_new (GTK_APPLICATION (self), document);
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  GtkWindow *start = NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (KQ_IS_START_WINDOW (l->data))
      start = l->data;

  gtk_window_present (GTK_WINDOW (window));
  if (start != NULL)
    gtk_window_destroy (start);
}

static void
show_error (KqApplication *self,
            GFile         *file,
            const char    *reason)
{
  KqStartWindow *window = ensure_start_window (self);

  kq_start_window_show_error (window, file, reason);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Opening *opening = data;
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqAssetSource) assets = NULL;
  g_autoptr (KqDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (kq_campaign_file_load_finish (result, &campaign, &assets, &error))
    {
      document = kq_document_new (campaign, assets, opening->is_copy ? NULL : opening->file);
      show_document (opening->application, document);
      if (!opening->is_copy)
        kq_recent_add (opening->file);
    }
  else
    show_error (opening->application, opening->file, error->message);

  g_application_release (G_APPLICATION (opening->application));
  opening_free (opening);
}

static void
open_file (KqApplication *self,
           GFile         *file,
           gboolean       is_copy)
{
  GtkWindow *window = is_copy ? NULL : find_window (self, file);
  Opening *opening;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  if (g_file_peek_path (file) == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autofree char *reason = g_strdup_printf (_("%s isn’t a file of this computer"), uri);

      show_error (self, file, reason);
      return;
    }

  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (self);
  opening->file = g_object_ref (file);
  opening->is_copy = is_copy;
  g_application_hold (G_APPLICATION (self));
  kq_campaign_file_load_async (g_file_peek_path (file), NULL, on_loaded, opening);
}

static void
on_new (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (KqCampaign) campaign = kq_campaign_new (id, _("New campaign"));
  g_autoptr (KqDocument) document = kq_document_new (campaign, NULL, NULL);

  show_document (data, document);
}

static void
on_created (KqApplication *self,
            KqCampaign    *campaign)
{
  g_autoptr (KqDocument) document = kq_document_new (campaign, NULL, NULL);

  show_document (self, document);
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
on_file_chosen (GtkNativeDialog *dialog,
                int              response,
                gpointer         data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      open_file (data, file, FALSE);
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

  dialog = gtk_file_chooser_native_new (_("Open Campaign"), window, GTK_FILE_CHOOSER_ACTION_OPEN,
                                        _("_Open"), _("_Cancel"));
  gtk_file_filter_set_name (filter, _("Campaigns"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_chosen), data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_shortcuts (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;

  builder = gtk_builder_new_from_resource ("/io/github/kaquan/Kaquan/ui/shortcuts.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  gtk_window_set_transient_for (window, gtk_application_get_active_window (data));
  gtk_window_present (window);
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

/* Each window is asked to close, so that it can ask about what isn't saved. */
static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry entries[] = {
  { "new", on_new },
  { "new-from-scenario", on_new_from_scenario },
  { "open", on_open },
  { "shortcuts", on_shortcuts },
  { "about", on_about },
  { "quit", on_quit },
};

static const struct {
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.new", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.shortcuts", { "<Control>question" } },
  { "app.quit", { "<Control>q" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.duplicate", { "<Control>d" } },
  { "win.search", { "<Control>f" } },
  { "win.preview", { "F9" } },
  { "win.next-finding", { "F8" } },
  { "win.previous-finding", { "<Shift>F8" } },
  { "win.fix-finding", { "<Control>period" } },
  { "win.fix-finding-kind", { "<Control><Shift>period", "<Control>greater" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.add", { "<Control>Return" } },
  { "win.close", { "<Control>w" } },
  { "win.back", { "<Alt>Left" } },
};

static void
kq_application_startup (GApplication *application)
{
  GtkApplication *self = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (kq_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (self, shortcuts[i].action, shortcuts[i].accels);
}

static void
kq_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (ensure_start_window (KQ_APPLICATION (application)));
  gtk_window_present (window);
}

static void
kq_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (KQ_APPLICATION (application), files[i], FALSE);
}

static int
kq_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("kaquan %s\n", KQ_VERSION);

  return 0;
}

static void
kq_application_class_init (KqApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = kq_application_startup;
  application_class->activate = kq_application_activate;
  application_class->open = kq_application_open;
  application_class->handle_local_options = kq_application_handle_local_options;

  kq_ui_register_resource ();
}

static void
kq_application_init (KqApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL }
  };

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
                       NULL);
}

/**
 * kq_application_open_copy:
 * @self: the application
 * @file: a campaign file
 *
 * Opens what the file holds as a campaign that isn't saved anywhere yet.
 */
void
kq_application_open_copy (KqApplication *self,
                          GFile         *file)
{
  g_return_if_fail (KQ_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  open_file (self, file, TRUE);
}
