/* kq-cli-list.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-library-recheck.h"

static KqTime
get_updated (KqLibraryItem *item)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  KqTime time = { kq_library_item_get_updated (item) / 1000, 0 };

  return kq_time_in_zone (time, zone);
}

/* What never was counted, as after a recovery, is counted now. In a library that
 * can't be written it stays unknown. */
static gboolean
count_missing (KqLibrary *library,
               GPtrArray *items)
{
  g_autoptr (KqProfiles) profiles = NULL;
  gboolean counted = FALSE;

  for (guint i = 0; i < items->len && !kq_library_is_read_only (library); i++)
    {
      KqLibraryItem *item = g_ptr_array_index (items, i);

      if (kq_library_item_get_errors (item) != KQ_LIBRARY_NO_COUNT)
        continue;
      if (profiles == NULL)
        profiles = kq_cli_load_profiles (NULL);
      counted |= kq_library_recheck_campaign (library, kq_library_item_get_id (item), profiles,
                                              NULL, NULL);
    }

  return counted;
}

/* (transfer full) (nullable) */
static GPtrArray *
list (KqLibrary  *library,
      GError    **error)
{
  const KqLibraryListFlags flags = KQ_LIBRARY_LIST_ACTIVE | KQ_LIBRARY_LIST_ARCHIVED;
  g_autoptr (GPtrArray) items = kq_library_list (library, flags, NULL, error);

  if (items == NULL || !count_missing (library, items))
    return g_steal_pointer (&items);

  return kq_library_list (library, flags, NULL, error);
}

static JsonObject *
item_to_json (KqLibraryItem *item)
{
  JsonObject *object = json_object_new ();
  int errors = kq_library_item_get_errors (item);

  json_object_set_string_member (object, "id", kq_library_item_get_id (item));
  json_object_set_string_member (object, "name", kq_library_item_get_name (item));
  kq_cli_set_time (object, "start", kq_library_item_get_start (item));
  kq_cli_set_time (object, "end", kq_library_item_get_end (item));
  kq_cli_set_time (object, "updated", get_updated (item));
  if (errors != KQ_LIBRARY_NO_COUNT)
    json_object_set_int_member (object, "errors", errors);
  else
    json_object_set_null_member (object, "errors");
  json_object_set_string_member (object, "sync", kq_library_item_get_sync (item));

  return object;
}

static gboolean
print_json (GPtrArray *items)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < items->len; i++)
    json_array_add_object_element (array, item_to_json (g_ptr_array_index (items, i)));
  node = json_node_init_array (json_node_alloc (), array);

  return kq_cli_print_json (node);
}

static char *
describe_time (KqTime time)
{
  return kq_time_is_set (time) ? kq_time_to_string (time) : g_strdup (_("none"));
}

static void
describe (GString       *text,
          KqLibraryItem *item)
{
  g_autofree char *name = kq_cli_flatten (kq_library_item_get_name (item));
  g_autofree char *start = describe_time (kq_library_item_get_start (item));
  g_autofree char *end = describe_time (kq_library_item_get_end (item));
  int errors = kq_library_item_get_errors (item);

  g_string_append_printf (text, _("%s: “%s”, start: %s, end: %s"), kq_library_item_get_id (item),
                          name, start, end);
  if (errors != KQ_LIBRARY_NO_COUNT)
    g_string_append_printf (text, _(", errors: %d"), errors);
  g_string_append_c (text, '\n');
}

static gboolean
print_text (GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    describe (text, g_ptr_array_index (items, i));

  return kq_cli_print (text->str, text->len);
}

/* kaquan-cli list */
KqCliStatus
kq_cli_list (const KqCliCommand  *command,
             int                  argc,
             char               **argv)
{
  g_autoptr (KqLibrary) library = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 0, 0, &status))
    return status;
  library = kq_cli_open_library ();
  if (library == NULL)
    return KQ_CLI_FAILED;
  items = list (library, &error);
  if (items == NULL)
    return kq_cli_fail ("%s", error->message);

  return (json ? print_json : print_text) (items) ? KQ_CLI_FINE : KQ_CLI_FAILED;
}
