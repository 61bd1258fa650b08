/* test-model.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "kq-library-model.h"
#include "store-fixture.h"

typedef struct {
  guint n;
  guint position;
  guint removed;
  guint added;
} Change;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Change     *change)
{
  *change = (Change) { change->n + 1, position, removed, added };
}

static void
wait_until_loaded (KqLibraryModel *model)
{
  while (kq_library_model_is_loading (model))
    g_main_context_iteration (NULL, TRUE);
}

static KqLibraryModel *
open_model (Fixture *fixture,
            Change  *change)
{
  KqLibraryModel *model = kq_library_model_new (fixture->library);

  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), change);
  wait_until_loaded (model);

  return model;
}

static char *
get_names (KqLibraryModel *model)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (KqLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_string_append_printf (names, "%s%s", i > 0 ? "," : "", kq_library_item_get_name (item));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_names (KqLibraryModel *model,
              const char     *expected)
{
  g_autofree char *names = get_names (model);

  g_assert_cmpstr (names, ==, expected);
}

static void
add (Fixture    *fixture,
     const char *id,
     const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (KqObject) campaign = NULL;

  json_object_set_string_member (json_node_get_object (node), "id", id);
  campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);
  save_well (fixture->library, KQ_CAMPAIGN (campaign), KQ_LIBRARY_BASE_ANY);
  fixture->now += 1000;
}

static void
fill (Fixture *fixture)
{
  fixture_open (fixture);
  add (fixture, "a", "{'name': 'b', 'start': '2026-11-01T00:00:00+08:00'}");
  add (fixture, "b", "{'name': 'c', 'start': '2026-12-01T00:00:00+08:00', 'notes': '双11备货'}");
  add (fixture, "c", "{'name': 'a', 'coupons': [{'id': 'x', 'name': '满599减100'}],"
                     " 'shops': [{'id': 's', 'name': 'Ｆlagship 旗舰店'}]}");
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  Change change = { 0 };
  g_autoptr (KqLibraryModel) model = NULL;
  g_autoptr (KqLibraryItem) before = NULL;

  fill (fixture);
  model = open_model (fixture, &change);
  assert_names (model, "a,c,b");
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.added, ==, 3);
  g_assert_cmpuint (kq_library_model_get_n_campaigns (model), ==, 3);
  before = g_object_ref (kq_library_model_find (model, "a"));

  /* It comes first, and is the same item. */
  add (fixture, "a", "{'name': 'renamed'}");
  while (change.n == 1)
    g_main_context_iteration (NULL, TRUE);
  assert_names (model, "renamed,a,c");
  g_assert_true (before == kq_library_model_find (model, "a"));

  add (fixture, "d", "{'name': 'new'}");
  while (change.n == 2)
    g_main_context_iteration (NULL, TRUE);
  assert_names (model, "new,renamed,a,c");
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 1);

  kq_library_set_state (fixture->library, "c", KQ_LIBRARY_STATE_DELETED, NULL, NULL);
  while (change.n == 3)
    g_main_context_iteration (NULL, TRUE);
  assert_names (model, "new,renamed,c");
  g_assert_cmpuint (change.position, ==, 2);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 0);
  g_assert_cmpuint (kq_library_model_get_n_campaigns (model), ==, 3);

  kq_library_model_set_flags (model, KQ_LIBRARY_LIST_DELETED);
  assert_names (model, "a");
}

static void
test_sorts (Fixture       *fixture,
            gconstpointer  data)
{
  Change change = { 0 };
  g_autoptr (KqLibraryModel) model = NULL;
  const int counts[3] = { 5, 0, 0 };

  fill (fixture);
  kq_library_set_counts (fixture->library, "b", 1, counts, 1, NULL, NULL);
  model = open_model (fixture, &change);
  kq_library_model_set_sort (model, KQ_LIBRARY_SORT_NAME);
  assert_names (model, "a,b,c");
  kq_library_model_set_sort (model, KQ_LIBRARY_SORT_START);
  assert_names (model, "c,b,a");
  kq_library_model_set_sort (model, KQ_LIBRARY_SORT_ERRORS);
  assert_names (model, "c,a,b");
  g_assert_cmpuint (change.n, <=, 4);
}

static void
search (KqLibraryModel *model,
        const char     *words,
        const char     *expected)
{
  kq_library_model_set_search (model, words);
  wait_until_loaded (model);
  assert_names (model, expected);
}

