/* kq-sync-couch.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-couch.h"

#include <glib/gi18n-lib.h>

#include "kq-sync-document.h"
#include "kq-sync-error.h"

/* Answers that hold no documents */
#define MAX_SMALL_BYTES (256 * 1024)
#define MAX_LIST_BYTES (8 * 1024 * 1024)
/* Of one document, all that the format allows and what is around it */
#define MAX_DOCUMENT_BYTES (80 * 1024 * 1024)

#define IDENTITY "/meta:identity"

void
kq_sync_answered_free (KqSyncAnswered *self)
{
  g_free (self->rev);
  g_free (self->reason);
  g_free (self);
}

static void
set_unexpected (const KqSyncReply  *reply,
                GError            **error)
{
  g_autofree char *reason = kq_sync_reply_dup_reason (reply);

  if (reply->status == 404 && reply->node != NULL)
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_DATABASE,
                 _("The server has no such database (%s)"), reason);
  else if (reply->node == NULL)
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_FOREIGN,
                 _("What answers there isn’t a CouchDB server (%s); check the address"), reason);
  else
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY,
                 _("The server refuses what it should understand (%s)"), reason);
}

static void
set_malformed (GError **error)
{
  g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY,
                       _("The server’s answer isn’t what a CouchDB server answers"));
}

/**
 * kq_sync_couch_get_document:
 * @http: a client
 * @id: a document's id
 * @query: what to ask besides, escaped
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document; %NULL without an error where
 *   there is none, or no such revision
 */
JsonNode *
kq_sync_couch_get_document (KqSyncHttp  *http,
                            const char  *id,
                            const char  *query,
                            GError     **error)
{
  g_autofree char *path = g_strdup_printf ("/%s?%s", id, query);
  const KqSyncRequest request = { "GET", path, .max_bytes = MAX_DOCUMENT_BYTES };
  g_autoptr (KqSyncReply) reply = kq_sync_http_send (http, &request, error);

  if (reply == NULL || reply->status == 404)
    return NULL;
  if (!kq_sync_reply_is_success (reply))
    {
      set_unexpected (reply, error);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (reply->node))
    {
      set_malformed (error);
      return NULL;
    }

  return g_steal_pointer (&reply->node);
}

static KqSyncAnswered *
read_answer (JsonObject *object)
{
  KqSyncAnswered *self = g_new0 (KqSyncAnswered, 1);
  const char *rev = kq_sync_document_get_text (object, "rev");
  const char *what = kq_sync_document_get_text (object, "error");
  const char *reason = kq_sync_document_get_text (object, "reason");
  gint64 status = json_object_get_int_member_with_default (object, "status", 0);

  if (rev != NULL && what == NULL && kq_sync_document_is_rev (rev))
    {
      self->kind = KQ_SYNC_ANSWERED_STORED;
      self->rev = g_strdup (rev);
    }
  else if (g_strcmp0 (what, "conflict") == 0 || status == 409)
    {
      self->kind = KQ_SYNC_ANSWERED_CONFLICT;
    }
  else if (what == NULL || status >= 500 || g_str_has_prefix (what, "internal"))
    {
      self->kind = KQ_SYNC_ANSWERED_LATER;
    }
  else
    {
      self->kind = KQ_SYNC_ANSWERED_REFUSED;
      self->reason = g_strdup_printf ("%.100s: %.200s", what, reason != NULL ? reason : "");
    }

  return self;
}

static GPtrArray *
read_answers (JsonNode  *node,
              guint      n,
              GError   **error)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_answered_free);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < MIN (n, json_array_get_length (array)); i++)
    {
      JsonObject *object = kq_sync_document_get_object (json_array_get_element (array, i));

      if (object != NULL)
        g_ptr_array_add (answers, read_answer (object));
    }
  if (answers->len == n)
    return answers;

  g_ptr_array_unref (answers);
  set_malformed (error);
  return NULL;
}

/* The whole of it was refused: for one document that says it; else it is in
 * there somewhere. */
static GPtrArray *
answer_refusal (const KqSyncReply  *reply,
                guint               n,
                GError            **error)
{
  GPtrArray *answers;

  if (reply->status != 400 && reply->status != 413)
    {
      set_unexpected (reply, error);
      return NULL;
    }

  answers = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_answered_free);
  for (guint i = 0; n == 1 && i < n; i++)
    {
      KqSyncAnswered *answer = g_new0 (KqSyncAnswered, 1);

      answer->kind = KQ_SYNC_ANSWERED_REFUSED;
      answer->reason = reply->status == 413 ? g_strdup (_("it is too large for the server"))
                                            : kq_sync_reply_dup_reason (reply);
      g_ptr_array_add (answers, answer);
    }

  return answers;
}

/**
 * kq_sync_couch_send_documents:
 * @http: a client
 * @docs: the documents, with commas between
 * @n: how many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type KqSyncAnswered): what came of
 *   each; none where the server refused all of them for one's sake, and they have
 *   to be sent in parts
 */
GPtrArray *
kq_sync_couch_send_documents (KqSyncHttp  *http,
                              GString     *docs,
                              guint        n,
                              GError     **error)
{
  g_autoptr (GBytes) body = NULL;
  KqSyncRequest request = { "POST", "/_bulk_docs", .max_bytes = MAX_LIST_BYTES };
  g_autoptr (KqSyncReply) reply = NULL;
  GString *text = g_string_sized_new (docs->len + 16);

  g_string_append (text, "{\"docs\":[");
  g_string_append_len (text, docs->str, docs->len);
  g_string_append (text, "]}");
  body = g_string_free_to_bytes (text);
  request.body = body;
  reply = kq_sync_http_send (http, &request, error);
  if (reply == NULL)
    return NULL;

  return kq_sync_reply_is_success (reply) ? read_answers (reply->node, n, error)
                                          : answer_refusal (reply, n, error);
}

