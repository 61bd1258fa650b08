/* kq-sync-changes.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-sync-couch.h"
#include "kq-sync-document.h"
#include "kq-sync-error.h"

/* The list of changes, and documents asked for by their ids. */

#define MAX_LIST_BYTES (16 * 1024 * 1024)
/* More versions of one document are nobody's work. */
#define MAX_LOSERS 1000
#define MAX_SEQ 4096

void
kq_sync_hidden_free (KqSyncHidden *self)
{
  g_free (self->id);
  g_strfreev (self->losers);
  g_free (self);
}

static KqSyncPage *
page_new (void)
{
  KqSyncPage *self = g_new0 (KqSyncPage, 1);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_incoming_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_problem_free);
  self->hidden = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_hidden_free);

  return self;
}

void
kq_sync_page_free (KqSyncPage *self)
{
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->hidden);
  g_free (self->since);
  g_free (self);
}

static void
add_problem (KqSyncPage *self,
             const char *id,
             const char *message)
{
  g_autofree char *valid = g_utf8_substring (id, 0, MIN (g_utf8_strlen (id, -1), 200));

  g_ptr_array_add (self->problems, kq_sync_problem_new (valid, message, FALSE));
}

/* Where the remote was read up to: a number here, a text there, and nothing but
 * to be given back. */
static char *
dup_seq (JsonNode *node)
{
  gsize length;
  char *text;

  if (node == NULL)
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    text = g_strdup (json_node_get_string (node));
  else
    text = g_strstrip (kq_json_write (node, &length));
  if (*text != '\0' && strlen (text) <= MAX_SEQ)
    return text;

  g_free (text);
  return NULL;
}

static void
add_hidden (KqSyncPage *self,
            const char *id,
            JsonArray  *losers)
{
  guint n = json_array_get_length (losers);
  g_autoptr (GStrvBuilder) revs = g_strv_builder_new ();
  KqSyncHidden *hidden;

  if (n > MAX_LOSERS)
    {
      add_problem (self, id, _("the server has more versions of it than anybody could have made"));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      JsonNode *rev = json_array_get_element (losers, i);

      if (json_node_get_value_type (rev) == G_TYPE_STRING &&
          kq_sync_document_is_rev (json_node_get_string (rev)))
        g_strv_builder_add (revs, json_node_get_string (rev));
    }

  hidden = g_new0 (KqSyncHidden, 1);
  hidden->id = g_strdup (id);
  hidden->losers = g_strv_builder_end (revs);
  g_ptr_array_add (self->hidden, hidden);
}

static void
add_document (KqSyncPage *self,
              const char *id,
              JsonObject *document)
{
  JsonNode *losers = json_object_get_member (document, "_conflicts");
  g_autoptr (GError) error = NULL;
  KqSyncIncoming *incoming;

  if (losers != NULL && JSON_NODE_HOLDS_ARRAY (losers) &&
      json_array_get_length (json_node_get_array (losers)) > 0)
    {
      add_hidden (self, id, json_node_get_array (losers));
      return;
    }

  incoming = kq_sync_document_read (document, &error);
  if (incoming != NULL)
    g_ptr_array_add (self->documents, incoming);
  else
    add_problem (self, id, error->message);
}

/* Documents of others are said once, and left alone. */
static void
add_change (KqSyncPage *self,
            JsonObject *change)
{
  const char *id = kq_sync_document_get_text (change, "id");
  JsonObject *document = kq_sync_document_get_object (json_object_get_member (change, "doc"));
  KqSyncKind kind = id != NULL ? kq_sync_document_get_kind (id) : KQ_SYNC_KIND_OTHER;

  if (kind == KQ_SYNC_KIND_OTHER)
    return;
  if (kind == KQ_SYNC_KIND_FOREIGN)
    add_problem (self, id, _("it is nothing of Kaquan’s"));
  else if (document == NULL)
    add_problem (self, id, _("the server doesn’t say what is in it"));
  else
    add_document (self, id, document);
}

/* One revision that the library has, or something new */
static void
add_listed (KqSyncPage *self,
            JsonObject *change)
{
  const char *id = kq_sync_document_get_text (change, "id");
  JsonNode *node = json_object_get_member (change, "changes");
  JsonArray *revs = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonObject *first = revs != NULL && json_array_get_length (revs) == 1
                      ? kq_sync_document_get_object (json_array_get_element (revs, 0)) : NULL;
  const char *rev = first != NULL ? kq_sync_document_get_text (first, "rev") : NULL;

  if (id == NULL || kq_sync_document_get_kind (id) > KQ_SYNC_KIND_FACTS)
    return;
  g_ptr_array_add (self->documents, kq_sync_document_new (id, rev != NULL ? rev : "?", FALSE));
}

static KqSyncPage *
read_changes (JsonNode  *node,
              void     (*add) (KqSyncPage *self, JsonObject *change),
              GError   **error)
{
  JsonObject *object = kq_sync_document_get_object (node);
  JsonNode *results = object != NULL ? json_object_get_member (object, "results") : NULL;
  g_autofree char *since = object != NULL ? dup_seq (json_object_get_member (object, "last_seq")) : NULL;
  KqSyncPage *page;

  if (since == NULL || results == NULL || !JSON_NODE_HOLDS_ARRAY (results))
    {
      g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY,
                           _("The server’s answer isn’t a list of changes"));
      return NULL;
    }

  page = page_new ();
  page->since = g_steal_pointer (&since);
  page->n_changes = json_array_get_length (json_node_get_array (results));
  for (guint i = 0; i < page->n_changes; i++)
    {
      JsonObject *change = kq_sync_document_get_object (
        json_array_get_element (json_node_get_array (results), i));

      if (change != NULL)
        add (page, change);
    }

  return page;
}

