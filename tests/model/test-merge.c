/* test-merge.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "kq-coupon.h"
#include "kq-format.h"
#include "kq-id-pointer.h"
#include "kq-json.h"
#include "kq-merge.h"
#include "merge-checks.h"

/* Members of a campaign, ' for ", in three versions; what they merge to; and
 * what is said of it, as merge_list() has it. */
typedef struct {
  const char *base;
  const char *mine;
  const char *theirs;
  const char *merged;
  const char *said;
} Row;

#define A(members) "'coupons': [{'id': 'a'" members "}]"
#define LONG_ID "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const Row fields[] = {
  { "", "'name': 'x'", "", "'name': 'x'", "" },
  { "", "'name': 'x'", "'budget': 5", "'name': 'x', 'budget': 5", "" },
  { "'name': 'b'", "'name': 'x'", "'name': 'x'", "'name': 'x'", "" },
  { "'name': 'b'", "'name': 'y'", "'name': 'x'", "'name': 'x'", "value /name \"b\" \"y\" \"x\"" },
  { "'name': 'b'", "", "'name': 'x'", "'name': 'x'", "value /name \"b\" - \"x\"" },
  { "'name': 'b'", "'name': ''", "'name': 'b'", "", "" },
  { "'budget': 5", "'budget': 5.0", "'budget': 7", "'budget': 7", "" },
  { "'claimRate': 300", "", "'claimRate': 200", "'claimRate': 200", "" },
  { "'start': '2026-11-11T12:00:00Z'", "'start': '2026-11-11T12:00:00+00:00'", "'start': null", "", "" },
  { "'start': null", "'start': '2026-11-11T12:00:00Z'", "'start': '2026-11-11T20:00:00+08:00'",
    "'start': '2026-11-11T12:00:00+00:00'",
    "value /start - \"2026-11-11T12:00:00+00:00\" \"2026-11-11T20:00:00+08:00\"" },
  { A (", 'discount': 'fixed', 'amount': 5"), A (", 'discount': 'percent', 'amount': 5"),
    A (", 'discount': 'fixed', 'amount': 7"), A (", 'discount': 'percent', 'amount': 7"), "" },
  { A (", 'amount': 100"), A (", 'amount': 200"), A (", 'amount': 300"), A (", 'amount': 200"),
    "value /coupons/a/amount 100 200 300" },
  { "'giftPacks': [{'id': 'p', 'quantity': 5}]", "'giftPacks': [{'id': 'p', 'quantity': null}]",
    "'giftPacks': [{'id': 'p', 'quantity': 0}]", "'giftPacks': [{'id': 'p', 'quantity': 0}]",
    "value /giftPacks/p/quantity 5 - 0" },
};

