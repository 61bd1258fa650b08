/* test-assets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "kq-asset-folder.h"
#include "kq-asset-source.h"

#define SHA_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define SHA_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

typedef struct {
  char *path;   /* (owned): a folder that holds the folder `assets` */
  char *assets; /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->path = g_dir_make_tmp ("kaquan-assets-XXXXXX", NULL);
  fixture->assets = g_build_filename (fixture->path, "assets", NULL);
  g_assert_cmpint (g_mkdir (fixture->assets, 0700), ==, 0);
}

static void
empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        empty (child);
      g_assert_cmpint (g_remove (child), ==, 0);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  empty (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_free (fixture->path);
  g_free (fixture->assets);
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_bytes (gpointer    source,
              const char *sha256,
              const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_asset_source_load (source, sha256, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
assert_error (gpointer    source,
              const char *sha256,
              int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kq_asset_source_load (source, sha256, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_embedded (void)
{
  static const struct { const char *text; const char *bytes; } rows[] = {
    { "aGFsbG8=", "hallo" }, { "", "" }, { "YQ==", "a" }, { "YWI=", "ab" }, { "YWJj", "abc" },
    { "YQ=", NULL }, { "YQ", NULL }, { "Y===", NULL }, { "====", NULL }, { "YW Jj", NULL },
    { "YWJj\n", NULL }, { "YW=j", NULL }, { "YWJ-", NULL }, { "é===", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KqEmbeddedAssets) embedded = kq_embedded_assets_new ();

      kq_embedded_assets_take_text (embedded, SHA_A, g_strdup (rows[i].text));
      g_assert_cmpstr (kq_embedded_assets_get_text (embedded, SHA_A), ==, rows[i].text);
      g_assert_cmpuint (kq_embedded_assets_get_length (embedded), ==, 1);
      if (rows[i].bytes != NULL)
        assert_bytes (embedded, SHA_A, rows[i].bytes);
      else
        assert_error (embedded, SHA_A, G_IO_ERROR_INVALID_DATA);
      assert_error (embedded, SHA_B, G_IO_ERROR_NOT_FOUND);
    }
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqAssetFolder) folder = kq_asset_folder_new (fixture->assets, NULL);
  g_autoptr (KqAssetFolder) none = NULL;
  g_autofree char *absent = g_build_filename (fixture->path, "absent", NULL);

  write_file (fixture->assets, SHA_A ".jpg", "one");
  write_file (fixture->assets, SHA_B ".png", "two");
  assert_bytes (folder, SHA_A, "one");
  assert_bytes (folder, SHA_B, "two");

  none = kq_asset_folder_new (absent, NULL);
  assert_error (none, SHA_A, G_IO_ERROR_NOT_FOUND);
}

static void
test_before (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqEmbeddedAssets) embedded = kq_embedded_assets_new ();
  g_autoptr (KqAssetFolder) folder = NULL;

  folder = kq_asset_folder_new (fixture->assets, KQ_ASSET_SOURCE (embedded));
  write_file (fixture->assets, SHA_A ".jpg", "beside");
  write_file (fixture->assets, SHA_B ".jpg", "beside");

  /* What is embedded counts, also where it is broken. */
  kq_embedded_assets_take_text (embedded, SHA_A, g_strdup ("aGFsbG8="));
  assert_bytes (folder, SHA_A, "hallo");
  assert_bytes (folder, SHA_B, "beside");
  kq_embedded_assets_take_text (embedded, SHA_A, g_strdup ("!"));
  assert_error (folder, SHA_A, G_IO_ERROR_INVALID_DATA);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const names[] = {
    "", "..", "../secret", "/etc/passwd", "a", SHA_A "a", "A" SHA_A, SHA_A "/", "../" SHA_A,
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "../../../../../../../../../../../../../../../../../../etc/passwd",
  };
  g_autoptr (KqAssetFolder) folder = kq_asset_folder_new (fixture->assets, NULL);

  write_file (fixture->path, "secret.jpg", "secret");
  write_file (fixture->path, SHA_A ".jpg", "secret");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_false (kq_asset_name_is_valid (names[i]));
      assert_error (folder, names[i], G_IO_ERROR_NOT_FOUND);
    }
  g_assert_true (kq_asset_name_is_valid (SHA_A));
}

static void
test_oversized (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (KqAssetFolder) folder = kq_asset_folder_new (fixture->assets, NULL);
  g_autofree char *path = g_build_filename (fixture->assets, SHA_A ".jpg", NULL);
  g_autoptr (GBytes) bytes = NULL;

  write_file (fixture->assets, SHA_A ".jpg", "");
  g_assert_cmpint (truncate (path, KQ_ASSET_MAX_BYTES), ==, 0);
  bytes = kq_asset_source_load (KQ_ASSET_SOURCE (folder), SHA_A, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, KQ_ASSET_MAX_BYTES);

  g_assert_cmpint (truncate (path, (off_t) 1 << 40), ==, 0);
  assert_error (folder, SHA_A, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static void
test_not_a_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (KqAssetFolder) folder = kq_asset_folder_new (fixture->assets, NULL);
  g_autofree char *fifo = g_build_filename (fixture->assets, SHA_A ".jpg", NULL);
  g_autofree char *subfolder = g_build_filename (fixture->assets, SHA_B ".png", NULL);

  /* Nobody writes to it: whoever waits for that waits until the test's limit. */
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (subfolder, 0700), ==, 0);
  assert_error (folder, SHA_A, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_error (folder, SHA_B, G_IO_ERROR_IS_DIRECTORY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/assets/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/assets/embedded", test_embedded);
  ADD ("folder", test_folder);
  ADD ("before", test_before);
  ADD ("names", test_names);
  ADD ("oversized", test_oversized);
  ADD ("not-a-file", test_not_a_file);
#undef ADD

  return g_test_run ();
}
