/* edit-session.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include <sqlite3.h>

#include "kq-library-assets.h"
#include "shim-vfs.h"
#include "store-fixture.h"

/* A scripted editing session, which is to be killed:
 *
 *   edit-session LIBRARY SEED STEPS op N       before its N-th change of a file
 *   edit-session LIBRARY SEED STEPS commit N   at its N-th commit
 *   edit-session LIBRARY SEED STEPS shared 0   never, but others may write too
 *
 * Prints a line for each save that the library acknowledged, "ID NUMBER NAME". */

#define N_CAMPAIGNS 6

static int commits_left;
static gboolean is_shared;

static int
on_commit (void *data)
{
  if (--commits_left == 0)
    raise (SIGKILL);

  return 0;
}

static int
on_connection (sqlite3                         *db,
               const char                     **message,
               const struct sqlite3_api_routines *api)
{
  sqlite3_commit_hook (db, on_commit, NULL);

  return SQLITE_OK;
}

static KqCampaign *
load (KqLibrary  *library,
      const char *id,
      gint64     *version)
{
  g_autoptr (JsonNode) node = kq_library_load (library, id, 0, version, NULL, NULL);

  if (node != NULL)
    return KQ_CAMPAIGN (kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node));
  *version = 0;

  return kq_campaign_new (id, "");
}

static void
step (KqLibrary       *library,
      KqLibraryAssets *assets,
      GRand           *random)
{
  g_autofree char *id = g_strdup_printf ("c%d", g_rand_int_range (random, 0, N_CAMPAIGNS));
  g_autofree char *name = g_strdup_printf ("n%u", g_rand_int (random));
  g_autoptr (GError) error = NULL;
  g_autoptr (KqCampaign) campaign = NULL;
  gint64 version, number;

  campaign = load (library, id, &version);
  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME, name);
  if (g_rand_int_range (random, 0, 3) == 0)
    {
      g_autoptr (GBytes) picture = make_picture (g_rand_int_range (random, 0, 20), 9000);
      g_autofree char *sha256 = kq_library_assets_add (assets, picture);

      add_picture (campaign, sha256);
    }
  number = save (library, campaign, version, KQ_ASSET_SOURCE (assets), &error);
  if (is_shared && g_error_matches (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_CHANGED))
    return;
  g_assert_no_error (error);
  printf ("%s %" G_GINT64_FORMAT " %s\n", id, number, name);
  fflush (stdout);

  if (g_rand_int_range (random, 0, 4) == 0)
    kq_library_set_state (library, id, g_rand_int_range (random, 0, 2), NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (KqLibrary) library = NULL;
  g_autoptr (KqLibraryAssets) assets = NULL;
  g_autoptr (GRand) random = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 6);
  shim_install ();
  if (g_str_equal (argv[4], "op"))
    shim_kill_at (atoi (argv[5]));
  else
    commits_left = atoi (argv[5]);
  is_shared = g_str_equal (argv[4], "shared");
  sqlite3_auto_extension ((void (*) (void)) on_connection);

  library = kq_library_open (argv[1], NULL, &error);
  g_assert_no_error (error);
  assets = kq_library_assets_new (library, NULL);
  random = g_rand_new_with_seed (atoi (argv[2]));
  for (int i = 0; i < atoi (argv[3]); i++)
    step (library, assets, random);

  return 0;
}