static const Row elements[] = {
  { "", "'coupons': [{'id': 'm'}]", "'coupons': [{'id': 't'}]", "'coupons': [{'id': 'm'}, {'id': 't'}]", "" },
  { "", "'coupons': [{'id': '-', 'name': 'x'}]", "'coupons': [{'id': '-', 'amount': 5}]",
    "'coupons': [{'id': '-', 'name': 'x', 'amount': 5}]", "" },
  { "", "'coupons': [{'id': '" LONG_ID "', 'name': 'x'}]", "'coupons': [{'id': '" LONG_ID "', 'name': 'y'}]",
    "'coupons': [{'id': '" LONG_ID "', 'name': 'x'}]",
    "value /coupons/" LONG_ID "/name - \"x\" \"y\"" },
  { A (", 'name': 'x'"), "", A (", 'name': 'x'"), "", "" },
  { A (", 'name': 'x'"), "", A (", 'name': 'y'"), A (", 'name': 'y'"),
    "edited /coupons/a {\"id\":\"a\",\"name\":\"x\"} - {\"id\":\"a\",\"name\":\"y\"}" },
  { A (", 'name': 'x'"), "", "", "", "" },
  { "'activities': [{'id': 'a', 'gift': {'cost': 5}}]", "'activities': [{'id': 'a', 'gift': null}]",
    "'activities': [{'id': 'a', 'gift': {'cost': 7}}]", "'activities': [{'id': 'a', 'gift': {'cost': 7}}]",
    "edited /activities/a/gift {\"cost\":5} - {\"cost\":7}" },
  { "'activities': [{'id': 'a', 'gift': {'cost': 5}}]", "'activities': [{'id': 'a', 'gift': null}]",
    "'activities': [{'id': 'a', 'gift': {'cost': 5}, 'name': 'x'}]", "'activities': [{'id': 'a', 'name': 'x'}]", "" },
  { "'activities': [{'id': 'a'}]", "'activities': [{'id': 'a', 'gift': {'cost': 7, 'name': 'x'}}]",
    "'activities': [{'id': 'a', 'gift': {'cost': 8, 'url': 'y'}}]",
    "'activities': [{'id': 'a', 'gift': {'name': 'x', 'url': 'y', 'cost': 7}}]",
    "value /activities/a/gift/cost - 7 8" },
  { "'memberDay': {'repeat': 'weekly'}", "'memberDay': {'repeat': 'monthly'}", "'memberDay': {'repeat': 'weekly', 'day': 3}",
    "'memberDay': {'repeat': 'monthly', 'day': 3}", "" },
  { "'setup': [{'step': 's'}]", "'setup': [{'step': 's', 'done': true}]", "'setup': [{'step': 's', 'by': 'x'}, {'step': 't'}]",
    "'setup': [{'step': 's', 'done': true, 'by': 'x'}, {'step': 't'}]", "" },
  { "'setup': [{'step': 's'}, {'step': 's'}]", "'setup': [{'step': 's'}]", "'setup': [{'step': 's'}, {'step': 's'}, {}]",
    "'setup': [{'step': 's'}]",
    "value /setup [{\"step\":\"s\"},{\"step\":\"s\"}] [{\"step\":\"s\"}] [{\"step\":\"s\"},{\"step\":\"s\"},{}]" },
  { "'dismissed': [{'rule': 'r', 'object': 'a'}]", "'dismissed': [{'rule': 'r', 'object': 'a'}, {'rule': 'r', 'object': 'b'}]",
    "'dismissed': [{'rule': 's', 'object': 'a'}]", "'dismissed': [{'rule': 'r', 'object': 'b'}, {'rule': 's', 'object': 'a'}]", "" },
  { "'assets': {'" SHA "': {'name': 'x'}}", "'assets': {'" SHA "': {'name': 'x', 'width': 5}}",
    "'assets': {'" SHA "': {'name': 'y'}, 'f': {}}",
    "'assets': {'" SHA "': {'name': 'y', 'width': 5}, 'f': {}}", "" },
};

#define IDS3(a, b, c) "'coupons': [{'id': '" a "'}, {'id': '" b "'}, {'id': '" c "'}]"
#define IDS4(a, b, c, d) "'coupons': [{'id': '" a "'}, {'id': '" b "'}, {'id': '" c "'}, {'id': '" d "'}]"

static const Row orders[] = {
  { IDS3 ("a", "b", "c"), IDS3 ("c", "a", "b"), IDS3 ("a", "b", "c"), IDS3 ("c", "a", "b"), "" },
  { IDS3 ("a", "b", "c"), IDS3 ("c", "a", "b"), IDS3 ("c", "a", "b"), IDS3 ("c", "a", "b"), "" },
  { IDS3 ("a", "b", "c"), IDS3 ("c", "a", "b"), IDS3 ("b", "a", "c"), IDS3 ("b", "a", "c"),
    "order /coupons [\"a\",\"b\",\"c\"] [\"c\",\"a\",\"b\"] [\"b\",\"a\",\"c\"]" },
  { IDS3 ("a", "b", "c"), IDS3 ("c", "a", "b"), IDS4 ("a", "n", "b", "c"), IDS4 ("c", "a", "n", "b"), "" },
  { IDS3 ("a", "b", "c"), IDS3 ("c", "a", "b"), "'coupons': [{'id': 'a'}, {'id': 'c'}]",
    "'coupons': [{'id': 'c'}, {'id': 'a'}]", "" },
  { IDS3 ("a", "b", "c"), IDS4 ("m", "a", "b", "c"), IDS4 ("a", "b", "t", "c"),
    "'coupons': [{'id': 'm'}, {'id': 'a'}, {'id': 'b'}, {'id': 't'}, {'id': 'c'}]", "" },
  { IDS3 ("a", "b", "c"), IDS4 ("c", "m", "b", "a"), IDS4 ("b", "a", "c", "t"),
    "'coupons': [{'id': 'b'}, {'id': 'a'}, {'id': 'c'}, {'id': 't'}, {'id': 'm'}]",
    "order /coupons [\"a\",\"b\",\"c\"] [\"c\",\"m\",\"t\",\"b\",\"a\"] [\"b\",\"a\",\"c\",\"t\",\"m\"]" },
};

