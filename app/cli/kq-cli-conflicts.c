/* kq-cli-conflicts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-json.h"
#include "kq-library-sync.h"

static void
set_node (JsonObject *object,
          const char *name,
          JsonNode   *node)
{
  if (node != NULL)
    json_object_set_member (object, name, json_node_ref (node));
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
conflict_to_json (const KqSyncConflict *conflict)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "campaign", conflict->campaign);
  json_object_set_string_member (object, "pointer", kq_conflict_get_pointer (conflict->conflict));
  set_node (object, "base", kq_conflict_get_base (conflict->conflict));
  set_node (object, "mine", kq_conflict_get_mine (conflict->conflict));
  set_node (object, "theirs", kq_conflict_get_theirs (conflict->conflict));
  set_node (object, "value", conflict->value);
  json_object_set_string_member (object, "by", conflict->editor);
  json_object_set_string_member (object, "at", conflict->edited);

  return object;
}

static gboolean
print_json (GPtrArray *conflicts)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < conflicts->len; i++)
    json_array_add_object_element (array, conflict_to_json (g_ptr_array_index (conflicts, i)));
  node = json_node_init_array (json_node_alloc (), array);

  return kq_cli_print_json (node);
}

static char *
value_to_text (JsonNode *node)
{
  return node != NULL ? json_to_string (node, FALSE) : g_strdup (_("nothing"));
}

static gboolean
print_text (GPtrArray *conflicts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const KqSyncConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *mine = value_to_text (kq_conflict_get_mine (conflict->conflict));
      g_autofree char *theirs = value_to_text (kq_conflict_get_theirs (conflict->conflict));
      g_autofree char *line = NULL, *flat = NULL;

      line = g_strdup_printf (_("%s %s: mine %s, theirs %s (%s)"), conflict->campaign,
                              kq_conflict_get_pointer (conflict->conflict), mine, theirs,
                              *conflict->editor != '\0' ? conflict->editor : "?");
      flat = kq_cli_flatten (line);
      g_string_append_printf (text, "%s\n", flat);
    }

  return kq_cli_print (text->str, text->len);
}

/* kaquan-cli conflicts */
KqCliStatus
kq_cli_conflicts (const KqCliCommand  *command,
                  int                  argc,
                  char               **argv)
{
  g_autoptr (KqLibrary) library = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
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
  conflicts = kq_library_sync_list_conflicts (library, NULL, &error);
  if (conflicts == NULL)
    return kq_cli_fail ("%s", error->message);
  if (!(json ? print_json : print_text) (conflicts))
    return KQ_CLI_FAILED;

  return conflicts->len > 0 ? KQ_CLI_FOUND : KQ_CLI_FINE;
}
