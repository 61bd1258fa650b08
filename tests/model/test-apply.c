/* test-apply.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#include "kq-coupon.h"
#include "kq-dismissal.h"
#include "kq-format.h"
#include "kq-json.h"

#define RANDOM_PAIRS 200

static KqList *
coupons_of (KqCampaign *campaign)
{
  return kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
}

static void
apply_text (KqCampaign *campaign,
            const char *members)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;

  text = g_strdup_printf ("{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", %s}",
                          members);
  node = fixture_parse (text);
  kq_object_apply (KQ_OBJECT (campaign), node);
}

/* The ids of a list, and whether each is still the object that it was. */
static char *
describe (KqList    *list,
          KqObject **known)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *child = kq_list_get (list, i);
      const char *id = kq_object_get_id (child);
      guint letter = id[0] - 'a';

      g_string_append_printf (out, "%s%s ", id,
                              letter < 4 && known[letter] == child ? "" : "!");
    }

  return g_string_free (out, FALSE);
}

static void
test_identity (void)
{
  static const struct { const char *after; const char *is; guint position, removed, added; } rows[] = {
    { "abcd",  "a b c d ",    0, 0, 0 },
    { "abcde", "a b c d e! ", 4, 0, 1 },
    { "eabcd", "e! a b c d ", 0, 0, 1 },
    { "acd",   "a c d ",      1, 1, 0 },
    { "",      "",            0, 4, 0 },
    { "dcba",  "d c b a ",    0, 4, 4 },
    { "acbd",  "a c b d ",    1, 2, 2 },
    { "aebd",  "a e! b d ",   1, 2, 2 },
    { "bcd",   "b c d ",      0, 1, 0 },
    { "efgh",  "e! f! g! h! ", 0, 4, 4 },
    { "dae",   "d a e! ",     0, 4, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KqCampaign) campaign = NULL;
      g_autoptr (GString) members = g_string_new ("\"coupons\": [");
      g_autofree char *actual = NULL;
      KqObject *known[4];
      FixtureTally list_tally, tally;
      KqList *list;

      campaign = fixture_campaign ("\"coupons\": [{\"id\": \"a\"}, {\"id\": \"b\"}, "
                                   "{\"id\": \"c\"}, {\"id\": \"d\"}]");
      list = coupons_of (campaign);
      for (guint j = 0; j < 4; j++)
        known[j] = g_object_ref (kq_list_get (list, j));
      for (const char *id = rows[i].after; *id != '\0'; id++)
        g_string_append_printf (members, "%s{\"id\": \"%c\"}", id > rows[i].after ? ", " : "", *id);
      g_string_append_c (members, ']');

      fixture_watch_list (&list_tally, list);
      fixture_watch (&tally, KQ_OBJECT (campaign));
      apply_text (campaign, members->str);

      actual = describe (list, known);
      g_assert_cmpstr (actual, ==, rows[i].is);
      g_assert_cmpuint (list_tally.items_changed, ==, i > 0);
      g_assert_cmpuint (list_tally.position, ==, rows[i].position);
      g_assert_cmpuint (list_tally.removed, ==, rows[i].removed);
      g_assert_cmpuint (list_tally.added, ==, rows[i].added);
      g_assert_cmpuint (tally.changed, ==, i > 0);
      g_assert_cmpuint (tally.notified, ==, i > 0);
      for (guint j = 0; j < 4; j++)
        {
          gboolean here = strchr (rows[i].after, 'a' + j) != NULL;

          g_assert_true (kq_object_get_parent (known[j]) == (here ? KQ_OBJECT (campaign) : NULL));
          g_object_unref (known[j]);
        }
    }
}