static const Row sets[] = {
  { "'giftPacks': [{'id': 'p', 'coupons': ['a', 'b']}]", "'giftPacks': [{'id': 'p', 'coupons': ['a', 'm', 'b']}]",
    "'giftPacks': [{'id': 'p', 'coupons': ['b', 't']}]", "'giftPacks': [{'id': 'p', 'coupons': ['m', 'b', 't']}]", "" },
  { "'giftPacks': [{'id': 'p'}]", "'giftPacks': [{'id': 'p', 'coupons': ['m']}]",
    "'giftPacks': [{'id': 'p', 'coupons': ['t']}]", "'giftPacks': [{'id': 'p', 'coupons': ['m', 't']}]", "" },
  { A (""), A (", 'levels': ['m']"), A (", 'levels': ['t']"), A (", 'levels': ['m']"),
    "value /coupons/a/levels - [\"m\"] [\"t\"]" },
  { A (", 'levels': ['a', 'b']"), A (", 'levels': ['a']"), A (", 'levels': ['b']"), A (", 'levels': ['a']"),
    "value /coupons/a/levels [\"a\",\"b\"] [\"a\"] [\"b\"]" },
  { A (", 'levels': ['a']"), A (", 'levels': ['a', 'b']"), A (""), A (", 'levels': ['a', 'b']"),
    "value /coupons/a/levels [\"a\"] [\"a\",\"b\"] -" },
  { A (", 'levels': ['a']"), A (", 'levels': ['a', 'b']"), A (", 'levels': ['a', 'c']"),
    A (", 'levels': ['a', 'b', 'c']"), "" },
  { A (", 'products': ['a', 'a']"), A (", 'products': ['a']"), A (", 'products': ['a', 'a']"), A (", 'products': ['a']"), "" },
  { A (", 'products': ['a', 'b']"), A (", 'products': ['b', 'a']"), A (", 'products': ['a', 'b', 'c']"),
    A (", 'products': ['b', 'c', 'a']"), "" },
  { "'memberCards': [{'id': 'c', 'distribution': ['qr']}]", "'memberCards': [{'id': 'c', 'distribution': ['qr', 'poster']}]",
    "'memberCards': [{'id': 'c', 'distribution': ['new-word']}]",
    "'memberCards': [{'id': 'c', 'distribution': ['new-word', 'poster']}]", "" },
};

