/* kq-cli-import.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-campaign-library.h"
#include "kq-cli.h"

static void
report (const char             *file,
        const KqCampaignImport *import,
        const GError           *error,
        gpointer                data)
{
  gboolean *done = data;
  g_autofree char *line = NULL;

  if (import == NULL)
    {
      kq_cli_fail ("%s", error->message);
      *done = FALSE;
      return;
    }

  if (import->n_missing > 0)
    kq_cli_note (ngettext ("%s: %u picture isn’t at hand, or isn’t the one that the file names",
                           "%s: %u pictures aren’t at hand, or aren’t those that the file names",
                           import->n_missing), file, import->n_missing);
  line = g_strdup_printf (_("%s: imported as %s, “%s”; errors: %d, warnings: %d, advice: %d\n"),
                          file, import->id, import->name, import->counts[0], import->counts[1],
                          import->counts[2]);
  *done &= kq_cli_print (line, -1);
}

/* kaquan-cli import */
KqCliStatus
kq_cli_import (const KqCliCommand  *command,
               int                  argc,
               char               **argv)
{
  g_autoptr (KqLibrary) library = NULL;
  g_autoptr (KqProfiles) profiles = NULL;
  gboolean copy = FALSE, done = TRUE;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "copy", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &copy,
      N_("Give the campaigns new ids"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 1, G_MAXINT, &status))
    return status;
  library = kq_cli_open_library ();
  if (library == NULL)
    return KQ_CLI_FAILED;

  profiles = kq_cli_load_profiles (NULL);
  kq_campaign_import_files (library, (const char * const *) argv + 1, copy, profiles, NULL, report,
                            &done);

  /* For those who never open a window; it can wait. */
  kq_library_tidy (library, NULL, NULL);

  return done ? KQ_CLI_FINE : KQ_CLI_FAILED;
}
