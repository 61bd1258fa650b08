/* test-damage.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "kq-library-assets.h"
#include "store-fixture.h"

#define N_CAMPAIGNS 40
#define PAGE 4096

/* A library with something on most of its pages. */
static void
fill (Fixture *fixture)
{
  g_autoptr (KqLibraryAssets) assets = NULL;

  fixture_open (fixture);
  assets = kq_library_assets_new (fixture->library, NULL);
  for (guint i = 0; i < N_CAMPAIGNS; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autofree char *name = g_strdup_printf ("活动 %u", i);
      g_autofree char *notes = g_strnfill (200 + 50 * i, 'n');
      g_autoptr (KqCampaign) campaign = make_campaign (id, name);
      g_autoptr (GBytes) picture = make_picture (i, 3000);
      g_autofree char *sha256 = kq_library_assets_add (assets, picture);
      g_autoptr (GError) error = NULL;

      add_picture (campaign, sha256);
      g_assert_cmpint (save (fixture->library, campaign, 0, KQ_ASSET_SOURCE (assets), &error), ==, 1);
      g_assert_no_error (error);
      kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NOTES, notes);
      save_well (fixture->library, campaign, 1);
    }
  g_clear_object (&assets);
  fixture_close (fixture);
}

static GBytes *
read_all (const char *path)
{
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));

  return g_bytes_new_take (text, length);
}

static guint
count_items (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = kq_library_list (fixture->library, KQ_LIBRARY_LIST_ALL, NULL, NULL);

  g_assert_nonnull (items);

  return items->len;
}

static const KqLibraryReport *
get_report (Fixture *fixture)
{
  const KqLibraryReport *report = kq_library_get_report (fixture->library);
  g_autofree char *text = NULL;

  g_assert_nonnull (report);
  g_assert_true (g_file_test (report->set_aside, G_FILE_TEST_IS_REGULAR));
  text = kq_library_report_describe (report);
  g_assert_nonnull (strstr (text, report->set_aside));

  return report;
}

/* Whatever is found in the library's place: it opens, works, and nothing of what
 * was there is gone. */
static void
assert_usable (Fixture *fixture)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("new", "new");
  g_autofree char *name = NULL;

  save_well (fixture->library, campaign, KQ_LIBRARY_BASE_ANY);
  fixture_reopen (fixture);
  g_assert_null (kq_library_get_report (fixture->library));
  name = load_name (fixture->library, "new");
  g_assert_cmpstr (name, ==, "new");
  fixture_close (fixture);
  assert_sound (fixture->path);
}

static void
put (Fixture    *fixture,
     const void *bytes,
     gsize       length)
{
  const KqLibraryReport *report;
  g_autoptr (GBytes) aside = NULL;

  write_file (fixture->path, bytes, length);
  fixture_open (fixture);
  report = get_report (fixture);
  g_assert_true (report->foreign);
  aside = read_all (report->set_aside);
  g_assert_cmpmem (g_bytes_get_data (aside, NULL), g_bytes_get_size (aside), bytes, length);
  assert_usable (fixture);
}

static void
test_not_a_database (Fixture       *fixture,
                     gconstpointer  data)
{
  put (fixture, "Dear diary,\n", 12);
}

static void
test_zero_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  write_file (fixture->path, "", 0);
  fixture_open (fixture);
  g_assert_null (kq_library_get_report (fixture->library));
  g_assert_cmpuint (count_files (fixture->folder, "library.db."), ==, 0);
  assert_usable (fixture);
}

/* Nor is the log beside it thrown away. */
static void
test_zero_bytes_with_log (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  write_file (fixture->path, "", 0);
  write_file (log, "some log", 8);
  fixture_open (fixture);
  g_assert_null (kq_library_get_report (fixture->library));
  g_assert_cmpuint (count_files (fixture->folder, "library.db.damaged-"), ==, 1);
  assert_usable (fixture);
}

static void
test_noise (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) noise = make_picture (1, 16 * PAGE);

  put (fixture, g_bytes_get_data (noise, NULL), g_bytes_get_size (noise));
}

static void
test_header_alone (Fixture       *fixture,
                   gconstpointer  data)
{
  put (fixture, "SQLite format 3", 16);
}

