/* kq-application-open.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-application-private.h"

#include <glib/gi18n-lib.h>

#include "kq-campaign-window.h"

/* Which windows the application shows. */

#define LAST_CAMPAIGN "last-campaign"

/* (nullable): the window of that type */
static GtkWindow *
find_window_of_type (KqApplication *self,
                     GType          type)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;

  return NULL;
}

/* (nullable): the window of that document */
static GtkWindow *
find_window (KqApplication *self,
             KqDocument    *document)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (KQ_IS_CAMPAIGN_WINDOW (l->data) &&
        kq_campaign_window_get_document (l->data) == document)
      return l->data;

  return NULL;
}

/* What one was at last is where one goes on, however the program ended. */
static void
on_active (GtkWindow     *window,
           GParamSpec    *pspec,
           KqApplication *self)
{
  const char *id = "";

  if (!gtk_window_is_active (window) || self->library_path != NULL)
    return;

  if (KQ_IS_CAMPAIGN_WINDOW (window))
    {
      KqDocument *document = kq_campaign_window_get_document (KQ_CAMPAIGN_WINDOW (window));

      if (kq_document_get_autosave (document) == NULL)
        return;
      id = kq_document_get_id (document);
    }
  g_settings_set_string (self->settings, LAST_CAMPAIGN, id);
}

static void
show (KqApplication *self,
      GtkWindow     *window)
{
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active), self, 0);
  gtk_window_present (window);
}

/* Shows the library. */
KqLibraryWindow *
kq_application_show_library (KqApplication *self)
{
  GtkWindow *window = find_window_of_type (self, KQ_TYPE_LIBRARY_WINDOW);

  if (window != NULL)
    gtk_window_present (window);
  else
    {
      window = GTK_WINDOW (kq_library_window_new (self));
      show (self, window);
    }

  return KQ_LIBRARY_WINDOW (window);
}

/* Says in the library what couldn't be done. */
void
kq_application_show_error (KqApplication *self,
                           const char    *title,
                           const char    *reason)
{
  kq_library_window_show_error (kq_application_show_library (self), title, reason);
}

static void
activate (GActionGroup *group,
          const char   *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  if (g_action_parse_detailed_name (detailed_name, &name, &target, &error))
    g_action_group_activate_action (group, name, target);
  else
    g_warning ("%s", error->message);
}

/* The campaign takes the library's place. @action (nullable) is one of its
 * window, with its target, done once that is there. */
void
kq_application_show_document (KqApplication *self,
                              KqDocument    *document,
                              const char    *action)
{
  GtkWindow *library = find_window_of_type (self, KQ_TYPE_LIBRARY_WINDOW);
  GtkWindow *window = find_window (self, document);

  if (window != NULL)
    gtk_window_present (window);
  else
    {
      window = GTK_WINDOW (kq_campaign_window_new (GTK_APPLICATION (self), document));
      show (self, window);
    }
  if (library != NULL)
    gtk_window_close (library);
  if (action != NULL)
    activate (G_ACTION_GROUP (window), action);
}

/* (nullable): what is open of @file, outside of a library */
KqDocument *
kq_application_find_file (KqApplication *self,
                          GFile         *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (KQ_IS_CAMPAIGN_WINDOW (l->data))
      {
        KqDocument *document = kq_campaign_window_get_document (l->data);
        GFile *own = kq_document_get_file (document);

        if (own != NULL && g_file_equal (own, file))
          return document;
      }

  return NULL;
}

/* A campaign that is being opened. */
typedef struct {
  KqApplication *application; /* (owned) */
  char          *action;      /* (owned) (nullable) */
  gboolean       is_last;     /* nobody asked for it */
} Opening;

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Opening *opening = data;
  g_autoptr (KqDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document = kq_desk_open_finish (KQ_DESK (source), result, &error);
  if (document != NULL)
    kq_application_show_document (opening->application, document, opening->action);
  else if (opening->is_last)
    kq_application_show_library (opening->application);
  else
    kq_application_show_error (opening->application, _("The campaign can’t be opened"),
                               error->message);

  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->application);
  g_free (opening->action);
  g_free (opening);
}

static void
open_campaign (KqApplication *self,
               const char    *id,
               const char    *action,
               gboolean       is_last)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->application = g_object_ref (self);
  opening->action = g_strdup (action);
  opening->is_last = is_last;
  g_application_hold (G_APPLICATION (self));
  kq_desk_open_async (self->desk, id, NULL, on_opened, opening);
}

/**
 * kq_application_open_campaign:
 * @self: an application with a library
 * @id: a campaign of it
 * @action: (nullable): a command to give to its window then
 *
 * Opens a campaign, or shows the window in which it is open.
 */
void
kq_application_open_campaign (KqApplication *self,
                              const char    *id,
                              const char    *action)
{
  g_return_if_fail (KQ_IS_APPLICATION (self));
  g_return_if_fail (self->desk != NULL);
  g_return_if_fail (id != NULL);

  open_campaign (self, id, action, FALSE);
}

static void
restore_last (KqApplication *self,
              gpointer       data)
{
  g_autofree char *id = g_settings_get_string (self->settings, LAST_CAMPAIGN);
  g_autofree char *section = g_settings_get_string (self->settings, "last-section");
  g_autofree char *action = g_strdup_printf ("show-section::%s", section);

  if (self->desk != NULL)
    open_campaign (self, id, action, TRUE);
  else
    kq_application_show_library (self);
}

/* The first window: the campaign that was the last one, or the library. */
void
kq_application_show_first (KqApplication *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, LAST_CAMPAIGN);

  if (*id != '\0' && self->library_path == NULL)
    kq_application_when_ready (self, restore_last, NULL, NULL);
  else
    kq_application_show_library (self);
}

static void
show_new (KqApplication *self,
          gpointer       data)
{
  if (self->desk != NULL)
    kq_application_show_document (self, kq_desk_create (self->desk, _("New campaign")), NULL);
  else
    kq_application_show_library (self);
}

static void
show_campaign (KqApplication *self,
               gpointer       campaign)
{
  if (self->desk != NULL)
    kq_application_show_document (self, kq_desk_add (self->desk, campaign), NULL);
  else
    kq_application_show_library (self);
}

/* A campaign that was made elsewhere, and isn't in the library yet. */
void
kq_application_show_campaign (KqApplication *self,
                              KqCampaign    *campaign)
{
  kq_application_when_ready (self, show_campaign, g_object_ref (campaign), g_object_unref);
}

/* A campaign that is new. */
void
kq_application_show_new (KqApplication *self)
{
  kq_application_when_ready (self, show_new, NULL, NULL);
}

/**
 * kq_application_let_go:
 * @self: the application
 * @document: a campaign of which the window closes
 *
 * Keeps what is kept of a campaign that is no longer open.
 */
void
kq_application_let_go (KqApplication *self,
                       KqDocument    *document)
{
  g_return_if_fail (KQ_IS_APPLICATION (self));
  g_return_if_fail (KQ_IS_DOCUMENT (document));

  if (self->desk != NULL)
    kq_desk_close (self->desk, document);
}
