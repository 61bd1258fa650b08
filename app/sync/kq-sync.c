/* kq-sync.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync.h"

#include "kq-sync-probe.h"
#include "kq-sync-secret.h"

/**
 * KqSync:
 *
 * Keeps a library and the team's remote together while a program runs, and says how
 * it stands.
 */
struct _KqSync {
  GObject          parent_instance;

  KqLibrary       *library;   /* (owned) */
  KqSyncLive      *live;      /* (owned) (nullable): until it is stopped */
  GNetworkMonitor *network;   /* (owned) */
  KqSyncNews      *news;      /* (owned): the last */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqSync, kq_sync, G_TYPE_OBJECT)

/* Where the thread leaves its news. */
typedef struct {
  GWeakRef      sync;
  GMainContext *context;  /* (owned) */
} Box;

typedef struct {
  KqSync     *self;       /* (owned) */
  KqSyncNews *news;       /* (owned) (nullable) */
} Letter;

static void
box_free (gpointer data)
{
  Box *box = data;

  g_weak_ref_clear (&box->sync);
  g_main_context_unref (box->context);
  g_free (box);
}

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_clear_pointer (&letter->news, kq_sync_news_free);
  g_object_unref (letter->self);
  g_free (letter);
}

static gboolean
deliver (gpointer data)
{
  Letter *letter = data;
  KqSync *self = letter->self;

  if (self->live != NULL)
    {
      kq_sync_news_free (self->news);
      self->news = g_steal_pointer (&letter->news);
      g_signal_emit (self, signals[CHANGED], 0);
    }

  return G_SOURCE_REMOVE;
}

/* On the thread */
static void
post (KqSyncNews *news,
      gpointer    data)
{
  Box *box = data;
  KqSync *self = g_weak_ref_get (&box->sync);
  g_autoptr (GSource) source = NULL;
  Letter *letter;

  if (self == NULL)
    {
      kq_sync_news_free (news);
      return;
    }

  letter = g_new (Letter, 1);
  *letter = (Letter) { self, news };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, letter, letter_free);
  g_source_attach (source, box->context);
}

static void
on_library_changed (KqSync *self)
{
  if (self->live != NULL)
    kq_sync_live_wake (self->live, FALSE);
}

static void
on_network_changed (KqSync   *self,
                    gboolean  available)
{
  if (available && self->live != NULL && self->news->state == KQ_SYNC_STATE_OFFLINE)
    kq_sync_live_wake (self->live, TRUE);
}

static void
kq_sync_dispose (GObject *object)
{
  KqSync *self = KQ_SYNC (object);

  kq_sync_stop (self);
  g_clear_object (&self->library);
  g_clear_object (&self->network);
  g_clear_pointer (&self->news, kq_sync_news_free);

  G_OBJECT_CLASS (kq_sync_parent_class)->dispose (object);
}