static KqSyncPage *
ask_changes (KqSyncHttp  *http,
             const char  *query,
             const char  *since,
             guint        limit,
             gsize        max_bytes,
             void       (*add) (KqSyncPage *self, JsonObject *change),
             GError     **error)
{
  g_autofree char *escaped = g_uri_escape_string (*since != '\0' ? since : "0", NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("/_changes?%s&limit=%u&since=%s", query,
                                           limit, escaped);
  const KqSyncRequest request = { "GET", path, .max_bytes = max_bytes };
  g_autoptr (KqSyncReply) reply = kq_sync_http_send (http, &request, error);

  if (reply == NULL)
    return NULL;
  if (kq_sync_reply_is_success (reply))
    return read_changes (reply->node, add, error);

  if (reply->status == 404)
    g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_DATABASE,
                         _("The server has no such database"));
  else
    {
      g_autofree char *reason = kq_sync_reply_dup_reason (reply);

      g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY,
                   _("The server doesn’t list its changes (%s)"), reason);
    }

  return NULL;
}

/**
 * kq_sync_couch_get_changes:
 * @http: a client
 * @since: where to begin; "" for the beginning
 * @limit: how many at most
 * @max_bytes: how much at most
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what changed, with its content
 */
KqSyncPage *
kq_sync_couch_get_changes (KqSyncHttp  *http,
                           const char  *since,
                           guint        limit,
                           gsize        max_bytes,
                           GError     **error)
{
  return ask_changes (http, "include_docs=true&conflicts=true&style=all_docs",
                      since, limit, max_bytes, add_change, error);
}

/**
 * kq_sync_couch_list_changes:
 * @http: a client
 * @since: where to begin; "" for the beginning
 * @limit: how many at most
 * @all_revs: whether to look at all revisions of a document
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what changed, without its content: of each
 *   document the revision, where it has only one
 */
KqSyncPage *
kq_sync_couch_list_changes (KqSyncHttp  *http,
                            const char  *since,
                            guint        limit,
                            gboolean     all_revs,
                            GError     **error)
{
  return ask_changes (http, all_revs ? "style=all_docs" : "style=main_only", since, limit,
                      MAX_LIST_BYTES, add_listed, error);
}

static void
add_row (KqSyncPage *self,
         JsonObject *row)
{
  const char *id = kq_sync_document_get_text (row, "key");
  JsonObject *document = kq_sync_document_get_object (json_object_get_member (row, "doc"));
  JsonObject *value = kq_sync_document_get_object (json_object_get_member (row, "value"));
  const char *rev = value != NULL ? kq_sync_document_get_text (value, "rev") : NULL;

  if (id == NULL || kq_sync_document_get_kind (id) > KQ_SYNC_KIND_FACTS)
    return;
  if (document != NULL)
    add_document (self, id, document);
  else if (rev != NULL && kq_sync_document_is_rev (rev))
    g_ptr_array_add (self->documents, kq_sync_document_new (id, rev, TRUE));
}

static GBytes *
make_keys (GPtrArray *ids)
{
  GString *json = g_string_new ("{\"keys\":[");

  for (guint i = 0; i < ids->len; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      kq_sync_document_append_text (json, g_ptr_array_index (ids, i));
    }
  g_string_append (json, "]}");

  return g_string_free_to_bytes (json);
}

/**
 * kq_sync_couch_get_documents:
 * @http: a client
 * @ids: (element-type utf8): documents' ids
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what those documents are now; of what was
 *   deleted its revision only, and of what isn't there nothing
 */
KqSyncPage *
kq_sync_couch_get_documents (KqSyncHttp  *http,
                             GPtrArray   *ids,
                             GError     **error)
{
  g_autoptr (GBytes) body = make_keys (ids);
  const KqSyncRequest request = { "POST", "/_all_docs?include_docs=true&conflicts=true",
                                  .body = body, .max_bytes = 80 * 1024 * 1024 };
  g_autoptr (KqSyncReply) reply = kq_sync_http_send (http, &request, error);
  JsonObject *object = reply != NULL ? kq_sync_document_get_object (reply->node) : NULL;
  JsonNode *rows = object != NULL ? json_object_get_member (object, "rows") : NULL;
  KqSyncPage *page;

  if (reply == NULL)
    return NULL;
  if (!kq_sync_reply_is_success (reply) || rows == NULL || !JSON_NODE_HOLDS_ARRAY (rows))
    {
      g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY,
                           _("The server doesn’t give the documents that it was asked for"));
      return NULL;
    }

  page = page_new ();
  for (guint i = 0; i < json_array_get_length (json_node_get_array (rows)); i++)
    {
      JsonObject *row = kq_sync_document_get_object (
        json_array_get_element (json_node_get_array (rows), i));

      if (row != NULL)
        add_row (page, row);
    }
  page->n_changes = page->documents->len + page->hidden->len;

  return page;
}
