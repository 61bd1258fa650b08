/* test-insight.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar.h"
#include "kq-exposure.h"
#include "kq-list.h"
#include "rules-util.h"

/* The calendar's gaps and overlaps, and the money at stake: cases reckoned by
 * hand. Many more are compared with an independent computation in
 * oracle-test.py. */

#define D BASE_DOUYIN
#define T BASE_TMALL

static const char *
id_of (KqObject *object)
{
  return object != NULL ? kq_object_get_id (object) : "-";
}

/* `level start end before after`, a line for each gap. */
static char *
dump_gaps (const char * const *edits)
{
  g_autoptr (KqCampaign) campaign = build_campaign (D, edits, NULL);
  g_autoptr (GArray) gaps = kq_calendar_find_gaps (campaign);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const KqGap *gap = &g_array_index (gaps, KqGap, i);
      g_autofree char *start = kq_time_to_string (gap->start);
      g_autofree char *end = kq_time_to_string (gap->end);

      g_string_append_printf (dump, "%s %s %s %s %s\n", id_of (gap->level), start, end,
                              id_of (gap->before), id_of (gap->after));
    }

  return g_string_free (dump, FALSE);
}

static void
test_gaps (void)
{
  static const struct { const char *edits[4]; const char *gaps; } cases[] = {
    { { NULL }, "" },
    { { "/coupons/0/claimEnd \"2026-11-07T23:59:58+08:00\"" },
      "l1 2026-11-07T23:59:59+08:00 2026-11-07T23:59:59+08:00 a b\n"
      "l2 2026-11-07T23:59:59+08:00 2026-11-07T23:59:59+08:00 a b\n" },
    { { "/levels", "/coupons/0/claimEnd \"2026-11-06T23:59:59+08:00\"" },
      "- 2026-11-07T00:00:00+08:00 2026-11-07T23:59:59+08:00 a b\n" },
    { { "/coupons/1/levels [\"l2\"]" },
      "l1 2026-11-08T00:00:00+08:00 2026-11-14T23:59:59+08:00 a -\n" },
    { { "/coupons/0/levels [\"l2\"]" },
      "l1 2026-11-01T00:00:00+08:00 2026-11-07T23:59:59+08:00 - b\n" },
    { { "/coupons/0/levels [\"nowhere\"]", "/coupons/1/state \"voided\"", "/levels/1" },
      "l1 2026-11-01T00:00:00+08:00 2026-11-07T23:59:59+08:00 - -\n" },
    /* In New York the clock goes back on 1 November: one day has 25 hours. */
    { { "/timeZone \"America/New_York\"", "/levels",
        "/coupons/0/claimEnd \"2026-11-01T12:00:00+08:00\"" },
      "- 2026-11-01T00:00:01-04:00 2026-11-07T10:59:59-05:00 a b\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *gaps = dump_gaps (cases[i].edits);

      g_assert_cmpstr (gaps, ==, cases[i].gaps);
    }
}

static void
test_levels (void)
{
  static const char * const edits[] = {
    "/levels [{\"id\":\"top\",\"rank\":9},{\"id\":\"one\"},{\"id\":\"other\","
    "\"platform\":\"tmall\"},{\"id\":\"beside\"}]", NULL
  };
  g_autoptr (KqCampaign) campaign = build_campaign (D, edits, NULL);
  g_autoptr (GPtrArray) levels = kq_calendar_get_levels (campaign, KQ_PLATFORM_DOUYIN);

  g_assert_cmpuint (levels->len, ==, 3);
  g_assert_cmpstr (id_of (g_ptr_array_index (levels, 0)), ==, "one");
  g_assert_cmpstr (id_of (g_ptr_array_index (levels, 1)), ==, "beside");
  g_assert_cmpstr (id_of (g_ptr_array_index (levels, 2)), ==, "top");
}

static void
test_overlaps (void)
{
  static const char * const edits[] = {
    "/giftPacks/1/audience \"new-members\"", "/giftPacks/1/levels",
    "/giftPacks/1/start \"2026-11-10T23:59:59+08:00\"",
    "/giftPacks/1/end \"2026-11-12T23:59:59+08:00\"",
    "/activities/1/coupon \"x\"", "/activities/1/start \"2026-12-01T00:00:00+08:00\"",
    "/activities/1/end \"2026-12-02T00:00:00+08:00\"", NULL
  };
  g_autoptr (KqCampaign) campaign = build_campaign (T, edits, NULL);
  g_autoptr (GArray) overlaps = kq_calendar_find_overlaps (campaign);
  const KqOverlap *packs, *activities;

  g_assert_cmpuint (overlaps->len, ==, 2);
  packs = &g_array_index (overlaps, KqOverlap, 0);
  activities = &g_array_index (overlaps, KqOverlap, 1);
  g_assert_cmpstr (packs->rule, ==, "TM-04");
  g_assert_cmpstr (id_of (packs->a), ==, "pn");
  g_assert_cmpstr (id_of (packs->b), ==, "pm");
  g_assert_null (packs->coupon);
  g_assert_true (kq_time_equal (packs->start, time_of ("2026-11-10T23:59:59+08:00")));
  g_assert_true (kq_time_equal (packs->end, time_of ("2026-11-10T23:59:59+08:00")));
  g_assert_cmpstr (activities->rule, ==, "MF-35");
  g_assert_cmpstr (id_of (activities->coupon), ==, "x");
  g_assert_false (kq_time_is_set (activities->start));
  g_assert_false (kq_time_is_set (activities->end));
}

/* `object quantity max expected`, a line for each, and the total. */
static char *
dump_exposure (Base                base,
               const char * const *edits)
{
  g_autoptr (KqCampaign) campaign = build_campaign (base, edits, NULL);
  g_autoptr (KqExposure) exposure = kq_exposure_compute (campaign);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < exposure->items->len; i++)
    {
      const KqExposureItem *item = &g_array_index (exposure->items, KqExposureItem, i);

      g_string_append_printf (dump, "%s %" G_GINT64_FORMAT " ", id_of (item->object),
                              item->quantity);
      if (item->max == KQ_EXPOSURE_UNBOUNDED)
        g_string_append (dump, "? ");
      else
        g_string_append_printf (dump, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ", item->max,
                                item->expected);
    }
  if (exposure->max == KQ_EXPOSURE_UNBOUNDED)
    g_assert_cmpint (exposure->expected, ==, KQ_EXPOSURE_UNBOUNDED);
  else
    g_string_append_printf (dump, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, exposure->max,
                            exposure->expected);

  return g_string_free (dump, FALSE);
}

