/* kq-library.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-private.h"

#include <glib/gi18n-lib.h>

#include "kq-library-follow.h"
#include "kq-library-news.h"
#include "kq-paths.h"
#include "kq-store-thread.h"

/* How long another program may write before it is said that it does. */
#define BUSY_TIMEOUT (10 * 1000)
/* About 50 ms of looking through. */
#define CHECK_BYTES (16 * 1024 * 1024)

/**
 * KqLibrary:
 *
 * The campaigns of a user with their history and pictures: one file, and one
 * thread that reads and writes it.
 */
struct _KqLibrary {
  GObject           parent_instance;

  char             *path;      /* (owned) */
  KqStoreOptions    options;
  KqLibraryNews    *news;      /* (owned) */
  KqStoreThread    *thread;    /* (owned) (nullable): until it is closed */
  KqLibraryFollow  *follow;    /* (owned) (nullable) */
  gboolean          read_only;
  KqLibraryReport  *report;    /* (owned) (nullable) */
};

enum {
  PROP_0,
  PROP_REPORT,
  N_PROPS
};

enum {
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqLibrary, kq_library, G_TYPE_OBJECT)

static void
tell_changed (KqLibrary   *self,
              KqStoreNews *news)
{
  if (news->many)
    {
      g_signal_emit (self, signals[CHANGED], 0, NULL);
      return;
    }

  for (guint i = 0; i < news->changed->len; i++)
    g_signal_emit (self, signals[CHANGED], 0, g_ptr_array_index (news->changed, i));
}

static void
on_news (KqLibrary   *self,
         KqStoreNews *news)
{
  g_object_ref (self);
  if (news->report != NULL)
    {
      g_clear_pointer (&self->report, kq_library_report_free);
      self->report = g_steal_pointer (&news->report);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPORT]);
    }
  tell_changed (self, news);
  g_object_unref (self);
}

static gint64
real_now (gpointer data)
{
  return g_get_real_time () / 1000;
}

