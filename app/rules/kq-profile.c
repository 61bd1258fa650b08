/* kq-profile.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-check.h"
#include "kq-profile-parse-private.h"

#define PROFILE_FORMAT "kaquan-profile"
#define PROFILE_VERSION 1
#define MAX_DAYS 36500
#define MAX_LIMIT G_GINT64_CONSTANT (1000000000000)

/* A profile is small; a larger file is none. */
static const KqJsonLimits json_limits = {
  .max_bytes = 1024 * 1024,
  .max_depth = 16,
  .max_items = 2000,
  .max_text = 16 * 1024,
};

/* Where the text has the member @name: its quoted name and a colon. The strict
 * scan has found the text sound. */
static const char *
find_member (const char *text,
             const char *name)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);

  while (text != NULL && (text = strstr (text, quoted)) != NULL)
    {
      const char *found = text;

      text += strlen (quoted);
      if (text[strspn (text, " \t\r\n")] == ':')
        return found;
    }

  return NULL;
}

/* The line of a member, within the section that is being read. */
static guint
line_of (KqProfileParse *parse,
         const char     *name)
{
  const char *section = parse->section != NULL ? find_member (parse->text, parse->section) : NULL;
  const char *found = find_member (section != NULL ? section : parse->text, name);
  guint line = 1;

  for (const char *c = parse->text; found != NULL && c < found; c++)
    line += *c == '\n';

  return line;
}

gboolean
kq_profile_parse_refuse (KqProfileParse *parse,
                         const char     *member,
                         const char     *reason)
{
  g_set_error (parse->error, KQ_PROFILE_ERROR, KQ_PROFILE_ERROR_VALUE,
               _("line %u: “%s”: %s"), line_of (parse, member), member, reason);

  return FALSE;
}

const char *
kq_profile_parse_get_text (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || kq_json_node_is_number (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static gboolean
parse_text (KqProfileParse  *parse,
            JsonObject      *root,
            const char      *member,
            char           **text)
{
  const char *value = kq_profile_parse_get_text (json_object_get_member (root, member));

  if (value == NULL || *value == '\0')
    return kq_profile_parse_refuse (parse, member, _("expected a text"));
  *text = g_strdup (value);

  return TRUE;
}

gboolean
kq_profile_parse_is_date (const char *text)
{
  g_autofree char *time = g_strconcat (text, "T00:00:00Z", NULL);
  KqTime parsed;

  return kq_time_parse (time, &parsed);
}

static gboolean
parse_date (KqProfileParse *parse)
{
  return kq_profile_parse_is_date (parse->profile->date) ||
         kq_profile_parse_refuse (parse, "date", _("expected a date such as 2026-11-01"));
}

/* The most that makes sense, so that what is reckoned with it can be held. */
static gint64
limit_maximum (const char *name)
{
  if (strstr (name, "Percent") != NULL)
    return 100;
  if (strstr (name, "ays") != NULL || strstr (name, "Day") != NULL)
    return MAX_DAYS;

  return MAX_LIMIT;
}

static gboolean
parse_limit (KqProfileParse *parse,
             const char     *name,
             JsonNode       *node)
{
  gint64 number;

  if (parse->shipped != NULL && !g_hash_table_contains (parse->shipped->limits, name))
    return kq_profile_parse_refuse (parse, name, _("there is no such limit"));
  if (!kq_json_node_get_whole (node, &number) || number < 0 || number > limit_maximum (name))
    {
      g_autofree char *reason = g_strdup_printf (_("expected a whole number from 0 to %" PRId64),
                                                 limit_maximum (name));

      return kq_profile_parse_refuse (parse, name, reason);
    }

  g_hash_table_replace (parse->profile->limits, g_strdup (name),
                        g_memdup2 (&number, sizeof number));

  return TRUE;
}

gboolean
kq_profile_parse_texts (KqProfileParse   *parse,
                        const char       *name,
                        JsonNode         *node,
                        char           ***texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return kq_profile_parse_refuse (parse, name, _("expected a list of texts"));

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);
      const char *text = kq_profile_parse_get_text (element);

      if (text == NULL)
        return kq_profile_parse_refuse (parse, name, _("expected a list of texts"));
      g_strv_builder_add (builder, text);
    }
  *texts = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
parse_choice (KqProfileParse *parse,
              const char     *name,
              JsonNode       *node)
{
  char **texts;

  if (parse->shipped != NULL && !g_hash_table_contains (parse->shipped->choices, name))
    return kq_profile_parse_refuse (parse, name, _("there is no such choice"));
  if (!kq_profile_parse_texts (parse, name, node, &texts))
    return FALSE;
  g_hash_table_replace (parse->profile->choices, g_strdup (name), texts);

  return TRUE;
}

static gboolean
is_rule (const char *id)
{
  const KqRuleTable *tables;
  guint n_tables;

  tables = kq_rules_get_tables (&n_tables);
  for (guint i = 0; i < n_tables; i++)
    for (guint j = 0; j < tables[i].n_rules; j++)
      if (g_str_equal (tables[i].rules[j].id, id))
        return TRUE;

  return FALSE;
}

static gboolean
parse_severity (KqProfileParse *parse,
                const char     *rule,
                JsonNode       *node)
{
  const char *word = kq_profile_parse_get_text (node);

  if (!is_rule (rule))
    return kq_profile_parse_refuse (parse, rule, _("there is no such rule"));

  for (guint i = 0; word != NULL && i < KQ_N_SEVERITIES; i++)
    if (g_str_equal (kq_severity_get_word (i), word))
      {
        g_hash_table_replace (parse->profile->severities, g_strdup (rule), GUINT_TO_POINTER (i));
        return TRUE;
      }

  return kq_profile_parse_refuse (parse, rule, _("expected “error”, “warning” or “advice”"));
}

static gboolean
parse_each (KqProfileParse *parse,
            JsonObject  *root,
            const char  *member,
            gboolean   (*parse_one) (KqProfileParse *parse,
                                     const char *name,
                                     JsonNode   *node))
{
  JsonNode *node = json_object_get_member (root, member);
  JsonObjectIter iter;
  JsonNode *value;
  const char *name;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return kq_profile_parse_refuse (parse, member, _("expected an object"));

  parse->section = member;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!parse_one (parse, name, value))
      return FALSE;
  parse->section = NULL;

  return TRUE;
}

