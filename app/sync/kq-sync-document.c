/* kq-sync-document.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-document.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-format.h"
#include "kq-sync-error.h"

#define CAMPAIGN "campaign:"
#define FACTS "facts:"

/* Of what a document is made of, no more than anybody needs. */
#define MAX_REV 200
#define MAX_EDIT 64
#define MAX_CONTAINED 32
#define MAX_EDITOR 200

#define ID_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"

static gboolean
is_id (const char *text,
       gsize       length)
{
  return length > 0 && length <= 64 && strspn (text, ID_CHARACTERS) >= length;
}

/* @day: 2026-11-01 */
static gboolean
is_day (const char *text)
{
  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_facts (const char *rest)
{
  const char *colon = strchr (rest, ':');

  return colon != NULL && is_id (rest, colon - rest) && is_day (colon + 1);
}

KqSyncKind
kq_sync_document_get_kind (const char *id)
{
  if (g_str_has_prefix (id, CAMPAIGN))
    {
      const char *rest = id + strlen (CAMPAIGN);

      return is_id (rest, strlen (rest)) ? KQ_SYNC_KIND_CAMPAIGN : KQ_SYNC_KIND_FOREIGN;
    }
  if (g_str_has_prefix (id, FACTS))
    return is_facts (id + strlen (FACTS)) ? KQ_SYNC_KIND_FACTS : KQ_SYNC_KIND_FOREIGN;

  return g_str_has_prefix (id, "asset:") || g_str_has_prefix (id, "meta:") ||
         g_str_has_prefix (id, "_") ? KQ_SYNC_KIND_OTHER : KQ_SYNC_KIND_FOREIGN;
}

/* As 3-0123abc */
gboolean
kq_sync_document_is_rev (const char *rev)
{
  gsize n_digits = strspn (rev, "0123456789");

  return n_digits > 0 && rev[n_digits] == '-' && strlen (rev) <= MAX_REV &&
         strspn (rev + n_digits + 1, ID_CHARACTERS) == strlen (rev + n_digits + 1);
}

/* %NULL where there is no text of that name */
const char *
kq_sync_document_get_text (JsonObject *object,
                           const char *name)
{
  JsonNode *member = json_object_get_member (object, name);

  if (member == NULL || json_node_get_value_type (member) != G_TYPE_STRING ||
      kq_json_node_is_number (member))
    return NULL;

  return json_node_get_string (member);
}

JsonObject *
kq_sync_document_get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
is_edit (const char *text)
{
  return is_id (text, strlen (text)) && strlen (text) <= MAX_EDIT;
}

static char *
read_contained (JsonObject *document)
{
  GString *edits = g_string_new (NULL);
  JsonNode *member = json_object_get_member (document, "mergedFrom");
  JsonArray *array = member != NULL && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member)
                                                                     : NULL;

  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), MAX_CONTAINED); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *text = json_node_get_value_type (element) == G_TYPE_STRING
                         ? json_node_get_string (element) : NULL;

      if (text != NULL && is_edit (text))
        g_string_append_printf (edits, "%s%s", edits->len > 0 ? " " : "", text);
    }

  return g_string_free (edits, FALSE);
}

static void
read_texts (KqSyncIncoming *self,
            JsonObject     *document)
{
  const char *edit = kq_sync_document_get_text (document, "editId");
  const char *editor = kq_sync_document_get_text (document, "by");
  const char *edited = kq_sync_document_get_text (document, "at");
  KqTime time;

  if (edit != NULL && is_edit (edit))
    {
      g_free (self->edit);
      self->edit = g_strdup (edit);
    }
  if (editor != NULL)
    {
      g_free (self->editor);
      self->editor = g_utf8_substring (editor, 0, MIN (g_utf8_strlen (editor, -1), MAX_EDITOR));
    }
  if (edited != NULL && kq_time_parse (edited, &time))
    {
      g_free (self->edited);
      self->edited = g_strdup (edited);
    }
  g_free (self->contains);
  self->contains = read_contained (document);
}

/* Pictures are documents of their own. */
static void
drop_data (JsonObject *campaign)
{
  JsonObject *assets = kq_sync_document_get_object (json_object_get_member (campaign, "assets"));
  JsonObjectIter iter;
  JsonNode *asset;

  if (assets == NULL)
    return;
  json_object_iter_init (&iter, assets);
  while (json_object_iter_next (&iter, NULL, &asset))
    if (JSON_NODE_HOLDS_OBJECT (asset))
      json_object_remove_member (json_node_get_object (asset), "data");
}

static gboolean
read_campaign (KqSyncIncoming  *self,
               JsonObject      *document,
               GError         **error)
{
  JsonNode *node = json_object_get_member (document, "campaign");
  JsonObject *campaign = kq_sync_document_get_object (node);

  if (campaign == NULL)
    {
      g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY,
                           _("there is no campaign in it"));
      return FALSE;
    }
  drop_data (campaign);
  if (!kq_format_check (node, error) || !kq_format_check_size (node, error))
    return FALSE;
  if (!g_str_equal (json_object_get_string_member (campaign, "id"), self->id))
    {
      g_set_error (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY,
                   _("the campaign in it has another id, “%s”"),
                   json_object_get_string_member (campaign, "id"));
      return FALSE;
    }
  self->campaign = kq_format_canonical (node);

  return TRUE;
}

