/* kq-sync-poll.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-poll.h"

#include <libsoup/soup.h>

/* That there is something new is all that is read of it. */
#define MAX_BYTES (64 * 1024)
#define CHUNK_BYTES 4096

struct _KqSyncPoll {
  SoupSession    *session;      /* (owned) */
  SoupMessage    *message;      /* (owned) */
  GCancellable   *cancellable;  /* (owned) */
  GInputStream   *stream;       /* (owned) (nullable) */
  GSource        *deadline;     /* (owned) */
  gsize           n_bytes;
  KqSyncPollFunc  func;         /* (nullable): %NULL once it was called */
  gpointer        data;
};

static void
end (KqSyncPoll *self)
{
  KqSyncPollFunc func = g_steal_pointer (&self->func);

  if (func != NULL)
    func (self->data);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  KqSyncPoll *self = data;

  /* Cancelled, there is nobody any more. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes != NULL)
    self->n_bytes += g_bytes_get_size (bytes);
  if (bytes == NULL || g_bytes_get_size (bytes) == 0 || self->n_bytes > MAX_BYTES)
    end (self);
  else
    g_input_stream_read_bytes_async (self->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, self->cancellable,
                                     on_read, self);
}

static void
on_sent (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  KqSyncPoll *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (stream == NULL)
    {
      end (self);
      return;
    }

  self->stream = g_steal_pointer (&stream);
  g_input_stream_read_bytes_async (self->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, self->cancellable,
                                   on_read, self);
}

static gboolean
on_deadline (gpointer data)
{
  end (data);

  return G_SOURCE_REMOVE;
}

static void
set_authorization (KqSyncPoll *self,
                   const char *user,
                   const char *password)
{
  g_autofree char *both = NULL, *base64 = NULL, *value = NULL;

  if (*user == '\0')
    return;

  both = g_strdup_printf ("%s:%s", user, password != NULL ? password : "");
  base64 = g_base64_encode ((const guchar *) both, strlen (both));
  value = g_strdup_printf ("Basic %s", base64);
  soup_message_headers_replace (soup_message_get_request_headers (self->message), "Authorization", value);
}

static void
set_deadline (KqSyncPoll *self,
              guint       seconds)
{
  self->deadline = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (self->deadline, on_deadline, self, NULL);
  g_source_attach (self->deadline, g_main_context_get_thread_default ());
}

/**
 * kq_sync_poll_new:
 * @address: the database
 * @user: who we are there; "" for nobody
 * @password: (nullable): the user's password
 * @since: up to where it was read
 * @seconds: how long to wait at most: some servers would for ever
 * @func: called when there may be something new, or nothing can be waited for
 * @data: its data
 *
 * Returns: (transfer full): what waits until it is freed
 */
KqSyncPoll *
kq_sync_poll_new (const KqSyncAddress *address,
                  const char          *user,
                  const char          *password,
                  const char          *since,
                  guint                seconds,
                  KqSyncPollFunc       func,
                  gpointer             data)
{
  KqSyncPoll *self = g_new0 (KqSyncPoll, 1);
  g_autofree char *escaped = g_uri_escape_string (since, NULL, FALSE);
  g_autofree char *url = g_strdup_printf ("%s/_changes?feed=longpoll&limit=1&timeout=%u&since=%s",
                                          address->url, seconds * 1000, escaped);

  self->session = soup_session_new_with_options ("timeout", 0, "user-agent", "Kaquan/" KQ_VERSION, NULL);
  if (address->is_loopback)
    soup_session_set_proxy_resolver (self->session, NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  self->message = soup_message_new ("GET", url);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  set_authorization (self, user, password);
  self->cancellable = g_cancellable_new ();
  self->func = func;
  self->data = data;
  set_deadline (self, seconds);
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->cancellable, on_sent,
                           self);

  return self;
}

void
kq_sync_poll_free (KqSyncPoll *self)
{
  GMainContext *context = g_main_context_get_thread_default ();

  self->func = NULL;
  g_source_destroy (self->deadline);
  g_source_unref (self->deadline);
  g_cancellable_cancel (self->cancellable);
  soup_session_abort (self->session);
  /* What is under way looks at us once more. */
  while (g_main_context_iteration (context, FALSE));
  g_clear_object (&self->stream);
  g_object_unref (self->message);
  g_object_unref (self->session);
  g_object_unref (self->cancellable);
  g_free (self);
}
