/* test-edit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "kq-coupon.h"
#include "kq-edit.h"
#include "kq-format.h"
#include "kq-json.h"

#define START "\"coupons\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"levels\": [\"l\"]}]"

/* Edits, one a line: pointer, and the value or nothing to remove */
static GPtrArray *
parse_edits (const char *text)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_edit_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", 2);

      g_ptr_array_add (edits, kq_edit_new (g_strdup (parts[0]),
                                           parts[1] != NULL ? fixture_parse (parts[1]) : NULL));
    }

  return edits;
}

static void
test_done (void)
{
  static const struct { const char *edits, *after; } rows[] = {
    { "/coupons/0/amount 500", "\"coupons\": [{\"id\": \"a\", \"name\": \"A\", \"amount\": 500}, "
      "{\"id\": \"b\", \"levels\": [\"l\"]}]" },
    { "/coupons/0/name", "\"coupons\": [{\"id\": \"a\"}, {\"id\": \"b\", \"levels\": [\"l\"]}]" },
    { "/coupons/0/amount", START },
    { "/coupons/- {\"id\": \"c\", \"new\": 1}", "\"coupons\": [{\"id\": \"a\", \"name\": \"A\"}, "
      "{\"id\": \"b\", \"levels\": [\"l\"]}, {\"id\": \"c\", \"new\": 1}]" },
    { "/coupons/0\n/coupons/0/levels/- \"m\"\n/coupons/0/levels/0",
      "\"coupons\": [{\"id\": \"b\", \"levels\": [\"m\"]}]" },
    { "/coupons", "" },
    { "/levels [{\"id\": \"l\"}]\n/levels/0/rank 3.0", START ", \"levels\": [{\"id\": \"l\", "
      "\"rank\": 3}]" },
    { "/assets {}\n/assets/x {\"width\": 8}", START ", \"assets\": {\"x\": {\"width\": 8}}" },
    { "/unknown {\"x\": [1]}\n/unknown/x/0 2", START ", \"unknown\": {\"x\": [2]}" },
    { "/coupons/0/id \"z\"", "\"coupons\": [{\"id\": \"z\", \"name\": \"A\"}, "
      "{\"id\": \"b\", \"levels\": [\"l\"]}]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KqCampaign) campaign = fixture_campaign (START);
      g_autoptr (KqCampaign) expected = fixture_campaign (rows[i].after);
      g_autoptr (GPtrArray) edits = parse_edits (rows[i].edits);
      g_autofree char *expected_text = fixture_write (expected);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (kq_campaign_edit (campaign, edits, &error));
      g_assert_no_error (error);
      text = fixture_write (campaign);
      g_assert_cmpstr (text, ==, expected_text);
    }
}

static void
assert_refused (GPtrArray *edits,
                GQuark     domain,
                int        code)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign (START);
  g_autoptr (JsonNode) before = json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));
  g_autoptr (GError) error = NULL;
  FixtureTally tally;

  fixture_watch (&tally, KQ_OBJECT (campaign));
  g_assert_false (kq_campaign_edit (campaign, edits, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpuint (tally.changed, ==, 0);
  g_assert_true (kq_object_snapshot (KQ_OBJECT (campaign)) == before);
}

static void
test_refused (void)
{
  static const struct { const char *edits; gboolean format; int code; } rows[] = {
    { "/coupons/0/amount 500\n/coupons/9/amount 1", FALSE, G_IO_ERROR_NOT_FOUND },
    { "/coupons/0/amount 500\n/coupons/1/amount \"x\"", TRUE, KQ_FORMAT_ERROR_TYPE },
    { "/nothing/here 1",                    FALSE, G_IO_ERROR_NOT_FOUND },
    { "/coupons/7",                         FALSE, G_IO_ERROR_NOT_FOUND },
    { "/coupons/-",                         FALSE, G_IO_ERROR_NOT_FOUND },
    { "coupons 1",                          FALSE, G_IO_ERROR_INVALID_ARGUMENT },
    { "/coupons/- {}",                      TRUE,  KQ_FORMAT_ERROR_ID },
    { "/coupons/- {\"id\": \"a\"}",         TRUE,  KQ_FORMAT_ERROR_ID },
    { "/coupons/1/id \"a\"",                TRUE,  KQ_FORMAT_ERROR_ID },
    { "/coupons/1/id",                      TRUE,  KQ_FORMAT_ERROR_ID },
    { "/coupons {}",                        TRUE,  KQ_FORMAT_ERROR_TYPE },
    { "/coupons/0 1",                       TRUE,  KQ_FORMAT_ERROR_TYPE },
    { "/coupons/1/levels/0 3",              TRUE,  KQ_FORMAT_ERROR_TYPE },
    { "/coupons/1/claimStart \"tomorrow\"", TRUE,  KQ_FORMAT_ERROR_TYPE },
    { "/format \"x\"",                      TRUE,  KQ_FORMAT_ERROR_NOT_CAMPAIGN },
    { "/version",                           TRUE,  KQ_FORMAT_ERROR_TYPE },
    { "/id",                                TRUE,  KQ_FORMAT_ERROR_ID },
    { " []",                                TRUE,  KQ_FORMAT_ERROR_NOT_CAMPAIGN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) edits = parse_edits (rows[i].edits);

      assert_refused (edits, rows[i].format ? KQ_FORMAT_ERROR : G_IO_ERROR, rows[i].code);
    }
}

/* A sealed value isn't trusted for being sealed. */
static void
test_sealed (void)
{
  static const char * const values[] = {
    "{\"id\": \"c\", \"amount\": \"x\"}", "{\"id\": \"a\"}", "{\"id\": \"c\", \"levels\": {}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_edit_free);
      JsonNode *value = fixture_parse (values[i]);

      json_node_seal (value);
      g_ptr_array_add (edits, kq_edit_new (g_strdup ("/coupons/-"), value));
      assert_refused (edits, KQ_FORMAT_ERROR,
                      i == 1 ? KQ_FORMAT_ERROR_ID : KQ_FORMAT_ERROR_TYPE);
    }
}

/* All that isn't touched stays the same object, and says nothing. */
static void
test_in_place (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign (START);
  g_autoptr (GPtrArray) edits = parse_edits ("/coupons/1/amount 500");
  KqList *list = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  KqObject *first = kq_list_get (list, 0), *second = kq_list_get (list, 1);
  JsonNode *first_snapshot = kq_object_snapshot (first);
  FixtureTally tally, list_tally;

  fixture_watch (&tally, second);
  fixture_watch_list (&list_tally, list);
  g_assert_true (kq_campaign_edit (campaign, edits, NULL));
  g_assert_true (kq_list_get (list, 0) == first && kq_list_get (list, 1) == second);
  g_assert_true (kq_object_snapshot (first) == first_snapshot);
  g_assert_cmpuint (tally.notified_field[KQ_COUPON_AMOUNT], ==, 1);
  g_assert_cmpuint (tally.notified, ==, 1);
  g_assert_cmpuint (list_tally.items_changed, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/done", test_done);
  g_test_add_func ("/edit/refused", test_refused);
  g_test_add_func ("/edit/sealed", test_sealed);
  g_test_add_func ("/edit/in-place", test_in_place);

  return g_test_run ();
}