static void
test_only_differing (void)
{
  g_autoptr (KqCampaign) campaign = NULL;
  FixtureTally whole, first, second;

  campaign = fixture_campaign ("\"name\": \"n\", \"coupons\": [{\"id\": \"a\", \"name\": \"A\", "
                               "\"amount\": 500}, {\"id\": \"b\", \"name\": \"B\"}]");
  fixture_watch (&whole, KQ_OBJECT (campaign));
  fixture_watch (&first, kq_list_get (coupons_of (campaign), 0));
  fixture_watch (&second, kq_list_get (coupons_of (campaign), 1));

  apply_text (campaign, "\"name\": \"n\", \"coupons\": [{\"id\": \"a\", \"name\": \"A\", "
                        "\"amount\": 600.0, \"state\": \"live\"}, {\"name\": \"B\", \"id\": \"b\"}]");
  g_assert_cmpuint (first.notified, ==, 2);
  g_assert_cmpuint (first.notified_field[KQ_COUPON_AMOUNT], ==, 1);
  g_assert_cmpuint (first.notified_field[KQ_COUPON_STATE], ==, 1);
  g_assert_cmpuint (first.changed, ==, 2);
  g_assert_cmpuint (second.notified + second.changed, ==, 0);
  g_assert_cmpuint (whole.notified, ==, 0);
  g_assert_cmpuint (whole.changed, ==, 2);

  /* What isn't named any more falls back to its default. */
  apply_text (campaign, "\"coupons\": [{\"id\": \"a\", \"name\": \"A\"}, "
                        "{\"name\": \"B\", \"id\": \"b\", \"new\": {\"x\": 1}}]");
  g_assert_cmpuint (first.notified, ==, 4);
  g_assert_cmpuint (second.notified, ==, 0);
  g_assert_cmpuint (second.changed, ==, 1);
  g_assert_cmpuint (second.index, ==, KQ_NO_FIELD);
  g_assert_cmpuint (whole.notified_field[KQ_CAMPAIGN_NAME], ==, 1);
  g_assert_cmpint (kq_object_get_int (kq_list_get (coupons_of (campaign), 0),
                                      KQ_COUPON_AMOUNT), ==, 0);
}

/* The order and spelling of what isn't known is taken over too. */
static void
test_unknown (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ("\"b\": 1, \"a\": {\"y\": 1, \"x\": 2}");
  g_autofree char *text = NULL;

  apply_text (campaign, "\"a\": {\"x\": 2, \"y\": 1.0}, \"b\": 1");
  text = fixture_write (campaign);
  g_assert_cmpstr (text, ==,
                   "{\n  \"format\": \"kaquan-campaign\",\n  \"version\": 1,\n  \"id\": \"c\",\n"
                   "  \"a\": {\n    \"x\": 2,\n    \"y\": 1.0\n  },\n  \"b\": 1\n}\n");
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < RANDOM_PAIRS; i++)
    {
      g_autoptr (JsonNode) a = fixture_random (rand);
      g_autoptr (JsonNode) b = fixture_random (rand);
      g_autofree char *a_input = kq_json_write (a, NULL);
      g_autofree char *b_input = kq_json_write (b, NULL);
      g_autoptr (KqCampaign) campaign = fixture_read (a_input, NULL);
      g_autoptr (KqCampaign) other = fixture_read (b_input, NULL);
      g_autoptr (JsonNode) before = json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));
      g_autofree char *a_text = fixture_write (campaign);
      g_autofree char *b_text = fixture_write (other);
      g_autofree char *there = NULL;
      g_autofree char *back = NULL;
      FixtureTally tally;

      kq_object_apply (KQ_OBJECT (campaign), b);
      there = fixture_write (campaign);
      g_assert_cmpstr (there, ==, b_text);
      g_assert_true (kq_object_equal (KQ_OBJECT (campaign), KQ_OBJECT (other)));

      /* Once there, nothing is left to tell. */
      fixture_watch (&tally, KQ_OBJECT (campaign));
      kq_object_apply (KQ_OBJECT (campaign), b);
      g_assert_cmpuint (tally.changed + tally.notified, ==, 0);
      fixture_unwatch (&tally, campaign);

      if (i % 2 == 0)
        kq_object_restore (KQ_OBJECT (campaign), before);
      else
        kq_object_apply (KQ_OBJECT (campaign), a);
      back = fixture_write (campaign);
      g_assert_cmpstr (back, ==, a_text);
      g_assert_true (i % 2 != 0 || kq_object_snapshot (KQ_OBJECT (campaign)) == before);
    }
}

/* After any row of edits a snapshot is what a rebuilt one would be. */
static void
test_cache (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (JsonNode) node = fixture_random (rand);
  g_autoptr (KqObject) campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (KqObject) rebuilt = NULL;
      g_autofree char *text = NULL;
      g_autofree char *rebuilt_text = NULL;

      fixture_random_edit (KQ_CAMPAIGN (campaign), rand);
      rebuilt = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, kq_object_snapshot (campaign));
      g_assert_true (kq_json_equal (kq_object_snapshot (campaign), kq_object_snapshot (rebuilt)));
      text = kq_json_write (kq_object_snapshot (campaign), NULL);
      rebuilt_text = kq_json_write (kq_object_snapshot (rebuilt), NULL);
      g_assert_cmpstr (text, ==, rebuilt_text);
      g_assert_true (json_node_is_immutable (kq_object_snapshot (campaign)));
    }
}

static JsonNode *
at (JsonNode   *snapshot,
    const char *pointer)
{
  JsonNode *node = kq_json_pointer_get (snapshot, pointer);

  g_assert_nonnull (node);

  return node;
}

