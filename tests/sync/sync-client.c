/* sync-client.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "kq-format.h"
#include "kq-json.h"
#include "kq-library-assets.h"
#include "kq-library-facts.h"
#include "kq-sync-once.h"
#include "kq-sync.h"
#include "shim-vfs.h"
#include "store-fixture.h"

/* What a desktop does, for the tests of sync, a step a process:
 *
 *   sync-client LIBRARY put CAMPAIGN POINTER JSON
 *   sync-client LIBRARY state CAMPAIGN 0|1|2
 *   sync-client LIBRARY remove CAMPAIGN COUPON
 *   sync-client LIBRARY facts CAMPAIGN DAY JSON
 *   sync-client LIBRARY random DESKTOP SEED STEPS
 *   sync-client LIBRARY sync URL USER never|commit|op|full N
 *   sync-client LIBRARY live URL USER
 *   sync-client LIBRARY dump
 *
 * “random” prints a line for each edit that the library acknowledged. “sync” is
 * killed at its N-th commit or before its N-th change of a file, or has a disk on
 * which N in a thousand changes fail; it waits less than the real one. “live” is a
 * program with windows: it prints a line for each state and each campaign that
 * changes, until its standard input ends. */

#define N_CAMPAIGNS 4

static int commits_left;

static int
on_commit (void *data)
{
  if (--commits_left == 0)
    raise (SIGKILL);

  return 0;
}

static int
on_connection (sqlite3                           *db,
               const char                       **message,
               const struct sqlite3_api_routines *api)
{
  sqlite3_commit_hook (db, on_commit, NULL);

  return SQLITE_OK;
}

static void
must (gboolean  done,
      GError   *error)
{
  if (done)
    return;

  fprintf (stderr, "sync-client: %s\n", error != NULL ? error->message : "failed");
  exit (2);
}

static JsonNode *
read_json (const char *text)
{
  static const KqJsonLimits limits = { 1 << 20, 64, 20000, 1 << 18 };
  GError *error = NULL;
  JsonNode *node = kq_json_read (text, strlen (text), &limits, &error);

  must (node != NULL, error);

  return node;
}

static JsonNode *
load (KqLibrary  *library,
      const char *id,
      gint64     *version)
{
  g_autoptr (JsonNode) node = kq_library_load (library, id, 0, version, NULL, NULL);
  g_autoptr (KqCampaign) campaign = NULL;

  if (node != NULL)
    return g_steal_pointer (&node);
  *version = 0;
  campaign = kq_campaign_new (id, "");

  return json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));
}

static void
store (KqLibrary     *library,
       JsonNode      *node,
       gint64         version,
       KqAssetSource *assets)
{
  g_autoptr (JsonNode) canonical = kq_format_canonical (node);
  g_autoptr (KqLibrarySave) what = kq_library_save_new (canonical, version, KQ_VERSION_EDIT);
  GError *error = NULL;

  g_set_object (&what->assets, assets);
  must (kq_library_save (library, what, NULL, &error) != 0, error);
}

static void
put_node (KqLibrary     *library,
          const char    *id,
          const char    *pointer,
          JsonNode      *value,
          KqAssetSource *assets)
{
  gint64 version;
  g_autoptr (JsonNode) node = load (library, id, &version);
  GError *error = NULL;
  g_autoptr (JsonNode) changed = kq_json_pointer_with (node, pointer, value, &error);

  must (changed != NULL && kq_format_check (changed, &error), error);
  store (library, changed, version, assets);
}

static void
put_text (KqLibrary  *library,
          const char *id,
          const char *pointer,
          const char *text)
{
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), text);

  put_node (library, id, pointer, value, NULL);
}

/* Where the coupon of that id is in the list, or where it is to be */
static guint
find_coupon (JsonNode   *campaign,
             const char *id,
             gboolean   *found)
{
  JsonObject *root = json_node_get_object (campaign);
  JsonArray *coupons = json_object_has_member (root, "coupons")
                       ? json_object_get_array_member (root, "coupons") : NULL;
  guint n = coupons != NULL ? json_array_get_length (coupons) : 0;

  *found = FALSE;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (coupons, i), "id"), id))
      {
        *found = TRUE;
        return i;
      }

  return n;
}

/* Makes the coupon where it isn't there, and names it. */
static void
name_coupon (KqLibrary  *library,
             const char *campaign,
             const char *id,
             const char *name)
{
  gint64 version;
  g_autoptr (JsonNode) node = load (library, campaign, &version);
  JsonNode *old = json_object_get_member (json_node_get_object (node), "coupons");
  g_autoptr (JsonNode) list = read_json ("[]");
  g_autofree char *text = g_strdup_printf ("{\"id\":\"%s\",\"name\":\"%s\"}", id, name);
  g_autoptr (JsonNode) changed = NULL;
  gboolean found;
  guint index = find_coupon (node, id, &found);

  for (guint i = 0; old != NULL && i < json_array_get_length (json_node_get_array (old)); i++)
    if (i != index)
      json_array_add_element (json_node_get_array (list),
                              json_node_copy (json_array_get_element (json_node_get_array (old), i)));
  json_array_add_element (json_node_get_array (list), read_json (text));
  changed = kq_json_pointer_with (node, "/coupons", list, NULL);
  must (changed != NULL, NULL);
  store (library, changed, version, NULL);
}

