/* kq-sync-run.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-run.h"

#include <glib/gi18n-lib.h>

#include "kq-sync-couch.h"
#include "kq-sync-error.h"
#include "kq-sync-probe.h"

/* Others can be first so often in a row, and then it is for later. */
#define MAX_ROUNDS 12

static void
noted_free (gpointer data)
{
  KqSyncNoted *noted = data;

  g_free (noted->campaign);
  g_free (noted);
}

KqSyncReport *
kq_sync_report_new (void)
{
  KqSyncReport *self = g_new0 (KqSyncReport, 1);

  self->noted = g_ptr_array_new_with_free_func (noted_free);

  return self;
}

void
kq_sync_report_free (KqSyncReport *self)
{
  g_ptr_array_unref (self->noted);
  g_free (self);
}

/* A GAsyncReadyCallback */
void
kq_sync_waiting_done (GObject      *source,
                      GAsyncResult *result,
                      gpointer      waiting)
{
  KqSyncWaiting *self = waiting;

  self->result = g_object_ref (result);
}

/* Waits for it, in the thread's main context. */
GAsyncResult *
kq_sync_waiting_end (KqSyncWaiting *self)
{
  while (self->result == NULL)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
  self->is_begun = FALSE;

  return g_steal_pointer (&self->result);
}

void
kq_sync_run_tell (KqSyncRun *self)
{
  self->report->bytes = kq_sync_http_get_bytes (self->http);
  if (self->progress != NULL)
    self->progress (self->report, self->data);
}

static gboolean
read_remote (KqSyncRun  *self,
             GError    **error)
{
  g_clear_pointer (&self->remote, kq_sync_remote_free);

  return kq_library_sync_get_remote (self->library, &self->remote, error);
}

static gboolean
is_where_we_were (const KqSyncRemote *remote,
                  const char         *identity,
                  const char         *checkpoint)
{
  return g_str_equal (remote->identity, identity) &&
         (g_str_equal (remote->checkpoint, checkpoint) || g_str_equal (remote->next, checkpoint));
}

/* A database that was made anew or restored answers the same questions, and
 * doesn't know what we know: where it isn't the one, or not as far, as we left it,
 * all is read anew, and what it lacks is sent. */
static gboolean
check_remote (KqSyncRun  *self,
              GError    **error)
{
  g_autofree char *identity = kq_sync_couch_get_identity (self->http, error);
  g_autofree char *checkpoint = NULL;

  if (identity == NULL ||
      !kq_sync_couch_get_checkpoint (self->http, self->remote->client, &checkpoint, error))
    return FALSE;
  if (is_where_we_were (self->remote, identity, checkpoint))
    return TRUE;

  return kq_library_sync_restart (self->library, identity, error) && read_remote (self, error);
}

/* Written down here before it is there, so that either is recognised whatever
 * happens between. */
static gboolean
leave_checkpoint (KqSyncRun   *self,
                  const char  *read,
                  GError     **error)
{
  g_autofree char *checkpoint = NULL;

  if (g_str_equal (read, self->remote->since) && *self->remote->checkpoint != '\0')
    return TRUE;
  checkpoint = g_uuid_string_random ();

  return kq_library_sync_set_checkpoint (self->library, NULL, checkpoint, error) &&
         kq_sync_couch_set_checkpoint (self->http, self->remote->client, checkpoint, error) &&
         kq_library_sync_set_checkpoint (self->library, checkpoint, NULL, error);
}

/* More than a little that the team deleted has to be confirmed. */
static gboolean
settle (KqSyncRun  *self,
        GError    **error)
{
  KqSyncCounts *counts = &self->report->counts;

  if (!kq_library_sync_settle (self->library, self->answer, counts, error))
    return FALSE;
  if (counts->asked == 0)
    return TRUE;

  g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_DELETIONS,
               ngettext ("The team’s server has deleted %u of %u campaign; nothing was deleted here. "
                         "Say whether to delete it or to keep it",
                         "The team’s server has deleted %u of %u campaigns; nothing was deleted "
                         "here. Say whether to delete them or to keep them", counts->active),
               counts->asked, counts->active);
  return FALSE;
}

/* @again: (out): whether something came of it that has to be looked at */
static gboolean
go_round (KqSyncRun  *self,
          gboolean   *again,
          gboolean   *stale,
          GError    **error)
{
  guint n_sent = self->report->sent;

  if (!kq_sync_pull (self, error) || !settle (self, error) || !kq_sync_push (self, stale, error))
    return FALSE;
  *again = *stale || self->report->sent > n_sent;

  return TRUE;
}

/* Reads, sends, and reads until there is nothing to send. */
static gboolean
go_rounds (KqSyncRun  *self,
           GError    **error)
{
  gboolean again = TRUE, stale = FALSE;

  for (guint i = 0; again && i < MAX_ROUNDS; i++)
    {
      if (stale && i > 1 && !kq_sync_http_wait (self->http, i - 1, error))
        return FALSE;
      if (!go_round (self, &again, &stale, error))
        return FALSE;
    }
  if (!again)
    return TRUE;

  g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_BUSY,
                       _("Others keep changing the same campaigns; what is here will be sent when "
                         "they pause"));
  return FALSE;
}

static gboolean
run (KqSyncRun  *self,
     GError    **error)
{
  g_autofree char *read = NULL;

  if (!read_remote (self, error))
    return FALSE;
  if (self->remote == NULL)
    {
      g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_ADDRESS,
                           _("There is no server yet: say where it is"));
      return FALSE;
    }
  if (!check_remote (self, error))
    return FALSE;
  read = g_strdup (self->remote->since);

  return kq_sync_pull_again (self, error) && go_rounds (self, error) &&
         kq_sync_mend_pictures (self, error) && kq_sync_fetch_pictures (self, error) &&
         leave_checkpoint (self, read, error) &&
         kq_library_sync_set_synced (self->library, error);
}

/**
 * kq_sync_run:
 * @self: a run
 * @error: return location for an error
 *
 * Brings the library and the remote together. What is done when it fails stays done;
 * the rest is for the next time.
 *
 * Returns: whether both have the same; if not, a #KqSyncError, a #KqLibraryError
 *   or %G_IO_ERROR_CANCELLED
 */
gboolean
kq_sync_run (KqSyncRun  *self,
             GError    **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  gboolean done;

  g_main_context_push_thread_default (context);
  done = run (self, error);
  if (!done)
    kq_sync_probe_explain (self->http, self->user, error);
  kq_library_sync_count (self->library, &self->report->counts, NULL);
  kq_sync_run_tell (self);
  g_clear_pointer (&self->remote, kq_sync_remote_free);
  g_main_context_pop_thread_default (context);

  return done;
}
