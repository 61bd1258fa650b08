/* kq-sync-probe.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-probe.h"

#include <glib/gi18n-lib.h>

#include "kq-sync-document.h"
#include "kq-sync-error.h"

#define MAX_BYTES (256 * 1024)

static KqSyncReply *
get (KqSyncHttp  *http,
     const char  *path,
     gboolean     is_root,
     GError     **error)
{
  const KqSyncRequest request = { "GET", path, .is_root = is_root, .max_bytes = MAX_BYTES };

  return kq_sync_http_send (http, &request, error);
}

/* Where the password is right, it is the right that is missing: some servers say
 * 401 for either.
 * @error: (inout): is made more exact */
void
kq_sync_probe_explain (KqSyncHttp  *http,
                       const char  *user,
                       GError     **error)
{
  g_autoptr (KqSyncReply) reply = NULL;
  JsonObject *session, *context;

  if (error == NULL || !g_error_matches (*error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_PASSWORD) ||
      *user == '\0')
    return;

  reply = get (http, "/_session", TRUE, NULL);
  session = reply != NULL ? kq_sync_document_get_object (reply->node) : NULL;
  context = session != NULL
            ? kq_sync_document_get_object (json_object_get_member (session, "userCtx")) : NULL;
  if (context == NULL || g_strcmp0 (kq_sync_document_get_text (context, "name"), user) != 0)
    return;

  g_clear_error (error);
  g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_RIGHT,
               _("The password is right, but “%s” has no right to the database; ask whoever looks "
                 "after it"), user);
}

/* A server that shows who it is shows a CouchDB; one that doesn't may be one. */
static gboolean
check_server (KqSyncHttp  *http,
              GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (KqSyncReply) reply = get (http, "/", TRUE, &local_error);
  JsonObject *object = reply != NULL ? kq_sync_document_get_object (reply->node) : NULL;

  if (reply == NULL && !g_error_matches (local_error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_PASSWORD) &&
      !g_error_matches (local_error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_RIGHT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (reply == NULL || !kq_sync_reply_is_success (reply) ||
      (object != NULL && (json_object_has_member (object, "couchdb") ||
                          json_object_has_member (object, "express-pouchdb"))))
    return TRUE;

  g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_FOREIGN,
                       _("What answers there isn’t a CouchDB server; check the address"));
  return FALSE;
}

static gboolean
check_database (KqSyncHttp           *http,
                const KqSyncAddress  *address,
                GError              **error)
{
  g_autoptr (KqSyncReply) reply = get (http, "", FALSE, error);
  JsonObject *object = reply != NULL ? kq_sync_document_get_object (reply->node) : NULL;

  if (reply == NULL)
    return FALSE;
  if (kq_sync_reply_is_success (reply) && object != NULL && json_object_has_member (object, "db_name"))
    return TRUE;

  if (reply->status == 404 && object != NULL)
    g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_DATABASE,
                 _("The server has no database “%s”"), address->database);
  else
    g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_FOREIGN,
                         _("What answers there isn’t a CouchDB server; check the address"));
  return FALSE;
}

/**
 * kq_sync_probe:
 * @http: a client
 * @address: the database
 * @user: who we are there
 * @error: return location for an error
 *
 * Tries a connection.
 *
 * Returns: whether it is fine; if not, a #KqSyncError says exactly what is wrong
 */
gboolean
kq_sync_probe (KqSyncHttp           *http,
               const KqSyncAddress  *address,
               const char           *user,
               GError              **error)
{
  g_autoptr (GError) local_error = NULL;

  if (check_server (http, &local_error) && check_database (http, address, &local_error))
    return TRUE;
  kq_sync_probe_explain (http, user, &local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
