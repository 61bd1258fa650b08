/* kq-sync-live.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-live.h"

#include "kq-sync-error.h"
#include "kq-sync-poll.h"
#include "kq-sync-secret.h"

/* How long the remote is waited for at once. */
#define POLL_SECONDS 55
/* What was saved is sent so soon: many saves at once are one. */
#define GATHER_MILLISECONDS 100
/* Between two attempts */
#define FIRST_PAUSE 1000
#define LONGEST_PAUSE (60 * 1000)
/* Of progress nobody wants to know more often. */
#define TELL_MICROSECONDS (100 * 1000)

typedef struct {
  char     *url;
  char     *user;
  char     *password;
  gboolean  is_tried;
} KqSyncGiven;

struct _KqSyncLive {
  gatomicrefcount    refs;         /* the owner's and the thread's own */
  GThread           *thread;       /* (owned) */
  GMainContext      *context;      /* (owned) */
  KqLibrary         *library;      /* (owned) */
  KqSyncHttpOptions  options;
  GCancellable      *over;         /* (owned) */
  KqSyncNewsFunc     func;
  gpointer           data;         /* (owned) */
  GDestroyNotify     free_data;

  GMutex             mutex;        /* guards the next five */
  gboolean           is_woken;
  gboolean           is_urgent;
  KqSyncAnswer       answer;
  KqSyncGiven       *given;        /* (owned) (nullable): a password not of the keyring */

  /* Of the thread */
  guint              n_failures;   /* in a row */
  gint64             told;         /* when, by the monotonic clock */
  gint64             offline_since;
  gint64             reached;      /* when the remote last was, in milliseconds */
  const KqSyncRemote *remote;   /* (unowned) (nullable): of the present round */
};

static void
given_free (KqSyncGiven *given)
{
  if (given == NULL)
    return;

  g_free (given->url);
  g_free (given->user);
  g_free (given->password);
  g_free (given);
}

static void
unref (KqSyncLive *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_main_context_unref (self->context);
  g_object_unref (self->library);
  g_object_unref (self->over);
  given_free (self->given);
  g_mutex_clear (&self->mutex);
  self->free_data (self->data);
  g_free (self);
}

void
kq_sync_news_free (KqSyncNews *news)
{
  g_clear_error (&news->error);
  g_clear_pointer (&news->report, kq_sync_report_free);
  g_free (news->url);
  g_free (news->user);
  g_free (news);
}

static KqSyncReport *
copy_report (const KqSyncReport *report)
{
  KqSyncReport *copy = kq_sync_report_new ();
  GPtrArray *noted = copy->noted;

  *copy = *report;
  copy->noted = noted;
  for (guint i = 0; i < report->noted->len; i++)
    {
      const KqSyncNoted *from = g_ptr_array_index (report->noted, i);
      KqSyncNoted *to = g_new (KqSyncNoted, 1);

      *to = *from;
      to->campaign = g_strdup (from->campaign);
      g_ptr_array_add (noted, to);
    }

  return copy;
}

static void
tell (KqSyncLive         *self,
      KqSyncState         state,
      const KqSyncReport *report,
      const GError       *error)
{
  KqSyncNews *news = g_new0 (KqSyncNews, 1);

  news->state = state;
  news->error = error != NULL ? g_error_copy (error) : NULL;
  news->report = copy_report (report);
  news->url = g_strdup (self->remote != NULL ? self->remote->url : "");
  news->user = g_strdup (self->remote != NULL ? self->remote->user : "");
  news->offline_since = state == KQ_SYNC_STATE_OFFLINE ? self->offline_since : 0;
  self->told = g_get_monotonic_time ();
  self->func (news, self->data);
}

static void
on_progress (const KqSyncReport *report,
             gpointer            data)
{
  KqSyncLive *self = data;

  if (g_get_monotonic_time () - self->told >= TELL_MICROSECONDS)
    tell (self, KQ_SYNC_STATE_WORKING, report, NULL);
}

static gboolean
on_time (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
is_woken (KqSyncLive *self,
          gboolean    only_urgent)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->is_urgent || (!only_urgent && self->is_woken);
}

static void
fall_asleep (KqSyncLive *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->is_woken = self->is_urgent = FALSE;
}

/* Until that time is over (negative: for ever), @ended is set, or somebody wakes */
static void
wait (KqSyncLive     *self,
      int             milliseconds,
      gboolean        only_urgent,
      const gboolean *ended)
{
  g_autoptr (GSource) timer = NULL;
  gboolean is_over = FALSE;

  if (milliseconds >= 0)
    {
      timer = g_timeout_source_new (milliseconds);
      g_source_set_callback (timer, on_time, &is_over, NULL);
      g_source_attach (timer, self->context);
    }
  while (!is_over && !(ended != NULL && *ended) && !is_woken (self, only_urgent) &&
         !g_cancellable_is_cancelled (self->over))
    g_main_context_iteration (self->context, TRUE);
  if (timer != NULL)
    g_source_destroy (timer);
}