/* What one side took out and the other newly refers to */
static const Row uses[] = {
  { A (""), "", A ("") ", 'activities': [{'id': 'x', 'coupon': 'a'}]", A ("") ", 'activities': [{'id': 'x', 'coupon': 'a'}]",
    "used /coupons/a {\"id\":\"a\"} - {\"id\":\"a\"}" },
  /* left with nothing by the side that took out */
  { A ("") ", 'activities': [{'id': 'x', 'coupon': 'a'}]", "'activities': [{'id': 'x', 'coupon': 'a'}]",
    A ("") ", 'activities': [{'id': 'x', 'coupon': 'a', 'name': 'n'}]",
    "'activities': [{'id': 'x', 'name': 'n', 'coupon': 'a'}]", "" },
  /* and what that refers to in turn */
  { "'products': [{'id': 'p'}], " A (", 'products': ['p']"), "", "'products': [{'id': 'p'}], " A (", 'products': ['p']")
    ", 'giftPacks': [{'id': 'x', 'coupons': ['a']}]",
    "'products': [{'id': 'p'}], " A (", 'products': ['p']") ", 'giftPacks': [{'id': 'x', 'coupons': ['a']}]",
    "used /coupons/a {\"id\":\"a\",\"products\":[\"p\"]} - {\"id\":\"a\",\"products\":[\"p\"]}\n"
    "used /products/p {\"id\":\"p\"} - {\"id\":\"p\"}" },
  /* by what was kept because it was edited */
  { A ("") ", 'activities': [{'id': 'x', 'coupon': 'a'}]", "", A ("") ", 'activities': [{'id': 'x', 'name': 'n', 'coupon': 'a'}]",
    A ("") ", 'activities': [{'id': 'x', 'name': 'n', 'coupon': 'a'}]",
    "edited /activities/x {\"id\":\"x\",\"coupon\":\"a\"} - {\"id\":\"x\",\"name\":\"n\",\"coupon\":\"a\"}\n"
    "used /coupons/a {\"id\":\"a\"} - {\"id\":\"a\"}" },
  { "'assets': {'" SHA "': {}}, 'products': [{'id': 'p'}]", "'products': [{'id': 'p'}]",
    "'products': [{'id': 'p', 'image': '" SHA "'}], 'assets': {'" SHA "': {}}",
    "'products': [{'id': 'p', 'image': '" SHA "'}], 'assets': {'" SHA "': {}}",
    "used /assets/" SHA " {} - {}" },
};

static const Row unknown[] = {
  { "'z': {'a': 1}", "'z': {'a': 1, 'b': [1]}", "'z': {'a': 2}", "'z': {'a': 2, 'b': [1]}", "" },
  { "'z': {'a': 1}", "'z': {'a': 3}", "'z': {'a': 2}", "'z': {'a': 2}", "value /z/a 1 3 2" },
  { "'z': [1]", "'z': [1, 2]", "'z': [3, 1]", "'z': [1, 2]", "value /z [1] [1,2] [3,1]" },
  { "'z': [{'id': 'a', 'x': 1}]", "'z': [{'id': 'a', 'x': 2}]", "'z': [{'id': 'b'}, {'id': 'a', 'x': 1, 'y': {}}]",
    "'z': [{'id': 'b'}, {'id': 'a', 'x': 2, 'y': {}}]", "" },
  { "'z': {'a': 1}", "", "'z': {'a': 2}", "'z': {'a': 2}", "edited /z {\"a\":1} - {\"a\":2}" },
  { "'z': 1", "", "'z': null", "'z': null", "value /z 1 - null" },
  { "'z': 1", "'z': 1.0", "'z': 2", "'z': 2", "" },
  { "'z': 1", "'z': {'a': 1}", "'z': {'b': 1}", "'z': {'a': 1, 'b': 1}", "" },
  { "'z': 1", "'z': {'a': 1}", "'z': [1]", "'z': [1]", "value /z 1 {\"a\":1} [1]" },
  { A (", 'q': {'~/': {'id': 1}}"), A (", 'q': {'~/': {'id': 2}}"), A (", 'q': {'~/': {'id': 3}}"),
    A (", 'q': {'~/': {'id': 2}}"), "value /coupons/a/q/~0~1/id 1 2 3" },
  { "'z': {'a': 1, 'b': 2}", "'z': {'b': 2, 'a': 1}", "'z': {'a': 1, 'b': 2, 'c': 3}", "'z': {'b': 2, 'c': 3, 'a': 1}", "" },
};

/* Without a base all is new. */
static const Row without_base[] = {
  { NULL, "'name': 'x', " A (", 'amount': 5"), "'name': 'x', " A (", 'amount': 7, 'link': 'l'"),
    "'name': 'x', " A (", 'amount': 5, 'link': 'l'"), "value /coupons/a/amount - 5 7" },
};

static JsonNode *
parse (const char *members)
{
  g_autoptr (GString) text = NULL;
  JsonNode *node;

  if (members == NULL)
    return NULL;

  text = g_string_new (NULL);
  g_string_printf (text, "{'format': 'kaquan-campaign', 'version': 1, 'id': 'c'%s%s}",
                   *members != '\0' ? ", " : "", members);
  g_strdelimit (text->str, "'", '"');
  node = fixture_parse (text->str);
  json_node_seal (node);

  return node;
}

