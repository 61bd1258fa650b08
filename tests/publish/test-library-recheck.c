/* test-library-recheck.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "kq-campaign-library.h"
#include "kq-format.h"
#include "kq-library-recheck.h"

/* What is found in the campaigns of a library, without opening them. */

static const char sound[] =
  "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"a\", \"name\": \"双11\"}";
/* Its end lies before its start. */
static const char broken[] =
  "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"a\", \"name\": \"双12\","
  " \"start\": \"2026-12-12T00:00:00+08:00\", \"end\": \"2026-12-01T23:59:59+08:00\"}";

typedef struct {
  char       *dir;
  char       *path;
  KqLibrary  *library;
  KqProfiles *profiles;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *database = NULL;
  g_autoptr (GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("kq-library-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->dir, "a.campaign.json", NULL);
  database = g_build_filename (fixture->dir, "library.db", NULL);
  fixture->library = kq_library_open (database, NULL, &error);
  g_assert_no_error (error);
  fixture->profiles = kq_profiles_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  kq_library_close (fixture->library);
  g_object_unref (fixture->library);
  g_object_unref (fixture->profiles);
  dir = g_dir_open (fixture->dir, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static KqLibraryItem *
get_item (Fixture    *fixture,
          const char *id)
{
  g_autoptr (GError) error = NULL;
  KqLibraryItem *item = kq_library_get_item (fixture->library, id, NULL, &error);

  g_assert_no_error (error);
  return item;
}

static void
save_uncounted (Fixture    *fixture,
                const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, NULL);
  g_autoptr (KqLibrarySave) save = NULL;
  g_autoptr (GError) error = NULL;

  save = kq_library_save_new (kq_object_snapshot (KQ_OBJECT (campaign)), KQ_LIBRARY_BASE_ANY,
                              KQ_VERSION_EDIT);
  kq_library_save (fixture->library, save, NULL, &error);
  g_assert_no_error (error);
}

static void
run (KqLibraryRecheck *recheck)
{
  kq_library_recheck_start (recheck);
  g_assert_true (kq_library_recheck_is_busy (recheck));
  while (kq_library_recheck_is_busy (recheck))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_recheck (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KqLibraryRecheck) recheck = NULL;
  g_autoptr (KqLibraryItem) before = NULL;
  g_autoptr (KqLibraryItem) after = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  save_uncounted (fixture, broken);
  before = get_item (fixture, "a");
  g_assert_cmpint (kq_library_item_get_errors (before), ==, KQ_LIBRARY_NO_COUNT);
  g_assert_true (kq_library_recheck_is_due (before, now, 0));

  recheck = kq_library_recheck_new (fixture->library, fixture->profiles, 0);
  run (recheck);
  after = get_item (fixture, "a");
  g_assert_cmpint (kq_library_item_get_errors (after), >, 0);
  g_assert_false (kq_library_recheck_is_due (after, g_get_real_time () / G_USEC_PER_SEC, 0));
}

/* What is found may be another thing tomorrow, by other profiles, or after the
 * clock was set right. */
static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (KqCampaignImport) import = NULL;
  g_autoptr (KqLibraryItem) item = NULL;
  gint64 checked;

  g_assert_true (g_file_set_contents (fixture->path, sound, -1, NULL));
  import = kq_campaign_import (fixture->library, fixture->path, FALSE, fixture->profiles, NULL, NULL);
  item = get_item (fixture, import->id);
  checked = kq_library_item_get_checked (item);

  g_assert_false (kq_library_recheck_is_due (item, checked, 0));
  g_assert_false (kq_library_recheck_is_due (item, checked + 24 * 60 * 60, checked));
  g_assert_true (kq_library_recheck_is_due (item, checked + 24 * 60 * 60 + 1, 0));
  g_assert_true (kq_library_recheck_is_due (item, checked, checked + 1));
  g_assert_true (kq_library_recheck_is_due (item, checked - 1, 0));
}

/* What is opened at once is checked where it is open; until it is, it counts as
 * not checked. */
static void
test_uncounted (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (KqCampaignImport) import = NULL;
  g_autoptr (KqLibraryItem) item = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, broken, -1, NULL));
  import = kq_campaign_import (fixture->library, fixture->path, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (import->counts); i++)
    g_assert_cmpint (import->counts[i], ==, KQ_LIBRARY_NO_COUNT);

  item = get_item (fixture, import->id);
  g_assert_cmpint (kq_library_item_get_errors (item), ==, KQ_LIBRARY_NO_COUNT);
  g_assert_true (kq_library_recheck_is_due (item, g_get_real_time () / G_USEC_PER_SEC, 0));
}

/* Given up, nobody waits for it. */
static void
test_recheck_stopped (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (KqLibraryRecheck) recheck = NULL;

  save_uncounted (fixture, broken);
  recheck = kq_library_recheck_new (fixture->library, fixture->profiles, 0);
  kq_library_recheck_start (recheck);
  kq_library_recheck_start (recheck);
  kq_library_recheck_stop (recheck);
  g_assert_false (kq_library_recheck_is_busy (recheck));
  run (recheck);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/recheck/counts", test_recheck);
  ADD ("/recheck/due", test_due);
  ADD ("/recheck/uncounted", test_uncounted);
  ADD ("/recheck/stopped", test_recheck_stopped);
#undef ADD

  return g_test_run ();
}
