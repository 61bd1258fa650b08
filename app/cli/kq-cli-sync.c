/* kq-cli-sync.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-sync-once.h"

static const char *
describe_note (KqSyncNote note)
{
  static const char * const words[] = {
    [KQ_SYNC_NOTE_NONE] = "",
    [KQ_SYNC_NOTE_KEPT_MINE] = N_("%s: the team deleted it, but it was edited here: it stays"),
    [KQ_SYNC_NOTE_KEPT_THEIRS] = N_("%s: it was deleted here, but the team edited it: it is back"),
    [KQ_SYNC_NOTE_SPLIT] = N_("%s: here and there it is another campaign under one id: both are "
                              "kept, the one from here under a new id"),
  };

  return _(words[note]);
}

static void
say_noted (const KqSyncNoted *noted)
{
  if (noted->note != KQ_SYNC_NOTE_NONE)
    {
      g_auto (GStrv) parts = g_strsplit (describe_note (noted->note), "%s", 2);

      kq_cli_note ("%s%s%s", parts[0], noted->campaign, parts[1]);
    }
  if (noted->n_kept > 0)
    kq_cli_note (ngettext ("%s: %u part that one side took out and the other edited was kept",
                           "%s: %u parts that one side took out and the other edited were kept",
                           noted->n_kept), noted->campaign, noted->n_kept);
}

static gboolean
say_problems (KqLibrary *library)
{
  g_autoptr (GPtrArray) problems = kq_library_sync_list_problems (library, NULL);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const KqSyncProblem *problem = g_ptr_array_index (problems, i);

      kq_cli_note ("%s: %s", problem->document, problem->message);
    }

  return problems != NULL && problems->len > 0;
}

static gboolean
print_json (const KqSyncReport *report)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  json_object_set_int_member (object, "sent", report->sent);
  json_object_set_int_member (object, "received", report->received);
  json_object_set_int_member (object, "merged", report->merged);
  json_object_set_int_member (object, "picturesSent", report->pictures_sent);
  json_object_set_int_member (object, "picturesReceived", report->pictures_received);
  json_object_set_int_member (object, "bytes", report->bytes);
  json_object_set_int_member (object, "toSend", report->counts.to_send);
  json_object_set_int_member (object, "conflicts", report->counts.conflicts);
  json_object_set_int_member (object, "refused", report->counts.refused);
  json_object_set_int_member (object, "unreadable", report->counts.problems);

  return kq_cli_print_json (node);
}

static gboolean
print_text (const KqSyncReport *report)
{
  g_autofree char *line = NULL;

  line = g_strdup_printf (_("sent: %u, received: %u, merged: %u; pictures sent: %u, received: %u; "
                            "conflicts: %u\n"),
                          report->sent, report->received, report->merged, report->pictures_sent,
                          report->pictures_received, report->counts.conflicts);

  return kq_cli_print (line, -1);
}

static KqCliStatus
finish (KqLibrary          *library,
        const KqSyncReport *report,
        gboolean            json)
{
  gboolean has_problems;

  for (guint i = 0; i < report->noted->len; i++)
    say_noted (g_ptr_array_index (report->noted, i));
  has_problems = say_problems (library);
  if (!(json ? print_json : print_text) (report))
    return KQ_CLI_FAILED;

  return report->counts.conflicts > 0 || has_problems ? KQ_CLI_FOUND : KQ_CLI_FINE;
}

static gboolean
parse_answer (const char   *text,
              KqSyncAnswer *answer)
{
  *answer = KQ_SYNC_ANSWER_NONE;
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "delete"))
    *answer = KQ_SYNC_ANSWER_DELETE;
  else if (g_str_equal (text, "keep"))
    *answer = KQ_SYNC_ANSWER_KEEP;
  else
    kq_cli_fail (_("--deletions: expected “delete” or “keep”, not “%s”"), text);

  return *answer != KQ_SYNC_ANSWER_NONE;
}

/* kaquan-cli sync */
KqCliStatus
kq_cli_sync (const KqCliCommand  *command,
             int                  argc,
             char               **argv)
{
  g_autoptr (KqLibrary) library = NULL;
  g_autoptr (KqSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *server = NULL, *user = NULL, *deletions = NULL;
  gboolean json = FALSE;
  KqSyncAnswer answer;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "server", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &server,
      N_("Where the team’s database is, remembered"), N_("URL") },
    { "user", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &user,
      N_("Who you are there, remembered; the password is asked of the keyring, or given in the "
         "variable KAQUAN_PASSWORD"), N_("NAME") },
    { "deletions", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &deletions,
      N_("What to do where the team deleted many campaigns"), "delete|keep" },
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 0, 0, &status))
    return status;
  if (!parse_answer (deletions, &answer))
    return KQ_CLI_FAILED;
  library = kq_cli_open_library ();
  if (library == NULL)
    return KQ_CLI_FAILED;

  if ((server != NULL || user != NULL) &&
      !kq_sync_once_connect (library, server, user, &error))
    return kq_cli_fail ("%s", error->message);
  report = kq_sync_report_new ();
  if (!kq_sync_once (library, g_getenv ("KAQUAN_PASSWORD"), answer, report, NULL, &error))
    return kq_cli_fail ("%s", error->message);

  return finish (library, report, json);
}