static void
check_row (const Row *row,
           gboolean   swapped)
{
  g_autoptr (JsonNode) base = parse (row->base);
  g_autoptr (JsonNode) mine = parse (swapped ? row->theirs : row->mine);
  g_autoptr (JsonNode) theirs = parse (swapped ? row->mine : row->theirs);
  g_autoptr (JsonNode) expected = parse (row->merged);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) merged = kq_merge (base, mine, theirs, &conflicts, &error);
  g_autofree char *text = NULL;
  g_autofree char *expected_text = kq_json_write (expected, NULL);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  text = kq_json_write (merged, NULL);
  g_assert_cmpstr (text, ==, expected_text);
  said = merge_list (conflicts, swapped);
  g_assert_cmpstr (said, ==, row->said);
  for (guint turn = 0; turn < 2; turn++)
    {
      g_autofree char *complaint = merge_complaint (base, mine, theirs, turn);

      g_assert_cmpstr (complaint, ==, NULL);
    }
}

typedef struct {
  const Row *rows;
  guint      n_rows;
} Table;

#define TABLE(rows) { rows, G_N_ELEMENTS (rows) }

static const Table tables[] = {
  TABLE (fields),
  TABLE (elements),
  TABLE (orders),
  TABLE (sets),
  TABLE (uses),
  TABLE (unknown),
  TABLE (without_base),
};

static void
test_table (gconstpointer data)
{
  const Table *table = data;

  for (guint i = 0; i < table->n_rows; i++)
    for (guint swapped = 0; swapped < 2; swapped++)
      check_row (&table->rows[i], swapped);
}

static void
test_refused (void)
{
  g_autoptr (JsonNode) campaign = parse ("");
  static const struct { const char *text; int code; } rows[] = {
    { "[]", KQ_FORMAT_ERROR_NOT_CAMPAIGN },
    { "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", \"coupons\": 5}", KQ_FORMAT_ERROR_TYPE },
    { "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", \"coupons\": [{}]}", KQ_FORMAT_ERROR_ID },
    { "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\", \"coupons\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}",
      KQ_FORMAT_ERROR_ID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint place = 0; place < 3; place++)
      {
        g_autoptr (JsonNode) node = fixture_parse (rows[i].text);
        JsonNode *versions[] = { campaign, campaign, campaign };
        g_autoptr (GPtrArray) conflicts = NULL;
        g_autoptr (GError) error = NULL;

        versions[place] = node;
        g_assert_null (kq_merge (versions[0], versions[1], versions[2], &conflicts, &error));
        g_assert_error (error, KQ_FORMAT_ERROR, rows[i].code);
        g_assert_null (conflicts);
      }
}

/* @n coupons, from @first on, with a value that differs where @value does */
static JsonNode *
many (guint first,
      guint n,
      guint value)
{
  g_autoptr (GString) members = g_string_new ("'coupons': [");
  JsonNode *node;
  g_autoptr (KqCampaign) campaign = NULL;

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (members, "%s{'id': 'c%u', 'name': 'n%u', 'amount': %u, 'threshold': %u, "
                            "'quantity': %u, 'link': 'l%u'}", i > first ? ", " : "", i, value, value,
                            value, value, value);
  g_string_append (members, "]");
  g_strdelimit (members->str, "'", '"');
  campaign = fixture_campaign (members->str);
  node = json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));

  return node;
}

static void
test_too_large (void)
{
  g_autoptr (JsonNode) base = many (0, 0, 0);
  g_autoptr (JsonNode) mine = many (0, 10000, 1);
  g_autoptr (JsonNode) theirs = many (10000, 10000, 1);
  g_autoptr (JsonNode) one_more = many (10000, 10001, 1);
  g_autoptr (JsonNode) merged = NULL;
  g_autoptr (GError) error = NULL;

  merged = kq_merge (base, mine, theirs, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (merged), "coupons")),
                    ==, 20000);
  g_assert_null (kq_merge (base, mine, one_more, NULL, &error));
  g_assert_error (error, KQ_JSON_ERROR, KQ_JSON_ERROR_LIMIT);
}