static void
kq_sync_class_init (KqSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_sync_dispose;

  /**
   * KqSync::changed:
   * @self: the sync
   *
   * How it stands is another, or it got on.
   */
  signals[CHANGED] = g_signal_new ("changed", KQ_TYPE_SYNC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
kq_sync_init (KqSync *self)
{
  self->news = g_new0 (KqSyncNews, 1);
  self->news->report = kq_sync_report_new ();
  self->news->url = g_strdup ("");
  self->news->user = g_strdup ("");
}

/**
 * kq_sync_new:
 * @library: a library
 *
 * Begins at once, if the library has a remote.
 *
 * Returns: (transfer full): what keeps them together
 */
KqSync *
kq_sync_new (KqLibrary *library)
{
  KqSync *self;
  Box *box;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);

  self = g_object_new (KQ_TYPE_SYNC, NULL);
  self->library = g_object_ref (library);
  self->network = g_object_ref (g_network_monitor_get_default ());
  box = g_new0 (Box, 1);
  g_weak_ref_init (&box->sync, self);
  box->context = g_main_context_ref_thread_default ();
  self->live = kq_sync_live_new (library, NULL, post, box, box_free);
  g_signal_connect_object (library, "changed", G_CALLBACK (on_library_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->network, "network-changed", G_CALLBACK (on_network_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * kq_sync_stop:
 * @self: a sync
 *
 * Ends the thread, giving up what is under way.
 */
void
kq_sync_stop (KqSync *self)
{
  g_return_if_fail (KQ_IS_SYNC (self));

  g_clear_pointer (&self->live, kq_sync_live_stop);
}

/**
 * kq_sync_wake:
 * @self: a sync
 *
 * Tries at once.
 */
void
kq_sync_wake (KqSync *self)
{
  g_return_if_fail (KQ_IS_SYNC (self));

  if (self->live != NULL)
    kq_sync_live_wake (self->live, TRUE);
}

/**
 * kq_sync_get_state:
 * @self: a sync
 *
 * Returns: how it stands
 */
KqSyncState
kq_sync_get_state (KqSync *self)
{
  g_return_val_if_fail (KQ_IS_SYNC (self), KQ_SYNC_STATE_NONE);

  return self->news->state;
}

/**
 * kq_sync_get_error:
 * @self: a sync
 *
 * Returns: (transfer none) (nullable): why it doesn't
 */
const GError *
kq_sync_get_error (KqSync *self)
{
  g_return_val_if_fail (KQ_IS_SYNC (self), NULL);

  return self->news->error;
}

/**
 * kq_sync_get_report:
 * @self: a sync
 *
 * Returns: (transfer none): what was done, with the counts of what is to be sent and
 *   to be decided; until the next “changed”
 */
const KqSyncReport *
kq_sync_get_report (KqSync *self)
{
  g_return_val_if_fail (KQ_IS_SYNC (self), NULL);

  return self->news->report;
}

/**
 * kq_sync_get_offline_since:
 * @self: a sync
 *
 * Returns: since when the remote can't be reached, in milliseconds since
 *   1970-01-01T00:00:00Z; 0 where it can
 */
gint64
kq_sync_get_offline_since (KqSync *self)
{
  g_return_val_if_fail (KQ_IS_SYNC (self), 0);

  return self->news->offline_since;
}

const char *
kq_sync_get_url (KqSync *self)
{
  g_return_val_if_fail (KQ_IS_SYNC (self), NULL);

  return self->news->url;
}

const char *
kq_sync_get_user (KqSync *self)
{
  g_return_val_if_fail (KQ_IS_SYNC (self), NULL);

  return self->news->user;
}

/* What somebody entered */
typedef struct {
  char *url;       /* (owned) */
  char *user;      /* (owned) */
  char *password;  /* (owned) (nullable) */
} Entered;

static void
entered_free (gpointer data)
{
  Entered *entered = data;

  g_free (entered->url);
  g_free (entered->user);
  kq_sync_secret_free (entered->password);
  g_free (entered);
}

static GTask *
new_task (KqSync              *self,
          gpointer             tag,
          const char          *url,
          const char          *user,
          const char          *password,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Entered *entered = g_new0 (Entered, 1);

  entered->url = g_strdup (url);
  entered->user = g_strdup (user);
  entered->password = g_strdup (password);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, entered, entered_free);

  return task;
}

static gboolean
test (const Entered  *entered,
      GCancellable   *cancellable,
      GError        **error)
{
  static const KqSyncHttpOptions options = { 15, 1, 0, 0 };
  g_autoptr (KqSyncAddress) address = kq_sync_address_parse (entered->url, error);
  g_autoptr (KqSyncHttp) http = NULL;
  char *found = NULL;

  if (address == NULL)
    return FALSE;
  if (entered->password == NULL && *entered->user != '\0')
    found = kq_sync_secret_lookup (address, entered->user, cancellable, NULL);
  http = kq_sync_http_new (address, entered->user, entered->password != NULL ? entered->password : found,
                           &options, cancellable);
  kq_sync_secret_free (found);

  return kq_sync_probe (http, address, entered->user, error);
}

static void
test_in_thread (GTask        *task,
                gpointer      source,
                gpointer      entered,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (test (entered, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * kq_sync_test_async:
 * @self: a sync
 * @url: a database's address
 * @user: a user's name; "" for nobody
 * @password: (nullable): the password; %NULL for the keyring's
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * Tries a connection; nothing of it is kept.
 */
void
kq_sync_test_async (KqSync              *self,
                    const char          *url,
                    const char          *user,
                    const char          *password,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KQ_IS_SYNC (self));

  task = new_task (self, kq_sync_test_async, url, user, password, cancellable, callback, data);
  g_task_run_in_thread (task, test_in_thread);
}

/**
 * kq_sync_test_finish:
 * @self: a sync
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether it is fine; if not, a #KqSyncError says what is wrong
 */
gboolean
kq_sync_test_finish (KqSync        *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
connect_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  KqSync *self = KQ_SYNC (source);
  const Entered *entered = data;
  GError *error = NULL;
  g_autoptr (KqSyncAddress) address = kq_sync_address_parse (entered->url, &error);
  gboolean is_kept = FALSE;

  if (address == NULL || !kq_library_sync_connect (self->library, address->url, entered->user, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (entered->password != NULL)
    is_kept = kq_sync_secret_store (address, entered->user, entered->password, cancellable, NULL);

  g_task_return_boolean (task, is_kept || entered->password == NULL);
}

/**
 * kq_sync_connect_async:
 * @self: a sync
 * @url: a database's address
 * @user: a user's name; "" for nobody
 * @password: (nullable): the password; %NULL where it didn't change
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * Connects the library, and keeps the password in the keyring.
 */
void
kq_sync_connect_async (KqSync              *self,
                       const char          *url,
                       const char          *user,
                       const char          *password,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr (KqSyncAddress) address = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KQ_IS_SYNC (self));

  address = kq_sync_address_parse (url, NULL);
  if (self->live != NULL && address != NULL)
    kq_sync_live_give (self->live, address->url, user, password);
  task = new_task (self, kq_sync_connect_async, url, user, password, cancellable, callback, data);
  g_task_run_in_thread (task, connect_in_thread);
}

/**
 * kq_sync_connect_finish:
 * @self: a sync
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether it is connected
 */
gboolean
kq_sync_connect_finish (KqSync        *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean is_kept;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  is_kept = g_task_propagate_boolean (G_TASK (result), &local_error);
  if (local_error != NULL)
    {
      if (self->live != NULL)
        kq_sync_live_give (self->live, NULL, NULL, NULL);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (self->live != NULL)
    kq_sync_live_begin (self->live, is_kept);

  return TRUE;
}

static void
disconnect_in_thread (GTask        *task,
                      gpointer      source,
                      gpointer      data,
                      GCancellable *cancellable)
{
  KqSync *self = KQ_SYNC (source);
  g_autoptr (KqSyncRemote) remote = NULL;
  g_autoptr (KqSyncAddress) address = NULL;
  GError *error = NULL;

  if (kq_library_sync_get_remote (self->library, &remote, NULL) && remote != NULL)
    address = kq_sync_address_parse (remote->url, NULL);
  if (!kq_library_sync_disconnect (self->library, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (address != NULL)
    kq_sync_secret_clear (address, remote->user, cancellable, NULL);

  g_task_return_boolean (task, TRUE);
}

/**
 * kq_sync_disconnect_async:
 * @self: a sync
 * @callback: called when done
 * @data: its data
 *
 * Forgets the remote and its password. What is in the library stays.
 */
void
kq_sync_disconnect_async (KqSync              *self,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KQ_IS_SYNC (self));

  task = new_task (self, kq_sync_disconnect_async, "", "", NULL, NULL, callback, data);
  g_task_run_in_thread (task, disconnect_in_thread);
}

/**
 * kq_sync_disconnect_finish:
 * @self: a sync
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether it is forgotten
 */
gboolean
kq_sync_disconnect_finish (KqSync        *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (self->live != NULL)
    {
      kq_sync_live_give (self->live, NULL, NULL, NULL);
      kq_sync_live_begin (self->live, FALSE);
    }

  return TRUE;
}

/**
 * kq_sync_answer:
 * @self: a sync that asks
 * @answer: what people say
 *
 * Says what becomes of the campaigns that the team deleted.
 */
void
kq_sync_answer (KqSync       *self,
                KqSyncAnswer  answer)
{
  g_return_if_fail (KQ_IS_SYNC (self));

  if (self->live != NULL)
    kq_sync_live_answer (self->live, answer);
}
