/* kq-cli-facts-import.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-facts-import.h"
#include "kq-paths.h"

static JsonNode *
to_json (const KqFactsReading *reading,
         gint64                number)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *bad = json_array_new ();

  for (guint i = 0; i < reading->bad->len; i++)
    {
      const KqBadRow *row = &g_array_index (reading->bad, KqBadRow, i);
      JsonObject *item = json_object_new ();

      json_object_set_int_member (item, "line", row->line);
      json_object_set_string_member (item, "message", row->message);
      json_array_add_object_element (bad, item);
    }
  json_object_set_boolean_member (object, "imported", number != 0);
  json_object_set_int_member (object, "rows", reading->n_rows);
  json_object_set_int_member (object, "replaced", reading->n_replaced);
  json_object_set_int_member (object, "badRows", reading->n_bad);
  json_object_set_array_member (object, "bad", bad);

  return json_node_init_object (json_node_alloc (), object);
}

static gboolean
print_text (const KqFactsReading *reading,
            const char           *path,
            gint64                number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = kq_cli_flatten (path);

  for (guint i = 0; i < reading->bad->len; i++)
    {
      const KqBadRow *row = &g_array_index (reading->bad, KqBadRow, i);

      g_string_append_printf (text, _("%s: line %u: %s\n"), name, row->line, row->message);
    }
  if (reading->n_bad > reading->bad->len)
    g_string_append_printf (text, _("%s: and %u more that can’t be read\n"), name,
                            reading->n_bad - reading->bad->len);
  if (number != 0)
    g_string_append_printf (text, _("%s: rows imported: %u; passed over: %u; replaced within the "
                                    "file: %u\n"), name, reading->n_rows, reading->n_bad,
                            reading->n_replaced);

  return kq_cli_print (text->str, text->len);
}

static gboolean
print (const KqFactsReading *reading,
       const char           *path,
       gint64                number,
       gboolean              json)
{
  g_autoptr (JsonNode) node = NULL;

  if (!json)
    return print_text (reading, path, number);
  node = to_json (reading, number);

  return kq_cli_print_json (node);
}

static KqFactsObjects *
load_objects (KqLibrary   *library,
              const char  *id,
              GError     **error)
{
  g_autoptr (JsonNode) node = kq_library_load (library, id, 0, NULL, NULL, error);
  g_autoptr (KqObject) campaign = NULL;

  if (node == NULL)
    return NULL;
  campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);

  return kq_facts_objects_new (KQ_CAMPAIGN (campaign));
}

static KqFactsReading *
import (KqLibrary           *library,
        char               **argv,
        char               **map,
        KqFactsImportFlags   flags,
        gint64              *number,
        GError             **error)
{
  g_autoptr (KqFactsObjects) objects = load_objects (library, argv[1], error);
  g_autoptr (KqFactsColumns) columns = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_path_get_basename (argv[2]);
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  if (objects == NULL)
    return NULL;
  bytes = kq_file_read (argv[2], KQ_CSV_MAX_BYTES, error);
  if (bytes == NULL)
    return NULL;
  columns = kq_facts_columns_recall (library, bytes, error);
  for (guint i = 0; columns != NULL && map != NULL && map[i] != NULL; i++)
    if (!kq_facts_columns_apply (columns, map[i], error))
      g_clear_pointer (&columns, kq_facts_columns_free);
  if (columns == NULL)
    {
      g_prefix_error (error, "%s: ", argv[2]);
      return NULL;
    }

  return kq_facts_import (library, argv[1], objects, bytes, valid, columns, flags, NULL, NULL,
                          number, NULL, error);
}

static KqCliStatus
report (KqFactsReading *reading,
        const char     *path,
        gint64          number,
        gboolean        json)
{
  const KqBadRow *first;

  if (!print (reading, path, number, json))
    return KQ_CLI_FAILED;
  if (number != 0)
    return KQ_CLI_FINE;

  first = &g_array_index (reading->bad, KqBadRow, 0);

  return kq_cli_fail (ngettext ("%s: line %u: %s; %u row can’t be read, and nothing was imported; "
                                "--skip-bad imports the rest",
                                "%s: line %u: %s; %u rows can’t be read, and nothing was imported; "
                                "--skip-bad imports the rest", reading->n_bad),
                      path, first->line, first->message, reading->n_bad);
}

/* kaquan-cli facts import */
KqCliStatus
kq_cli_facts_import (const KqCliCommand  *command,
                     int                  argc,
                     char               **argv)
{
  g_autoptr (KqLibrary) library = NULL;
  g_autoptr (KqFactsReading) reading = NULL;
  g_auto (GStrv) map = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE, skip_bad = FALSE;
  gint64 number = 0;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "map", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &map,
      N_("Which column is what, where that can’t be guessed"), N_("FIELD=COLUMN,…") },
    { "skip-bad", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &skip_bad,
      N_("Import the rest where rows can’t be read"), NULL },
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 0, G_MAXINT, &status))
    return status;
  if (argc != 3)
    return kq_cli_fail (_("facts import: into which campaign, and which file?"));
  library = kq_cli_open_library ();
  if (library == NULL)
    return KQ_CLI_FAILED;

  reading = import (library, argv, map,
                    skip_bad ? KQ_FACTS_IMPORT_SKIP_BAD : KQ_FACTS_IMPORT_STRICT, &number, &error);

  return reading != NULL ? report (reading, argv[2], number, json)
                         : kq_cli_fail ("%s", error->message);
}
