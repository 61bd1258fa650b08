/* bare-sync.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libsoup/soup.h>
#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

/* The least that a program has to do to send or read that many documents: libsoup,
 * json-glib and SQLite in a loop, of the same batch and the same durability, with
 * neither merge nor history.
 *
 *     bare-sync push|pull URL USER PASSWORD DATABASE [CAMPAIGN-FILE…]
 */

#define BATCH 500

typedef struct {
  SoupSession *session;
  const char  *url;
  char        *authorization;
  sqlite3     *db;
} Bare;

static void
fail (const char *what)
{
  fprintf (stderr, "bare-sync: %s\n", what);
  exit (1);
}

static void
execute (Bare       *self,
         const char *sql)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    fail (sqlite3_errmsg (self->db));
}

static sqlite3_stmt *
prepare (Bare       *self,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (sqlite3_errmsg (self->db));

  return statement;
}

static void
run (sqlite3_stmt *statement,
     const char   *id,
     const char   *rev,
     const char   *content)
{
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, rev, -1, SQLITE_TRANSIENT);
  if (content != NULL)
    sqlite3_bind_text (statement, 3, content, -1, SQLITE_TRANSIENT);
  sqlite3_step (statement);
  sqlite3_reset (statement);
}

static JsonNode *
ask (Bare       *self,
     const char *method,
     const char *path,
     const char *body)
{
  g_autofree char *url = g_strconcat (self->url, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GBytes) sent = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  g_autoptr (GBytes) reply = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  GError *error = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                self->authorization);
  if (sent != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", sent);
  reply = soup_session_send_and_read (self->session, message, NULL, &error);
  if (reply == NULL)
    fail (error->message);
  if (!json_parser_load_from_data (parser, g_bytes_get_data (reply, NULL), g_bytes_get_size (reply),
                                   &error))
    fail (error->message);

  return json_parser_steal_root (parser);
}

static void
push_batch (Bare    *self,
            GString *body,
            GPtrArray *ids)
{
  g_autoptr (JsonNode) answer = NULL;
  sqlite3_stmt *statement = prepare (self, "UPDATE documents SET rev = ?2 WHERE id = ?1");
  JsonArray *array;

  g_string_append (body, "]}");
  answer = ask (self, "POST", "/_bulk_docs", body->str);
  array = json_node_get_array (answer);
  execute (self, "BEGIN IMMEDIATE");
  for (guint i = 0; i < json_array_get_length (array); i++)
    run (statement, g_ptr_array_index (ids, i),
         json_object_get_string_member (json_array_get_object_element (array, i), "rev"), NULL);
  execute (self, "COMMIT");
  sqlite3_finalize (statement);
  g_string_assign (body, "{\"docs\":[");
  g_ptr_array_set_size (ids, 0);
}

static void
push (Bare *self)
{
  sqlite3_stmt *statement = prepare (self, "SELECT id, content FROM documents WHERE rev = ''");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GString *body = g_string_new ("{\"docs\":[");

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append_printf (body, "%s{\"_id\":\"campaign:%s\",\"editId\":\"%s\",\"campaign\":%s}",
                              ids->len > 0 ? "," : "", sqlite3_column_text (statement, 0),
                              sqlite3_column_text (statement, 0), sqlite3_column_text (statement, 1));
      g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
      if (ids->len == BATCH)
        push_batch (self, body, ids);
    }
  if (ids->len > 0)
    push_batch (self, body, ids);
  sqlite3_finalize (statement);
  g_string_free (body, TRUE);
}

static void
store (Bare      *self,
       JsonArray *results)
{
  sqlite3_stmt *statement = prepare (self, "INSERT OR REPLACE INTO documents VALUES (?1, ?2, ?3)");

  execute (self, "BEGIN IMMEDIATE");
  for (guint i = 0; i < json_array_get_length (results); i++)
    {
      JsonObject *document = json_object_get_object_member (json_array_get_object_element (results, i),
                                                            "doc");
      g_autofree char *content = NULL;

      if (!json_object_has_member (document, "campaign"))
        continue;
      content = json_to_string (json_object_get_member (document, "campaign"), FALSE);
      run (statement, json_object_get_string_member (document, "_id"),
           json_object_get_string_member (document, "_rev"), content);
    }
  execute (self, "COMMIT");
  sqlite3_finalize (statement);
}

static void
pull (Bare *self)
{
  g_autofree char *since = g_strdup ("0");
  guint n = BATCH;

  while (n == BATCH)
    {
      g_autofree char *path = g_strdup_printf ("/_changes?include_docs=true&conflicts=true&style=all_docs"
                                               "&limit=%d&since=%s", BATCH, since);
      g_autoptr (JsonNode) answer = ask (self, "GET", path, NULL);
      JsonObject *object = json_node_get_object (answer);
      JsonArray *results = json_object_get_array_member (object, "results");

      n = json_array_get_length (results);
      store (self, results);
      g_free (since);
      since = json_to_string (json_object_get_member (object, "last_seq"), FALSE);
    }
}

static void
fill (Bare   *self,
      int     n,
      char  **files)
{
  sqlite3_stmt *statement = prepare (self, "INSERT INTO documents VALUES (?1, ?2, ?3)");

  execute (self, "BEGIN IMMEDIATE");
  for (int i = 0; i < n; i++)
    {
      g_autofree char *content = NULL;
      g_autofree char *id = g_strdup_printf ("bare-%d", i);

      if (!g_file_get_contents (files[i], &content, NULL, NULL))
        fail (files[i]);
      run (statement, id, "", content);
    }
  execute (self, "COMMIT");
  sqlite3_finalize (statement);
}

int
main (int    argc,
      char **argv)
{
  Bare self = { 0 };
  g_autofree char *both = NULL, *base64 = NULL;
  gint64 start;

  if (argc < 6)
    fail ("push|pull URL USER PASSWORD DATABASE [CAMPAIGN-FILE…]");
  both = g_strdup_printf ("%s:%s", argv[3], argv[4]);
  base64 = g_base64_encode ((const guchar *) both, strlen (both));
  self.session = soup_session_new ();
  self.url = argv[2];
  self.authorization = g_strdup_printf ("Basic %s", base64);
  if (sqlite3_open (argv[5], &self.db) != SQLITE_OK)
    fail (argv[5]);
  execute (&self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
           "CREATE TABLE documents (id TEXT PRIMARY KEY, rev TEXT, content TEXT)");
  fill (&self, argc - 6, argv + 6);

  start = g_get_monotonic_time ();
  if (g_str_equal (argv[1], "push"))
    push (&self);
  else
    pull (&self);
  printf ("%.3f\n", (g_get_monotonic_time () - start) / 1e6);
  sqlite3_close (self.db);
  g_object_unref (self.session);
  g_free (self.authorization);

  return 0;
}
