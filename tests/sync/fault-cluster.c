/* fault-cluster.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fault-cluster.h"

#include <string.h>

#include <json-glib/json-glib.h>

/* What is put behind a number makes a text of it that isn't in any order. */
static char *
hide (const char *digits)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, digits, -1);

  return g_strdup_printf ("%.4s-%s", digest, digits);
}

/* since=abcd-12 → since=12 */
void
fault_cluster_clear_since (FaultMessage *request)
{
  char *since = strstr (request->first, "since=");
  char *value = since != NULL ? since + strlen ("since=") : NULL;

  if (value != NULL && strlen (value) > 5 && value[4] == '-')
    memmove (value, value + 5, strlen (value + 5) + 1);
}

static gboolean
replace_seq (const GMatchInfo *match,
             GString          *result,
             gpointer          data)
{
  g_autofree char *name = g_match_info_fetch (match, 1);
  g_autofree char *digits = g_match_info_fetch (match, 2);
  g_autofree char *hidden = hide (digits);

  g_string_append_printf (result, "\"%s\":\"%s\"", name, hidden);

  return FALSE;
}

void
fault_cluster_hide_seq (const FaultMessage *request,
                        FaultMessage       *reply)
{
  g_autoptr (GRegex) regex = NULL;
  g_autofree char *text = NULL;
  gsize length;
  const char *data = g_bytes_get_data (reply->body, &length);

  if (strstr (request->first, "/_changes") == NULL)
    return;
  regex = g_regex_new ("\"(seq|last_seq)\":\\s*(\\d+)", 0, 0, NULL);
  text = g_regex_replace_eval (regex, data, length, 0, 0, replace_seq, NULL, NULL);
  if (text != NULL)
    fault_message_set_body (reply, text, -1);
}

/* As if nothing had happened since */
FaultMessage *
fault_cluster_nothing_new (const FaultMessage *request)
{
  const char *since = strstr (request->first, "since=");
  gsize n = since != NULL ? strcspn (since + 6, "& ") : 0;
  g_autofree char *place = since != NULL ? g_strndup (since + 6, n) : g_strdup ("0");
  g_autofree char *body = g_strdup_printf ("{\"results\":[],\"last_seq\":\"%s\",\"pending\":0}", place);
  FaultMessage *reply = fault_message_refuse (200);

  fault_message_set_body (reply, body, -1);

  return reply;
}

/* The document as a sibling of the one that is there */
static char *
make_sibling (JsonObject *document)
{
  const char *rev = json_object_get_string_member_with_default (document, "_rev", "");
  guint64 generation = g_ascii_strtoull (rev, NULL, 10) + 1;
  const char *parent = strchr (rev, '-');
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_MD5, uuid, -1);
  g_autofree char *new_rev = g_strdup_printf ("%" G_GUINT64_FORMAT "-%s", generation, hash);
  JsonObject *revisions = json_object_new ();
  JsonArray *ids = json_array_new ();

  json_array_add_string_element (ids, hash);
  if (parent != NULL)
    json_array_add_string_element (ids, parent + 1);
  json_object_set_int_member (revisions, "start", generation);
  json_object_set_array_member (revisions, "ids", ids);
  json_object_set_string_member (document, "_rev", new_rev);
  json_object_set_object_member (document, "_revisions", revisions);

  return g_steal_pointer (&new_rev);
}

static void
write_sibling (guint               port,
               const FaultMessage *like,
               JsonObject         *document)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), document);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autofree char *body = g_strdup_printf ("{\"new_edits\":false,\"docs\":[%s]}", text);
  g_autoptr (FaultMessage) request = g_new0 (FaultMessage, 1);
  g_autoptr (FaultMessage) reply = NULL;

  request->first = g_strdup (like->first);
  request->headers = g_string_new (like->headers->str);
  fault_message_set_body (request, body, -1);
  reply = fault_message_ask (port, request);
}

static JsonNode *
parse (GBytes *body)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_data (parser, g_bytes_get_data (body, NULL), g_bytes_get_size (body), NULL))
    return NULL;

  return json_parser_steal_root (parser);
}

/* Those that lost the race on one machine won it on another. */
static void
let_all_win (guint               port,
             const FaultMessage *request,
             JsonArray          *documents,
             JsonArray          *answers)
{
  for (guint i = 0; i < json_array_get_length (answers); i++)
    {
      JsonObject *said = json_array_get_object_element (answers, i);
      JsonObject *document = json_array_get_object_element (documents, i);
      g_autofree char *rev = NULL;

      if (g_strcmp0 (json_object_get_string_member_with_default (said, "error", NULL), "conflict") != 0)
        continue;
      rev = make_sibling (document);
      write_sibling (port, request, document);
      json_object_remove_member (said, "error");
      json_object_remove_member (said, "reason");
      json_object_remove_member (said, "status");
      json_object_set_boolean_member (said, "ok", TRUE);
      json_object_set_string_member (said, "rev", rev);
    }
}

FaultMessage *
fault_cluster_race (guint         port,
                    FaultMessage *request)
{
  FaultMessage *reply = fault_message_ask (port, request);
  g_autoptr (JsonNode) sent = NULL;
  g_autoptr (JsonNode) said = NULL;
  g_autofree char *text = NULL;

  if (reply == NULL || strstr (request->first, "/_bulk_docs") == NULL)
    return reply;
  sent = parse (request->body);
  said = parse (reply->body);
  if (sent == NULL || said == NULL || !JSON_NODE_HOLDS_ARRAY (said))
    return reply;

  let_all_win (port, request, json_object_get_array_member (json_node_get_object (sent), "docs"),
               json_node_get_array (said));
  text = json_to_string (said, FALSE);
  fault_message_set_body (reply, text, -1);

  return reply;
}
