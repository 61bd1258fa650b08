/* kq-campaign-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-facts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-asset-source.h"
#include "kq-json.h"
#include "kq-library.h"
#include "kq-words.h"

/* All of it is read from the snapshot, whose types are sound; members that hold
 * their default aren't in it. */

/**
 * kq_search_fold:
 * @text: a text
 *
 * Returns: (transfer full): the text without differences of case and width
 */
char *
kq_search_fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL ? normal : g_strdup ("");
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *member = json_object_get_member (object, name);

  /* What isn't known may be anything. */
  if (member == NULL || json_node_get_value_type (member) != G_TYPE_STRING ||
      kq_json_node_is_number (member))
    return "";

  return json_node_get_string (member);
}

static KqTime
get_time (JsonObject *object,
          const char *name)
{
  KqTime time;

  return kq_time_parse (get_text (object, name), &time) ? time : KQ_TIME_NONE;
}

static guint
get_platforms (JsonObject *root)
{
  JsonArray *shops = NULL;
  guint platforms = 0;

  if (json_object_has_member (root, "shops"))
    shops = json_object_get_array_member (root, "shops");
  for (guint i = 0; shops != NULL && i < json_array_get_length (shops); i++)
    {
      const char *word = get_text (json_array_get_object_element (shops, i), "platform");

      for (guint j = 0; j < KQ_N_PLATFORMS; j++)
        if (g_str_equal (kq_platform_words[j].word, *word != '\0' ? word : "douyin"))
          platforms |= 1u << j;
    }

  return platforms;
}

/* A line for each, so that nothing is found across two of them */
static void
add_line (GString    *lines,
          const char *text)
{
  if (*text == '\0')
    return;

  g_string_append (lines, text);
  g_string_append_c (lines, '\n');
}

static void
add_elements (GString   *lines,
              JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object;

      if (!JSON_NODE_HOLDS_OBJECT (element))
        continue;
      object = json_node_get_object (element);
      add_line (lines, get_text (object, "name"));
      add_line (lines, get_text (object, "title"));
    }
}

static char *
get_search (JsonObject *root)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  add_line (lines, get_text (root, "name"));
  add_line (lines, get_text (root, "notes"));
  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (JSON_NODE_HOLDS_ARRAY (member))
      add_elements (lines, json_node_get_array (member));

  return kq_search_fold (lines->str);
}

static GPtrArray *
get_assets (JsonObject *root)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  JsonObjectIter iter;
  const char *name;

  if (!json_object_has_member (root, "assets"))
    return names;

  json_object_iter_init_ordered (&iter, json_object_get_object_member (root, "assets"));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (kq_asset_name_is_valid (name))
      g_ptr_array_add (names, g_strdup (name));

  return names;
}

static gboolean
is_id (const char *id)
{
  gsize length = strspn (id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

  return length >= 1 && length <= 64 && id[length] == '\0';
}

/**
 * kq_campaign_facts_new:
 * @snapshot: a campaign's snapshot
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is to be known of it, or %NULL with
 *   %KQ_LIBRARY_ERROR_INVALID where it has no id to know it by
 */
KqCampaignFacts *
kq_campaign_facts_new (JsonNode  *snapshot,
                       GError   **error)
{
  JsonObject *root = json_node_get_object (snapshot);
  KqCampaignFacts *self;

  if (!is_id (get_text (root, "id")))
    {
      g_set_error_literal (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_INVALID,
                           _("The campaign has no id of 1 to 64 letters, digits, “-” and “_”"));
      return NULL;
    }

  self = g_new0 (KqCampaignFacts, 1);
  self->id = g_strdup (get_text (root, "id"));
  self->name = g_strdup (get_text (root, "name"));
  self->start = get_time (root, "start");
  self->end = get_time (root, "end");
  self->platforms = get_platforms (root);
  self->search = get_search (root);
  self->assets = get_assets (root);

  return self;
}

void
kq_campaign_facts_free (KqCampaignFacts *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->search);
  g_ptr_array_unref (self->assets);
  g_free (self);
}
