/* test-samples.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-asset-folder.h"
#include "kq-json.h"
#include "kq-paths.h"
#include "rules-util.h"

/* The campaigns in data/samples: clean ones at any moment, and the broken one
 * against what is written down beside the tests. */

static char *
sample_path (const char *name,
             const char *suffix)
{
  return g_strdup_printf ("%s/data/samples/%s%s", g_getenv ("KQ_SOURCE"), name, suffix);
}

static void
test_clean (gconstpointer data)
{
  static const char * const moments[] = {
    "2024-01-01T00:00:00+08:00", "2026-06-01T00:00:00+08:00", "2026-11-11T12:00:00+08:00",
    "2027-02-01T00:00:00+08:00", "2030-12-31T23:59:59+08:00",
  };
  g_autofree char *path = sample_path (data, ".campaign.json");
  g_autofree char *folder = sample_path (data, ".assets");
  g_autoptr (KqCampaign) campaign = read_campaign (path);
  g_autoptr (KqAssetFolder) assets = kq_asset_folder_new (folder, NULL);
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, shipped_profiles (),
                                                  KQ_ASSET_SOURCE (assets));
  KqFindingList *findings = kq_checker_get_findings (checker);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *found = NULL;

      kq_checker_set_moment (checker, time_of (moments[i]));
      kq_checker_run (checker);
      found = dump_findings (findings);
      g_test_message ("%s: %s", moments[i], found);
      g_assert_cmpuint (kq_finding_list_count (findings, KQ_SEVERITY_ERROR), ==, 0);
      g_assert_cmpuint (kq_finding_list_count (findings, KQ_SEVERITY_WARNING), ==, 0);
      g_assert_null (strstr (found, "KQ-BYTES"));
    }
}

static JsonArray *
read_expected (JsonNode **node)
{
  static const KqJsonLimits limits = { 1024 * 1024, 8, 2000, 1024, NULL, 0 };
  g_autofree char *path = g_strdup_printf ("%s/tests/data/broken-expected.json",
                                           g_getenv ("KQ_SOURCE"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_file_read (path, 1024 * 1024, &error);

  g_assert_no_error (error);
  *node = kq_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &limits, &error);
  g_assert_no_error (error);

  return json_node_get_array (*node);
}

static void
count (GHashTable *table,
       const char *rule,
       const char *object,
       int         by)
{
  char *key = g_strdup_printf ("%s %s", rule, object);
  int n = GPOINTER_TO_INT (g_hash_table_lookup (table, key)) + by;

  g_hash_table_replace (table, key, GINT_TO_POINTER (n));
}

static void
test_broken (void)
{
  g_autofree char *path = sample_path ("broken", ".campaign.json");
  g_autoptr (KqCampaign) campaign = read_campaign (path);
  g_autoptr (KqChecker) checker = kq_checker_new (campaign, shipped_profiles (), NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GHashTable) balance = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *expected = read_expected (&node);
  KqFindingList *findings = kq_checker_get_findings (checker);
  GHashTableIter iter;
  gpointer key, value;

  kq_checker_set_moment (checker, time_of (MOMENT));
  kq_checker_run (checker);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    count (balance, kq_finding_get_rule (kq_finding_list_get (findings, i)),
           kq_finding_get_object_id (kq_finding_list_get (findings, i)), 1);
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonObject *one = json_array_get_object_element (expected, i);

      count (balance, json_object_get_string_member (one, "rule"),
             json_object_get_string_member (one, "object"), -1);
    }

  g_hash_table_iter_init (&iter, balance);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value != NULL)
      {
        g_test_message ("%s: %+d", (char *) key, GPOINTER_TO_INT (value));
        g_test_fail ();
      }
}

/* Everything that has a mend, one after the other. */
static void
test_broken_mended (void)
{
  g_autofree char *path = sample_path ("broken", ".campaign.json");
  g_autoptr (KqCampaign) campaign = read_campaign (path);
  g_autofree char *found = NULL;

  apply_fixes (campaign, NULL);
  found = check_campaign (campaign, NULL);
  g_assert_null (strstr (found, "TM-15"));
  g_assert_null (strstr (found, "DY-15"));
  g_assert_null (strstr (found, "DY-13"));
  g_assert_nonnull (strstr (found, "TM-06"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("KQ_SOURCE"));
  g_test_set_nonfatal_assertions ();
  g_test_add_data_func ("/rules/samples/double-11", "double-11", test_clean);
  g_test_add_data_func ("/rules/samples/douyin-month", "douyin-month", test_clean);
  g_test_add_data_func ("/rules/samples/mini-program-cards", "mini-program-cards", test_clean);
  g_test_add_func ("/rules/samples/broken", test_broken);
  g_test_add_func ("/rules/samples/broken-mended", test_broken_mended);

  return g_test_run ();
}
