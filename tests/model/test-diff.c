/* test-diff.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "kq-coupon.h"
#include "kq-diff.h"
#include "kq-format.h"
#include "kq-id-pointer.h"
#include "kq-json.h"
#include "merge-random.h"

#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* Members of a campaign, ' for ", before and after; and the differences, a line
 * each: kind, pointer | object | field | before | after; “-” for none */
typedef struct {
  const char *before;
  const char *after;
  const char *differences;
} Row;

static const Row rows[] = {
  { "'name': 'x'", "'name': 'x', 'budget': 0", "" },
  { "'name': 'x'", "'budget': 500000",
    "changed /name | Campaign | Campaign name | x | not set\n"
    "changed /budget | Campaign | Budget | ¥0.00 | ¥5,000.00" },
  { "'currency': 'USD', 'budget': 5", "'currency': 'USD', 'budget': 7, 'claimRate': 305",
    "changed /budget | Campaign | Budget | USD 0.05 | USD 0.07\n"
    "changed /claimRate | Campaign | Claim rate | 30% | 30.5%" },
  { "'start': '2026-11-11T20:00:00+08:00'", "'start': '2026-11-11T12:00:00Z'",
    "changed /start | Campaign | Start | 2026-11-11 20:00:00 | 2026-11-11T12:00:00+00:00" },
  { "'coupons': [{'id': 'd1', 'name': '满599减100', 'amount': 100}]",
    "'coupons': [{'id': 'd1', 'name': '满599减100', 'discount': 'percent', 'percent': 85, 'amount': 200}]",
    "changed /coupons/d1/discount | Coupon 满599减100 | Discount | Amount off, no threshold | Percent\n"
    "changed /coupons/d1/amount | Coupon 满599减100 | Amount off | ¥1.00 | ¥2.00\n"
    "changed /coupons/d1/percent | Coupon 满599减100 | Pays | not set | 15 % off" },
  { "'coupons': [{'id': 'a'}, {'id': 'b', 'name': 'B'}]", "'coupons': [{'id': 'c', 'name': 'C'}, {'id': 'a'}]",
    "added /coupons/c | Coupon C | - | - | C\n"
    "removed /coupons/b | Coupon B | - | B | -" },
  { "'coupons': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'}]",
    "'coupons': [{'id': 'b', 'name': 'B'}, {'id': 'a', 'name': 'A'}]",
    "moved /coupons | Campaign | Coupons | A, B | B, A" },
  { "'levels': [{'id': 'l', 'name': 'Gold'}], 'coupons': [{'id': 'a', 'name': 'A', 'returningOnly': true}]",
    "'levels': [{'id': 'l', 'name': 'Gold'}], 'coupons': [{'id': 'a', 'name': 'A', 'levels': ['l', 'x']}]",
    "changed /coupons/a/levels | Coupon A | Applicable levels | all | Gold, x\n"
    "changed /coupons/a/returningOnly | Coupon A | Returning buyers only | yes | no" },
  { "'coupons': [{'id': 'a', 'name': 'A'}], 'giftPacks': [{'id': 'p', 'name': 'P', 'gift': {'name': 'Mug'}}]",
    "'coupons': [{'id': 'a', 'name': 'A'}], 'giftPacks': [{'id': 'p', 'name': 'P', 'quantity': 0, 'coupons': ['a']}]",
    "changed /giftPacks/p/coupons | Gift pack P | Coupons | not set | A\n"
    "removed /giftPacks/p/gift | Gift pack P · Gift Mug | - | Mug | -\n"
    "changed /giftPacks/p/quantity | Gift pack P | Packs | not set | 0" },
  { "'memberCenters': [{'id': 'm', 'benefits': [{'id': 'b', 'title': 'T'}]}]",
    "'memberCenters': [{'id': 'm', 'benefits': [{'id': 'b', 'title': 'T', 'exchange': ['gift', 'what']}]}]",
    "changed /memberCenters/m/benefits/b/exchange | Member center m · Member benefit T | Exchange for | not set | Gift, what" },
  { "'setup': [{'step': 's'}]", "'setup': [{'step': 's', 'done': true}]",
    "changed /setup/s/done | Set-up step s | Done | no | yes" },
  { "'dismissed': [{'rule': 'r', 'object': 'a'}]", "",
    "removed /dismissed/r:a | Dismissed advice r | - | Dismissed advice r | -" },
  { "'assets': {'" SHA "': {'name': 'x.jpg'}}, 'products': [{'id': 'p', 'name': 'P'}]",
    "'assets': {'" SHA "': {'name': 'x.jpg', 'width': 1200}}, 'products': [{'id': 'p', 'name': 'P', 'image': '" SHA "'}]",
    "changed /products/p/image | Product P | Picture | not set | x.jpg\n"
    "changed /assets/" SHA "/width | Picture x.jpg | Width | 0 | 1,200" },
  { "'z': {'a': 1, 'l': [{'id': 'x', 'v': 1}]}", "'z': {'a': 1.0, 'l': [{'id': 'x', 'v': 2}]}",
    "changed /z/l/x/v | Campaign | z/l/x/v | 1 | 2" },
  { "'coupons': [{'id': 'a', 'name': 'A', 'new': {'x': 1}}]", "'coupons': [{'id': 'a', 'name': 'A', 'new': [true]}]",
    "changed /coupons/a/new | Coupon A | new | {\n  \"x\": 1\n} | [\n  true\n]" },
};

static const char * const kinds[] = { "added", "removed", "changed", "moved" };

static JsonNode *
parse (const char *members)
{
  g_autoptr (GString) text = g_string_new (members);
  g_autoptr (KqCampaign) campaign = NULL;

  g_strdelimit (text->str, "'", '"');
  campaign = fixture_campaign (text->str);

  return json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));
}

