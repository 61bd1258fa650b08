/* kq-library-follow.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-follow.h"

#include "kq-library-private.h"

/* It is done once a day, whoever asks. */
#define TIDY_SECONDS (60 * 60)
/* Of a program that writes and writes, this often is often enough. */
#define LOOK_MILLISECONDS 200

struct _KqLibraryFollow {
  KqLibrary    *library;   /* (unowned) */
  GCancellable *over;      /* (owned) */
  GFileMonitor *monitor;   /* (owned) (nullable) */
  GSource      *timer;     /* (owned) */
};

static void
queue (KqLibraryFollow *self,
       KqStoreFunc      func)
{
  kq_library_queue (self->library, kq_library_follow, kq_store_call_new (func, NULL), self->over,
                    NULL, NULL);
}

/* Our own writing is seen too, and costs a look. */
static void
on_log_changed (KqLibraryFollow *self)
{
  queue (self, kq_store_look);
}

/* What is written goes into the log first. */
static void
watch (KqLibraryFollow *self)
{
  g_autofree char *path = g_strconcat (kq_library_get_path (self->library), "-wal", NULL);
  g_autoptr (GFile) log = g_file_new_for_path (path);

  self->monitor = g_file_monitor_file (log, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, LOOK_MILLISECONDS);
  g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_log_changed), self);
}

static gboolean
on_timer (gpointer data)
{
  queue (data, kq_store_tidy);

  return G_SOURCE_CONTINUE;
}

static void
interrupt (GCancellable *cancellable,
           KqSqlite     *db)
{
  kq_sqlite_interrupt (db);
}

/* With a connection of its own: the library's thread is free meanwhile. */
static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      path,
                 GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqSqlite) db = kq_sqlite_open (path, KQ_SQLITE_LOOK, 0, &error);
  gulong handler;

  if (db != NULL)
    {
      handler = g_cancellable_connect (cancellable, G_CALLBACK (interrupt), db, NULL);
      kq_sqlite_check (db, "PRAGMA quick_check (1)", &error);
      g_cancellable_disconnect (cancellable, handler);
    }
  g_task_return_boolean (task, error != NULL && kq_sqlite_is_damage (error));
}

/* The library's thread looks for itself, and does what has to be done. */
static void
on_checked (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  KqLibraryFollow *self = data;

  /* Cancelled, it is FALSE, and there is no follower any more. */
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    queue (self, kq_store_check);
}

static void
check (KqLibraryFollow *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->over, on_checked, self);

  g_task_set_source_tag (task, check);
  g_task_set_task_data (task, g_strdup (kq_library_get_path (self->library)), g_free);
  g_task_run_in_thread (task, check_in_thread);
}

static gboolean
is_large (KqLibraryFollow *self,
          gint64           check_bytes)
{
  g_autoptr (GFile) file = g_file_new_for_path (kq_library_get_path (self->library));
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL,
                            NULL);

  return info != NULL && g_file_info_get_size (info) > check_bytes;
}

/* @check_bytes: a smaller file was looked through when it was opened */
KqLibraryFollow *
kq_library_follow_new (KqLibrary    *library,
                       GMainContext *context,
                       gint64        check_bytes)
{
  KqLibraryFollow *self = g_new0 (KqLibraryFollow, 1);

  self->library = library;
  self->over = g_cancellable_new ();
  self->timer = g_timeout_source_new_seconds (TIDY_SECONDS);
  g_source_set_callback (self->timer, on_timer, self, NULL);
  g_source_attach (self->timer, context);

  watch (self);
  queue (self, kq_store_tidy);
  if (is_large (self, check_bytes))
    check (self);

  return self;
}

void
kq_library_follow_free (KqLibraryFollow *self)
{
  g_cancellable_cancel (self->over);
  g_clear_object (&self->over);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_source_destroy (self->timer);
  g_source_unref (self->timer);
  g_free (self);
}