static void
test_many_conflicts (void)
{
  g_autoptr (JsonNode) base = many (0, 20000, 0);
  g_autoptr (JsonNode) mine = many (0, 20000, 1);
  g_autoptr (JsonNode) theirs = many (0, 20000, 2);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (JsonNode) merged = kq_merge (base, mine, theirs, &conflicts, NULL);

  g_assert_nonnull (merged);
  g_assert_cmpuint (conflicts->len, ==, 100000);
}

/* A chain of coupons and products that refer to each other, all taken out, and
 * the first newly used: each is brought back, once. */
static void
test_long_chain (void)
{
  enum { LENGTH = 20000 };
  g_autoptr (GString) chain = g_string_new ("'products': [");
  g_autofree char *used = NULL;
  g_autoptr (JsonNode) base = NULL;
  g_autoptr (JsonNode) mine = parse ("");
  g_autoptr (JsonNode) theirs = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (JsonNode) merged = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < LENGTH / 2; i++)
    g_string_append_printf (chain, "%s{'id': 'p%u', 'coupon': 'c%u'}", i > 0 ? ", " : "", i, i + 1);
  g_string_append (chain, "], 'coupons': [");
  for (guint i = 0; i <= LENGTH / 2; i++)
    g_string_append_printf (chain, "%s{'id': 'c%u', 'products': ['p%u']}", i > 0 ? ", " : "", i, i);
  g_string_append (chain, "]");
  g_strdelimit (chain->str, "'", '"');
  used = g_strconcat (chain->str, ", \"activities\": [{\"id\": \"a\", \"coupon\": \"c0\"}]", NULL);

  {
    g_autoptr (KqCampaign) before = fixture_campaign (chain->str);
    g_autoptr (KqCampaign) after = fixture_campaign (used);

    base = json_node_ref (kq_object_snapshot (KQ_OBJECT (before)));
    theirs = json_node_ref (kq_object_snapshot (KQ_OBJECT (after)));
  }
  merged = kq_merge (base, mine, theirs, &conflicts, NULL);
  g_assert_true (kq_json_identical (merged, theirs));
  g_assert_cmpuint (conflicts->len, ==, LENGTH + 1);
}

static JsonNode *
resolve (const char  *base_members,
         const char  *mine_members,
         const char  *theirs_members,
         const char  *value,
         GError     **error)
{
  g_autoptr (JsonNode) base = parse (base_members);
  g_autoptr (JsonNode) mine = parse (mine_members);
  g_autoptr (JsonNode) theirs = parse (theirs_members);
  g_autoptr (JsonNode) node = value != NULL ? fixture_parse (value) : NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (JsonNode) merged = kq_merge (base, mine, theirs, &conflicts, NULL);

  g_assert_cmpuint (conflicts->len, ==, 1);

  return kq_conflict_resolve (conflicts->pdata[0], merged, node, error);
}

