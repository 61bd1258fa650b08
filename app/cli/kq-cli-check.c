/* kq-cli-check.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"

typedef struct {
  gboolean    json;
  gboolean    strict;
  gboolean    fix;
  char       *out;       /* (owned) (nullable) */
  char       *at;        /* (owned) (nullable) */
  char       *directory; /* (owned) (nullable) */

  KqTime      moment;
  KqProfiles *profiles;  /* (owned) */
  JsonArray  *findings;  /* (owned): for --json, of all files */
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->out, g_free);
  g_clear_pointer (&options->at, g_free);
  g_clear_pointer (&options->directory, g_free);
  g_clear_object (&options->profiles);
  g_clear_pointer (&options->findings, json_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static JsonObject *
finding_to_json (const char *file,
                 KqFinding  *finding)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "file", file);
  json_object_set_string_member (object, "rule", kq_finding_get_rule (finding));
  json_object_set_string_member (object, "severity",
                                 kq_severity_get_word (kq_finding_get_severity (finding)));
  json_object_set_string_member (object, "pointer", kq_finding_get_pointer (finding));
  json_object_set_string_member (object, "object", kq_finding_get_object_id (finding));
  json_object_set_string_member (object, "message", kq_finding_get_message (finding));
  json_object_set_string_member (object, "source", kq_finding_get_source (finding));
  json_object_set_boolean_member (object, "fixable", kq_finding_get_fix (finding) != NULL);

  return object;
}

static void
describe (GString       *text,
          const char    *file,
          KqFindingList *findings)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (findings));

  for (guint i = 0; i < n; i++)
    {
      KqFinding *finding = kq_finding_list_get (findings, i);

      g_string_append_printf (text, _("%s: %s: %s: %s [%s, %s]\n"), file,
                              kq_severity_get_label (kq_finding_get_severity (finding)),
                              kq_finding_get_pointer (finding), kq_finding_get_message (finding),
                              kq_finding_get_rule (finding), kq_finding_get_source (finding));
    }
  g_string_append_printf (text, _("%s: errors: %u, warnings: %u, advice: %u\n"), file,
                          kq_finding_list_count (findings, KQ_SEVERITY_ERROR),
                          kq_finding_list_count (findings, KQ_SEVERITY_WARNING),
                          kq_finding_list_count (findings, KQ_SEVERITY_ADVICE));
}

static KqCliStatus
judge (const Options *options,
       KqFindingList *findings)
{
  if (kq_finding_list_count (findings, KQ_SEVERITY_ERROR) > 0 ||
      (options->strict && kq_finding_list_count (findings, KQ_SEVERITY_WARNING) > 0))
    return KQ_CLI_FOUND;

  return KQ_CLI_FINE;
}

static KqChecker *
new_checker (const Options *options,
             KqCampaign    *campaign,
             KqAssetSource *assets)
{
  KqChecker *checker = kq_checker_new (campaign, options->profiles, assets);

  kq_checker_set_moment (checker, options->moment);
  kq_checker_run (checker);

  return checker;
}

static KqCliStatus
check_file (Options    *options,
            const char *file)
{
  g_autoptr (KqAssetSource) assets = NULL;
  g_autoptr (KqCampaign) campaign = kq_cli_load (file, &assets);
  g_autoptr (KqChecker) checker = NULL;
  g_autoptr (GString) text = NULL;
  KqFindingList *findings;

  if (campaign == NULL)
    return KQ_CLI_FAILED;

  checker = new_checker (options, campaign, assets);
  findings = kq_checker_get_findings (checker);
  if (options->json)
    {
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
        json_array_add_object_element (options->findings,
                                       finding_to_json (file, kq_finding_list_get (findings, i)));
      return judge (options, findings);
    }

  text = g_string_new (NULL);
  describe (text, file, findings);

  return kq_cli_print (text->str, text->len) ? judge (options, findings) : KQ_CLI_FAILED;
}

static KqCliStatus
check_files (Options  *options,
             char    **files)
{
  KqCliStatus status = KQ_CLI_FINE;
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; files[i] != NULL; i++)
    {
      KqCliStatus one = check_file (options, files[i]);

      status = MAX (status, one);
    }

  if (!options->json)
    return status;
  node = json_node_init_array (json_node_alloc (), options->findings);

  return kq_cli_print_json (node) ? status : KQ_CLI_FAILED;
}

/* --fix */

static KqCliStatus
fix_file (Options    *options,
          const char *file)
{
  g_autoptr (KqAssetSource) assets = NULL;
  g_autoptr (KqCampaign) campaign = kq_cli_load (file, &assets);
  g_autoptr (KqChecker) checker = NULL;
  g_autoptr (GError) error = NULL;
  KqFindingList *findings;
  guint n_fixed;

  if (campaign == NULL)
    return KQ_CLI_FAILED;

  checker = new_checker (options, campaign, assets);
  if (!kq_checker_fix_all (checker, NULL, &n_fixed, &error))
    return kq_cli_fail ("%s: %s", file, error->message);

  if (!kq_cli_write_campaign (file, options->out, campaign, assets))
    return KQ_CLI_FAILED;

  findings = kq_checker_get_findings (checker);
  kq_cli_note (_("%s: fixed: %u; left: errors: %u, warnings: %u, advice: %u"), file, n_fixed,
               kq_finding_list_count (findings, KQ_SEVERITY_ERROR),
               kq_finding_list_count (findings, KQ_SEVERITY_WARNING),
               kq_finding_list_count (findings, KQ_SEVERITY_ADVICE));

  return judge (options, findings);
}

static gboolean
prepare (Options *options)
{
  options->moment = KQ_TIME_NONE;
  if (options->at != NULL && !kq_time_parse (options->at, &options->moment))
    {
      kq_cli_fail (_("check: “%s” isn't a time such as 2026-11-11T20:00:00+08:00"), options->at);
      return FALSE;
    }
  if (options->directory != NULL && !g_file_test (options->directory, G_FILE_TEST_IS_DIR))
    {
      kq_cli_fail (_("check: “%s” isn't a folder of profiles"), options->directory);
      return FALSE;
    }

  options->findings = json_array_new ();
  options->profiles = kq_cli_load_profiles (options->directory);

  return TRUE;
}

/* kaquan-cli check */
KqCliStatus
kq_cli_check (const KqCliCommand  *command,
              int                  argc,
              char               **argv)
{
  g_auto (Options) options = { 0 };
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.json, N_("Print JSON"), NULL },
    { "strict", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.strict,
      N_("Fail on warnings too"), NULL },
    { "at", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.at,
      N_("The moment for rules that speak of expiry (default: now)"), N_("TIME") },
    { "profiles", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.directory,
      N_("A folder with profiles of your own"), N_("DIR") },
    { "fix", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.fix,
      N_("Apply the mechanical fixes and write the result"), NULL },
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.out,
      N_("With --fix: write to OUT instead of standard output"), N_("OUT") },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 1, G_MAXINT, &status))
    return status;
  if (options.fix && (argc != 2 || options.json))
    return kq_cli_fail (_("check: --fix takes one file, and writes a campaign, not findings"));
  if (!options.fix && options.out != NULL)
    return kq_cli_fail (_("check: -o goes with --fix"));
  if (!prepare (&options))
    return KQ_CLI_FAILED;

  return options.fix ? fix_file (&options, argv[1]) : check_files (&options, argv + 1);
}