static void
test_other_application (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *said = ask_sqlite (fixture->path,
    "CREATE TABLE campaigns (a); INSERT INTO campaigns VALUES (42);");
  g_autofree char *kept = NULL;
  const KqLibraryReport *report;

  fixture_open (fixture);
  report = get_report (fixture);
  g_assert_true (report->foreign);
  kept = ask_sqlite (report->set_aside, "SELECT a FROM campaigns");
  g_assert_cmpstr (kept, ==, "42");
  assert_usable (fixture);
}

static void
refuse (Fixture        *fixture,
        KqLibraryError  code)
{
  g_autoptr (GError) error = NULL;
  KqLibrary *library = kq_library_open_with (fixture->path, &fixture->options, NULL, &error);

  g_assert_null (library);
  g_assert_error (error, KQ_LIBRARY_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  refuse (fixture, KQ_LIBRARY_ERROR_FOREIGN);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_DIR));
}

/* Nobody writes into it: whoever waits would wait for good. */
static void
test_fifo (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  refuse (fixture, KQ_LIBRARY_ERROR_FOREIGN);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "a", "b", "library.db", NULL);
  fixture_open (fixture);
  g_assert_null (kq_library_get_report (fixture->library));
  assert_usable (fixture);
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link_path = g_build_filename (fixture->folder, "link.db", NULL);
  g_autofree char *name = NULL;

  fill (fixture);
  g_assert_cmpint (symlink ("library.db", link_path), ==, 0);
  g_free (fixture->path);
  fixture->path = g_strdup (link_path);
  fixture_open (fixture);
  name = load_name (fixture->library, "c7");
  g_assert_cmpstr (name, ==, "活动 7");
  g_assert_cmpuint (count_files (fixture->folder, "link.db"), ==, 1);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *said = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  fill (fixture);
  said = ask_sqlite (fixture->path, "PRAGMA user_version = 1000; PRAGMA wal_checkpoint (TRUNCATE);");
  before = read_all (fixture->path);
  refuse (fixture, KQ_LIBRARY_ERROR_NEWER);
  after = read_all (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 1);
}

/* What a library must be after damage: all that is listed can be opened, and
 * what isn't listed is told of. */
static void
assert_recovered (Fixture *fixture)
{
  const KqLibraryReport *report = kq_library_get_report (fixture->library);
  guint n = count_items (fixture), told = N_CAMPAIGNS;

  for (guint i = 0; i < N_CAMPAIGNS; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autoptr (KqLibraryItem) item = kq_library_get_item (fixture->library, id, NULL, NULL);
      g_autofree char *name = item != NULL ? load_name (fixture->library, id) : NULL;

      if (item != NULL)
        g_assert_cmpstr (name, ==, kq_library_item_get_name (item));
    }
  if (report != NULL && !report->foreign)
    {
      told = g_strv_length (report->recovered) + g_strv_length (report->older);
      g_assert_cmpuint (n, ==, told);
      if (report->complete)
        g_assert_cmpuint (told + g_strv_length (report->lost), ==, N_CAMPAIGNS);
    }
  else if (report == NULL)
    {
      g_assert_cmpuint (n, ==, N_CAMPAIGNS);
    }
}

static void
try_damaged (Fixture    *fixture,
             const void *bytes,
             gsize       length)
{
  write_file (fixture->path, bytes, length);
  fixture_open (fixture);
  assert_recovered (fixture);
  assert_usable (fixture);
  remove_folder (fixture->folder);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize length;
  const guint8 *bytes;

  fill (fixture);
  whole = read_all (fixture->path);
  bytes = g_bytes_get_data (whole, &length);
  for (guint i = 0; i < 16; i++)
    {
      try_damaged (fixture, bytes, MAX (length * i / 16, 1));
      try_damaged (fixture, bytes, MAX (length * i / 16 / PAGE * PAGE, 1));
    }
}

/* One that ends before the last of its tables begins is a library all the same,
 * and what is on its pages is there afterwards. */
