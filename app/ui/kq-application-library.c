/* kq-application-library.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-application-private.h"

#include <sys/stat.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kq-paths.h"

/* The library of the application: opened once there is a window to see, and
 * watched from then on. */

/* The first look at what is due waits until one has begun to work. */
#define FIRST_RECHECK_SECONDS 5
/* What was changed elsewhere is counted together with what follows it. */
#define RECHECK_SECONDS 10

/* What is done once the library is open, or can't be. */
typedef struct {
  void          (*what) (KqApplication *self, gpointer data);
  gpointer        data;       /* (owned) */
  GDestroyNotify  free_data;
} Waiting;

static void
do_waiting (KqApplication *self)
{
  Waiting *waiting;

  while ((waiting = g_queue_pop_head (&self->waiting)) != NULL)
    {
      waiting->what (self, waiting->data);
      if (waiting->free_data != NULL)
        waiting->free_data (waiting->data);
      g_free (waiting);
    }
}

/* Does @what as soon as the library is open, or is known not to open. */
void
kq_application_when_ready (KqApplication   *self,
                           void           (*what) (KqApplication *self, gpointer data),
                           gpointer         data,
                           GDestroyNotify   free_data)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->what = what;
  waiting->data = data;
  waiting->free_data = free_data;
  g_queue_push_tail (&self->waiting, waiting);
  if (self->opening == NULL)
    do_waiting (self);
}

/* When one of @path, or @path itself, was last changed; 0 for never */
static gint64
get_changed (const char *path)
{
  GStatBuf info;

  return path != NULL && g_stat (path, &info) == 0 ? info.st_mtime : 0;
}