static void
on_polled (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
has_news (KqSyncLive *self)
{
  KqSyncCounts counts;

  return !kq_library_sync_count (self->library, &counts, NULL) || counts.to_send > 0;
}

/* Until the remote changes, or the library has something to send */
static void
wait_for_news (KqSyncLive          *self,
               const KqSyncAddress *address,
               const char          *user,
               const char          *password)
{
  g_autoptr (KqSyncRemote) remote = NULL;
  g_autoptr (KqSyncPoll) poll = NULL;
  gboolean ended = FALSE;

  if (!kq_library_sync_get_remote (self->library, &remote, NULL) || remote == NULL)
    return;
  poll = kq_sync_poll_new (address, user, password, remote->since, POLL_SECONDS, on_polled, &ended);
  do
    {
      fall_asleep (self);
      wait (self, -1, FALSE, &ended);
      if (!ended)
        wait (self, GATHER_MILLISECONDS, TRUE, &ended);
    }
  while (!ended && !is_woken (self, TRUE) && !g_cancellable_is_cancelled (self->over) &&
         !has_news (self));
}

static KqSyncState
state_of (const GError *error)
{
  if (kq_sync_error_is_transient (error) || error->domain != KQ_SYNC_ERROR ||
      error->code == KQ_SYNC_ERROR_NAME)
    return KQ_SYNC_STATE_OFFLINE;
  if (error->code == KQ_SYNC_ERROR_PASSWORD || error->code == KQ_SYNC_ERROR_KEYRING)
    return KQ_SYNC_STATE_PASSWORD;

  return error->code == KQ_SYNC_ERROR_DELETIONS ? KQ_SYNC_STATE_ASKING : KQ_SYNC_STATE_FAILED;
}

/* Longer each time, and not in step with the other desktops */
static int
next_pause (KqSyncLive *self)
{
  int longest = MIN (FIRST_PAUSE << MIN (self->n_failures, 10u), LONGEST_PAUSE);

  self->n_failures++;

  return longest / 2 + g_random_int_range (0, longest / 2 + 1);
}

static void
take_failure (KqSyncLive         *self,
              const KqSyncReport *report,
              const GError       *error)
{
  KqSyncState state = state_of (error);

  if (state == KQ_SYNC_STATE_OFFLINE && self->offline_since == 0)
    self->offline_since = self->reached != 0 ? self->reached : g_get_real_time () / 1000;
  tell (self, state, report, error);
  wait (self, state == KQ_SYNC_STATE_OFFLINE ? next_pause (self) : -1, TRUE, NULL);
}

static void
take_success (KqSyncLive         *self,
              const KqSyncReport *report)
{
  self->n_failures = 0;
  self->offline_since = 0;
  self->reached = g_get_real_time () / 1000;
  tell (self, KQ_SYNC_STATE_DONE, report, NULL);
}

static KqSyncAnswer
take_answer (KqSyncLive *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  KqSyncAnswer answer = self->answer;

  self->answer = KQ_SYNC_ANSWER_NONE;

  return answer;
}

/* (nullable): the password that was given, if it is for these */
static char *
dup_given (KqSyncLive          *self,
           const KqSyncAddress *address,
           const char          *user)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  KqSyncGiven *given = self->given;

  if (given == NULL || !g_str_equal (given->url, address->url) || !g_str_equal (given->user, user))
    return NULL;
  given->is_tried = TRUE;

  return g_strdup (given->password);
}

/* @password: (out): for kq_sync_secret_free() */
static gboolean
find_password (KqSyncLive           *self,
               const KqSyncAddress  *address,
               const char           *user,
               char                **password,
               GError              **error)
{
  g_autoptr (GError) local_error = NULL;

  *password = dup_given (self, address, user);
  if (*password != NULL || *user == '\0')
    return TRUE;

  *password = kq_sync_secret_lookup (address, user, self->over, &local_error);
  if (*password != NULL)
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    kq_sync_error_set_no_password (user, address->url, error);

  return FALSE;
}

static gboolean
run_once (KqSyncLive           *self,
          const KqSyncAddress  *address,
          const char           *user,
          const char           *password,
          KqSyncReport         *report,
          GError              **error)
{
  g_autoptr (KqSyncHttp) http = kq_sync_http_new (address, user, password, &self->options, self->over);
  KqSyncRun run = {
    .library = self->library, .http = http, .user = user, .answer = take_answer (self),
    .report = report, .progress = on_progress, .data = self,
  };

  return kq_sync_run (&run, error);
}