static void
test_stub (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (KqCampaign) campaign = make_campaign ("only", "唯一");
  guint n_recovered = 0;
  gsize length;
  const guint8 *bytes;

  fixture_open (fixture);
  save_well (fixture->library, campaign, 0);
  fixture_close (fixture);
  whole = read_all (fixture->path);
  bytes = g_bytes_get_data (whole, &length);
  /* Of the last page, which is empty, nothing but zeros would be missing. */
  for (gsize cut = PAGE / 2; cut <= length - PAGE; cut += PAGE / 2)
    {
      write_file (fixture->path, bytes, cut);
      fixture_open (fixture);
      g_assert_false (get_report (fixture)->foreign);
      g_assert_cmpuint (count_items (fixture), >=, n_recovered);
      n_recovered = count_items (fixture);
      assert_usable (fixture);
      remove_folder (fixture->folder);
      g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
      if (cut * 2 >= length)
        g_assert_cmpuint (n_recovered, ==, 1);
    }
}

/* Each page in its turn: what is on the others is there afterwards. */
static void
test_overwritten (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) noise = make_picture (7, PAGE);
  gsize length;
  const guint8 *bytes;
  guint step;

  fill (fixture);
  whole = read_all (fixture->path);
  bytes = g_bytes_get_data (whole, &length);
  step = g_getenv ("KQ_TEST_LONG") != NULL ? 1 : MAX (1, length / PAGE / 15);
  for (gsize page = 0; page < length / PAGE; page += page < 12 ? 1 : step)
    {
      g_autofree guint8 *damaged = g_memdup2 (bytes, length);

      memcpy (damaged + page * PAGE, g_bytes_get_data (noise, NULL), PAGE);
      try_damaged (fixture, damaged, length);
      memset (damaged + page * PAGE, 0, PAGE);
      try_damaged (fixture, damaged, length);
    }
}

/* Without its first page, all the rest can still be read. */
static void
test_first_page (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GBytes) whole = NULL;
  g_autofree guint8 *damaged = NULL;
  const KqLibraryReport *report;
  gsize length;

  fill (fixture);
  whole = read_all (fixture->path);
  damaged = g_memdup2 (g_bytes_get_data (whole, &length), g_bytes_get_size (whole));
  memset (damaged, 0xaa, PAGE);
  write_file (fixture->path, damaged, length);
  fixture_open (fixture);
  report = get_report (fixture);
  g_assert_false (report->foreign);
  g_assert_true (report->complete);
  g_assert_cmpuint (g_strv_length (report->recovered), ==, N_CAMPAIGNS);
  g_assert_cmpuint (report->n_pictures_lost, ==, 0);
  assert_usable (fixture);
}

/* A newest version that can't be read: the one before is there, and it is said. */
static void
test_older (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *said = NULL;
  g_autoptr (JsonNode) node = NULL;
  const KqLibraryReport *report;
  int fd;

  fill (fixture);
  said = ask_sqlite (fixture->path,
    "UPDATE versions SET digest = x'00' WHERE number = 2 AND campaign = "
    "(SELECT key FROM campaigns WHERE id = 'c3'); PRAGMA wal_checkpoint (TRUNCATE);");
  /* And a page count that is wrong, so that it is looked into. */
  fd = g_open (fixture->path, O_WRONLY, 0);
  g_assert_cmpint (pwrite (fd, "\xff", 1, 28), ==, 1);
  close (fd);
  fixture_open (fixture);
  report = get_report (fixture);
  g_assert_cmpuint (g_strv_length (report->recovered), ==, N_CAMPAIGNS - 1);
  g_assert_cmpuint (g_strv_length (report->older), ==, 1);
  g_assert_cmpstr (report->older[0], ==, "活动 3");
  node = kq_library_load (fixture->library, "c3", 0, NULL, NULL, NULL);
  g_assert_nonnull (node);
  g_assert_false (json_object_has_member (json_node_get_object (node), "notes"));
  assert_usable (fixture);
}