static void
test_exposure (void)
{
  static const struct { const char *edits[6]; const char *exposure; } cases[] = {
    { { NULL }, "a 1000 500000 30000 b 1000 10000000 600000 10500000 630000" },
    { { "/coupons/0/state \"voided\"" }, "b 1000 10000000 600000 10000000 600000" },
    { { "/coupons/0/quantity 0" }, "b 1000 10000000 600000 10000000 600000" },
    /* 25 × 0.3 × 0.2 = 1.5; 8 × 0.06 = 0.48, and together 1.98 */
    { { "/coupons/0/quantity 1", "/coupons/0/amount 25", "/coupons/1/quantity 1",
        "/coupons/1/amount 8" }, "a 1 25 2 b 1 8 0 33 2" },
    /* A product coupon that pays 95 % of 599.00 yuan, rounded half up. */
    { { "/coupons/0/discount \"percent\"", "/coupons/0/percent 95",
        "/coupons/0/scope \"product\"", "/coupons/0/products [\"p1\",\"nowhere\"]",
        "/coupons/1/state \"voided\"" }, "a 1000 2995000 179700 2995000 179700" },
    { { "/coupons/0/discount \"percent\"", "/coupons/0/percent 95",
        "/coupons/1/state \"voided\"" }, "a 1000 ? " },
    { { "/coupons/0/discount \"percent\"", "/coupons/0/maxDiscount 1",
        "/coupons/1/state \"voided\"" }, "a 1000 1000 60 1000 60" },
    { { "/coupons/0/amount 9007199254740991", "/coupons/0/quantity 9007199254740991",
        "/coupons/1/state \"voided\"" }, "a 9007199254740991 ? " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *exposure = dump_exposure (D, cases[i].edits);

      g_assert_cmpstr (exposure, ==, cases[i].exposure);
    }
}

/* Packs take their coupons' share; a gift costs what the buyer doesn't pay. */
static void
test_exposure_of_packs (void)
{
  static const char * const edits[] = {
    "/claimRate 1000", "/useRate 1000", "/coupons/5/state \"voided\"",
    "/coupons/4/state \"voided\"", "/coupons/6/state \"voided\"", "/coupons/3/state \"voided\"",
    "/coupons/2/state \"voided\"", "/coupons/1/quantity 30",
    "/activities/0/gift {\"quantity\":2,\"cost\":1}",
    "/activities/1/gift {\"quantity\":2,\"cost\":301}", NULL
  };
  g_autofree char *exposure = dump_exposure (T, edits);

  /* 900 of g1 are left, none of g2; a gift of 0.01 yuan costs nothing. */
  g_assert_cmpstr (exposure, ==, "g1 900 1800000 1800000 ax 2 0 0 ay 2 600 600 "
                                 "pn 100 259900 259900 pm 30 60000 60000 2120500 2120500");
}

/* `platform max expected`, one after the other, and then what is unbounded */
static char *
dump_shares (const char * const *edits)
{
  g_autoptr (KqCampaign) campaign = build_campaign (T, edits, NULL);
  g_autoptr (KqExposure) exposure = kq_exposure_compute (campaign);
  g_autoptr (GArray) shares = kq_exposure_by_platform (campaign, exposure);
  g_autoptr (GPtrArray) unbounded = kq_exposure_list_unbounded (campaign, exposure);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < shares->len; i++)
    {
      const KqExposureShare *share = &g_array_index (shares, KqExposureShare, i);
      g_autofree char *max = kq_exposure_describe (share->max, "CNY");
      g_autofree char *expected = kq_exposure_describe (share->expected, "CNY");

      g_string_append_printf (dump, "%d %s %s ", share->platform, max, expected);
    }
  for (guint i = 0; i < unbounded->len; i++)
    g_string_append_printf (dump, "%s ", id_of (g_ptr_array_index (unbounded, i)));

  return g_string_free (dump, FALSE);
}

