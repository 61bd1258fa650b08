/* store-fixture.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include <glib/gstdio.h>

#include "kq-json.h"

static gint64
get_now (gpointer data)
{
  Fixture *fixture = data;

  return fixture->now;
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("kaquan-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  /* 2026-11-11T00:00:00Z */
  fixture->now = G_GINT64_CONSTANT (1794355200000);
  fixture->options = (KqStoreOptions) { get_now, fixture, 2000, G_MAXINT64 };
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  fixture_close (fixture);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
fixture_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture->library);
  fixture->library = kq_library_open_with (fixture->path, &fixture->options, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->library);
}

/* The last reference may be one of an answer that nobody waited for. */
void
fixture_close (Fixture *fixture)
{
  if (fixture->library == NULL)
    return;

  kq_library_close (fixture->library);
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
}

void
fixture_reopen (Fixture *fixture)
{
  fixture_close (fixture);
  fixture_open (fixture);
}

KqCampaign *
make_campaign (const char *id,
               const char *name)
{
  return kq_campaign_new (id, name);
}

GBytes *
make_picture (guint seed,
              gsize size)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint8 *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = g_rand_int (random);

  return g_bytes_new_take (data, size);
}

void
add_picture (KqCampaign *campaign,
             const char *sha256)
{
  JsonNode *snapshot = kq_object_snapshot (KQ_OBJECT (campaign));
  g_autoptr (JsonObject) asset = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autoptr (JsonNode) changed = NULL;

  json_object_set_string_member (asset, "name", "poster.png");
  json_object_set_string_member (asset, "type", "image/png");
  json_node_init (node, JSON_NODE_OBJECT);
  json_node_take_object (node, json_object_new ());
  json_object_set_object_member (json_node_get_object (node), sha256, json_object_ref (asset));
  changed = kq_json_pointer_with (snapshot, "/assets", node, NULL);
  kq_object_apply (KQ_OBJECT (campaign), changed);
}

gint64
save (KqLibrary      *library,
      KqCampaign     *campaign,
      gint64          base,
      KqAssetSource  *assets,
      GError        **error)
{
  g_autoptr (KqLibrarySave) what = NULL;

  what = kq_library_save_new (kq_object_snapshot (KQ_OBJECT (campaign)), base, KQ_VERSION_EDIT);
  g_set_object (&what->assets, assets);

  return kq_library_save (library, what, NULL, error);
}

gint64
save_well (KqLibrary  *library,
           KqCampaign *campaign,
           gint64      base)
{
  g_autoptr (GError) error = NULL;
  gint64 number = save (library, campaign, base, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (number, >, 0);

  return number;
}

char *
load_name (KqLibrary  *library,
           const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = kq_library_load (library, id, 0, NULL, NULL, &error);

  g_assert_no_error (error);

  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (node), "name",
                                                               ""));
}

guint
count_versions (KqLibrary  *library,
                const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = kq_library_list_versions (library, id, NULL, &error);

  g_assert_no_error (error);

  return versions->len;
}

void
write_file (const char *path,
            const void *data,
            gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

char *
ask_sqlite (const char *path,
            const char *sql)
{
  const char * const arguments[] = { "sqlite3", path, sql, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                NULL, &error);
  g_assert_no_error (error);

  return g_strchomp (output);
}

/* Sound, nothing refers to nothing, and no picture that no version needs. */
void
assert_sound (const char *path)
{
  g_autofree char *said = ask_sqlite (path,
    "PRAGMA integrity_check; PRAGMA foreign_key_check;"
    "SELECT sha256 FROM assets WHERE sha256 NOT IN (SELECT sha256 FROM asset_refs);"
    "SELECT id FROM campaigns WHERE NOT EXISTS (SELECT 1 FROM versions WHERE campaign = "
    "campaigns.key AND number = head) OR key NOT IN (SELECT campaign FROM search);");

  g_assert_cmpstr (said, ==, "ok");
}

void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

guint
count_files (const char *folder,
             const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);

  return n;
}