static gboolean
parse_head (KqProfileParse *parse,
            JsonObject     *root,
            const char     *id)
{
  gint64 version;

  if (g_strcmp0 (kq_profile_parse_get_text (json_object_get_member (root, "format")), PROFILE_FORMAT) != 0)
    return kq_profile_parse_refuse (parse, "format", _("not a profile: expected \"kaquan-profile\""));
  if (!json_object_has_member (root, "version") ||
      !kq_json_node_get_whole (json_object_get_member (root, "version"), &version) ||
      version != PROFILE_VERSION)
    return kq_profile_parse_refuse (parse, "version", _("expected version 1"));
  if (g_strcmp0 (kq_profile_parse_get_text (json_object_get_member (root, "id")), id) != 0)
    return kq_profile_parse_refuse (parse, "id", _("is of another platform than the file's name"));

  return parse_text (parse, root, "title", &parse->profile->title) &&
         parse_text (parse, root, "date", &parse->profile->date) &&
         parse_date (parse) &&
         parse_text (parse, root, "source", &parse->profile->source);
}

/* A profile for platform @id. Where there is a @shipped one, that says which
 * limits and choices there are. */
KqProfile *
kq_profile_parse (GBytes      *bytes,
                  const char  *id,
                  KqProfile   *shipped,
                  GError     **error)
{
  g_autoptr (KqProfile) profile = g_new0 (KqProfile, 1);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  JsonObject *root;
  KqProfileParse parse;

  profile->limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  profile->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_strfreev);
  profile->images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) kq_image_kind_free);
  profile->severities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  node = kq_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       &json_limits, error);
  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, KQ_PROFILE_ERROR, KQ_PROFILE_ERROR_INVALID,
                   _("line 1: not a profile: expected an object"));
      return NULL;
    }

  root = json_node_get_object (node);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  parse = (KqProfileParse) { text, profile, shipped, NULL, error };
  if (!parse_head (&parse, root, id) ||
      !parse_each (&parse, root, "limits", parse_limit) ||
      !parse_each (&parse, root, "choices", parse_choice) ||
      !parse_each (&parse, root, "images", kq_profile_parse_image) ||
      !parse_each (&parse, root, "severity", parse_severity))
    return NULL;

  return g_steal_pointer (&profile);
}

void
kq_profile_free (KqProfile *profile)
{
  g_clear_pointer (&profile->title, g_free);
  g_clear_pointer (&profile->date, g_free);
  g_clear_pointer (&profile->source, g_free);
  g_clear_pointer (&profile->limits, g_hash_table_unref);
  g_clear_pointer (&profile->choices, g_hash_table_unref);
  g_clear_pointer (&profile->images, g_hash_table_unref);
  g_clear_pointer (&profile->severities, g_hash_table_unref);
  g_free (profile);
}
