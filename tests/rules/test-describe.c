/* test-describe.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-describe.h"

#include <locale.h>

#include "kq-campaign.h"
#include "kq-format.h"
#include "kq-list.h"
#include "kq-pack-stock.h"
#include "kq-percent.h"

static KqCampaign *
read_campaign (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\","
                                           "\"levels\": [{\"id\": \"l1\", \"name\": \"VIP 1\"}], %s}",
                                           members);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KqCampaign *campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return campaign;
}

static KqObject *
get_object (KqCampaign *campaign,
            guint       list,
            guint       position)
{
  return kq_list_get (kq_object_get_list (KQ_OBJECT (campaign), list), position);
}

static void
test_discount (void)
{
  static const struct { const char *members, *words; } cases[] = {
    { "\"amount\": 500", "¥5 off, no threshold" },
    { "\"amount\": 550, \"threshold\": 650", "¥5.50 off, no threshold" },
    { "\"discount\": \"threshold\", \"amount\": 10000, \"threshold\": 159900", "¥100 off ¥1,599" },
    { "\"discount\": \"percent\", \"percent\": 88", "12 % off" },
    { "\"discount\": \"percent\", \"percent\": 85, \"threshold\": 20000, \"maxDiscount\": 5000",
      "15 % off from ¥200, at most ¥50" },
    { "\"discount\": \"percent\"", "percentage not set" },
    { "\"discount\": \"lottery\"", "unknown: lottery" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *coupons = g_strdup_printf ("\"coupons\": [{\"id\": \"d\", %s}]", cases[i].members);
      g_autoptr (KqCampaign) campaign = read_campaign (coupons);
      KqObject *coupon = get_object (campaign, KQ_CAMPAIGN_COUPONS, 0);
      g_autofree char *words = kq_coupon_describe_discount (KQ_COUPON (coupon));
      g_autofree char *name = kq_object_describe_name (coupon);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (name, ==, cases[i].words);
    }
}

static void
test_currency (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign ("\"currency\": \"USD\", \"coupons\": [{\"id\": \"d\", \"amount\": 500}]");
  g_autofree char *words = kq_coupon_describe_discount (KQ_COUPON (get_object (campaign, KQ_CAMPAIGN_COUPONS, 0)));

  g_assert_cmpstr (words, ==, "USD 5 off, no threshold");
}

static void
test_period (void)
{
  static const struct { const char *start, *end, *words; } cases[] = {
    { "2026-11-01T00:00:00+08:00", "2026-11-07T23:59:59+08:00", "1–7 Nov" },
    { "2026-11-11T00:00:00+08:00", "2026-11-11T23:59:59+08:00", "11 Nov" },
    { "2026-10-28T00:00:00+08:00", "2026-11-03T23:59:59+08:00", "28 Oct–3 Nov" },
    { "2026-12-28T00:00:00+08:00", "2027-12-28T23:59:59+08:00", "28 Dec 2026–28 Dec 2027" },
    { "2026-10-31T16:00:00Z", "2026-11-07T15:59:59Z", "1–7 Nov" },
    { "2026-11-01T00:00:00+08:00", NULL, "from 1 Nov" },
    { NULL, "2026-11-07T23:59:59+08:00", "until 7 Nov" },
    { NULL, NULL, NULL },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (8 * 3600);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KqTime start = KQ_TIME_NONE, end = KQ_TIME_NONE;
      g_autofree char *words = NULL;

      g_assert_true (cases[i].start == NULL || kq_time_parse (cases[i].start, &start));
      g_assert_true (cases[i].end == NULL || kq_time_parse (cases[i].end, &end));
      words = kq_period_describe (start, end, zone);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_coupon (void)
{
  static const struct { const char *members, *words; } cases[] = {
    { "\"discount\": \"threshold\", \"amount\": 10000, \"threshold\": 59900, \"quantity\": 10000,"
      "\"claimStart\": \"2026-11-01T00:00:00+08:00\", \"claimEnd\": \"2026-11-07T23:59:59+08:00\"",
      "¥100 off ¥599 · 1–7 Nov · 10,000 coupons · one each · all levels" },
    { "\"amount\": 500, \"quantity\": 1, \"perMember\": 3, \"validity\": \"days\", \"useDays\": 7,"
      "\"levels\": [\"l1\", \"l9\"]",
      "¥5 off, no threshold · valid 7 days after the claim · 1 coupon · 3 each · VIP 1, l9" },
    { "\"amount\": 500, \"perMember\": 0, \"levels\": [\"l1\", \"x\", \"y\", \"z\"]",
      "¥5 off, no threshold · 0 coupons · 4 levels" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (8 * 3600);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *coupons = g_strdup_printf ("\"coupons\": [{\"id\": \"d\", %s}]", cases[i].members);
      g_autoptr (KqCampaign) campaign = read_campaign (coupons);
      g_autofree char *words = kq_coupon_describe (KQ_COUPON (get_object (campaign, KQ_CAMPAIGN_COUPONS, 0)),
                                                   zone);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

#define TWO_COUPONS "\"coupons\": [{\"id\": \"a\", \"name\": \"A\", \"quantity\": 1000}," \
                    "{\"id\": \"b\", \"name\": \"B\", \"quantity\": 300}], "

static void
test_pack (void)
{
  static const struct { const char *members; gint64 total; const char *words; } cases[] = {
    { "\"coupons\": [\"a\", \"b\"]", 300,
      "New-member pack · 2 coupons · 300 packs, as many as there are of “B”" },
    { "\"coupons\": [\"a\"], \"gift\": {\"name\": \"Mug\", \"quantity\": 100}", 100,
      "New-member pack · 1 coupon and a gift · 100 packs, as many as there are of “Mug”" },
    { "\"coupons\": [\"a\", \"b\"], \"quantity\": 50", 50, "New-member pack · 2 coupons · 50 packs" },
    { "\"coupons\": [\"a\", \"b\"], \"quantity\": 500", 300,
      "New-member pack · 2 coupons · 300 packs, as many as there are of “B”" },
    { "\"coupons\": [\"gone\"], \"quantity\": 500", 0, "New-member pack · 1 coupon · 0 packs" },
    { "\"audience\": \"members\", \"levels\": [\"l1\"]", 0, "Member pack · 0 coupons · 0 packs · VIP 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf (TWO_COUPONS "\"giftPacks\": [{\"id\": \"p\", %s}]",
                                                  cases[i].members);
      g_autoptr (KqCampaign) campaign = read_campaign (members);
      KqGiftPack *pack = KQ_GIFT_PACK (get_object (campaign, KQ_CAMPAIGN_GIFT_PACKS, 0));
      g_autofree char *words = kq_pack_describe (pack, NULL);

      g_assert_cmpint (kq_gift_pack_get_total (pack, NULL), ==, cases[i].total);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_stock (void)
{
  g_autoptr (KqCampaign) campaign = read_campaign (TWO_COUPONS
    "\"giftPacks\": [{\"id\": \"p\", \"coupons\": [\"a\"]},"
    "{\"id\": \"q\", \"coupons\": [\"a\", \"b\"]},"
    "{\"id\": \"r\", \"coupons\": [\"a\"], \"state\": \"voided\"}]");
  KqCoupon *a = KQ_COUPON (get_object (campaign, KQ_CAMPAIGN_COUPONS, 0));
  KqCoupon *b = KQ_COUPON (get_object (campaign, KQ_CAMPAIGN_COUPONS, 1));
  KqGiftPack *p = KQ_GIFT_PACK (get_object (campaign, KQ_CAMPAIGN_GIFT_PACKS, 0));
  KqGiftPack *q = KQ_GIFT_PACK (get_object (campaign, KQ_CAMPAIGN_GIFT_PACKS, 1));

  g_assert_cmpint (kq_coupon_get_stock_for_pack (a, p), ==, 700);
  g_assert_cmpint (kq_coupon_get_stock_for_pack (b, q), ==, 300);
  g_assert_cmpint (kq_coupon_get_stock_for_pack (a, q), ==, 0);
}

static void
test_percent (void)
{
  static const struct { const char *text; gint64 percent; } cases[] = {
    { "85", 85 }, { "85 %", 85 }, { "８５％", 85 }, { "8.5折", 85 }, { "8.5 折", 85 }, { "85折", 85 },
    { "9折", 90 }, { "0.5折", 5 }, { "100", 100 }, { "0", 0 }, { "5", 5 },
    { "101", -1 }, { "-1", -1 }, { "8.5", -1 }, { "8.55折", -1 }, { "", -1 }, { "off", -1 }, { "%", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 percent = -1;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (kq_percent_parse (cases[i].text, &percent, &error), ==, cases[i].percent >= 0);
      g_assert_cmpint (percent, ==, cases[i].percent);
      g_assert_true ((error == NULL) == (cases[i].percent >= 0));
    }
}

static void
test_permille (void)
{
  static const struct { gint64 permille; const char *words; } cases[] = {
    { 967, "3.3 % off" }, { 951, "4.9 % off" }, { 950, "5 % off" }, { 0, "100 % off" },
    { 1000, "0 % off" }, { 999, "0.1 % off" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = kq_permille_describe (cases[i].permille);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/describe/discount", test_discount);
  g_test_add_func ("/describe/currency", test_currency);
  g_test_add_func ("/describe/period", test_period);
  g_test_add_func ("/describe/coupon", test_coupon);
  g_test_add_func ("/describe/pack", test_pack);
  g_test_add_func ("/describe/stock", test_stock);
  g_test_add_func ("/describe/percent", test_percent);
  g_test_add_func ("/describe/permille", test_permille);

  return g_test_run ();
}
