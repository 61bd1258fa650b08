/* kq-cli-commands.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"

/* In the order in which --help lists them. */
static const KqCliCommand commands[] = {
  { "check", N_("[--json] [--strict] [--at TIME] [--profiles DIR] [--fix [-o OUT]] FILE…"),
    N_("check campaigns by every platform's rules"), kq_cli_check },
  { "format", N_("[-o OUT] FILE"),
    N_("write a campaign in canonical form"), kq_cli_format },
  { "image check", N_("--for KIND [--json] [--profiles DIR] FILE…"),
    N_("check images by what a platform asks of their kind"), kq_cli_image_check },
  { "image fit", N_("--for KIND [--crop attention|centre|X,Y,W,H] [--background RRGGBB] "
                    "[--profiles DIR] IN OUT"),
    N_("make of an image one that the platform takes"), kq_cli_image_fit },
  { "image kinds", N_("[--platform PLATFORM]… [--campaign FILE] [--crop [KIND=]PART]… [--name NAME] "
                      "[--replace] [--profiles DIR] IN FOLDER"),
    N_("make of one image every kind that the platforms take"), kq_cli_image_kinds },
  { "face", N_("[--for KIND] [--preset PRESET] [--color RRGGBB] [--picture FILE] [--logo FILE] "
               "[--shop NAME] [--level NAME] [--profiles DIR] OUT"),
    N_("draw a card face, for those who have no designer"), kq_cli_face },
  { "poster", N_("[--card ID] [--for KIND] [--profiles DIR] FILE OUT.jpg|OUT.pdf"),
    N_("draw the poster of a member card, for the web or to be printed"), kq_cli_poster },
  { "qr", N_("[--side PIXELS] TEXT OUT.png|OUT.svg"),
    N_("write a QR code"), kq_cli_qr },
  { "gaps", N_("[--json] FILE"),
    N_("list gaps and overlaps of the claim calendar"), kq_cli_gaps },
  { "exposure", N_("[--json] FILE"),
    N_("add up the money at stake"), kq_cli_exposure },
  { "prices", N_("[--json] FILE"),
    N_("list the lowest price of each product for each level"), kq_cli_prices },
  { "import", N_("[--copy] FILE…"),
    N_("take campaigns into the library"), kq_cli_import },
  { "list", N_("[--json]"),
    N_("list the campaigns of the library"), kq_cli_list },
  { "export", N_("[--embed] [--to FORMAT] ID OUT"),
    N_("write a campaign of the library as a file"), kq_cli_export },
  { "facts import", N_("[--map FIELD=COLUMN,…] [--skip-bad] [--json] CAMPAIGN FILE.csv"),
    N_("take a platform’s figures into the library"), kq_cli_facts_import },
  { "facts show", N_("[--json] CAMPAIGN"),
    N_("list what platforms told of a campaign"), kq_cli_facts_show },
  { "sync", N_("[--server URL] [--user NAME] [--deletions delete|keep] [--json]"),
    N_("bring the library and the team's server together"), kq_cli_sync },
  { "conflicts", N_("[--json]"),
    N_("list what has to be decided after a sync"), kq_cli_conflicts },
  { "resolve", N_("CAMPAIGN POINTER --mine|--theirs|--value JSON"),
    N_("decide it"), kq_cli_resolve },
};

/**
 * kq_cli_get_commands:
 * @n_commands: (out): how many
 *
 * Returns: (transfer none) (array length=n_commands): the table of commands
 */
const KqCliCommand *
kq_cli_get_commands (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);

  return commands;
}