/* Found while it is open: the call is done all the same, and it is told of. */
static void
test_while_open (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GBytes) noise = make_picture (7, PAGE);
  g_autoptr (KqCampaign) campaign = make_campaign ("late", "late");
  struct stat info;
  int fd;

  fill (fixture);
  fixture->options.check_bytes = 0;
  fixture_open (fixture);
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  fd = g_open (fixture->path, O_WRONLY, 0);
  for (gsize page = 4; page < (gsize) info.st_size / PAGE; page += 3)
    g_assert_cmpint (pwrite (fd, g_bytes_get_data (noise, NULL), PAGE, page * PAGE), ==, PAGE);
  close (fd);

  for (guint i = 0; i < N_CAMPAIGNS; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autoptr (JsonNode) node = kq_library_load (fixture->library, id, 0, NULL, NULL, NULL);
    }
  save_well (fixture->library, campaign, 0);
  while (kq_library_get_report (fixture->library) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (get_report (fixture)->foreign);
  assert_usable (fixture);
}

/* Beyond the size that is looked through at once, it is done by who follows. */
static void
test_in_background (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GBytes) noise = make_picture (7, PAGE);
  g_autofree char *root = NULL;
  int fd;

  fill (fixture);
  root = ask_sqlite (fixture->path, "SELECT rootpage FROM sqlite_schema WHERE name = 'assets'");
  fd = g_open (fixture->path, O_WRONLY, 0);
  g_assert_cmpint (pwrite (fd, g_bytes_get_data (noise, NULL), PAGE,
                           (g_ascii_strtoll (root, NULL, 10) - 1) * PAGE), ==, PAGE);
  close (fd);
  fixture->options.check_bytes = 0;
  fixture_open (fixture);
  g_assert_null (kq_library_get_report (fixture->library));
  kq_library_follow (fixture->library);
  while (kq_library_get_report (fixture->library) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_strv_length (get_report (fixture)->recovered), ==, N_CAMPAIGNS);
  assert_usable (fixture);
}

/* A log that was left of a file that is gone isn't the new one's. */
static void
test_log_alone (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) noise = make_picture (3, 5000);

  write_file (log, g_bytes_get_data (noise, NULL), 5000);
  fixture_open (fixture);
  assert_usable (fixture);
  g_assert_cmpuint (count_files (fixture->folder, "library.db.damaged-"), ==, 1);
}

static void
test_twice_in_a_second (Fixture       *fixture,
                        gconstpointer  data)
{
  put (fixture, "one", 3);
  put (fixture, "two", 3);
  g_assert_cmpuint (count_files (fixture->folder, "library.db.foreign-"), ==, 2);
}

/* Removed while it is open: there is a library again, and what comes is kept. */
static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KqCampaign) campaign = make_campaign ("c1", "one");

  fixture_open (fixture);
  save_well (fixture->library, campaign, 0);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (save_well (fixture->library, campaign, 1), >, 0);
  assert_usable (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/store/damage/not-a-database", test_not_a_database);
  FIXTURE_ADD ("/store/damage/zero-bytes", test_zero_bytes);
  FIXTURE_ADD ("/store/damage/zero-bytes-with-log", test_zero_bytes_with_log);
  FIXTURE_ADD ("/store/damage/noise", test_noise);
  FIXTURE_ADD ("/store/damage/header-alone", test_header_alone);
  FIXTURE_ADD ("/store/damage/other-application", test_other_application);
  FIXTURE_ADD ("/store/damage/folder", test_folder);
  FIXTURE_ADD ("/store/damage/fifo", test_fifo);
  FIXTURE_ADD ("/store/damage/no-folder", test_no_folder);
  FIXTURE_ADD ("/store/damage/link", test_link);
  FIXTURE_ADD ("/store/damage/newer", test_newer);
  FIXTURE_ADD ("/store/damage/truncated", test_truncated);
  FIXTURE_ADD ("/store/damage/stub", test_stub);
  FIXTURE_ADD ("/store/damage/overwritten", test_overwritten);
  FIXTURE_ADD ("/store/damage/first-page", test_first_page);
  FIXTURE_ADD ("/store/damage/older", test_older);
  FIXTURE_ADD ("/store/damage/while-open", test_while_open);
  FIXTURE_ADD ("/store/damage/in-background", test_in_background);
  FIXTURE_ADD ("/store/damage/log-alone", test_log_alone);
  FIXTURE_ADD ("/store/damage/twice-in-a-second", test_twice_in_a_second);
  FIXTURE_ADD ("/store/damage/removed", test_removed);

  return g_test_run ();
}