static void
test_resolved (void)
{
  static const struct { const char *base, *mine, *theirs, *value, *after; } rows[] = {
    { A (", 'amount': 1"), A (", 'amount': 2"), A (", 'amount': 3"), "5.0", A (", 'amount': 5") },
    { A (", 'amount': 1"), A (", 'amount': 2"), A (", 'amount': 3"), "0", A ("") },
    { A (", 'amount': 1"), A (", 'amount': 2"), A (", 'amount': 3"), NULL, A ("") },
    { A (", 'amount': 1"), "", A (", 'amount': 3"), NULL, "" },
    { A (", 'amount': 1"), "", A (", 'amount': 3"), "{\"id\": \"b\"}", "'coupons': [{'id': 'b'}]" },
    { IDS3 ("a", "b", "c"), IDS3 ("c", "a", "b"), IDS3 ("b", "a", "c"), "[\"c\", \"gone\", \"b\"]",
      IDS3 ("c", "b", "a") },
    { A (", 'levels': ['l']"), A (", 'levels': ['l', 'm']"), A (""), "[\"t\"]", A (", 'levels': ['t']") },
    { "'z': 1", "'z': 2", "'z': 3", "{\"a\": [null]}", "'z': {'a': [null]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) after = resolve (rows[i].base, rows[i].mine, rows[i].theirs, rows[i].value, &error);
      g_autoptr (JsonNode) expected = parse (rows[i].after);
      g_autofree char *text = NULL;
      g_autofree char *expected_text = kq_json_write (expected, NULL);

      g_assert_no_error (error);
      g_assert_true (json_node_is_immutable (after));
      text = kq_json_write (after, NULL);
      g_assert_cmpstr (text, ==, expected_text);
    }
}

static void
test_not_resolved (void)
{
  static const struct { const char *base, *mine, *theirs, *value; int code; } rows[] = {
    { A (", 'amount': 1"), A (", 'amount': 2"), A (", 'amount': 3"), "\"5\"", KQ_FORMAT_ERROR_TYPE },
    { A (", 'amount': 1"), "", A (", 'amount': 3"), "{}", KQ_FORMAT_ERROR_ID },
    { IDS3 ("a", "b", "c"), IDS3 ("c", "a", "b"), IDS3 ("b", "a", "c"), "[\"a\", \"a\"]", KQ_FORMAT_ERROR_TYPE },
    { IDS3 ("a", "b", "c"), IDS3 ("c", "a", "b"), IDS3 ("b", "a", "c"), "[1]", KQ_FORMAT_ERROR_TYPE },
    { IDS3 ("a", "b", "c"), IDS3 ("c", "a", "b"), IDS3 ("b", "a", "c"), NULL, KQ_FORMAT_ERROR_TYPE },
  };
  g_autoptr (KqConflict) gone = kq_conflict_new (KQ_CONFLICT_VALUE, "/coupons/a/amount", NULL, NULL, NULL);
  g_autoptr (JsonNode) empty = parse ("");
  g_autoptr (GError) gone_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (resolve (rows[i].base, rows[i].mine, rows[i].theirs, rows[i].value, &error));
      g_assert_error (error, KQ_FORMAT_ERROR, rows[i].code);
    }

  g_assert_null (kq_conflict_resolve (gone, empty, NULL, &gone_error));
  g_assert_error (gone_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_pointers (void)
{
  static const struct { const char *pointer, *plain; } rows[] = {
    { "", "" },
    { "/name", "/name" },
    { "/coupons", "/coupons" },
    { "/coupons/-", "/coupons/1" },
    { "/coupons/0/amount", "/coupons/2/amount" },
    { "/coupons/1", "/coupons/-" },
    { "/coupons/1/amount", NULL },
    { "/coupons/-/levels/l", NULL },
    { "/fissions/a", NULL },
    { "/assets/a~1b/width", "/assets/a~1b/width" },
    { "/dismissed/r:a", "/dismissed/0" },
    { "/z/b/x/0", NULL },
    { "/z/b/x", "/z/1/x" },
    { "name", NULL },
  };
  g_autoptr (JsonNode) campaign = NULL;

  campaign = parse ("'coupons': [{'id': 'a'}, {'id': '-', 'levels': ['l']}, {'id': '0'}], 'assets': {'a/b': {}}, "
                    "'dismissed': [{'rule': 'r', 'object': 'a'}], 'z': [{'id': 'a'}, {'id': 'b', 'x': [5]}]");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *plain = kq_id_pointer_to_plain (rows[i].pointer, campaign);

      g_assert_cmpstr (plain, ==, rows[i].plain);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/merge/fields", &tables[0], test_table);
  g_test_add_data_func ("/merge/elements", &tables[1], test_table);
  g_test_add_data_func ("/merge/orders", &tables[2], test_table);
  g_test_add_data_func ("/merge/sets", &tables[3], test_table);
  g_test_add_data_func ("/merge/uses", &tables[4], test_table);
  g_test_add_data_func ("/merge/unknown", &tables[5], test_table);
  g_test_add_data_func ("/merge/without-base", &tables[6], test_table);
  g_test_add_func ("/merge/refused", test_refused);
  g_test_add_func ("/merge/too-large", test_too_large);
  g_test_add_func ("/merge/many-conflicts", test_many_conflicts);
  g_test_add_func ("/merge/long-chain", test_long_chain);
  g_test_add_func ("/merge/resolved", test_resolved);
  g_test_add_func ("/merge/not-resolved", test_not_resolved);
  g_test_add_func ("/merge/pointers", test_pointers);

  return g_test_run ();
}
