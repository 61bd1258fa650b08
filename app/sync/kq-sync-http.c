/* kq-sync-http.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-http.h"

#include <libsoup/soup.h>

#include <glib/gi18n-lib.h>

#include "kq-sync-error.h"
#include "kq-sync-failure.h"

/* What a server says of why it can't is short. */
#define MAX_REFUSAL_BYTES (64 * 1024)
#define MAX_REDIRECTS 5
#define CHUNK_BYTES (64 * 1024)
/* However slowly it comes */
#define MAX_SECONDS (10 * 60)
#define MAX_RETRY_AFTER 60

struct _KqSyncHttp {
  SoupSession       *session;      /* (owned) */
  KqSyncAddress     *address;      /* (owned) */
  char              *authorization; /* (owned) (nullable) */
  KqSyncHttpOptions  options;
  GCancellable      *cancellable;  /* (owned) (nullable) */
  guint64            n_bytes;
  guint              retry_after;  /* seconds that the server asked for */
};

static char *
make_authorization (const char *user,
                    const char *password)
{
  g_autofree char *both = NULL, *base64 = NULL;

  if (*user == '\0')
    return NULL;

  both = g_strdup_printf ("%s:%s", user, password != NULL ? password : "");
  base64 = g_base64_encode ((const guchar *) both, strlen (both));

  return g_strdup_printf ("Basic %s", base64);
}

/**
 * kq_sync_http_new:
 * @address: the database
 * @user: who we are there; "" for nobody
 * @password: (nullable): the user's password
 * @options: copied
 * @cancellable: (nullable): to give up
 *
 * Returns: (transfer full): a client, for the calling thread
 */
KqSyncHttp *
kq_sync_http_new (const KqSyncAddress     *address,
                  const char              *user,
                  const char              *password,
                  const KqSyncHttpOptions *options,
                  GCancellable            *cancellable)
{
  KqSyncHttp *self = g_new0 (KqSyncHttp, 1);

  self->session = soup_session_new_with_options ("timeout", options->timeout,
                                                 "user-agent", "Kaquan/" KQ_VERSION, NULL);
  /* What is on this machine isn't asked for by way of another. */
  if (address->is_loopback)
    soup_session_set_proxy_resolver (self->session, NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  self->address = kq_sync_address_parse (address->url, NULL);
  self->authorization = make_authorization (user, password);
  self->options = *options;
  g_set_object (&self->cancellable, cancellable);

  return self;
}

void
kq_sync_http_free (KqSyncHttp *self)
{
  soup_session_abort (self->session);
  g_object_unref (self->session);
  kq_sync_address_free (self->address);
  g_free (self->authorization);
  g_clear_object (&self->cancellable);
  g_free (self);
}

void
kq_sync_reply_free (KqSyncReply *reply)
{
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_clear_pointer (&reply->node, json_node_unref);
  g_free (reply);
}

gboolean
kq_sync_reply_is_success (const KqSyncReply *reply)
{
  return reply->status >= 200 && reply->status < 300;
}

/**
 * kq_sync_reply_dup_reason:
 * @reply: a reply that isn't a success
 *
 * Returns: (transfer full): what the server says, for people who look after it
 */
char *
kq_sync_reply_dup_reason (const KqSyncReply *reply)
{
  JsonObject *object = reply->node != NULL && JSON_NODE_HOLDS_OBJECT (reply->node)
                       ? json_node_get_object (reply->node) : NULL;
  const char *reason = object != NULL
                       ? json_object_get_string_member_with_default (object, "reason", NULL) : NULL;

  return reason != NULL ? g_strdup_printf ("%u, %.200s", reply->status, reason)
                        : g_strdup_printf ("%u", reply->status);
}

static SoupMessage *
make_message (KqSyncHttp          *self,
              const KqSyncRequest *request,
              const char          *url)
{
  SoupMessage *message = soup_message_new (request->method, url);
  SoupMessageHeaders *headers;

  if (message == NULL)
    return NULL;
  headers = soup_message_get_request_headers (message);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (headers, "Accept", request->is_raw ? "*/*" : "application/json");
  if (self->authorization != NULL)
    soup_message_headers_replace (headers, "Authorization", self->authorization);
  if (request->body != NULL)
    {
      soup_message_set_request_body_from_bytes (message, request->type != NULL ? request->type
                                                : "application/json", request->body);
      self->n_bytes += g_bytes_get_size (request->body);
    }

  return message;
}

static void
set_too_large (gsize    max_bytes,
               GError **error)
{
  g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_LIMIT,
               _("The server’s answer is larger than %u MiB; it was left unread"),
               (guint) (max_bytes >> 20));
}