static void
test_sharing (void)
{
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;

  campaign = fixture_campaign ("\"levels\": [{\"id\": \"l\"}], "
                               "\"coupons\": [{\"id\": \"a\"}, {\"id\": \"b\"}]");
  before = json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));
  g_assert_true (kq_object_snapshot (KQ_OBJECT (campaign)) == before);

  kq_object_set_int (kq_list_get (coupons_of (campaign), 1), KQ_COUPON_AMOUNT, 500);
  after = json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));
  g_assert_true (after != before);
  g_assert_true (at (after, "/coupons/0") == at (before, "/coupons/0"));
  g_assert_true (at (after, "/coupons/1") != at (before, "/coupons/1"));
  g_assert_true (at (after, "/levels") == at (before, "/levels"));
  g_assert_false (json_object_has_member (json_node_get_object (at (before, "/coupons/1")),
                                          "amount"));

  kq_object_restore (KQ_OBJECT (campaign), before);
  g_assert_true (kq_object_snapshot (KQ_OBJECT (campaign)) == before);
  g_assert_true (kq_object_snapshot (kq_list_get (coupons_of (campaign), 1)) ==
                 at (before, "/coupons/1"));
  kq_object_restore (KQ_OBJECT (campaign), after);
  kq_object_set_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME, "x");
  g_assert_true (at (kq_object_snapshot (KQ_OBJECT (campaign)), "/coupons") ==
                 at (after, "/coupons"));
}

static void
check_fresh (GListModel *model,
             guint       position,
             guint       removed,
             guint       added,
             gpointer    campaign)
{
  JsonNode *coupons;

  coupons = kq_json_pointer_get (kq_object_snapshot (KQ_OBJECT (campaign)), "/coupons");
  g_assert_cmpuint (coupons != NULL ? json_array_get_length (json_node_get_array (coupons)) : 0,
                    ==, g_list_model_get_n_items (model));
}

/* Who is told of a change sees a snapshot that has it. */
static void
test_fresh (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ("\"coupons\": [{\"id\": \"a\"}]");
  g_autoptr (KqObject) coupon = g_object_new (KQ_TYPE_COUPON, "id", "b", NULL);

  kq_object_snapshot (KQ_OBJECT (campaign));
  g_signal_connect (coupons_of (campaign), "items-changed", G_CALLBACK (check_fresh), campaign);
  kq_list_append (coupons_of (campaign), coupon);
  kq_list_remove (coupons_of (campaign), 0);
}

/* Dismissals have no ids: rule and object together tell them apart. */
static void
test_double_keys (void)
{
  g_autoptr (KqCampaign) campaign = NULL;
  KqList *list;
  KqObject *first, *second;

  campaign = fixture_campaign ("\"dismissed\": [{\"rule\": \"R\", \"object\": \"a\"}, "
                               "{\"rule\": \"R\", \"object\": \"b\"}]");
  list = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_DISMISSED);
  first = kq_list_get (list, 0);
  second = kq_list_get (list, 1);
  apply_text (campaign, "\"dismissed\": [{\"rule\": \"R\", \"object\": \"b\"}, "
                        "{\"object\": \"a\", \"rule\": \"R\"}, {\"rule\": \"R\", \"object\": \"a\"}]");
  g_assert_cmpuint (kq_list_get_length (list), ==, 3);
  g_assert_true (kq_list_get (list, 0) == second);
  g_assert_true (kq_list_get (list, 1) == first);
}

/* Assets are told apart by their names, and stand in their order. */
static void
test_map (void)
{
  g_autoptr (KqCampaign) campaign = NULL;
  KqList *list;
  KqObject *first, *second;
  FixtureTally tally;

  campaign = fixture_campaign ("\"assets\": {\"c\": {\"width\": 1}, \"a\": {}}");
  list = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_ASSETS);
  first = kq_list_get (list, 0);
  second = kq_list_get (list, 1);
  g_assert_cmpstr (kq_object_get_id (first), ==, "a");
  g_assert_true (kq_list_find (list, "c") == second);

  fixture_watch_list (&tally, list);
  apply_text (campaign, "\"assets\": {\"d\": {}, \"c\": {\"width\": 2}, \"b\": {}, \"a\": {}}");
  g_assert_cmpuint (tally.items_changed, ==, 1);
  g_assert_cmpuint (kq_list_get_length (list), ==, 4);
  g_assert_true (kq_list_get (list, 0) == first);
  g_assert_cmpstr (kq_object_get_id (kq_list_get (list, 1)), ==, "b");
  g_assert_true (kq_list_get (list, 2) == second);
  g_assert_cmpstr (kq_object_get_id (kq_list_get (list, 3)), ==, "d");
}

