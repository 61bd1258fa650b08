/* test-document.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-asset.h"
#include "kq-document.h"
#include "kq-embedded-assets.h"
#include "kq-format.h"
#include "kq-list.h"
#include "kq-media-protocol.h"
#include "kq-paths.h"

/* An open campaign whose picture isn't as wide as it says: that is found by the
 * bytes, without anybody waiting for it. */

typedef struct {
  KqCampaign    *campaign;
  KqAssetSource *assets;
  KqObject      *asset;     /* of the campaign */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("KQ_IMAGES"), "small.jpg", NULL);
  g_autoptr (GBytes) image = kq_file_read (path, KQ_MEDIA_MAX_BYTES, NULL);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, image);
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (image, NULL),
                                             g_bytes_get_size (image));
  char *text = g_strdup_printf ("{\"format\":\"kaquan-campaign\",\"version\":1,\"id\":\"c\","
                                "\"assets\":{\"%s\":{\"width\":1404,\"height\":200,"
                                "\"bytes\":%zu,\"data\":\"%s\"}}}",
                                sum, g_bytes_get_size (image), base64);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (KqEmbeddedAssets) embedded = NULL;
  g_autoptr (GError) error = NULL;

  fixture->campaign = kq_format_read (bytes, &embedded, &error);
  g_assert_no_error (error);
  fixture->assets = KQ_ASSET_SOURCE (g_steal_pointer (&embedded));
  fixture->asset = kq_list_get (kq_object_get_list (KQ_OBJECT (fixture->campaign),
                                                    KQ_CAMPAIGN_ASSETS), 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->campaign);
  g_object_unref (fixture->assets);
}

static guint
count (KqFindingList *findings,
       const char    *rule)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    n += g_str_equal (kq_finding_get_rule (kq_finding_list_get (findings, i)), rule);

  return n;
}

static void
run_until (KqFindingList *findings,
           guint          n)
{
  while (count (findings, "KQ-ASSET") != n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_lying_width (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (KqDocument) document = kq_document_new (fixture->campaign, fixture->assets, NULL);
  KqFindingList *findings = kq_document_get_findings (document);

  run_until (findings, 1);
  g_assert_cmpuint (count (findings, "KQ-BYTES"), ==, 0);
  kq_object_set_int (fixture->asset, KQ_ASSET_WIDTH, 320);
  run_until (findings, 0);
  g_assert_cmpuint (count (findings, "KQ-BYTES"), ==, 0);
}

/* Closed while its picture is looked into */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  KqDocument *document = kq_document_new (fixture->campaign, fixture->assets, NULL);

  kq_checker_run (kq_document_get_checker (document));
  g_assert_finalize_object (document);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/document/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("lying-width", test_lying_width);
  ADD ("closed", test_closed);
#undef ADD

  return g_test_run ();
}