static void
append (GString *line,
        char    *text)
{
  g_string_append_printf (line, " | %s", text != NULL ? text : "-");
  g_free (text);
}

static char *
describe (GPtrArray *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      KqDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", kinds[kq_difference_get_kind (difference)],
                              kq_difference_get_pointer (difference));
      append (text, kq_difference_dup_object_label (difference));
      append (text, kq_difference_dup_field_label (difference));
      append (text, kq_difference_dup_before_text (difference));
      append (text, kq_difference_dup_after_text (difference));
    }

  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) before = parse (rows[i].before);
      g_autoptr (JsonNode) after = parse (rows[i].after);
      g_autoptr (GPtrArray) differences = kq_diff (before, after, NULL);
      g_autofree char *text = describe (differences);

      g_assert_cmpstr (text, ==, rows[i].differences);
    }
}

/* (nullable): what @campaign has where a difference is said to be */
static JsonNode *
value_at (JsonNode   *campaign,
          const char *pointer)
{
  g_autofree char *plain = kq_id_pointer_to_plain (pointer, campaign);

  return plain != NULL ? kq_json_pointer_get (campaign, plain) : NULL;
}

static JsonNode *
canonical (JsonNode *node)
{
  g_autoptr (KqObject) campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);

  return json_node_ref (kq_object_snapshot (campaign));
}

/* Each difference is one, has the values of both sides, and is in words; two
 * campaigns without a difference are equal, and only they. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 1000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (JsonNode) first = merge_random_campaign (NULL, rand, seed);
      g_autoptr (JsonNode) second = merge_random_campaign (first, rand, seed);
      g_autoptr (JsonNode) before = canonical (first);
      g_autoptr (JsonNode) after = canonical (second);
      g_autoptr (GPtrArray) differences = kq_diff (first, second, NULL);
      g_autofree char *text = describe (differences);

      g_assert_true ((differences->len == 0) == kq_json_equal (before, after));
      for (guint i = 0; i < differences->len; i++)
        {
          KqDifference *difference = g_ptr_array_index (differences, i);
          const char *pointer = kq_difference_get_pointer (difference);

          g_assert_false (kq_json_equal (kq_difference_get_before (difference),
                                         kq_difference_get_after (difference)));
          if (kq_difference_get_kind (difference) == KQ_DIFFERENCE_MOVED)
            continue;
          g_assert_true (kq_json_equal (kq_difference_get_before (difference), value_at (before, pointer)));
          g_assert_true (kq_json_equal (kq_difference_get_after (difference), value_at (after, pointer)));
        }
    }
}

static void
test_object (void)
{
  g_autoptr (JsonNode) before = parse ("'coupons': [{'id': 'a'}]");
  g_autoptr (JsonNode) after = parse ("'coupons': [{'id': 'a', 'amount': 5}]");
  g_autoptr (GPtrArray) differences = kq_diff (before, after, NULL);
  KqDifference *difference = g_ptr_array_index (differences, 0);

  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpint (kq_object_get_int (kq_difference_get_object (difference), KQ_COUPON_AMOUNT), ==, 5);
  g_assert_cmpuint (kq_difference_get_field (difference), ==, KQ_COUPON_AMOUNT);
}

static void
test_refused (void)
{
  g_autoptr (JsonNode) sound = parse ("");
  g_autoptr (JsonNode) other = fixture_parse ("{\"format\": 5}");
  g_autoptr (GError) error = NULL;

  g_assert_null (kq_diff (sound, other, &error));
  g_assert_error (error, KQ_FORMAT_ERROR, KQ_FORMAT_ERROR_NOT_CAMPAIGN);
  g_clear_error (&error);
  g_assert_null (kq_diff (other, sound, &error));
  g_assert_error (error, KQ_FORMAT_ERROR, KQ_FORMAT_ERROR_NOT_CAMPAIGN);
}

/* Places and values by pointer, as stored conflicts need them */
static void
test_described (void)
{
  static const struct { const char *pointer, *place, *value, *words; } places[] = {
    { "/coupons/a/amount", "Coupon A · Amount off", "500", "¥5.00" },
    { "/coupons/a/platform", "Coupon A · Platform", "\"tmall\"", "Tmall" },
    { "/coupons/a", "Coupon A", "{\"id\": \"a\", \"name\": \"then\"}", "then" },
    { "/coupons/a", "Coupon A", NULL, "not set" },
    { "/coupons/gone", "Coupons · gone", "{\"id\": \"gone\", \"amount\": 500}", "¥5 off, no threshold" },
    { "/coupons/gone/amount", "Coupons · gone/amount", NULL, "not set" },
    { "/coupons/a/new/x", "Coupon A · new/x", "[1]", "[\n  1\n]" },
    { "/budget", "Budget", NULL, "¥0.00" },
    { "/coupons", "Coupons", "[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\"]", "A, b, c, d, e and 2 more" },
    { "", "Campaign", NULL, "not set" },
  };
  g_autoptr (KqCampaign) campaign = fixture_campaign ("\"coupons\": [{\"id\": \"a\", \"name\": \"A\"}]");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (JsonNode) value = places[i].value != NULL ? fixture_parse (places[i].value) : NULL;
      g_autofree char *place = kq_id_pointer_describe (places[i].pointer, campaign);
      g_autofree char *words = kq_id_pointer_describe_value (places[i].pointer, campaign, value);

      g_assert_cmpstr (place, ==, places[i].place);
      g_assert_cmpstr (words, ==, places[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff/rows", test_rows);
  g_test_add_func ("/diff/random", test_random);
  g_test_add_func ("/diff/object", test_object);
  g_test_add_func ("/diff/refused", test_refused);
  g_test_add_func ("/diff/described", test_described);

  return g_test_run ();
}
