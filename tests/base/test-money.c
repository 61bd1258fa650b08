/* test-money.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-money.h"

static void
test_parse (void)
{
  static const struct { const char *text; gint64 fen; } cases[] = {
    { "5", 500 }, { "5.00", 500 }, { "5.5", 550 }, { "5.05", 505 }, { ".5", 50 }, { "5.", 500 },
    { "¥5", 500 }, { "￥１，２３４．５０", 123450 }, { "5元", 500 }, { "5 元", 500 },
    { "RMB 5", 500 }, { "5rmb", 500 }, { "1,234.50", 123450 }, { "1'234'567", 123456700 },
    { "1 234.5", 123450 }, { "1\xc2\xa0" "234", 123400 }, { "  7  ", 700 }, { "-5", -500 },
    { "−5", -500 }, { "－５", -500 }, { "-¥5", -500 }, { "¥-5", -500 }, { "0", 0 }, { "-0", 0 },
    { "007", 700 }, { "5.000", 500 }, { "5。8", 580 },
    { "90071992547409.91", KQ_WHOLE_MAX }, { "-90071992547409.91", -KQ_WHOLE_MAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 fen = -1;

      g_test_message ("case %zu", i);
      g_assert_true (kq_money_parse (cases[i].text, &fen, &error));
      g_assert_no_error (error);
      g_assert_cmpint (fen, ==, cases[i].fen);
    }
}

static void
test_parse_errors (void)
{
  static const struct { const char *text; KqMoneyError code; } cases[] = {
    { "", KQ_MONEY_ERROR_INVALID }, { "  ", KQ_MONEY_ERROR_INVALID },
    { "abc", KQ_MONEY_ERROR_INVALID }, { "1,2,,3", KQ_MONEY_ERROR_INVALID },
    { "1,2", KQ_MONEY_ERROR_INVALID }, { "1,23,456", KQ_MONEY_ERROR_INVALID },
    { "1234,567", KQ_MONEY_ERROR_INVALID }, { "1,234'567", KQ_MONEY_ERROR_INVALID },
    { "1,234,", KQ_MONEY_ERROR_INVALID }, { ",123", KQ_MONEY_ERROR_INVALID },
    { ".", KQ_MONEY_ERROR_INVALID }, { "-", KQ_MONEY_ERROR_INVALID }, { "¥", KQ_MONEY_ERROR_INVALID },
    { "--5", KQ_MONEY_ERROR_INVALID }, { "-¥-5", KQ_MONEY_ERROR_INVALID },
    { "¥5元", KQ_MONEY_ERROR_INVALID }, { "1.2.3", KQ_MONEY_ERROR_INVALID },
    { "1.2,3", KQ_MONEY_ERROR_INVALID }, { "5%", KQ_MONEY_ERROR_INVALID },
    { "1e3", KQ_MONEY_ERROR_INVALID }, { "0x10", KQ_MONEY_ERROR_INVALID },
    { "\xff", KQ_MONEY_ERROR_INVALID }, { "$5", KQ_MONEY_ERROR_INVALID },
    { "1.234", KQ_MONEY_ERROR_PRECISION }, { "0.001", KQ_MONEY_ERROR_PRECISION },
    { "90071992547409.92", KQ_MONEY_ERROR_RANGE }, { "90071992547410", KQ_MONEY_ERROR_RANGE },
    { "9223372036854775807", KQ_MONEY_ERROR_RANGE },
    { "99999999999999999999999999999999999999999", KQ_MONEY_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 fen = -1;

      g_test_message ("case %zu", i);
      g_assert_false (kq_money_parse (cases[i].text, &fen, &error));
      g_assert_error (error, KQ_MONEY_ERROR, (int) cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (fen, ==, -1);
    }
}

static void
test_format (void)
{
  static const struct { gint64 fen; const char *cny, *brief, *usd, *plain; } cases[] = {
    { 12345678, "¥123,456.78", "¥123,456.78", "USD 123,456.78", "123456.78" },
    { 123450, "¥1,234.50", "¥1,234.50", "USD 1,234.50", "1234.50" },
    { 500, "¥5.00", "¥5", "USD 5.00", "5.00" },
    { -500, "-¥5.00", "-¥5", "-USD 5.00", "-5.00" },
    { -5, "-¥0.05", "-¥0.05", "-USD 0.05", "-0.05" },
    { 0, "¥0.00", "¥0", "USD 0.00", "0.00" },
    { 100000000, "¥1,000,000.00", "¥1,000,000", "USD 1,000,000.00", "1000000.00" },
    { G_MININT64, "-¥92,233,720,368,547,758.08", "-¥92,233,720,368,547,758.08",
      "-USD 92,233,720,368,547,758.08", "-92233720368547758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cny = kq_money_format (cases[i].fen, "CNY");
      g_autofree char *brief = kq_money_format_short (cases[i].fen, "CNY");
      g_autofree char *usd = kq_money_format (cases[i].fen, "USD");
      g_autofree char *plain = kq_money_format_plain (cases[i].fen);

      g_assert_cmpstr (cny, ==, cases[i].cny);
      g_assert_cmpstr (brief, ==, cases[i].brief);
      g_assert_cmpstr (usd, ==, cases[i].usd);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

/* What is shown can be typed. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 2000; i++)
    {
      gint64 fen = (gint64) g_test_rand_int () * 1048576 / (1 + i % 7);
      g_autofree char *shown = kq_money_format (fen, "CNY");
      g_autofree char *plain = kq_money_format_plain (fen);
      g_autofree char *count = kq_count_format (fen);
      gint64 read = 0;

      g_assert_true (kq_money_parse (shown, &read, NULL));
      g_assert_cmpint (read, ==, fen);
      g_assert_true (kq_money_parse (plain, &read, NULL));
      g_assert_cmpint (read, ==, fen);
      g_assert_true (kq_count_parse (count, &read, NULL));
      g_assert_cmpint (read, ==, fen);
    }
}

static void
test_count (void)
{
  static const struct { const char *text; gint64 count; } good[] = {
    { "10,000", 10000 }, { "１００００", 10000 }, { "１０，０００", 10000 }, { " 5 ", 5 }, { "-5", -5 },
    { "9,007,199,254,740,991", KQ_WHOLE_MAX },
  };
  static const char * const bad[] = {
    "", "1.5", "1.", "x", "1,00", "5元", "9007199254740992", "99999999999999999999999", "- 5",
  };
  g_autofree char *text = kq_count_format (-1234567);

  g_assert_cmpstr (text, ==, "-1,234,567");
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gint64 count = 0;

      g_assert_true (kq_count_parse (good[i].text, &count, NULL));
      g_assert_cmpint (count, ==, good[i].count);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 count = 0;

      g_test_message ("%s", bad[i]);
      g_assert_false (kq_count_parse (bad[i], &count, &error));
      g_assert_true (error->domain == KQ_MONEY_ERROR);
    }
}

static void
test_half_width (void)
{
  g_autofree char *text = kq_text_to_half_width ("ＡＢｃ　１２：３０（元）￥满～。");
  g_autofree char *broken = kq_text_to_half_width ("a\xff\xe6");

  g_assert_cmpstr (text, ==, "ABc 12:30(元)¥满~。");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-errors", test_parse_errors);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/count", test_count);
  g_test_add_func ("/money/half-width", test_half_width);
  return g_test_run ();
}