/* No byte more than @max_bytes is kept, whatever the server announces. */
static GBytes *
read_body (KqSyncHttp    *self,
           GInputStream  *stream,
           gsize          max_bytes,
           GError       **error)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gint64 deadline = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK_BYTES, self->cancellable, error)) > 0)
    {
      self->n_bytes += n;
      if ((gsize) n > max_bytes - body->len)
        {
          set_too_large (max_bytes, error);
          return NULL;
        }
      if (g_get_monotonic_time () > deadline)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "");
          return NULL;
        }
      g_byte_array_append (body, chunk, n);
    }

  /* Only then the connection is free for the next. */
  if (n < 0 || !g_input_stream_close (stream, self->cancellable, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&body));
}

/* A server that is elsewhere by now is followed on the same machine and by the
 * same scheme only: to anybody else nothing is told, least of all a password. */
static char *
find_redirect (KqSyncHttp   *self,
               SoupMessage  *message,
               GError      **error)
{
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                       "Location");
  g_autoptr (GUri) uri = NULL;
  GUri *from = soup_message_get_uri (message);

  if (location != NULL)
    uri = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri != NULL && g_uri_get_host (uri) != NULL &&
      g_str_equal (g_uri_get_scheme (uri), g_uri_get_scheme (from)) &&
      g_str_equal (g_uri_get_host (uri), g_uri_get_host (from)) &&
      g_uri_get_port (uri) == g_uri_get_port (from))
    return g_uri_to_string (uri);

  g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REDIRECT,
               _("The server says that it is at “%.200s”, which was told nothing. If you trust that "
                 "server, enter its address"), location != NULL ? location : "?");
  return NULL;
}

static gboolean
is_json_type (SoupMessage *message)
{
  const char *type = soup_message_headers_get_content_type (soup_message_get_response_headers (message),
                                                            NULL);

  return type == NULL || g_str_equal (type, "application/json") || g_str_equal (type, "text/plain");
}

static const KqJsonLimits limits = {
  .max_bytes = G_MAXSIZE,
  .max_depth = 70,
  .max_items = 20000,
  .max_text = 256 * 1024,
  .max_values = 2100000,
};

/* What refuses needn't be JSON: proxies have pages for that. */
static gboolean
parse (KqSyncReply   *reply,
       SoupMessage   *message,
       GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (reply->body, &length);

  if (is_json_type (message))
    reply->node = kq_json_read (data, length, &limits, &local_error);
  if (reply->node != NULL || !kq_sync_reply_is_success (reply))
    return TRUE;

  if (local_error == NULL)
    g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_FOREIGN,
                         _("What answers there isn’t a CouchDB server; check the address"));
  else if (g_error_matches (local_error, KQ_JSON_ERROR, KQ_JSON_ERROR_LIMIT))
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_LIMIT,
                 _("The server’s answer is beyond all measure: %s"), local_error->message);
  else
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY,
                 _("The server’s answer can’t be read: %s"), local_error->message);
  return FALSE;
}

static KqSyncReply *
take_reply (KqSyncHttp           *self,
            const KqSyncRequest  *request,
            SoupMessage          *message,
            GInputStream         *stream,
            GError              **error)
{
  g_autoptr (KqSyncReply) reply = g_new0 (KqSyncReply, 1);
  gsize max_bytes = request->max_bytes;

  reply->status = soup_message_get_status (message);
  if (!kq_sync_reply_is_success (reply))
    max_bytes = MIN (max_bytes, MAX_REFUSAL_BYTES);
  reply->body = read_body (self, stream, max_bytes, error);
  if (reply->body == NULL ||
      (!(request->is_raw && kq_sync_reply_is_success (reply)) && !parse (reply, message, error)))
    return NULL;

  return g_steal_pointer (&reply);
}

