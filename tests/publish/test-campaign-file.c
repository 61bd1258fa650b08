/* test-campaign-file.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "kq-asset.h"
#include "kq-campaign-file.h"
#include "kq-format.h"
#include "kq-json.h"
#include "kq-paths.h"

/* A folder of its own for each test, and a campaign that names one picture. */
typedef struct {
  char       *dir;
  char       *path;
  char       *sha256;
  GBytes     *picture;
  KqCampaign *campaign;
} Fixture;

static const char picture[] = "\x89PNG, as far as a campaign file is concerned";

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *json = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("kq-campaign-file-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->dir, "a.campaign.json", NULL);
  fixture->picture = g_bytes_new_static (picture, sizeof picture);
  fixture->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, fixture->picture);

  json = g_strdup_printf ("{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"a\","
                          " \"assets\": {\"%s\": {\"type\": \"image/png\"}}}", fixture->sha256);
  bytes = g_bytes_new (json, strlen (json));
  fixture->campaign = kq_format_read (bytes, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_all (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
  g_free (fixture->sha256);
  g_bytes_unref (fixture->picture);
  g_object_unref (fixture->campaign);
}

static KqAssetSource *
new_source (Fixture    *fixture,
            const char *text)
{
  KqEmbeddedAssets *assets = kq_embedded_assets_new ();

  kq_embedded_assets_take_text (assets, fixture->sha256,
                                g_base64_encode ((const guchar *) text, sizeof picture));

  return KQ_ASSET_SOURCE (assets);
}

static JsonNode *
snapshot (Fixture *fixture)
{
  return kq_object_snapshot (KQ_OBJECT (fixture->campaign));
}

static void
assert_loads_back (Fixture *fixture)
{
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqAssetSource) assets = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kq_campaign_file_load (fixture->path, &campaign, &assets, &error));
  g_assert_no_error (error);
  g_assert_true (kq_object_equal (KQ_OBJECT (campaign), KQ_OBJECT (fixture->campaign)));
  bytes = kq_asset_source_load (assets, fixture->sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, fixture->picture));
}

static void
test_folder_name (void)
{
  static const char * const cases[][2] = {
    { "/x/a.campaign.json", "/x/a.assets" },
    { "/x/a.json", "/x/a.assets" },
    { "/x/a", "/x/a.assets" },
    { "b.json.campaign.json", "b.json.assets" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = kq_campaign_file_get_folder (cases[i][0]);

      g_assert_cmpstr (folder, ==, cases[i][1]);
    }
}

static void
test_embedded (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (KqAssetSource) assets = new_source (fixture, picture);
  g_autofree char *folder = kq_campaign_file_get_folder (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (kq_campaign_file_save (fixture->path, snapshot (fixture), assets, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (kq_campaign_file_embeds (fixture->path));
  assert_loads_back (fixture);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (KqAssetSource) assets = new_source (fixture, picture);
  g_autofree char *folder = kq_campaign_file_get_folder (fixture->path);
  g_autofree char *name = g_strconcat (fixture->sha256, ".png", NULL);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (kq_campaign_file_save (fixture->path, snapshot (fixture), assets, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  g_assert_false (kq_campaign_file_embeds (fixture->path));
  assert_loads_back (fixture);

  /* Saved again with the folder as its own source, nothing is lost. */
  g_assert_true (kq_campaign_file_save (fixture->path, snapshot (fixture), NULL, FALSE, &error));
  assert_loads_back (fixture);
}

static void
test_wrong_picture (Fixture       *fixture,
                    gconstpointer  data)
{
  char other[sizeof picture] = "another picture";
  g_autoptr (KqAssetSource) assets = new_source (fixture, other);
  g_autofree char *folder = kq_campaign_file_get_folder (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_false (kq_campaign_file_save (fixture->path, snapshot (fixture), assets, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, fixture->sha256));
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_missing_picture (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (KqEmbeddedAssets) none = kq_embedded_assets_new ();
  g_autoptr (GError) error = NULL;

  for (int embed = 0; embed < 2; embed++)
    {
      g_assert_true (kq_campaign_file_save (fixture->path, snapshot (fixture),
                                            KQ_ASSET_SOURCE (none), embed, &error));
      g_assert_no_error (error);
    }
}

/* What isn't a campaign is refused by name, place and reason. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const cases[][2] = {
    { "{\"format\": ", "line 1" },
    { "{\"format\": \"something\"}", "/format" },
    { "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"a\", \"name\": 5}", "/name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KqCampaign) campaign = NULL;
      g_autoptr (KqAssetSource) assets = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, cases[i][0], -1, NULL));
      g_assert_false (kq_campaign_file_load (fixture->path, &campaign, &assets, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, fixture->path));
      g_assert_nonnull (strstr (error->message, cases[i][1]));
      g_assert_null (campaign);
      g_assert_null (assets);
    }
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GAsyncResult **taken = data;

  *taken = g_object_ref (result);
  g_main_context_wakeup (NULL);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (KqAssetSource) assets = new_source (fixture, picture);
  g_autoptr (KqAssetSource) loaded_assets = NULL;
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GError) error = NULL;

  kq_campaign_file_save_async (fixture->path, snapshot (fixture), assets, FALSE, NULL,
                               take_result, &saved);
  g_assert_true (kq_campaign_file_save_finish (wait_for (&saved), &error));
  g_assert_no_error (error);
  assert_loads_back (fixture);

  kq_campaign_file_load_async (fixture->path, NULL, take_result, &loaded);
  g_assert_true (kq_campaign_file_load_finish (wait_for (&loaded), &campaign, &loaded_assets, &error));
  g_assert_no_error (error);
  g_assert_true (kq_object_equal (KQ_OBJECT (campaign), KQ_OBJECT (fixture->campaign)));

  g_clear_object (&campaign);
  g_clear_object (&loaded_assets);
  kq_campaign_file_load_async (fixture->dir, NULL, take_result, &refused);
  g_assert_false (kq_campaign_file_load_finish (wait_for (&refused), &campaign, &loaded_assets, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_null (campaign);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/publish/campaign-file/folder-name", test_folder_name);
  add ("/publish/campaign-file/embedded", test_embedded);
  add ("/publish/campaign-file/folder", test_folder);
  add ("/publish/campaign-file/wrong-picture", test_wrong_picture);
  add ("/publish/campaign-file/missing-picture", test_missing_picture);
  add ("/publish/campaign-file/refused", test_refused);
  add ("/publish/campaign-file/async", test_async);

  return g_test_run ();
}