/* A profile that came or went changed its folder. */
static gint64
get_profiles_changed (KqProfiles *profiles)
{
  const char *folder = kq_profiles_get_directory (profiles);
  gint64 changed = get_changed (folder);

  for (guint i = 0; folder != NULL && i < KQ_N_PLATFORMS; i++)
    {
      g_autofree char *name = g_strconcat (kq_platform_words[i].word, ".json", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      changed = MAX (changed, get_changed (path));
    }

  return changed;
}

static gboolean
recheck_cb (gpointer data)
{
  KqApplication *self = data;

  self->recheck_source = 0;
  if (self->recheck == NULL)
    {
      KqProfiles *profiles = kq_document_read_profiles ();

      self->recheck = kq_library_recheck_new (self->library, profiles,
                                              get_profiles_changed (profiles));
    }
  kq_library_recheck_start (self->recheck);

  return G_SOURCE_REMOVE;
}

static void
queue_recheck (KqApplication *self,
               guint          seconds)
{
  if (self->recheck_source == 0 && !kq_library_is_read_only (self->library))
    self->recheck_source = g_timeout_add_seconds_full (G_PRIORITY_LOW, seconds, recheck_cb,
                                                       self, NULL);
}

static void
on_library_changed (KqApplication *self)
{
  queue_recheck (self, RECHECK_SECONDS);
}

/* Damage may be found after the window is there, or before there is one. */
static void
on_report (KqApplication *self)
{
  const KqLibraryReport *report = kq_library_get_report (self->library);
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  if (report == NULL)
    return;

  text = kq_library_report_describe (report);
  dialog = adw_message_dialog_new (gtk_application_get_active_window (GTK_APPLICATION (self)),
                                   report->foreign ? _("Not a Library") : _("The Library Was Damaged"),
                                   text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_set_application (GTK_WINDOW (dialog), GTK_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
adopt (KqApplication *self,
       KqLibrary     *library)
{
  self->library = library;
  self->desk = kq_desk_new (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (on_library_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::report", G_CALLBACK (on_report), self,
                           G_CONNECT_SWAPPED);
  kq_library_follow (library);
  queue_recheck (self, FIRST_RECHECK_SECONDS);
}

static void
tell_windows (KqApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (KQ_IS_LIBRARY_WINDOW (l->data))
      kq_library_window_follow_library (l->data);
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (KqApplication) self = data;
  g_autoptr (GError) error = NULL;
  KqLibrary *library = kq_library_open_finish (result, &error);

  g_clear_object (&self->opening);
  if (library != NULL)
    adopt (self, library);
  else
    self->trouble = g_steal_pointer (&error);

  tell_windows (self);
  do_waiting (self);
  if (library != NULL)
    on_report (self);
  g_application_release (G_APPLICATION (self));
}

/* Opens the library, off the main thread. */
void
kq_application_load_library (KqApplication *self)
{
  g_return_if_fail (self->opening == NULL && self->library == NULL);

  g_clear_error (&self->trouble);
  self->opening = g_cancellable_new ();
  g_application_hold (G_APPLICATION (self));
  kq_library_open_async (self->library_path, self->opening, on_opened, g_object_ref (self));
  tell_windows (self);
}

/* Lets go of what works with the library. That itself stays: what was begun still
 * tells of its end. */
void
kq_application_leave_library (KqApplication *self)
{
  g_clear_handle_id (&self->recheck_source, g_source_remove);
  if (self->recheck != NULL)
    kq_library_recheck_stop (self->recheck);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  if (self->sync != NULL)
    kq_sync_stop (self->sync);
  g_clear_object (&self->sync);
  g_clear_object (&self->recheck);
  g_clear_object (&self->model);
  g_clear_object (&self->desk);
}

/* Lets go of the library when all that is queued is done. */
void
kq_application_unload_library (KqApplication *self)
{
  kq_application_leave_library (self);
  if (self->library != NULL)
    kq_library_close (self->library);
  g_clear_object (&self->library);
}

/**
 * kq_application_get_library:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): its library; none while it is opened,
 *   and where it can't be
 */
KqLibrary *
kq_application_get_library (KqApplication *self)
{
  g_return_val_if_fail (KQ_IS_APPLICATION (self), NULL);

  return self->library;
}

/**
 * kq_application_get_model:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): the campaigns of its library, the same
 *   list for good; none without a library
 */
KqLibraryModel *
kq_application_get_model (KqApplication *self)
{
  g_return_val_if_fail (KQ_IS_APPLICATION (self), NULL);

  if (self->model == NULL && self->library != NULL)
    self->model = kq_library_model_new (self->library);

  return self->model;
}

/**
 * kq_application_get_sync:
 * @self: the application
 *
 * Begins at once to bring the library and the team's remote together, if there is
 * one.
 *
 * Returns: (transfer none) (nullable): how the library stands with its team; none
 *   without a library that can be written
 */
KqSync *
kq_application_get_sync (KqApplication *self)
{
  g_return_val_if_fail (KQ_IS_APPLICATION (self), NULL);

  if (self->sync == NULL && self->desk != NULL && !kq_library_is_read_only (self->library))
    self->sync = kq_sync_new (self->library);

  return self->sync;
}

/**
 * kq_application_get_trouble:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): why there is no library
 */
const GError *
kq_application_get_trouble (KqApplication *self)
{
  g_return_val_if_fail (KQ_IS_APPLICATION (self), NULL);

  return self->trouble;
}

/**
 * kq_application_get_library_path:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): the library that was asked for; none for
 *   the user's own
 */
const char *
kq_application_get_library_path (KqApplication *self)
{
  g_return_val_if_fail (KQ_IS_APPLICATION (self), NULL);

  return self->library_path;
}

/**
 * kq_application_dup_library_name:
 * @self: the application
 *
 * Returns: (transfer full) (nullable): the name of the file of the library, to
 *   be shown; none for the user's own
 */
char *
kq_application_dup_library_name (KqApplication *self)
{
  g_return_val_if_fail (KQ_IS_APPLICATION (self), NULL);

  return self->library_path != NULL ? g_filename_display_basename (self->library_path) : NULL;
}

/**
 * kq_application_choose_library:
 * @self: an application without a library
 * @path: the file of a library, which need not be there
 *
 * Takes another library than the one that couldn't be opened, or tries the same
 * once more.
 */
void
kq_application_choose_library (KqApplication *self,
                               const char    *path)
{
  g_return_if_fail (KQ_IS_APPLICATION (self));

  if (self->library != NULL || self->opening != NULL)
    return;

  if (g_strcmp0 (self->library_path, path) != 0)
    {
      g_free (self->library_path);
      self->library_path = g_strdup (path);
    }
  kq_application_load_library (self);
}