static void
remove_coupon (KqLibrary  *library,
               const char *campaign,
               const char *id)
{
  gint64 version;
  g_autoptr (JsonNode) node = load (library, campaign, &version);
  gboolean found;
  guint index = find_coupon (node, id, &found);
  g_autofree char *pointer = g_strdup_printf ("/coupons/%u", index);
  g_autoptr (JsonNode) changed = NULL;

  if (!found)
    return;
  changed = kq_json_pointer_with (node, pointer, NULL, NULL);
  must (changed != NULL, NULL);
  store (library, changed, version, NULL);
}

static void
add_random_picture (KqLibrary  *library,
                    const char *campaign,
                    GRand      *random)
{
  g_autoptr (KqLibraryAssets) assets = kq_library_assets_new (library, NULL);
  g_autoptr (GBytes) picture = make_picture (g_rand_int (random), 5000);
  g_autofree char *sha256 = kq_library_assets_add (assets, picture);
  gint64 version;
  g_autoptr (JsonNode) node = load (library, campaign, &version);
  g_autoptr (JsonNode) map = NULL;
  g_autoptr (JsonNode) changed = NULL;
  JsonNode *old = json_object_get_member (json_node_get_object (node), "assets");

  map = old != NULL ? json_node_copy (old) : read_json ("{}");
  json_object_set_member (json_node_get_object (map), sha256,
                          read_json ("{\"name\":\"p.png\",\"type\":\"image/png\"}"));
  changed = kq_json_pointer_with (node, "/assets", map, NULL);
  must (changed != NULL, NULL);
  store (library, changed, version, KQ_ASSET_SOURCE (assets));
  printf ("pic %s %s\n", campaign, sha256);
}

static void
set_facts (KqLibrary  *library,
           const char *campaign,
           const char *day,
           const char *json)
{
  g_autoptr (KqFacts) facts = kq_facts_new ();
  g_autoptr (JsonNode) node = read_json (json);
  GError *error = NULL;

  must (kq_facts_day_from_node (facts, kq_day_parse (day, NULL), node, &error), error);
  must (kq_library_import_facts (library, campaign, facts, "test", NULL, &error) != 0, error);
}

static void
set_random_facts (KqLibrary  *library,
                  const char *campaign,
                  const char *token,
                  GRand      *random)
{
  g_autofree char *json = g_strdup_printf ("{\"rows\":[{\"object\":\"%s\",\"claims\":7}]}", token);
  g_autofree char *day = g_strdup_printf ("2026-11-%02d", g_rand_int_range (random, 1, 9));

  set_facts (library, campaign, day, json);
  printf ("facts %s %s %s\n", campaign, day, token);
}

/* “own”: only this desktop writes there; “add”: once and for all; “del”: what it
 * added; “any”: where all write. */
static void
take_step (KqLibrary  *library,
           const char *desktop,
           const char *token,
           GRand      *random)
{
  g_autofree char *campaign = g_strdup_printf ("c%d", g_rand_int_range (random, 0, N_CAMPAIGNS));
  g_autofree char *doomed = g_strdup_printf ("x%d", g_rand_int_range (random, 0, 3));

  switch (g_rand_int_range (random, 0, 12))
    {
    case 0: case 1: case 2:
      name_coupon (library, campaign, desktop, token);
      printf ("own %s %s %s\n", campaign, desktop, token);
      break;
    case 3: case 4: case 5:
      name_coupon (library, campaign, token, token);
      printf ("add %s %s\n", campaign, token);
      break;
    case 6:
      put_text (library, campaign, "/name", token);
      printf ("any %s /name %s\n", campaign, token);
      break;
    case 7:
      put_text (library, campaign, "/notes", token);
      printf ("any %s /notes %s\n", campaign, token);
      break;
    case 8:
      add_random_picture (library, campaign, random);
      break;
    case 9:
      put_text (library, doomed, "/name", token);
      break;
    case 10:
      kq_library_set_state (library, doomed, KQ_LIBRARY_STATE_DELETED, NULL, NULL);
      break;
    default:
      set_random_facts (library, campaign, token, random);
    }
  fflush (stdout);
}

static void
take_steps (KqLibrary  *library,
            const char *desktop,
            int         seed,
            int         n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *token = g_strdup_printf ("%s-%d-%d", desktop, seed, i);

      take_step (library, desktop, token, random);
    }
}

static void
say_problems (KqLibrary *library)
{
  g_autoptr (GPtrArray) problems = kq_library_sync_list_problems (library, NULL);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const KqSyncProblem *problem = g_ptr_array_index (problems, i);

      printf ("problem %s: %s\n", problem->document, problem->message);
    }
}

