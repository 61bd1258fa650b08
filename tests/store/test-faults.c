/* test-faults.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "kq-library-assets.h"
#include "shim-vfs.h"
#include "store-fixture.h"

/* Disks that are full or fail, folders that can't be written, locks of others. */

#define N_CAMPAIGNS 5

static gboolean
is_expected (const GError *error)
{
  return g_error_matches (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_FULL) ||
         g_error_matches (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_IO);
}

static void
open_at_last (Fixture *fixture)
{
  while (fixture->library == NULL)
    {
      g_autoptr (GError) error = NULL;

      fixture->library = kq_library_open_with (fixture->path, &fixture->options, NULL, &error);
      if (fixture->library == NULL)
        g_assert_true (is_expected (error));
    }
}

typedef struct {
  gint64 numbers[N_CAMPAIGNS];
  char  *names[N_CAMPAIGNS];   /* (owned) */
  guint  n_failed;
} Session;

static void
edit (Fixture         *fixture,
      KqLibraryAssets *assets,
      Session         *session,
      guint            i)
{
  guint which = i % N_CAMPAIGNS;
  g_autofree char *id = g_strdup_printf ("c%u", which);
  g_autofree char *name = g_strdup_printf ("name %u", i);
  g_autoptr (KqCampaign) campaign = make_campaign (id, name);
  g_autoptr (GBytes) picture = make_picture (i % 7, 20000);
  g_autofree char *sha256 = kq_library_assets_add (assets, picture);
  g_autoptr (GError) error = NULL;
  gint64 number;

  add_picture (campaign, sha256);
  number = save (fixture->library, campaign, KQ_LIBRARY_BASE_ANY, KQ_ASSET_SOURCE (assets), &error);
  if (number == 0)
    {
      g_assert_true (is_expected (error));
      g_assert_nonnull (strstr (error->message, "library"));
      session->n_failed++;
      return;
    }

  session->numbers[which] = number;
  g_free (session->names[which]);
  session->names[which] = g_steal_pointer (&name);
}

static void
check_session (Fixture *fixture,
               Session *session)
{
  for (guint i = 0; i < N_CAMPAIGNS; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;

      if (session->numbers[i] == 0)
        continue;
      node = kq_library_load (fixture->library, id, session->numbers[i], NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "name"), ==,
                       session->names[i]);
      g_free (session->names[i]);
    }
}

static void
run_session (Fixture *fixture,
             guint    per_mille,
             guint    seed)
{
  g_autoptr (KqLibraryAssets) assets = NULL;
  Session session = { 0 };

  /* Making one takes so many changes that on the worst of disks none would ever be. */
  if (per_mille > 100)
    {
      fixture_open (fixture);
      fixture_close (fixture);
    }
  shim_fail (per_mille, seed);
  open_at_last (fixture);
  assets = kq_library_assets_new (fixture->library, NULL);
  for (guint i = 0; i < 200; i++)
    edit (fixture, assets, &session, i);
  g_assert_cmpuint (session.n_failed, >, 0);
  shim_fail (0, 0);

  /* It goes on as if nothing had been. */
  for (guint i = 0; i < N_CAMPAIGNS; i++)
    edit (fixture, assets, &session, i);
  g_clear_object (&assets);
  fixture_reopen (fixture);
  g_assert_null (kq_library_get_report (fixture->library));
  check_session (fixture, &session);
  fixture_close (fixture);
  assert_sound (fixture->path);
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  static const guint rates[] = { 5, 20, 100, 300 };
  guint rounds = g_getenv ("KQ_TEST_LONG") != NULL ? 100 : 3;

  for (guint round = 0; round < rounds; round++)
    for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
      {
        run_session (fixture, rates[i], g_test_rand_int ());
        remove_folder (fixture->folder);
        g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
      }
}

/* A failed write never sets a sound library aside. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  fixture_open (fixture);
  save_well (fixture->library, campaign, 0);
  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME, "two");
  shim_fail (1000, 1);
  g_assert_cmpint (save (fixture->library, campaign, 1, NULL, &error), ==, 0);
  g_assert_true (is_expected (error));
  shim_fail (0, 0);
  name = load_name (fixture->library, "c1");
  g_assert_cmpstr (name, ==, "one");
  g_assert_cmpint (save_well (fixture->library, campaign, 1), ==, 2);
  g_assert_cmpuint (count_files (fixture->folder, "library.db.damaged"), ==, 0);
}

/* Whoever is root may write everywhere: the test is somebody else for a while. */
static void
become (uid_t uid)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (uid), ==, 0);
}

#define NOBODY 65534

static void
make_read_only (Fixture *fixture,
                int      folder_mode,
                int      file_mode)
{
  if (getuid () == 0)
    {
      g_assert_cmpint (chown (fixture->folder, NOBODY, -1), ==, 0);
      g_assert_cmpint (chown (fixture->path, NOBODY, -1), ==, 0);
    }
  become (NOBODY);
  g_assert_cmpint (g_chmod (fixture->path, file_mode), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, folder_mode), ==, 0);
}

/* Those that are left over may be written, and then so may the library. */
static void
remove_logs (Fixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *memory = g_strconcat (fixture->path, "-shm", NULL);

  g_unlink (log);
  g_unlink (memory);
}

static void
assert_read_only (Fixture *fixture)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "two");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  fixture_open (fixture);
  g_assert_true (kq_library_is_read_only (fixture->library));
  name = load_name (fixture->library, "c1");
  g_assert_cmpstr (name, ==, "one");
  g_assert_cmpint (save (fixture->library, campaign, 1, NULL, &error), ==, 0);
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_READ_ONLY);
  fixture_close (fixture);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");

  fixture_open (fixture);
  save_well (fixture->library, campaign, 0);
  fixture_close (fixture);

  make_read_only (fixture, 0555, 0444);
  assert_read_only (fixture);
  g_chmod (fixture->folder, 0755);
  assert_read_only (fixture);
  remove_logs (fixture);
  g_chmod (fixture->path, 0644);
  g_chmod (fixture->folder, 0555);
  assert_read_only (fixture);
  g_chmod (fixture->folder, 0755);
  become (0);
}

static void
test_read_only_and_new (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture->path, "", 0);
  make_read_only (fixture, 0555, 0644);
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "other.db", NULL);
  g_assert_null (kq_library_open_with (fixture->path, &fixture->options, NULL, &error));
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_READ_ONLY);
  g_chmod (fixture->folder, 0755);
  become (0);
}

/* Another program holds it, and lets go when it is told to. */
static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  fixture->options.busy_timeout = 50;
  fixture_open (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (save (fixture->library, campaign, 0, NULL, &error), ==, 0);
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_BUSY);
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  save_well (fixture->library, campaign, 0);
}

int
main (int    argc,
      char **argv)
{
  shim_install ();
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/store/faults/random", test_random);
  FIXTURE_ADD ("/store/faults/full", test_full);
  FIXTURE_ADD ("/store/faults/read-only", test_read_only);
  FIXTURE_ADD ("/store/faults/read-only-and-new", test_read_only_and_new);
  FIXTURE_ADD ("/store/faults/locked", test_locked);

  return g_test_run ();
}