static void
note_retry_after (KqSyncHttp  *self,
                  SoupMessage *message)
{
  const char *text = soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                   "Retry-After");

  self->retry_after = text != NULL ? CLAMP (g_ascii_strtoll (text, NULL, 10), 0, MAX_RETRY_AFTER) : 0;
}

/* @url is replaced where the server says that it is elsewhere: then %NULL without
 * an error. */
static KqSyncReply *
send_to (KqSyncHttp           *self,
         const KqSyncRequest  *request,
         char                **url,
         GError              **error)
{
  g_autoptr (SoupMessage) message = make_message (self, request, *url);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (KqSyncReply) reply = NULL;
  g_autoptr (GError) local_error = NULL;
  guint status;

  stream = soup_session_send (self->session, message, self->cancellable, &local_error);
  if (stream != NULL && SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (message)))
    {
      g_autofree char *elsewhere = find_redirect (self, message, error);

      if (elsewhere != NULL)
        {
          g_free (*url);
          *url = g_steal_pointer (&elsewhere);
        }
      return NULL;
    }
  if (stream != NULL)
    reply = take_reply (self, request, message, stream, &local_error);
  if (reply == NULL)
    {
      kq_sync_failure_set (message, self->address, local_error, error);
      return NULL;
    }

  note_retry_after (self, message);
  status = reply->status;
  if (kq_sync_failure_is_status (status))
    {
      kq_sync_failure_set_status (status, self->address, error);
      return NULL;
    }

  return g_steal_pointer (&reply);
}

static KqSyncReply *
try_once (KqSyncHttp           *self,
          const KqSyncRequest  *request,
          GError              **error)
{
  g_autofree char *url = g_strconcat (request->is_root ? self->address->root : self->address->url,
                                      request->path, NULL);

  for (guint i = 0; i < MAX_REDIRECTS; i++)
    {
      g_autoptr (GError) local_error = NULL;
      KqSyncReply *reply = send_to (self, request, &url, &local_error);

      if (reply != NULL)
        return reply;
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REDIRECT,
                       _("The server sends around in a circle; whoever looks after it has to mend "
                         "that"));
  return NULL;
}

/**
 * kq_sync_http_wait:
 * @self: a client
 * @n_failures: how often it failed in a row, from 1
 * @error: return location for an error
 *
 * Waits before it is tried again: longer each time, and not in step with the
 * other desktops.
 *
 * Returns: whether to go on; if not, it was cancelled
 */
gboolean
kq_sync_http_wait (KqSyncHttp  *self,
                   guint        n_failures,
                   GError     **error)
{
  guint longest = MIN (self->options.pause << MIN (n_failures - 1, 16), self->options.max_pause);
  int milliseconds = longest / 2 + g_random_int_range (0, longest + 1);
  GPollFD fd = { -1, 0, 0 };
  gboolean has_fd;

  milliseconds = MAX (milliseconds, (int) self->retry_after * 1000);
  self->retry_after = 0;
  has_fd = self->cancellable != NULL && g_cancellable_make_pollfd (self->cancellable, &fd);
  g_poll (&fd, has_fd ? 1 : 0, milliseconds);
  if (has_fd)
    g_cancellable_release_fd (self->cancellable);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * kq_sync_http_send:
 * @self: a client
 * @request: what to ask
 * @error: return location for an error
 *
 * Asks the server, waiting. All that is asked is safe to be asked twice: whoever
 * sends a document sees by its edit whether it arrived the first time.
 *
 * Returns: (transfer full) (nullable): the answer, also one that refuses, but for
 *   401, 403, 429 and those from 500 on; or %NULL with a #KqSyncError or
 *   %G_IO_ERROR_CANCELLED
 */
KqSyncReply *
kq_sync_http_send (KqSyncHttp           *self,
                   const KqSyncRequest  *request,
                   GError              **error)
{
  for (guint n_failures = 1; ; n_failures++)
    {
      g_autoptr (GError) local_error = NULL;
      KqSyncReply *reply = try_once (self, request, &local_error);

      if (reply != NULL)
        return reply;
      if (n_failures >= self->options.tries || !kq_sync_error_is_transient (local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (!kq_sync_http_wait (self, n_failures, error))
        return NULL;
    }
}

/* How much was sent and read so far */
guint64
kq_sync_http_get_bytes (KqSyncHttp *self)
{
  return self->n_bytes;
}
