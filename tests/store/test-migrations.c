/* test-migrations.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include <glib/gstdio.h>

#include "kq-library-assets.h"
#include "kq-migrations.h"
#include "kq-backup.h"
#include "store-fixture.h"

static char *
source_path (const char *name)
{
  return g_build_filename (g_getenv ("KQ_SOURCE"), "tests", "store", name, NULL);
}

/* Libraries of every version that ever was, as SQL that doesn't change any more */
static void
test_frozen (Fixture       *fixture,
             gconstpointer  data)
{
  guint newest;

  kq_migrations_get (&newest);
  for (guint version = 1; version <= newest; version++)
    {
      g_autofree char *name = g_strdup_printf ("library-v%u.sql", version);
      g_autofree char *path = source_path (name);
      g_autofree char *read = g_strdup_printf (".read %s", path);
      g_autofree char *said = ask_sqlite (fixture->path, read);
      g_autofree char *loaded = NULL;
      g_autoptr (KqLibraryAssets) assets = NULL;
      g_autoptr (GBytes) picture = NULL;
      g_autoptr (GError) error = NULL;

      fixture_open (fixture);
      g_assert_null (kq_library_get_report (fixture->library));
      loaded = load_name (fixture->library, "frozen");
      g_assert_cmpstr (loaded, ==, "双11会员日");
      g_assert_cmpuint (count_versions (fixture->library, "frozen"), ==, 2);
      assets = kq_library_assets_new (fixture->library, NULL);
      picture = kq_asset_source_load (KQ_ASSET_SOURCE (assets),
        "6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0", &error);
      g_assert_no_error (error);
      g_clear_object (&assets);
      fixture_close (fixture);
      assert_sound (fixture->path);
      remove_folder (fixture->folder);
      g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
    }
}

/* The mechanism */

static const KqMigration steps[] = {
  { "CREATE TABLE a (x INTEGER PRIMARY KEY); INSERT INTO a VALUES (1);" },
  { "CREATE TABLE b (y REFERENCES a (x)); INSERT INTO b VALUES (1);" },
  { "CREATE TABLE a2 (x INTEGER PRIMARY KEY, z); INSERT INTO a2 SELECT x, 7 FROM a;"
    "DROP TABLE a; ALTER TABLE a2 RENAME TO a;" },
};

static const KqMigration wrong[] = {
  { NULL }, { NULL }, { NULL },
  { "DROP TABLE b; INSERT INTO nowhere VALUES (1);" },
};

static const KqMigration dangling[] = {
  { NULL }, { NULL }, { NULL },
  { "DELETE FROM a;" },
};

static gboolean
migrate (Fixture            *fixture,
         const KqMigration  *to,
         guint               n,
         GError            **error)
{
  g_autoptr (KqSqlite) db = kq_sqlite_open (fixture->path, KQ_SQLITE_CREATE, 0, error);

  g_assert_nonnull (db);

  return kq_migrations_run (db, fixture->path, to, n, fixture->now, error);
}

static void
assert_says (const char *path,
             const char *sql,
             const char *expected)
{
  g_autofree char *said = ask_sqlite (path, sql);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  for (guint n = 1; n <= G_N_ELEMENTS (steps); n++)
    {
      g_assert_true (migrate (fixture, steps, n, &error));
      g_assert_no_error (error);
    }
  assert_says (fixture->path, "PRAGMA user_version; SELECT x, z, y FROM a, b", "3\n1|7|1");

  /* Again is nothing to do, and no backup. */
  g_assert_true (migrate (fixture, steps, G_N_ELEMENTS (steps), &error));
  g_assert_cmpuint (count_files (fixture->folder, "library.db.backup-"), ==, 3);
}

static void
test_all_at_once (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (migrate (fixture, steps, G_N_ELEMENTS (steps), &error));
  assert_says (fixture->path, "PRAGMA user_version; SELECT x, z, y FROM a, b", "3\n1|7|1");
}

static void
assert_unchanged (Fixture           *fixture,
                  const KqMigration *to)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (migrate (fixture, to, 4, &error));
  g_assert_nonnull (error);
  assert_says (fixture->path, "PRAGMA user_version; SELECT x, z, y FROM a, b", "3\n1|7|1");
}

static void
test_failing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (migrate (fixture, steps, G_N_ELEMENTS (steps), &error));
  assert_unchanged (fixture, wrong);
  assert_unchanged (fixture, dangling);
}

/* It holds what was there before, and only the last few are kept. */
static void
test_backups (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KqSqlite) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;

  g_assert_true (migrate (fixture, steps, 1, &error));
  remove_folder (fixture->folder);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  g_assert_true (migrate (fixture, steps, 1, &error));
  db = kq_sqlite_open (fixture->path, KQ_SQLITE_WRITE, 0, &error);
  g_assert_no_error (error);
  first = kq_dated_path (fixture->path, "backup", fixture->now + 1000);
  for (guint i = 0; i < 5; i++)
    {
      fixture->now += 1000;
      g_assert_true (kq_backup_make (db, fixture->path, fixture->now, &error));
      g_assert_no_error (error);
      if (i == 0)
        assert_says (first, "PRAGMA user_version; SELECT x FROM a", "1\n1");
    }
  g_assert_cmpuint (count_files (fixture->folder, "library.db.backup-"), ==, KQ_BACKUP_KEEP);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/store/migrations/frozen", test_frozen);
  FIXTURE_ADD ("/store/migrations/steps", test_steps);
  FIXTURE_ADD ("/store/migrations/all-at-once", test_all_at_once);
  FIXTURE_ADD ("/store/migrations/failing", test_failing);
  FIXTURE_ADD ("/store/migrations/backups", test_backups);

  return g_test_run ();
}
