/* kq-cli-resolve.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-format.h"
#include "kq-json.h"
#include "kq-library-sync.h"

/* A value is no larger than a campaign. */
static const KqJsonLimits limits = {
  .max_bytes = KQ_FORMAT_MAX_BYTES,
  .max_depth = 64,
  .max_items = 20000,
  .max_text = 256 * 1024,
};

/* Of the three ways to decide, one. */
static KqSyncDecision *
make_decision (const char *pointer,
               gboolean    mine,
               gboolean    theirs,
               const char *value)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  if (mine + theirs + (value != NULL) != 1)
    {
      kq_cli_fail (_("resolve: which value? Say one of --mine, --theirs and --value JSON"));
      return NULL;
    }
  if (value == NULL)
    return kq_sync_decision_new (pointer, mine ? KQ_SYNC_CHOICE_MINE : KQ_SYNC_CHOICE_THEIRS, NULL);

  node = kq_json_read (value, strlen (value), &limits, &error);
  if (node == NULL)
    {
      kq_cli_fail ("--value: %s", error->message);
      return NULL;
    }
  json_node_seal (node);

  return kq_sync_decision_new (pointer, KQ_SYNC_CHOICE_VALUE, node);
}

/* kaquan-cli resolve */
KqCliStatus
kq_cli_resolve (const KqCliCommand  *command,
                int                  argc,
                char               **argv)
{
  g_autoptr (KqLibrary) library = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  gboolean mine = FALSE, theirs = FALSE;
  KqSyncDecision *decision;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "mine", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &mine, N_("What stood here"), NULL },
    { "theirs", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &theirs, N_("What the team has"), NULL },
    { "value", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &value, N_("Something else"),
      N_("JSON") },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 0, 2, &status))
    return status;
  if (argc != 3)
    return kq_cli_fail (_("resolve: which campaign, and where? “kaquan-cli conflicts” lists both"));
  decision = make_decision (argv[2], mine, theirs, value);
  if (decision == NULL)
    return KQ_CLI_FAILED;
  decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_sync_decision_free);
  g_ptr_array_add (decisions, decision);

  library = kq_cli_open_library ();
  if (library == NULL)
    return KQ_CLI_FAILED;
  if (kq_library_sync_resolve (library, argv[1], decisions, &error) == 0)
    return kq_cli_fail ("%s", error->message);

  return KQ_CLI_FINE;
}
