/* kq-cli-export.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-campaign-library.h"
#include "kq-cli.h"
#include "kq-library-assets.h"
#include "kq-library-facts.h"
#include "kq-paths.h"
#include "kq-report.h"
#include "kq-setup-sheet.h"

typedef gboolean (*WriteFunc) (KqLibrary   *library,
                               const char  *id,
                               const char  *path,
                               gboolean     embed,
                               GError     **error);

static guint
count_pictures (KqLibrary *library,
                JsonNode  *snapshot)
{
  JsonObject *root = json_node_get_object (snapshot);
  g_autoptr (KqLibraryAssets) assets = kq_library_assets_new (library, NULL);
  JsonObjectIter iter;
  const char *name;
  guint n = 0;

  if (!json_object_has_member (root, "assets"))
    return 0;

  json_object_iter_init (&iter, json_object_get_object_member (root, "assets"));
  while (json_object_iter_next (&iter, &name, NULL))
    {
      g_autoptr (GBytes) bytes = kq_asset_source_load (KQ_ASSET_SOURCE (assets), name, NULL);

      n += bytes != NULL;
    }

  return n;
}

/* There is no folder beside the standard output: nobody should find out later. */
static void
note_pictures (KqLibrary  *library,
               const char *id)
{
  g_autoptr (JsonNode) snapshot = kq_library_load (library, id, 0, NULL, NULL, NULL);
  guint n = snapshot != NULL ? count_pictures (library, snapshot) : 0;

  if (n > 0)
    kq_cli_note (ngettext ("export: %u picture isn’t written to standard output; --embed puts it "
                           "into the file",
                           "export: %u pictures aren’t written to standard output; --embed puts "
                           "them into the file", n), n);
}

static gboolean
write_campaign (KqLibrary   *library,
                const char  *id,
                const char  *path,
                gboolean     embed,
                GError     **error)
{
  if (!kq_campaign_export (library, id, path, embed, NULL, error))
    return FALSE;
  if (!embed && g_str_equal (path, "-"))
    note_pictures (library, id);

  return TRUE;
}

static gboolean
write_report (KqLibrary       *library,
              const char      *id,
              const char      *path,
              KqReportFormat   format,
              GError         **error)
{
  g_autoptr (JsonNode) node = kq_library_load (library, id, 0, NULL, NULL, error);
  g_autoptr (KqFacts) facts = NULL;
  g_autoptr (KqObject) campaign = NULL;
  g_autoptr (KqProfiles) profiles = NULL;
  g_autoptr (KqLibraryAssets) assets = NULL;
  g_autoptr (GBytes) bytes = NULL;
  KqReportSource source;

  if (node != NULL)
    facts = kq_library_load_facts (library, id, NULL, error);
  if (facts == NULL)
    return FALSE;

  campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);
  profiles = kq_cli_load_profiles (NULL);
  assets = kq_library_assets_new (library, NULL);
  source = (KqReportSource) { KQ_CAMPAIGN (campaign), facts, profiles, KQ_ASSET_SOURCE (assets) };
  bytes = kq_report_make (&source, format, error);

  return bytes != NULL && kq_file_write (path, bytes, error);
}

static gboolean
write_spreadsheet (KqLibrary   *library,
                   const char  *id,
                   const char  *path,
                   gboolean     embed,
                   GError     **error)
{
  return write_report (library, id, path, KQ_REPORT_XLSX, error);
}

static gboolean
write_pages (KqLibrary   *library,
             const char  *id,
             const char  *path,
             gboolean     embed,
             GError     **error)
{
  return write_report (library, id, path, KQ_REPORT_PDF, error);
}

static gboolean
write_setup (KqLibrary   *library,
             const char  *id,
             const char  *path,
             gboolean     embed,
             GError     **error)
{
  g_autoptr (JsonNode) node = kq_library_load (library, id, 0, NULL, NULL, error);
  g_autoptr (KqObject) campaign = NULL;
  g_autoptr (KqProfiles) profiles = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (node == NULL)
    return FALSE;
  campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);
  profiles = kq_cli_load_profiles (NULL);
  bytes = kq_setup_sheet_make_workbook (KQ_CAMPAIGN (campaign), profiles, error);

  return bytes != NULL && kq_file_write (path, bytes, error);
}

/* What a campaign can be written as. */
static const struct {
  const char *name;
  WriteFunc   write;
} formats[] = {
  { "campaign", write_campaign },
  { "xlsx", write_spreadsheet },
  { "pdf", write_pages },
  { "setup", write_setup },
};

static WriteFunc
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (name, formats[i].name))
      return formats[i].write;

  return NULL;
}

static KqCliStatus
refuse_format (const char *format)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", formats[i].name);

  return kq_cli_fail (_("export: there is no format “%s”; known are: %s"), format, known->str);
}

/* kaquan-cli export */
KqCliStatus
kq_cli_export (const KqCliCommand  *command,
               int                  argc,
               char               **argv)
{
  g_autoptr (KqLibrary) library = NULL;
  g_autofree char *format = NULL;
  g_autoptr (GError) error = NULL;
  gboolean embed = FALSE;
  KqCliStatus status;
  WriteFunc write_as;
  const GOptionEntry entries[] = {
    { "embed", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &embed,
      N_("Write the pictures into the file, not into a folder beside it"), NULL },
    { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &format,
      N_("What to write (default: campaign)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 0, G_MAXINT, &status))
    return status;
  if (argc != 3)
    return kq_cli_fail (_("export: which campaign, and where to?"));
  write_as = find_format (format != NULL ? format : "campaign");
  if (write_as == NULL)
    return refuse_format (format);
  library = kq_cli_open_library ();
  if (library == NULL)
    return KQ_CLI_FAILED;

  if (write_as (library, argv[1], argv[2], embed, &error))
    return KQ_CLI_FINE;

  return kq_cli_fail ("%s", error->message);
}