static void
test_outlived (void)
{
  KqCampaign *campaign = fixture_campaign ("\"coupons\": [{\"id\": \"a\"}]");
  g_autoptr (KqList) list = g_object_ref (coupons_of (campaign));
  g_autoptr (KqObject) coupon = g_object_ref (kq_list_get (list, 0));
  FixtureTally tally;

  fixture_watch_list (&tally, list);
  g_assert_finalize_object (campaign);
  g_assert_cmpuint (tally.items_changed, ==, 1);
  g_assert_cmpuint (tally.removed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (kq_object_get_parent (coupon));
  g_assert_null (kq_list_get_owner (list));
}

static void
test_duplicate (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ("\"coupons\": [{\"id\": \"a\", "
                                                      "\"amount\": 500, \"new\": 1}]");
  g_autoptr (KqObject) copy = kq_object_duplicate (kq_list_get (coupons_of (campaign), 0), "b");
  g_autofree char *text = kq_json_write (kq_object_snapshot (copy), NULL);

  g_assert_cmpstr (text, ==, "{\n  \"id\": \"b\",\n  \"amount\": 500,\n  \"new\": 1\n}\n");
  g_assert_null (kq_object_get_parent (copy));
}

/* A tree that has the canonical form is the snapshot of what is made of it, and
 * any other leads to the same. */
static void
check_to_campaign (JsonNode *node,
                   gboolean  canonical)
{
  g_autoptr (KqObject) plain = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);
  g_autoptr (KqCampaign) campaign = kq_format_to_campaign (node);
  g_autofree char *expected = kq_json_write (kq_object_snapshot (plain), NULL);
  g_autofree char *text = kq_json_write (kq_object_snapshot (KQ_OBJECT (campaign)), NULL);

  g_assert_cmpstr (text, ==, expected);
  g_assert_true ((kq_object_snapshot (KQ_OBJECT (campaign)) == node) == canonical);
}

static void
test_to_campaign (void)
{
  static const struct { const char *members; gboolean canonical; } rows[] = {
    { "\"name\": \"x\", \"mystery\": [1.50]", TRUE },
    { "\"coupons\": [{\"id\": \"a\", \"amount\": 5}]", TRUE },
    { "\"mystery\": 1, \"name\": \"x\"", FALSE },
    { "\"notes\": \"\"", FALSE },
    { "\"coupons\": []", FALSE },
    { "\"coupons\": [{\"id\": \"a\", \"amount\": 5.0}]", FALSE },
    { "\"coupons\": [{\"amount\": 5, \"id\": \"a\"}]", FALSE },
    { "\"start\": \"2026-11-01T00:00:00Z\"", FALSE },
    { "\"memberDay\": null", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (JsonNode) node = NULL;

      text = g_strdup_printf ("{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", %s}",
                              rows[i].members);
      node = fixture_parse (text);
      check_to_campaign (node, rows[i].canonical);
    }
}

/* And goes on from there as any other does. */
static void
test_to_campaign_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < RANDOM_PAIRS; i++)
    {
      g_autoptr (JsonNode) node = fixture_random (rand);
      g_autoptr (JsonNode) canonical = kq_format_canonical (node);
      g_autoptr (KqCampaign) campaign = kq_format_to_campaign (canonical);
      g_autoptr (KqCampaign) edited = kq_format_to_campaign (canonical);
      g_autoptr (KqObject) again = NULL;

      check_to_campaign (canonical, TRUE);
      fixture_random_edit (edited, rand);
      again = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, kq_object_snapshot (KQ_OBJECT (edited)));
      g_assert_true (kq_object_equal (KQ_OBJECT (edited), again));
      kq_object_restore (KQ_OBJECT (edited), canonical);
      g_assert_true (kq_object_equal (KQ_OBJECT (edited), KQ_OBJECT (campaign)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/apply/identity", test_identity);
  g_test_add_func ("/apply/only-differing", test_only_differing);
  g_test_add_func ("/apply/unknown", test_unknown);
  g_test_add_func ("/apply/random", test_random);
  g_test_add_func ("/apply/cache", test_cache);
  g_test_add_func ("/apply/sharing", test_sharing);
  g_test_add_func ("/apply/fresh", test_fresh);
  g_test_add_func ("/apply/double-keys", test_double_keys);
  g_test_add_func ("/apply/map", test_map);
  g_test_add_func ("/apply/outlived", test_outlived);
  g_test_add_func ("/apply/duplicate", test_duplicate);
  g_test_add_func ("/apply/to-campaign", test_to_campaign);
  g_test_add_func ("/apply/to-campaign-random", test_to_campaign_random);

  return g_test_run ();
}