static gboolean
read_facts (KqSyncIncoming  *self,
            JsonObject      *document,
            GError         **error)
{
  JsonNode *node = json_object_get_member (document, "facts");
  gsize length;

  if (kq_sync_document_get_object (node) == NULL)
    {
      g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY,
                           _("there are no figures in it"));
      return FALSE;
    }
  self->facts = kq_json_write (node, &length);

  return TRUE;
}

/**
 * kq_sync_document_new:
 * @id: the id of a campaign's document, or of figures
 * @rev: its revision
 * @deleted: whether it is a tombstone
 *
 * Returns: (transfer full): a record of which no more is known
 */
KqSyncIncoming *
kq_sync_document_new (const char *id,
                      const char *rev,
                      gboolean    deleted)
{
  KqSyncIncoming *self;

  if (g_str_has_prefix (id, CAMPAIGN))
    {
      self = kq_sync_incoming_new (id + strlen (CAMPAIGN), rev);
    }
  else
    {
      const char *rest = id + strlen (FACTS);
      const char *colon = strchr (rest, ':');
      g_autofree char *campaign = g_strndup (rest, colon - rest);

      self = kq_sync_incoming_new (campaign, rev);
      self->date = g_strdup (colon + 1);
    }
  self->deleted = deleted;

  return self;
}

/**
 * kq_sync_document_read:
 * @document: a document of a campaign or of figures; what it holds may be taken out
 *   of it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL where that isn't sound
 */
KqSyncIncoming *
kq_sync_document_read (JsonObject  *document,
                       GError     **error)
{
  const char *id = kq_sync_document_get_text (document, "_id");
  const char *rev = kq_sync_document_get_text (document, "_rev");
  JsonNode *deleted = json_object_get_member (document, "_deleted");
  g_autoptr (KqSyncIncoming) self = NULL;

  if (id == NULL || rev == NULL || !kq_sync_document_is_rev (rev) ||
      kq_sync_document_get_kind (id) > KQ_SYNC_KIND_FACTS)
    {
      g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY,
                           _("it has no sound id or revision"));
      return NULL;
    }

  self = kq_sync_document_new (id, rev, deleted != NULL && JSON_NODE_HOLDS_VALUE (deleted) &&
                                        json_node_get_boolean (deleted));
  read_texts (self, document);
  if (!self->deleted && !(self->date != NULL ? read_facts (self, document, error)
                                             : read_campaign (self, document, error)))
    return NULL;

  return g_steal_pointer (&self);
}

char *
kq_sync_document_dup_id (const char *campaign,
                         const char *date)
{
  return date != NULL ? g_strdup_printf (FACTS "%s:%s", campaign, date)
                      : g_strconcat (CAMPAIGN, campaign, NULL);
}

/* As a JSON text, in quotes */
void
kq_sync_document_append_text (GString    *json,
                              const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

/* JSON without what is between its parts: a third less to send */
static void
append_compact (GString *json,
                GBytes  *text)
{
  gsize length;
  const char *p = g_bytes_get_data (text, &length), *end = p + length;

  while (p < end)
    {
      const char *start = p;

      if (*p == '"')
        {
          for (p++; p < end && *p != '"'; p++)
            p += *p == '\\';
          p = MIN (p + 1, end);
        }
      else
        {
          while (p < end && *p != '"' && !g_ascii_isspace (*p))
            p++;
        }
      g_string_append_len (json, start, p - start);
      while (p < end && g_ascii_isspace (*p))
        p++;
    }
}

static void
append_contained (GString    *json,
                  const char *contains)
{
  g_auto (GStrv) edits = g_strsplit (contains, " ", MAX_CONTAINED + 1);

  g_string_append (json, ",\"mergedFrom\":[");
  for (guint i = 0; edits[i] != NULL && i < MAX_CONTAINED; i++)
    if (*edits[i] != '\0')
      {
        if (i > 0)
          g_string_append_c (json, ',');
        kq_sync_document_append_text (json, edits[i]);
      }
  g_string_append_c (json, ']');
}

static void
append_member (GString    *json,
               const char *name,
               const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (json, ",\"%s\":", name);
  kq_sync_document_append_text (json, text);
}

static void
append_signature (GString    *json,
                  const char *editor)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");

  append_member (json, "by", editor);
  append_member (json, "at", text);
}

/**
 * kq_sync_document_append:
 * @json: where to
 * @out: what is to be sent
 * @editor: (nullable): who edited it; %NULL for nobody, as for what comes out of a
 *   merge that every desktop makes alike
 *
 * Appends the document.
 */
void
kq_sync_document_append (GString              *json,
                         const KqSyncOutgoing *out,
                         const char           *editor)
{
  g_autofree char *id = kq_sync_document_dup_id (out->id, out->date);

  g_string_append (json, "{\"_id\":");
  kq_sync_document_append_text (json, id);
  append_member (json, "_rev", out->rev);
  append_member (json, "editId", out->edit);
  append_contained (json, out->contains);
  if (editor != NULL)
    append_signature (json, editor);
  if (out->deleted)
    {
      g_string_append (json, ",\"_deleted\":true}");
      return;
    }

  g_string_append_printf (json, ",\"%s\":", out->date != NULL ? "facts" : "campaign");
  append_compact (json, out->text);
  g_string_append_c (json, '}');
}
