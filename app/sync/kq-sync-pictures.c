/* kq-sync-pictures.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-asset-source.h"
#include "kq-sync-document.h"
#include "kq-sync-error.h"
#include "kq-sync-run.h"

/* Pictures are documents of their own, asset:<sha256> with one attachment `data`:
 * there before the campaign that names them, and never changed. */

/* A picture is no larger anywhere. */
#define MAX_BYTES (16 * 1024 * 1024)
/* So many that aren't there are asked for at a time. */
#define MAX_MISSING 1000
#define TRIES 3
/* So many are looked for at a time. */
#define MAX_UNSENT 500

static char *
md5_of (GBytes *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  guint8 digest[16];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;

  g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_checksum_get_digest (checksum, digest, &length);
  base64 = g_base64_encode (digest, length);

  return g_strdup_printf ("md5-%s", base64);
}

/* An upload that was cut off may have left less than all. */
static gboolean
is_whole (JsonObject *document,
          GBytes     *bytes)
{
  JsonObject *attachments = kq_sync_document_get_object (json_object_get_member (document, "_attachments"));
  JsonObject *data = attachments != NULL
                     ? kq_sync_document_get_object (json_object_get_member (attachments, "data")) : NULL;
  g_autofree char *digest = NULL;

  if (data == NULL ||
      json_object_get_int_member_with_default (data, "length", -1) != (gint64) g_bytes_get_size (bytes))
    return FALSE;
  digest = md5_of (bytes);

  return g_strcmp0 (kq_sync_document_get_text (data, "digest"), digest) == 0;
}

static const char *
guess_type (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "image/jpeg";

  return length >= 4 && memcmp (data, "\x89PNG", 4) == 0 ? "image/png" : "application/octet-stream";
}

static KqSyncReply *
put (KqSyncRun   *self,
     const char  *sha256,
     const char  *rev,
     GBytes      *bytes,
     GError     **error)
{
  g_autofree char *path = g_strdup_printf ("/asset:%s/data%s%s", sha256, *rev != '\0' ? "?rev=" : "",
                                           rev);
  const KqSyncRequest request = { "PUT", path, .body = bytes, .type = guess_type (bytes),
                                  .max_bytes = 64 * 1024 };

  return kq_sync_http_send (self->http, &request, error);
}

/* @rev: (inout): the document's revision, "" for none
 * @whole: (out): whether the picture is there whole */
static gboolean
look (KqSyncRun   *self,
      const char  *sha256,
      GBytes      *bytes,
      char       **rev,
      gboolean    *whole,
      GError     **error)
{
  g_autofree char *path = g_strdup_printf ("/asset:%s", sha256);
  const KqSyncRequest request = { "GET", path, .max_bytes = 64 * 1024 };
  g_autoptr (KqSyncReply) reply = kq_sync_http_send (self->http, &request, error);
  JsonObject *document = reply != NULL ? kq_sync_document_get_object (reply->node) : NULL;
  const char *text = document != NULL ? kq_sync_document_get_text (document, "_rev") : NULL;

  if (reply == NULL)
    return FALSE;
  g_free (*rev);
  *rev = g_strdup (text != NULL && kq_sync_document_is_rev (text) ? text : "");
  *whole = document != NULL && is_whole (document, bytes);

  return TRUE;
}

/* @refusal: (out): why the server doesn't take it */
static gboolean
send_picture (KqSyncRun   *self,
              const char  *sha256,
              GBytes      *bytes,
              char       **refusal,
              GError     **error)
{
  g_autofree char *rev = g_strdup ("");

  for (guint i = 0; i < TRIES; i++)
    {
      g_autoptr (KqSyncReply) reply = put (self, sha256, rev, bytes, error);
      gboolean whole;

      if (reply == NULL)
        return FALSE;
      if (kq_sync_reply_is_success (reply))
        {
          self->report->pictures_sent++;
          return TRUE;
        }
      if (reply->status != 409)
        {
          g_autofree char *reason = kq_sync_reply_dup_reason (reply);

          *refusal = g_strdup_printf (_("the server doesn’t take the picture %.12s… (%s)"), sha256,
                                      reason);
          return TRUE;
        }
      if (!look (self, sha256, bytes, &rev, &whole, error))
        return FALSE;
      if (whole)
        return TRUE;
    }

  g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_BUSY,
                       _("Others keep writing the same picture"));
  return FALSE;
}

