/* campaigns.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "campaigns.h"

static const char * const platforms[] = { "douyin", "tmall", "taobao", "mini-program" };
static const char * const discounts[] = { "fixed", "threshold", "percent" };
static const char * const scopes[] = { "shop", "product" };
static const char * const states[] = { "draft", "submitted", "live", "ended", "voided" };
static const char * const purposes[] = { "member-exclusive", "join-gift", "push" };

#define ANY(words) words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]

static void
append_shops (GString *text)
{
  g_string_append (text, "  \"shops\": [");
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    g_string_append_printf (text, "%s\n    {\n      \"id\": \"s%u\",\n      \"platform\": \"%s\",\n"
                            "      \"name\": \"木棉旗舰店\"\n    }", i > 0 ? "," : "", i, platforms[i]);
  g_string_append (text, "\n  ],\n");
}

static void
append_products (GString *text,
                 guint    n,
                 GRand   *rand)
{
  g_string_append (text, "  \"products\": [");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n    {\n      \"id\": \"p%u\",\n      \"name\": \"四件套 %u\",\n"
                            "      \"price\": %d,\n      \"stock\": %d\n    }", i > 0 ? "," : "", i, i,
                            g_rand_int_range (rand, 1000, 100000), g_rand_int_range (rand, 0, 5000));
  g_string_append (text, "\n  ],\n");
}

static void
append_coupon (GString *text,
               guint    index,
               guint    n_products,
               GRand   *rand)
{
  g_string_append_printf (text, "    {\n      \"id\": \"d%u\",\n      \"externalId\": \"%u\",\n"
                          "      \"name\": \"双11会员专享券 %u\",\n      \"platform\": \"%s\",\n"
                          "      \"purpose\": \"%s\",\n      \"scope\": \"%s\",\n",
                          index, g_rand_int (rand), index, ANY (platforms), ANY (purposes),
                          ANY (scopes));
  g_string_append_printf (text, "      \"products\": [\n        \"p%d\"\n      ],\n"
                          "      \"discount\": \"%s\",\n      \"amount\": %d,\n"
                          "      \"threshold\": %d,\n",
                          g_rand_int_range (rand, 0, n_products), ANY (discounts),
                          g_rand_int_range (rand, 1, 100) * 100,
                          g_rand_int_range (rand, 100, 900) * 100);
  g_string_append_printf (text, "      \"claimStart\": \"2026-11-%02dT00:00:00+08:00\",\n"
                          "      \"claimEnd\": \"2026-12-%02dT23:59:59+08:00\",\n"
                          "      \"useStart\": \"2026-11-01T00:00:00+08:00\",\n"
                          "      \"useEnd\": \"2026-12-31T23:59:59+08:00\",\n",
                          g_rand_int_range (rand, 1, 30), g_rand_int_range (rand, 1, 30));
  g_string_append_printf (text, "      \"quantity\": %d,\n      \"channel\": \"crm\",\n"
                          "      \"link\": \"https://example.com/coupon/%u\",\n"
                          "      \"state\": \"%s\"\n    }",
                          g_rand_int_range (rand, 1, 20000), index, ANY (states));
}

GBytes *
bench_campaign (guint   n_coupons,
                guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_products = MAX (n_coupons / 10, 1);
  GString *text = g_string_new ("{\n  \"format\": \"kaquan-campaign\",\n  \"version\": 1,\n"
                                "  \"id\": \"bench\",\n  \"name\": \"双11\",\n");

  append_shops (text);
  append_products (text, n_products, rand);
  g_string_append (text, "  \"coupons\": [\n");
  for (guint i = 0; i < n_coupons; i++)
    {
      append_coupon (text, i, n_products, rand);
      g_string_append (text, i + 1 < n_coupons ? ",\n" : "\n");
    }
  g_string_append (text, "  ]\n}\n");

  return g_string_free_to_bytes (text);
}

static void
append_hour (GString *text,
             guint    index,
             guint    hour,
             guint    level)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (8 * 60 * 60);
  g_autoptr (GDateTime) first = g_date_time_new (zone, 2026, 11, 1, 0, 0, 0);
  g_autoptr (GDateTime) start = g_date_time_add_hours (first, hour);
  g_autofree char *stamp = g_date_time_format (start, "%Y-%m-%dT%H");

  g_string_append_printf (text, "    {\n      \"id\": \"d%u\",\n      \"name\": \"专享券 %u\",\n"
                          "      \"discount\": \"threshold\",\n      \"amount\": 10000,\n"
                          "      \"threshold\": 59900,\n"
                          "      \"claimStart\": \"%s:00:00+08:00\",\n"
                          "      \"claimEnd\": \"%s:59:59+08:00\",\n"
                          "      \"validity\": \"days\",\n      \"useDays\": 7,\n"
                          "      \"quantity\": 100", index, index, stamp, stamp);
  if (level > 0)
    g_string_append_printf (text, ",\n      \"levels\": [\n        \"l%u\"\n      ]", level);
  g_string_append (text, "\n    }");
}

GBytes *
bench_contiguous (guint   n_coupons,
                  guint32 seed)
{
  GString *text = g_string_new ("{\n  \"format\": \"kaquan-campaign\",\n  \"version\": 1,\n"
                                "  \"id\": \"bench\",\n  \"name\": \"双11\",\n"
                                "  \"shops\": [{\"id\": \"s\", \"name\": \"木棉旗舰店\"}],\n"
                                "  \"levels\": [{\"id\": \"l1\", \"platform\": \"douyin\"},\n"
                                "    {\"id\": \"l2\", \"platform\": \"douyin\", \"rank\": 2,\n"
                                "     \"minSpend\": 100}],\n  \"coupons\": [\n");
  guint hour = 0;

  for (guint i = 0; i < n_coupons; i++)
    {
      guint level = i % 10 == 0 && i + 1 < n_coupons ? 1 : i % 10 == 1 ? 2 : 0;

      append_hour (text, i, hour, level);
      hour += level != 1;
      g_string_append (text, i + 1 < n_coupons ? ",\n" : "\n");
    }
  g_string_append (text, "  ]\n}\n");

  return g_string_free_to_bytes (text);
}