static void
kq_library_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  KqLibrary *self = KQ_LIBRARY (object);

  switch (id)
    {
    case PROP_REPORT:
      g_value_set_boxed (value, self->report);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_library_dispose (GObject *object)
{
  kq_library_close (KQ_LIBRARY (object));

  G_OBJECT_CLASS (kq_library_parent_class)->dispose (object);
}

static void
kq_library_finalize (GObject *object)
{
  KqLibrary *self = KQ_LIBRARY (object);

  g_free (self->path);
  g_clear_pointer (&self->news, kq_library_news_unref);
  g_clear_pointer (&self->report, kq_library_report_free);

  G_OBJECT_CLASS (kq_library_parent_class)->finalize (object);
}

static void
kq_library_class_init (KqLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kq_library_get_property;
  object_class->dispose = kq_library_dispose;
  object_class->finalize = kq_library_finalize;

  properties[PROP_REPORT] =
    g_param_spec_boxed ("report", NULL, NULL, KQ_TYPE_LIBRARY_REPORT,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KqLibrary::changed:
   * @self: the library
   * @id: (nullable): a campaign's id, %NULL where many changed
   *
   * The content, state or counts of a campaign changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kq_library_init (KqLibrary *self)
{
  self->options = (KqStoreOptions) {
    .now = real_now,
    .busy_timeout = BUSY_TIMEOUT,
    .check_bytes = CHECK_BYTES,
  };
}

static KqLibrary *
new_unopened (const char           *path,
              const KqStoreOptions *options)
{
  KqLibrary *self = g_object_new (KQ_TYPE_LIBRARY, NULL);

  self->path = path != NULL ? g_canonicalize_filename (path, NULL)
                            : g_build_filename (kq_paths_get_user_dir (), "library.db", NULL);
  if (options != NULL)
    self->options = *options;
  self->news = kq_library_news_new (self, on_news);
  self->thread = kq_store_thread_new (self->path, &self->options, kq_library_news_post,
                                      kq_library_news_ref (self->news), kq_library_news_unref);

  return self;
}

/* What opening the file answered */
static void
take_opened (KqLibrary   *self,
             KqStoreCall *call)
{
  self->read_only = call->flags != 0;
  self->report = g_steal_pointer (&call->report);
}

KqLibrary *
kq_library_open_with (const char            *path,
                      const KqStoreOptions  *options,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_autoptr (KqLibrary) self = new_unopened (path, options);
  g_autoptr (KqStoreCall) call = kq_store_call_new (kq_store_begin, NULL);

  if (!kq_library_run (self, call, cancellable, error))
    return NULL;
  take_opened (self, call);

  return g_steal_pointer (&self);
}

/**
 * kq_library_open:
 * @path: (nullable): the library's file, %NULL for the user's own
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Opens a library, or makes it where there is none. A damaged or foreign file
 * is set aside and what can be read of it recovered: ask
 * kq_library_get_report().
 *
 * Returns: (transfer full) (nullable): the library, or %NULL with
 *   %KQ_LIBRARY_ERROR_READ_ONLY, IO, BUSY, FULL, NEWER or FOREIGN
 */
KqLibrary *
kq_library_open (const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return kq_library_open_with (path, NULL, cancellable, error);
}

/**
 * kq_library_open_async:
 * @path: (nullable): the library's file, %NULL for the user's own
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * Opens a library as kq_library_open() does, without waiting.
 */
void
kq_library_open_async (const char          *path,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr (KqLibrary) self = new_unopened (path, NULL);

  kq_library_queue (self, kq_library_open_async, kq_store_call_new (kq_store_begin, NULL),
                    cancellable, callback, data);
}

/**
 * kq_library_open_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the library; errors as of
 *   kq_library_open()
 */
KqLibrary *
kq_library_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (KqLibrary) self = NULL;
  KqStoreCall *call;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  self = KQ_LIBRARY (g_async_result_get_source_object (result));
  call = kq_library_finish (self, kq_library_open_async, result, error);
  if (call == NULL)
    return NULL;
  take_opened (self, call);

  return g_steal_pointer (&self);
}

/**
 * kq_library_follow:
 * @self: a library
 *
 * For a program that stays: from now on “changed” tells of what other programs
 * write, damage is looked for in the background, and the library is tidied once
 * a day.
 */
void
kq_library_follow (KqLibrary *self)
{
  g_return_if_fail (KQ_IS_LIBRARY (self));

  if (self->follow == NULL)
    self->follow = kq_library_follow_new (self, kq_library_news_get_context (self->news),
                                          self->options.check_bytes);
}

/**
 * kq_library_close:
 * @self: a library
 *
 * Waits until all that is queued is done, and closes the file. The library can't
 * be used afterwards.
 */
void
kq_library_close (KqLibrary *self)
{
  g_return_if_fail (KQ_IS_LIBRARY (self));

  g_clear_pointer (&self->follow, kq_library_follow_free);
  g_clear_pointer (&self->thread, kq_store_thread_stop);
}

/**
 * kq_library_get_path:
 * @self: a library
 *
 * Returns: (transfer none): its file
 */
const char *
kq_library_get_path (KqLibrary *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  return self->path;
}

/**
 * kq_library_is_read_only:
 * @self: a library
 *
 * Returns: whether all can be read, but nothing written
 */
gboolean
kq_library_is_read_only (KqLibrary *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY (self), FALSE);

  return self->read_only;
}

/**
 * kq_library_get_report:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): what was found wrong with its file last,
 *   and what became of it
 */
const KqLibraryReport *
kq_library_get_report (KqLibrary *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY (self), NULL);

  return self->report;
}

/* What comes too late is given up: at the end of the program answers arrive
 * whose receivers would ask for more. */
static GError *
make_closed_error (void)
{
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
}

gboolean
kq_library_run (KqLibrary     *self,
                KqStoreCall   *call,
                GCancellable  *cancellable,
                GError       **error)
{
  if (self->thread == NULL)
    {
      g_propagate_error (error, make_closed_error ());
      return FALSE;
    }

  return kq_store_thread_run (self->thread, call, FALSE, cancellable, error);
}

/* Before all that is queued */
gboolean
kq_library_run_urgent (KqLibrary    *self,
                       KqStoreCall  *call,
                       GError      **error)
{
  if (self->thread == NULL)
    {
      g_propagate_error (error, make_closed_error ());
      return FALSE;
    }

  return kq_store_thread_run (self->thread, call, TRUE, NULL, error);
}

/* Takes @call. What is begun is finished, and then it is said that it is. The
 * task is the thread's, and lasts until its callback was called. */
GTask *
kq_library_queue (KqLibrary           *self,
                  gpointer             tag,
                  KqStoreCall         *call,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, call, (GDestroyNotify) kq_store_call_free);
  g_task_set_check_cancellable (task, FALSE);
  if (self->thread != NULL)
    {
      kq_store_thread_queue (self->thread, task);
      return task;
    }

  /* Its answer holds the task, as the thread would. */
  g_task_return_error (task, make_closed_error ());
  g_object_unref (task);

  return task;
}

/* The answered call, or %NULL with an error */
KqStoreCall *
kq_library_finish (KqLibrary     *self,
                   gpointer       tag,
                   GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return g_task_get_task_data (G_TASK (result));
}