static gboolean
send_of_document (KqSyncRun       *self,
                  KqSyncOutgoing  *out,
                  GHashTable      *done,
                  GPtrArray       *sent,
                  GError         **error)
{
  for (guint i = 0; out->assets != NULL && out->refusal == NULL && i < out->assets->len; i++)
    {
      const char *sha256 = g_ptr_array_index (out->assets, i);
      g_autoptr (GError) local_error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      if (!g_hash_table_add (done, (gpointer) sha256))
        continue;
      bytes = kq_library_sync_load_asset (self->library, sha256, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (bytes == NULL)
        continue;
      if (!send_picture (self, sha256, bytes, &out->refusal, error))
        return FALSE;
      if (out->refusal == NULL)
        g_ptr_array_add (sent, g_strdup (sha256));
      else
        g_hash_table_remove (done, sha256);
      kq_sync_run_tell (self);
    }

  return TRUE;
}

/**
 * kq_sync_send_pictures:
 * @self: a run
 * @documents: (element-type KqSyncOutgoing): campaigns that are to be sent
 * @error: return location for an error
 *
 * Sends the pictures that they need. A campaign of which the server doesn't take one
 * gets a refusal.
 *
 * Returns: whether the others are there
 */
gboolean
kq_sync_send_pictures (KqSyncRun  *self,
                       GPtrArray  *documents,
                       GError    **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sent = g_ptr_array_new_with_free_func (g_free);
  gboolean success = TRUE;

  for (guint i = 0; success && i < documents->len; i++)
    {
      KqSyncOutgoing *out = g_ptr_array_index (documents, i);

      if (!out->deleted)
        success = send_of_document (self, out, done, sent, error);
    }

  return (sent->len == 0 || kq_library_sync_note_assets (self->library, sent, success ? error : NULL)) &&
         success;
}

static gboolean
mend_picture (KqSyncRun   *self,
              const char  *sha256,
              GPtrArray   *whole,
              GError     **error)
{
  g_autofree char *rev = g_strdup ("");
  g_autofree char *refusal = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = kq_library_sync_load_asset (self->library, sha256, &local_error);
  gboolean is_there;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (bytes == NULL)
    return TRUE;
  if (!look (self, sha256, bytes, &rev, &is_there, error) ||
      (!is_there && !send_picture (self, sha256, bytes, &refusal, error)))
    return FALSE;
  if (refusal == NULL)
    g_ptr_array_add (whole, g_strdup (sha256));

  return TRUE;
}

/**
 * kq_sync_mend_pictures:
 * @self: a run
 * @error: return location for an error
 *
 * Looks for pictures of campaigns that needn't be sent: a database that was restored
 * may lack them, and an upload that was cut off has less than all. Those of one run
 * are no more than a few hundred, and the others are for the next.
 *
 * Returns: whether they are there
 */
gboolean
kq_sync_mend_pictures (KqSyncRun  *self,
                       GError    **error)
{
  g_autoptr (GPtrArray) unsent = kq_library_sync_list_unsent (self->library, MAX_UNSENT, error);
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);
  gboolean done = unsent != NULL;

  for (guint i = 0; done && i < unsent->len; i++)
    done = mend_picture (self, g_ptr_array_index (unsent, i), whole, error);

  return (whole->len == 0 || kq_library_sync_note_assets (self->library, whole, done ? error : NULL)) &&
         done;
}

/* What isn't there yet comes later; what isn't what it should be is left. */
static gboolean
fetch_picture (KqSyncRun   *self,
               const char  *sha256,
               GError     **error)
{
  g_autofree char *path = g_strdup_printf ("/asset:%s/data", sha256);
  const KqSyncRequest request = { "GET", path, .max_bytes = MAX_BYTES, .is_raw = TRUE };
  g_autoptr (GError) local_error = NULL;
  g_autoptr (KqSyncReply) reply = kq_sync_http_send (self->http, &request, &local_error);
  g_autofree char *found = NULL;

  if (reply == NULL)
    {
      if (g_error_matches (local_error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_LIMIT))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!kq_sync_reply_is_success (reply))
    return TRUE;
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, reply->body);
  if (!g_str_equal (found, sha256))
    return TRUE;

  self->report->pictures_received++;
  kq_sync_run_tell (self);

  return kq_library_sync_add_asset (self->library, sha256, reply->body, error);
}

/**
 * kq_sync_fetch_pictures:
 * @self: a run
 * @error: return location for an error
 *
 * Fetches the pictures that campaigns need and that aren't here. One that the remote
 * hasn't got, or has wrong, stays missing.
 *
 * Returns: whether they were asked for
 */
gboolean
kq_sync_fetch_pictures (KqSyncRun  *self,
                        GError    **error)
{
  g_autoptr (GPtrArray) missing = kq_library_sync_list_missing (self->library, MAX_MISSING, error);

  if (missing == NULL)
    return FALSE;
  for (guint i = 0; i < missing->len; i++)
    if (!fetch_picture (self, g_ptr_array_index (missing, i), error))
      return FALSE;

  return TRUE;
}
