/* kq-cli-format.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"

/* kaquan-cli format */
KqCliStatus
kq_cli_format (const KqCliCommand  *command,
               int                  argc,
               char               **argv)
{
  g_autofree char *out = NULL;
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqAssetSource) assets = NULL;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &out,
      N_("Write to OUT instead of standard output"), N_("OUT") },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 1, 1, &status))
    return status;
  campaign = kq_cli_load (argv[1], &assets);
  if (campaign == NULL)
    return KQ_CLI_FAILED;

  return kq_cli_write_campaign (argv[1], out, campaign, assets) ? KQ_CLI_FINE : KQ_CLI_FAILED;
}