/* @created: (out): whether it is there now; if not, somebody was first */
static gboolean
create_identity (KqSyncHttp  *http,
                 GError     **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *json = g_strdup_printf ("{\"identity\":\"%s\"}", uuid);
  g_autoptr (GBytes) body = g_bytes_new (json, strlen (json));
  const KqSyncRequest request = { "PUT", IDENTITY, .body = body, .max_bytes = MAX_SMALL_BYTES };
  g_autoptr (KqSyncReply) reply = kq_sync_http_send (http, &request, error);

  if (reply == NULL)
    return FALSE;
  if (kq_sync_reply_is_success (reply) || reply->status == 409)
    return TRUE;

  set_unexpected (reply, error);
  return FALSE;
}

/**
 * kq_sync_couch_get_identity:
 * @http: a client
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the UUID of the database, which is given one
 *   where it has none
 */
char *
kq_sync_couch_get_identity (KqSyncHttp  *http,
                            GError     **error)
{
  const KqSyncRequest request = { "GET", IDENTITY, .max_bytes = MAX_SMALL_BYTES };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (KqSyncReply) reply = kq_sync_http_send (http, &request, error);
      JsonObject *object = reply != NULL ? kq_sync_document_get_object (reply->node) : NULL;
      const char *identity = object != NULL ? kq_sync_document_get_text (object, "identity") : NULL;
      const char *reason = object != NULL ? kq_sync_document_get_text (object, "reason") : NULL;

      if (reply == NULL)
        return NULL;
      if (kq_sync_reply_is_success (reply) && identity != NULL && *identity != '\0' &&
          strlen (identity) <= 100)
        return g_strdup (identity);
      /* A database that isn't there is not found as well. */
      if (reply->status != 404 || object == NULL ||
          (g_strcmp0 (reason, "missing") != 0 && g_strcmp0 (reason, "deleted") != 0))
        {
          if (kq_sync_reply_is_success (reply))
            set_malformed (error);
          else
            set_unexpected (reply, error);
          return NULL;
        }
      if (!create_identity (http, error))
        return NULL;
    }

  set_malformed (error);
  return NULL;
}

/**
 * kq_sync_couch_get_checkpoint:
 * @http: a client
 * @client: who we are
 * @checkpoint: (out) (transfer full): what we left there; "" for nothing
 * @error: return location for an error
 *
 * Returns: whether it could be asked
 */
gboolean
kq_sync_couch_get_checkpoint (KqSyncHttp  *http,
                              const char  *client,
                              char       **checkpoint,
                              GError     **error)
{
  g_autofree char *path = g_strdup_printf ("/_local/%s", client);
  const KqSyncRequest request = { "GET", path, .max_bytes = MAX_SMALL_BYTES };
  g_autoptr (KqSyncReply) reply = kq_sync_http_send (http, &request, error);
  JsonObject *object = reply != NULL ? kq_sync_document_get_object (reply->node) : NULL;
  const char *text = object != NULL ? kq_sync_document_get_text (object, "checkpoint") : NULL;

  if (reply == NULL)
    return FALSE;
  if (!kq_sync_reply_is_success (reply) && reply->status != 404)
    {
      set_unexpected (reply, error);
      return FALSE;
    }
  *checkpoint = g_strdup (text != NULL ? text : "");

  return TRUE;
}

static char *
get_local_rev (KqSyncHttp  *http,
               const char  *path,
               GError     **error)
{
  const KqSyncRequest request = { "GET", path, .max_bytes = MAX_SMALL_BYTES };
  g_autoptr (KqSyncReply) reply = kq_sync_http_send (http, &request, error);
  JsonObject *object = reply != NULL ? kq_sync_document_get_object (reply->node) : NULL;
  const char *rev = object != NULL ? kq_sync_document_get_text (object, "_rev") : NULL;

  return reply != NULL ? g_strdup (rev != NULL ? rev : "") : NULL;
}

/**
 * kq_sync_couch_set_checkpoint:
 * @http: a client
 * @client: who we are
 * @checkpoint: what to leave there
 * @error: return location for an error
 *
 * Returns: whether it is there
 */
gboolean
kq_sync_couch_set_checkpoint (KqSyncHttp  *http,
                              const char  *client,
                              const char  *checkpoint,
                              GError     **error)
{
  g_autofree char *path = g_strdup_printf ("/_local/%s", client);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *rev = get_local_rev (http, path, error);
      g_autofree char *json = NULL;
      g_autoptr (GBytes) body = NULL;
      KqSyncRequest request = { "PUT", path, .max_bytes = MAX_SMALL_BYTES };
      g_autoptr (KqSyncReply) reply = NULL;

      if (rev == NULL)
        return FALSE;
      json = g_strdup_printf ("{%s%s%s\"checkpoint\":\"%s\"}", *rev != '\0' ? "\"_rev\":\"" : "",
                              rev, *rev != '\0' ? "\"," : "", checkpoint);
      body = g_bytes_new (json, strlen (json));
      request.body = body;
      reply = kq_sync_http_send (http, &request, error);
      if (reply == NULL)
        return FALSE;
      if (kq_sync_reply_is_success (reply))
        return TRUE;
      if (reply->status != 409)
        {
          set_unexpected (reply, error);
          return FALSE;
        }
    }

  g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_BUSY,
                       _("The server keeps refusing what only we write there"));
  return FALSE;
}
