/* kq-profile-images.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-media-protocol.h"
#include "kq-profile-parse-private.h"

/* The kinds of images in a profile. One of them is whole, or refused. */

/* What can be made, and what a file can have */
#define MAX_PIXELS 8192
#define MAX_BYTES ((gint64) KQ_MEDIA_MAX_BYTES)

/* In the order of KqImageSize */
static const char * const size_words[] = { "exact", "at-least", "suggested" };

static const char * const members[] = {
  "width", "height", "size", "types", "maxBytes", "adviceBytes", "date", "source", NULL
};

static gboolean
is_needed (const char *member)
{
  return !g_str_equal (member, "adviceBytes");
}

static gboolean
parse_number (KqProfileParse *parse,
              JsonObject     *object,
              const char     *member,
              gint64          minimum,
              gint64          maximum,
              gint64         *number)
{
  g_autofree char *reason = NULL;

  if (kq_json_node_get_whole (json_object_get_member (object, member), number) &&
      *number >= minimum && *number <= maximum)
    return TRUE;

  reason = g_strdup_printf (_("expected a whole number from %" PRId64 " to %" PRId64),
                            minimum, maximum);

  return kq_profile_parse_refuse (parse, member, reason);
}

static gboolean
parse_pixels (KqProfileParse *parse,
              JsonObject     *object,
              KqImageKind    *kind)
{
  gint64 width, height;

  if (!parse_number (parse, object, "width", 1, MAX_PIXELS, &width) ||
      !parse_number (parse, object, "height", 1, MAX_PIXELS, &height))
    return FALSE;
  kind->width = width;
  kind->height = height;

  return TRUE;
}

static gboolean
parse_size (KqProfileParse *parse,
            JsonObject     *object,
            KqImageKind    *kind)
{
  const char *word = kq_profile_parse_get_text (json_object_get_member (object, "size"));

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (size_words); i++)
    if (g_str_equal (size_words[i], word))
      {
        kind->size = i;
        return TRUE;
      }

  return kq_profile_parse_refuse (parse, "size",
                                  _("expected “exact”, “at-least” or “suggested”"));
}

static gboolean
parse_types (KqProfileParse *parse,
             JsonObject     *object,
             KqImageKind    *kind)
{
  static const char * const known[] = { "image/jpeg", "image/png", NULL };

  if (!kq_profile_parse_texts (parse, "types", json_object_get_member (object, "types"),
                               &kind->types))
    return FALSE;

  for (guint i = 0; kind->types[i] != NULL; i++)
    if (!g_strv_contains (known, kind->types[i]))
      return kq_profile_parse_refuse (parse, "types", _("expected “image/jpeg” or “image/png”"));

  return kind->types[0] != NULL ||
         kq_profile_parse_refuse (parse, "types", _("expected “image/jpeg” or “image/png”"));
}

static gboolean
parse_bytes (KqProfileParse *parse,
             JsonObject     *object,
             KqImageKind    *kind)
{
  return parse_number (parse, object, "maxBytes", 1, MAX_BYTES, &kind->max_bytes) &&
         (!json_object_has_member (object, "adviceBytes") ||
          parse_number (parse, object, "adviceBytes", 1, kind->max_bytes, &kind->advice_bytes));
}

static gboolean
parse_origin (KqProfileParse *parse,
              JsonObject     *object,
              KqImageKind    *kind)
{
  kind->date = g_strdup (kq_profile_parse_get_text (json_object_get_member (object, "date")));
  kind->source = g_strdup (kq_profile_parse_get_text (json_object_get_member (object, "source")));

  if (kind->date == NULL || !kq_profile_parse_is_date (kind->date))
    return kq_profile_parse_refuse (parse, "date", _("expected a date such as 2026-11-01"));

  return (kind->source != NULL && *kind->source != '\0') ||
         kq_profile_parse_refuse (parse, "source", _("expected a text"));
}

static gboolean
check_members (KqProfileParse *parse,
               JsonObject     *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    if (!g_strv_contains (members, name->data))
      return kq_profile_parse_refuse (parse, name->data, _("there is no such member"));

  return TRUE;
}

/* Said where the kind begins. */
static gboolean
check_needed (KqProfileParse *parse,
              const char     *id,
              JsonObject     *object)
{
  for (guint i = 0; members[i] != NULL; i++)
    if (is_needed (members[i]) && !json_object_has_member (object, members[i]))
      {
        g_autofree char *reason = g_strdup_printf (_("“%s” is missing"), members[i]);

        return kq_profile_parse_refuse (parse, id, reason);
      }

  return TRUE;
}

gboolean
kq_profile_parse_image (KqProfileParse *parse,
                        const char     *id,
                        JsonNode       *node)
{
  g_autoptr (KqImageKind) kind = g_new0 (KqImageKind, 1);
  const char *outer = parse->section;
  JsonObject *object;
  gboolean sound;

  if (parse->shipped != NULL && !g_hash_table_contains (parse->shipped->images, id))
    return kq_profile_parse_refuse (parse, id, _("there is no such kind of image"));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return kq_profile_parse_refuse (parse, id, _("expected an object"));

  kind->id = g_strdup (id);
  object = json_node_get_object (node);
  if (!check_needed (parse, id, object))
    return FALSE;

  parse->section = id;
  sound = check_members (parse, object) &&
          parse_pixels (parse, object, kind) &&
          parse_size (parse, object, kind) &&
          parse_types (parse, object, kind) &&
          parse_bytes (parse, object, kind) &&
          parse_origin (parse, object, kind);
  parse->section = outer;
  if (sound)
    g_hash_table_replace (parse->profile->images, g_strdup (id), g_steal_pointer (&kind));

  return sound;
}