/* Rounded once for a platform, not for each of its coupons. */
static void
test_exposure_shares (void)
{
  static const struct { const char *edits[12]; const char *shares; } cases[] = {
    { { "/giftPacks []", "/activities []", "/coupons/2/state \"voided\"",
        "/coupons/3/state \"voided\"", "/coupons/4/state \"voided\"",
        "/coupons/5/state \"voided\"", "/coupons/6/state \"voided\"",
        "/coupons/0/quantity 1", "/coupons/0/amount 25", "/coupons/1/quantity 1",
        "/coupons/1/amount 8" }, "1 ¥0.33 ¥0.02 " },
    { { "/giftPacks []", "/activities []", "/coupons/2/state \"voided\"",
        "/coupons/3/state \"voided\"", "/coupons/4/state \"voided\"",
        "/coupons/5/state \"voided\"", "/coupons/6/state \"voided\"",
        "/coupons/0/platform \"douyin\"", "/coupons/0/discount \"percent\"",
        "/coupons/0/percent 95", "/coupons/1/platform \"nowhere\"" },
      "0 unbounded unbounded -1 ¥20,000.00 ¥1,200.00 g1 " },
    /* In two packs and by itself, it is named once. */
    { { "/coupons/0/discount \"percent\"", "/coupons/0/percent 95", "/activities []" },
      "1 unbounded unbounded g1 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shares = dump_shares (cases[i].edits);

      g_assert_cmpstr (shares, ==, cases[i].shares);
    }
}

static void
test_pack_totals (void)
{
  static const char * const edits[] = {
    "/giftPacks/0/quantity null", "/giftPacks/1/coupons []", NULL
  };
  g_autoptr (KqCampaign) campaign = build_campaign (T, edits, NULL);
  KqList *packs = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_GIFT_PACKS);
  KqObject *limiting;

  g_assert_cmpint (kq_pack_get_total (campaign, kq_list_get (packs, 0)), ==, 100);
  g_assert_cmpint (kq_pack_get_lowest (campaign, kq_list_get (packs, 0), &limiting), ==, 100);
  g_assert_true (kq_object_get_parent (limiting) == kq_list_get (packs, 0));
  g_assert_cmpint (kq_pack_get_lowest (campaign, kq_list_get (packs, 1), &limiting), ==,
                   KQ_INT_NONE);
  g_assert_null (limiting);
  g_assert_cmpint (kq_pack_get_total (campaign, kq_list_get (packs, 1)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/rules/calendar/gaps", test_gaps);
  g_test_add_func ("/rules/calendar/levels", test_levels);
  g_test_add_func ("/rules/calendar/overlaps", test_overlaps);
  g_test_add_func ("/rules/exposure/coupons", test_exposure);
  g_test_add_func ("/rules/exposure/packs", test_exposure_of_packs);
  g_test_add_func ("/rules/exposure/shares", test_exposure_shares);
  g_test_add_func ("/rules/exposure/pack-totals", test_pack_totals);

  return g_test_run ();
}