static void
test_searches (Fixture       *fixture,
               gconstpointer  data)
{
  Change change = { 0 };
  g_autoptr (KqLibraryModel) model = NULL;

  fill (fixture);
  model = open_model (fixture, &change);
  search (model, "双", "c");
  search (model, "备货", "c");
  search (model, "599", "a");
  search (model, "旗舰", "a");
  search (model, "舰店 减100", "a");
  search (model, "舰店 备货", "");
  search (model, "FLAGSHIP", "a");
  search (model, "ｆlag", "a");
  search (model, "%", "");
  search (model, "店满", "");
  search (model, "  ", "a,c,b");
  search (model, "", "a,c,b");
  g_assert_cmpuint (kq_library_model_get_n_campaigns (model), ==, 3);

  /* What is found follows too. */
  search (model, "备货", "c");
  change.n = 0;
  add (fixture, "a", "{'name': 'b', 'notes': '备货'}");
  while (change.n == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_names (model, "b,c");

  /* Only the last of several that come fast counts. */
  kq_library_model_set_search (model, "5");
  kq_library_model_set_search (model, "59");
  search (model, "599", "a");
}

/* Ten thousand, against a plain look at each */
static void
test_searches_many (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const words[] = { "会", "员日", "1", "12", "123", "9999", "券 7", "nothing" };
  Change change = { 0 };
  g_autoptr (KqLibraryModel) model = NULL;
  g_autofree char *insert = NULL;
  g_autofree char *said = NULL;

  fixture_open (fixture);
  add (fixture, "first", "{'name': 'first'}");
  fixture_close (fixture);
  said = ask_sqlite (fixture->path,
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
    "INSERT INTO campaigns SELECT 1000 + i, 'c' || i, 1, '会员日' || i, NULL, NULL, NULL, NULL, 0, "
    "0, 0, i, -1, -1, -1, 0, 0, 1 FROM n;"
    "INSERT INTO search SELECT key, name || char (10) || '券' || (key % 97) FROM campaigns "
    "WHERE key > 1000;");
  g_assert_cmpstr (said, ==, "");
  fixture_open (fixture);
  model = open_model (fixture, &change);
  g_assert_cmpuint (kq_library_model_get_n_campaigns (model), ==, 10001);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], " ", -1);
      guint expected = 0;

      for (guint n = 1; n <= 10000; n++)
        {
          g_autofree char *text = g_strdup_printf ("会员日%u\n券%u", n, (1000 + n) % 97);
          gboolean found = TRUE;

          for (guint j = 0; parts[j] != NULL; j++)
            found &= strstr (text, parts[j]) != NULL;
          expected += found;
        }
      kq_library_model_set_search (model, words[i]);
      wait_until_loaded (model);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, expected);
    }
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *n)
{
  (*n)++;
}

static void
test_properties (Fixture       *fixture,
                 gconstpointer  data)
{
  Change change = { 0 };
  g_autoptr (KqLibraryModel) model = NULL;
  KqLibraryItem *item;
  guint n_search = 0, n_names = 0, n_versions = 0;

  fill (fixture);
  model = open_model (fixture, &change);
  g_signal_connect (model, "notify::search", G_CALLBACK (count_notify), &n_search);
  g_object_set (model, "search", "双", "sort", KQ_LIBRARY_SORT_NAME, "flags",
                KQ_LIBRARY_LIST_ALL, NULL);
  g_object_set (model, "search", "双", NULL);
  g_assert_cmpuint (n_search, ==, 1);
  g_assert_cmpint (kq_library_model_get_sort (model), ==, KQ_LIBRARY_SORT_NAME);
  g_assert_cmpint (kq_library_model_get_flags (model), ==, KQ_LIBRARY_LIST_ALL);
  g_assert_null (kq_library_model_get_error (model));
  g_assert_true (kq_library_model_get_library (model) == fixture->library);

  item = kq_library_model_find (model, "a");
  g_signal_connect (item, "notify::name", G_CALLBACK (count_notify), &n_names);
  g_signal_connect (item, "notify::version", G_CALLBACK (count_notify), &n_versions);
  add (fixture, "a", "{'name': 'b', 'notes': 'x'}");
  while (n_versions == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_names, ==, 0);
  wait_until_loaded (model);
}

/* Another program's library is the same one. */
static void
test_other_program (Fixture       *fixture,
                    gconstpointer  data)
{
  Change change = { 0 };
  g_autoptr (KqLibraryModel) model = NULL;
  Fixture other = *fixture;

  fill (fixture);
  kq_library_follow (fixture->library);
  model = open_model (fixture, &change);
  other.library = NULL;
  fixture_open (&other);
  add (&other, "z", "{'name': 'theirs'}");
  fixture_close (&other);
  while (kq_library_model_find (model, "z") == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_names (model, "theirs,a,c,b");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/store/model/follows", test_follows);
  FIXTURE_ADD ("/store/model/sorts", test_sorts);
  FIXTURE_ADD ("/store/model/searches", test_searches);
  FIXTURE_ADD ("/store/model/searches-many", test_searches_many);
  FIXTURE_ADD ("/store/model/properties", test_properties);
  FIXTURE_ADD ("/store/model/other-program", test_other_program);

  return g_test_run ();
}
