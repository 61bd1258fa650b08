/* test-probed-assets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "kq-asset-folder.h"
#include "kq-embedded-assets.h"
#include "kq-paths.h"
#include "kq-probed-assets.h"

#define CHANGED "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define ABSENT "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

typedef struct {
  KqMedia          *media;
  KqEmbeddedAssets *embedded;
  char             *image;    /* the names of an image, */
  char             *text;     /* of what is none, */
  char             *changed;  /* and of what isn't what its name says */
} Fixture;

static char *
add (Fixture    *fixture,
     const char *name,
     GBytes     *bytes)
{
  char *sum = name != NULL ? g_strdup (name)
                           : g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  kq_embedded_assets_take_text (fixture->embedded, sum,
                                g_base64_encode (g_bytes_get_data (bytes, NULL),
                                                 g_bytes_get_size (bytes)));

  return sum;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("KQ_IMAGES"), "small.jpg", NULL);
  g_autoptr (GBytes) image = kq_file_read (path, KQ_MEDIA_MAX_BYTES, NULL);
  g_autoptr (GBytes) text = g_bytes_new_static ("hello", 5);

  fixture->media = kq_media_new (NULL);
  fixture->embedded = kq_embedded_assets_new ();
  fixture->image = add (fixture, NULL, image);
  fixture->text = add (fixture, NULL, text);
  fixture->changed = add (fixture, CHANGED, text);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->media);
  g_object_unref (fixture->embedded);
  g_free (fixture->image);
  g_free (fixture->text);
  g_free (fixture->changed);
}

static void
assert_facts (KqProbedAssets *assets,
              const char     *sha256)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqImageFacts) facts = kq_asset_source_get_facts (KQ_ASSET_SOURCE (assets), sha256,
                                                              &error);

  g_assert_no_error (error);
  g_assert_cmpstr (facts->type, ==, "image/jpeg");
  g_assert_cmpuint (facts->width, ==, 320);
}

static void
assert_error (KqProbedAssets *assets,
              const char     *sha256,
              GQuark          domain,
              int             code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kq_asset_source_get_facts (KQ_ASSET_SOURCE (assets), sha256, &error));
  g_assert_error (error, domain, code);
}

static void
assert_all (Fixture        *fixture,
            KqProbedAssets *assets)
{
  assert_facts (assets, fixture->image);
  assert_error (assets, fixture->text, KQ_ASSET_ERROR, KQ_ASSET_ERROR_DAMAGED);
  assert_error (assets, fixture->changed, KQ_ASSET_ERROR, KQ_ASSET_ERROR_CHANGED);
  assert_error (assets, ABSENT, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Who waits has it at once, and the second time without the helper. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KqProbedAssets) assets =
    kq_probed_assets_new (fixture->media, KQ_ASSET_SOURCE (fixture->embedded), TRUE);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (kq_media_get_pid (fixture->media), ==, 0);
  assert_all (fixture, assets);
  assert_all (fixture, assets);
  bytes = kq_asset_source_load (KQ_ASSET_SOURCE (assets), fixture->text, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 5);
}

/* Without the helper an image isn't said to be at fault. */
static void
test_without_helper (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (KqMedia) media = kq_media_new ("/nonexistent/helper");
  g_autoptr (KqProbedAssets) assets =
    kq_probed_assets_new (media, KQ_ASSET_SOURCE (fixture->embedded), TRUE);
  g_autoptr (KqImageFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*");
  facts = kq_asset_source_get_facts (KQ_ASSET_SOURCE (assets), fixture->text, &error);
  g_test_assert_expected_messages ();
  g_assert_no_error (error);
  g_assert_null (facts->type);
  g_assert_cmpuint (facts->bytes, ==, 5);
  assert_error (assets, fixture->changed, KQ_ASSET_ERROR, KQ_ASSET_ERROR_CHANGED);
}

/* What isn't at hand starts no helper. */
static void
test_lazy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (KqProbedAssets) assets =
    kq_probed_assets_new (fixture->media, KQ_ASSET_SOURCE (fixture->embedded), TRUE);

  assert_error (assets, ABSENT, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_error (assets, "nonsense", G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpint (kq_media_get_pid (fixture->media), ==, 0);
}

static void
count (guint *counter)
{
  (*counter)++;
}

static void
run_until (guint *counter,
           guint  number)
{
  while (*counter < number)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_pending (Fixture        *fixture,
                KqProbedAssets *assets)
{
  const char *names[] = { fixture->image, fixture->text, fixture->changed, ABSENT };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_error (assets, names[i], G_IO_ERROR, G_IO_ERROR_PENDING);
}

/* Who doesn't wait is told once for all, */
static void
test_following (Fixture       *fixture,
                gconstpointer  data)
{
  KqProbedAssets *assets =
    kq_probed_assets_new (fixture->media, KQ_ASSET_SOURCE (fixture->embedded), FALSE);
  guint n = 0;

  g_signal_connect_swapped (assets, "probed", G_CALLBACK (count), &n);
  assert_pending (fixture, assets);
  assert_pending (fixture, assets);
  run_until (&n, 1);
  assert_all (fixture, assets);
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (assets);
}

/* and once more when what was absent has come, even while it was looked for. */
static void
test_coming (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("kq-probed-XXXXXX", NULL);
  g_autoptr (KqAssetFolder) source = kq_asset_folder_new (folder, NULL);
  g_autoptr (KqProbedAssets) assets =
    kq_probed_assets_new (fixture->media, KQ_ASSET_SOURCE (source), FALSE);
  g_autoptr (GBytes) bytes = kq_asset_source_load (KQ_ASSET_SOURCE (fixture->embedded),
                                                   fixture->image, NULL);
  g_autofree char *name = g_strconcat (fixture->image, ".jpg", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  guint n = 0;

  g_signal_connect_swapped (assets, "probed", G_CALLBACK (count), &n);
  assert_error (assets, fixture->image, G_IO_ERROR, G_IO_ERROR_PENDING);
  run_until (&n, 1);
  assert_error (assets, fixture->image, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (kq_file_write (path, bytes, NULL));
  assert_error (assets, fixture->image, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  run_until (&n, 2);
  assert_facts (assets, fixture->image);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Let go of while it works */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  KqProbedAssets *assets =
    kq_probed_assets_new (fixture->media, KQ_ASSET_SOURCE (fixture->embedded), FALSE);

  assert_pending (fixture, assets);
  g_assert_finalize_object (assets);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/media/probed-assets/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("waiting", test_waiting);
  ADD ("without-helper", test_without_helper);
  ADD ("lazy", test_lazy);
  ADD ("following", test_following);
  ADD ("coming", test_coming);
  ADD ("gone", test_gone);
#undef ADD

  return g_test_run ();
}
