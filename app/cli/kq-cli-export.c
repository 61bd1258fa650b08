/* kq-cli-export.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-campaign-library.h"
#include "kq-cli.h"

/* What a campaign can be written as. */
static const char * const formats[] = { "campaign" };

static gboolean
is_known (const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (format, formats[i]))
      return TRUE;

  return FALSE;
}

static KqCliStatus
refuse_format (const char *format)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", formats[i]);

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
  if (format != NULL && !is_known (format))
    return refuse_format (format);
  library = kq_cli_open_library ();
  if (library == NULL)
    return KQ_CLI_FAILED;

  if (kq_campaign_export (library, argv[1], argv[2], embed, NULL, &error))
    return KQ_CLI_FINE;

  return kq_cli_fail ("%s", error->message);
}
