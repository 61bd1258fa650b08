/* test-price-trial.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "kq-format.h"
#include "kq-list.h"
#include "kq-price-check.h"

/* What would become of prices with one more coupon. */

static const char text[] =
  "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\","
  " \"shops\": [{\"id\": \"s\", \"platform\": \"douyin\"},"
  "             {\"id\": \"t\", \"platform\": \"tmall\"}],"
  " \"products\": [{\"id\": \"p\", \"price\": 10000, \"cost\": 6000},"
  "                {\"id\": \"q\", \"price\": 3000}],"
  " \"coupons\": [{\"id\": \"trial\", \"platform\": \"tmall\", \"scope\": \"product\","
  "               \"products\": [\"p\"], \"discount\": \"fixed\", \"amount\": 1000,"
  "               \"quantity\": 1, \"useStart\": \"2026-11-01T00:00:00+08:00\","
  "               \"useEnd\": \"2026-11-02T23:59:59+08:00\"}]}";

/* `lowest+flags`, one after the other */
static char *
dump (const KqPriceTrial *trial)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, &error);
  g_autoptr (KqProfiles) profiles = kq_profiles_new (NULL);
  g_autoptr (GArray) checks = NULL;
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  if (trial != NULL)
    kq_price_trial_add (trial, campaign);
  checks = kq_price_checks_compute (campaign, profiles);
  for (guint i = 0; i < checks->len; i++)
    {
      const KqPriceCheck *check = &g_array_index (checks, KqPriceCheck, i);

      g_string_append_printf (out, "%" G_GINT64_FORMAT "+%d ", check->price.lowest, check->flags);
    }

  return g_string_free (out, FALSE);
}

static void
test_trial (void)
{
  static const struct { KqPriceTrial trial; const char *prices; } cases[] = {
    { { KQ_PLATFORM_DOUYIN, 4000, 0 }, "6000+0 0+0 9000+0 3000+0 " },
    { { KQ_PLATFORM_DOUYIN, 4001, 10000 }, "5999+1 3000+0 9000+0 3000+0 " },
    { { KQ_PLATFORM_DOUYIN, 4001, 10001 }, "10000+0 3000+0 9000+0 3000+0 " },
    /* Tmall’s floor is 70 % of the price. */
    { { KQ_PLATFORM_TMALL, 2000, 0 }, "10000+0 3000+0 7000+0 1000+2 " },
    { { KQ_PLATFORM_TMALL, 2001, 9000 }, "10000+0 3000+0 6999+2 3000+0 " },
    /* With the product coupon, at any of its times; the threshold counts what that leaves. */
    { { KQ_PLATFORM_TMALL, 500, 9000 }, "10000+0 3000+0 8500+0 3000+0 " },
    { { KQ_PLATFORM_TMALL, 500, 9001 }, "10000+0 3000+0 9000+0 3000+0 " },
    { { KQ_PLATFORM_TAOBAO, 500, 0 }, "10000+0 3000+0 9000+0 3000+0 " },
  };
  g_autofree char *without = dump (NULL);

  g_assert_cmpstr (without, ==, "10000+0 3000+0 9000+0 3000+0 ");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *prices = dump (&cases[i].trial);

      g_assert_cmpstr (prices, ==, cases[i].prices);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/price-trial", test_trial);

  return g_test_run ();
}