/* Once, and then until there is a reason to do it again */
static void
go_round (KqSyncLive         *self,
          const KqSyncRemote *remote)
{
  g_autoptr (KqSyncReport) report = kq_sync_report_new ();
  g_autoptr (KqSyncAddress) address = NULL;
  g_autoptr (GError) error = NULL;
  char *password = NULL;

  address = kq_sync_address_parse (remote->url, &error);
  if (address != NULL && find_password (self, address, remote->user, &password, &error) &&
      run_once (self, address, remote->user, password, report, &error))
    {
      take_success (self, report);
      wait_for_news (self, address, remote->user, password);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      take_failure (self, report, error);
    }
  kq_sync_secret_free (password);
}

static void
wait_for_remote (KqSyncLive *self)
{
  g_autoptr (KqSyncReport) report = kq_sync_report_new ();

  tell (self, KQ_SYNC_STATE_NONE, report, NULL);
  wait (self, -1, TRUE, NULL);
}

static gpointer
live (gpointer data)
{
  KqSyncLive *self = data;

  g_main_context_push_thread_default (self->context);
  while (!g_cancellable_is_cancelled (self->over))
    {
      g_autoptr (KqSyncRemote) remote = NULL;

      /* Before looking: who connects meanwhile is heard. */
      fall_asleep (self);
      kq_library_sync_get_remote (self->library, &remote, NULL);
      self->remote = remote;
      if (remote != NULL)
        go_round (self, remote);
      else
        wait_for_remote (self);
      self->remote = NULL;
    }
  g_main_context_pop_thread_default (self->context);
  unref (self);

  return NULL;
}

/**
 * kq_sync_live_new:
 * @library: a library
 * @options: (nullable): copied; %NULL for those of a program
 * @func: told how it stands
 * @data: (transfer full): its data
 * @free_data: frees it
 *
 * Returns: (transfer full): what keeps the library and its remote together
 */
KqSyncLive *
kq_sync_live_new (KqLibrary               *library,
                  const KqSyncHttpOptions *options,
                  KqSyncNewsFunc           func,
                  gpointer                 data,
                  GDestroyNotify           free_data)
{
  static const KqSyncHttpOptions usual = { 30, 2, 500, 5000 };
  KqSyncLive *self = g_new0 (KqSyncLive, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->context = g_main_context_new ();
  self->library = g_object_ref (library);
  self->options = options != NULL ? *options : usual;
  self->over = g_cancellable_new ();
  self->func = func;
  self->data = data;
  self->free_data = free_data;

  g_atomic_ref_count_inc (&self->refs);
  self->thread = g_thread_new ("kq-sync", live, self);

  return self;
}

/**
 * kq_sync_live_stop:
 * @self: (transfer full): a thread
 *
 * Gives up what is under way, and waits until it is given up; what isn't done is for
 * the next time.
 */
void
kq_sync_live_stop (KqSyncLive *self)
{
  g_cancellable_cancel (self->over);
  g_main_context_wakeup (self->context);
  g_thread_join (self->thread);
  unref (self);
}

void
kq_sync_live_wake (KqSyncLive *self,
                   gboolean    is_urgent)
{
  g_mutex_lock (&self->mutex);
  self->is_woken = TRUE;
  self->is_urgent |= is_urgent;
  g_mutex_unlock (&self->mutex);
  g_main_context_wakeup (self->context);
}

/* What people say to deletions by the team */
void
kq_sync_live_answer (KqSyncLive   *self,
                     KqSyncAnswer  answer)
{
  g_mutex_lock (&self->mutex);
  self->answer = answer;
  g_mutex_unlock (&self->mutex);
  kq_sync_live_wake (self, TRUE);
}

/* Has @password used for that address and user alone, and doesn't wake; where it
 * is %NULL the keyring is asked. */
void
kq_sync_live_give (KqSyncLive *self,
                   const char *url,
                   const char *user,
                   const char *password)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_clear_pointer (&self->given, given_free);
  if (password == NULL)
    return;

  self->given = g_new0 (KqSyncGiven, 1);
  self->given->url = g_strdup (url);
  self->given->user = g_strdup (user);
  self->given->password = g_strdup (password);
}

/* The library has its remote. @is_kept: the keyring has what was given. It may have
 * been tried already; a wrong password isn't tried twice. */
void
kq_sync_live_begin (KqSyncLive *self,
                    gboolean    is_kept)
{
  gboolean is_tried;

  g_mutex_lock (&self->mutex);
  is_tried = self->given != NULL && self->given->is_tried;
  if (is_kept)
    g_clear_pointer (&self->given, given_free);
  g_mutex_unlock (&self->mutex);

  if (!is_tried)
    kq_sync_live_wake (self, TRUE);
}
