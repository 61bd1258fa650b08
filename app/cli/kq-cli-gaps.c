/* kq-cli-gaps.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-calendar.h"
#include "kq-cli.h"

static JsonArray *
gaps_to_json (GArray *gaps)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < gaps->len; i++)
    {
      const KqGap *gap = &g_array_index (gaps, KqGap, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "platform", kq_platform_words[gap->platform].word);
      json_object_set_string_member (object, "level", gap->level != NULL
                                                      ? kq_object_get_id (gap->level) : "");
      kq_cli_set_time (object, "start", gap->start);
      kq_cli_set_time (object, "end", gap->end);
      json_object_set_int_member (object, "seconds", gap->end.seconds - gap->start.seconds + 1);
      kq_cli_set_id (object, "before", gap->before);
      kq_cli_set_id (object, "after", gap->after);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
overlaps_to_json (GArray *overlaps)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < overlaps->len; i++)
    {
      const KqOverlap *overlap = &g_array_index (overlaps, KqOverlap, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "rule", overlap->rule);
      json_object_set_string_member (object, "platform",
                                     kq_platform_words[overlap->platform].word);
      kq_cli_set_id (object, "a", overlap->a);
      kq_cli_set_id (object, "b", overlap->b);
      kq_cli_set_id (object, "coupon", overlap->coupon);
      kq_cli_set_time (object, "start", overlap->start);
      kq_cli_set_time (object, "end", overlap->end);
      json_array_add_object_element (array, object);
    }

  return array;
}

static gboolean
print_json (GArray *gaps,
            GArray *overlaps)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  json_object_set_array_member (object, "gaps", gaps_to_json (gaps));
  json_object_set_array_member (object, "overlaps", overlaps_to_json (overlaps));
  node = json_node_init_object (json_node_alloc (), object);

  return kq_cli_print_json (node);
}

static const char *
name_of (KqObject *object)
{
  guint field = kq_object_find_field (object, "name");
  const char *name = field != KQ_NO_FIELD ? kq_object_get_text (object, field) : "";

  return *name != '\0' ? name : kq_object_get_id (object);
}

static void
describe_gap (GString     *text,
              const KqGap *gap)
{
  g_autofree char *start = kq_time_to_string (gap->start);
  g_autofree char *end = kq_time_to_string (gap->end);
  const char *platform = _(kq_platform_words[gap->platform].label);

  if (gap->level != NULL)
    g_string_append_printf (text, _("Gap: %s, level “%s”, from %s to %s\n"), platform,
                            name_of (gap->level), start, end);
  else
    g_string_append_printf (text, _("Gap: %s, from %s to %s\n"), platform, start, end);
}

static void
describe_overlap (GString         *text,
                  const KqOverlap *overlap)
{
  const char *platform = _(kq_platform_words[overlap->platform].label);

  if (overlap->coupon != NULL)
    g_string_append_printf (text, _("%s: %s, “%s” and “%s” share coupon “%s”\n"), overlap->rule,
                            platform, name_of (overlap->a), name_of (overlap->b),
                            name_of (overlap->coupon));
  else
    {
      g_autofree char *start = kq_time_to_string (overlap->start);
      g_autofree char *end = kq_time_to_string (overlap->end);

      g_string_append_printf (text, _("%s: %s, “%s” and “%s” are both online from %s to %s\n"),
                              overlap->rule, platform, name_of (overlap->a),
                              name_of (overlap->b), start, end);
    }
}

static gboolean
print_text (GArray *gaps,
            GArray *overlaps)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    describe_gap (text, &g_array_index (gaps, KqGap, i));
  for (guint i = 0; i < overlaps->len; i++)
    describe_overlap (text, &g_array_index (overlaps, KqOverlap, i));
  if (text->len == 0)
    g_string_append (text, _("No gaps and no overlaps\n"));

  return kq_cli_print (text->str, text->len);
}

static gboolean
report (KqCampaign *campaign,
        gboolean    json)
{
  g_autoptr (GArray) gaps = kq_calendar_find_gaps (campaign);
  g_autoptr (GArray) overlaps = kq_calendar_find_overlaps (campaign);

  if (overlaps->len == KQ_CALENDAR_MAX_OVERLAPS)
    kq_cli_note (_("Only %u overlaps are listed: there may be more"), overlaps->len);

  return (json ? print_json : print_text) (gaps, overlaps);
}

/* kaquan-cli gaps: the status is 0 also where there are some. */
KqCliStatus
kq_cli_gaps (const KqCliCommand  *command,
             int                  argc,
             char               **argv)
{
  return kq_cli_report (command, argc, argv, report);
}