static int
synchronize (KqLibrary  *library,
             const char *url,
             const char *user)
{
  static const KqSyncHttpOptions options = { 2, 3, 20, 200 };
  g_autoptr (KqSyncReport) report = kq_sync_report_new ();
  GError *error = NULL;

  must (kq_sync_once_connect (library, url, user, &error), error);
  must (kq_sync_once_with (library, g_getenv ("KAQUAN_PASSWORD"), KQ_SYNC_ANSWER_DELETE, &options,
                           report, NULL, &error), error);
  printf ("sent %u received %u merged %u conflicts %u\n", report->sent, report->received,
          report->merged, report->counts.conflicts);
  say_problems (library);

  return 0;
}

static void
dump_facts (KqLibrary  *library,
            const char *id)
{
  g_autoptr (KqFacts) facts = kq_library_load_facts (library, id, NULL, NULL);
  guint n_rows;
  const KqFact *rows = kq_facts_get_rows (facts, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *day = kq_day_to_string (rows[i].day);
      g_autoptr (JsonNode) node = kq_facts_day_to_node (facts, rows[i].day);
      g_autofree char *text = json_to_string (node, FALSE);

      if (i == 0 || rows[i].day != rows[i - 1].day)
        printf ("facts:%s:%s 0 %s\n", id, day, text);
    }
}

static void
dump_campaign (KqLibrary     *library,
               KqLibraryItem *item)
{
  const char *id = kq_library_item_get_id (item);
  g_autoptr (JsonNode) node = kq_library_load (library, id, 0, NULL, NULL, NULL);
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : g_strdup ("null");

  printf ("%s %d %s\n", id, kq_library_item_get_state (item) == KQ_LIBRARY_STATE_DELETED, text);
  dump_facts (library, id);
}

/* In the order of the ids */
static void
dump (KqLibrary *library)
{
  g_autoptr (GPtrArray) items = kq_library_list (library, KQ_LIBRARY_LIST_ALL, NULL, NULL);
  g_autoptr (GPtrArray) missing = kq_library_sync_list_missing (library, 100, NULL);

  for (guint i = 0; i < items->len; i++)
    dump_campaign (library, g_ptr_array_index (items, i));
  for (guint i = 0; i < missing->len; i++)
    printf ("missing 0 %s\n", (char *) g_ptr_array_index (missing, i));
}

static void
on_state (KqSync *sync)
{
  static const char * const names[] = {
    "none", "working", "done", "offline", "password", "asking", "failed",
  };
  const KqSyncReport *report = kq_sync_get_report (sync);

  printf ("state %s %u\n", names[kq_sync_get_state (sync)], report->counts.to_send);
  fflush (stdout);
}

static void
on_changed (KqLibrary  *library,
            const char *id)
{
  printf ("changed %s\n", id != NULL ? id : "*");
  fflush (stdout);
}

static void
on_connected (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  GError *error = NULL;

  must (kq_sync_connect_finish (KQ_SYNC (source), result, &error), error);
}

static gboolean
on_input (GIOChannel   *channel,
          GIOCondition  condition,
          gpointer      loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

static void
live (KqLibrary  *library,
      const char *url,
      const char *user)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  g_autoptr (KqSync) sync = NULL;

  kq_library_follow (library);
  g_signal_connect (library, "changed", G_CALLBACK (on_changed), NULL);
  sync = kq_sync_new (library);
  g_signal_connect (sync, "changed", G_CALLBACK (on_state), NULL);
  kq_sync_connect_async (sync, url, user, g_getenv ("KAQUAN_PASSWORD"), NULL, on_connected, NULL);
  g_io_add_watch (input, G_IO_IN | G_IO_HUP, on_input, loop);
  g_main_loop_run (loop);
  kq_sync_stop (sync);
}

static void
prepare_kill (const char *what,
              int         n)
{
  if (g_str_equal (what, "op"))
    shim_kill_at (n);
  if (g_str_equal (what, "full"))
    shim_fail (n, n);
  commits_left = g_str_equal (what, "commit") ? n : 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (KqLibrary) library = NULL;
  GError *error = NULL;
  const char *what = argv[2];
  int status = 0;

  shim_install ();
  sqlite3_auto_extension ((void (*) (void)) on_connection);
  library = kq_library_open (argv[1], NULL, &error);
  must (library != NULL, error);

  if (g_str_equal (what, "put"))
    {
      g_autoptr (JsonNode) value = read_json (argv[5]);

      put_node (library, argv[3], argv[4], value, NULL);
    }
  else if (g_str_equal (what, "state"))
    {
      must (kq_library_set_state (library, argv[3], atoi (argv[4]), NULL, &error), error);
    }
  else if (g_str_equal (what, "facts"))
    {
      set_facts (library, argv[3], argv[4], argv[5]);
    }
  else if (g_str_equal (what, "random"))
    {
      take_steps (library, argv[3], atoi (argv[4]), atoi (argv[5]));
    }
  else if (g_str_equal (what, "remove"))
    {
      remove_coupon (library, argv[3], argv[4]);
    }
  else if (g_str_equal (what, "sync"))
    {
      prepare_kill (argv[5], atoi (argv[6]));
      status = synchronize (library, argv[3], argv[4]);
    }
  else if (g_str_equal (what, "live"))
    {
      live (library, argv[3], argv[4]);
    }
  else
    {
      dump (library);
    }

  return status;
}
