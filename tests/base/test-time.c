/* test-time.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-time.h"

#include <gio/gio.h>

static void
test_parse (void)
{
  static const struct { const char *text, *canonical; gint64 seconds; } cases[] = {
    { "1970-01-01T00:00:00Z", "1970-01-01T00:00:00+00:00", 0 },
    { "2026-11-08T20:00:00+08:00", "2026-11-08T20:00:00+08:00", 1794139200 },
    { "2024-02-29T23:59:59-05:30", "2024-02-29T23:59:59-05:30", 1709270999 },
    { "2000-02-29T00:00:00-00:00", "2000-02-29T00:00:00+00:00", 951782400 },
    { "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:00", -62135596800 },
    { "0001-01-01T00:00:00+23:59", "0001-01-01T00:00:00+23:59", -62135683140 },
    { "9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59-23:59", 253402387139 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      KqTime time = KQ_TIME_NONE;

      g_test_message ("case %zu", i);
      g_assert_true (kq_time_parse (cases[i].text, &time));
      g_assert_cmpint (time.seconds, ==, cases[i].seconds);
      text = kq_time_to_string (time);
      g_assert_cmpstr (text, ==, cases[i].canonical);
    }
}

static void
test_parse_errors (void)
{
  static const char * const texts[] = {
    "", "2026-11-08", "2026-11-08T20:00:00", "2026-11-08T20:00+08:00", "2026-11-08 20:00:00Z",
    "2026-11-08t20:00:00Z", "2026-11-08T20:00:00z", "2026-11-08T20:00:00.5Z",
    "2026-11-08T20:00:00+0800", "2026-11-08T20:00:00+08", "2026-11-08T20:00:00+08:00 ",
    " 2026-11-08T20:00:00+08:00", "2026-11-08T20:00:00+24:00", "2026-11-08T20:00:00+08:60",
    "2026-11-08T24:00:00Z", "2026-11-08T20:60:00Z", "2026-11-08T23:59:60Z",
    "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "0000-01-01T00:00:00Z",
    "12026-01-01T00:00:00Z", "2026-1-01T00:00:00Z", "２０２６-01-01T00:00:00Z",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      KqTime time = { 7, 7 };

      g_test_message ("case %zu", i);
      g_assert_false (kq_time_parse (texts[i], &time));
      g_assert_true (kq_time_equal (time, (KqTime) { 7, 7 }));
    }
}

/* Our own calendar against GLib's */
static void
test_calendar (void)
{
  g_autoptr(GDateTime) start = g_date_time_new_utc (1, 1, 1, 0, 0, 0);

  for (int day = 0; day < 3652059; day += 97)
    {
      g_autoptr(GDateTime) moment = g_date_time_add_days (start, day);
      g_autofree char *expected = g_date_time_format (moment, "%C%y-%m-%dT%H:%M:%S+00:00");
      g_autofree char *text = NULL;
      KqTime time;

      g_assert_true (kq_time_parse (expected, &time));
      g_assert_cmpint (time.seconds, ==, g_date_time_to_unix (moment));
      text = kq_time_to_string (time);
      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_arithmetic (void)
{
  KqTime a, b, first, last;
  g_autofree char *text = NULL;
  g_autofree char *end = NULL;

  kq_time_parse ("2026-11-08T20:00:00+08:00", &a);
  kq_time_parse ("2026-11-08T12:00:00Z", &b);
  g_assert_cmpint (kq_time_compare (a, b), ==, 0);
  g_assert_false (kq_time_equal (a, b));
  g_assert_cmpint (kq_time_compare (KQ_TIME_NONE, a), <, 0);
  g_assert_cmpint (kq_time_compare (kq_time_add (a, 1), a), >, 0);
  g_assert_true (kq_time_equal (KQ_TIME_NONE, kq_time_add (KQ_TIME_NONE, 5)));

  text = kq_time_to_string (kq_time_add (a, 4 * 3600));
  g_assert_cmpstr (text, ==, "2026-11-09T00:00:00+08:00");
  g_assert_null (kq_time_to_string (KQ_TIME_NONE));

  last = kq_time_add (a, G_MAXINT64);
  first = kq_time_add (a, -G_MAXINT64);
  end = kq_time_to_string (last);
  g_assert_cmpstr (end, ==, "9999-12-31T23:59:59+08:00");
  g_assert_true (kq_time_is_set (first));
  g_assert_cmpint (kq_time_compare (first, last), <, 0);
}

static void
test_zones (void)
{
  g_autoptr(GTimeZone) shanghai = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr(GDateTime) moment = NULL;
  KqTime time;
  static const struct { int month, day, hour; const char *text; } cases[] = {
    { 1, 15, 12, "2026-01-15T12:00:00+01:00" },
    { 7, 15, 12, "2026-07-15T12:00:00+02:00" },
    { 10, 25, 2, "2026-10-25T02:30:00+02:00" },
    { 3, 29, 2, "2026-03-29T03:00:00+02:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      time = kq_time_from_civil (berlin, 2026, cases[i].month, cases[i].day, cases[i].hour,
                                 cases[i].hour == 2 ? 30 : 0, 0);
      text = kq_time_to_string (time);
      g_assert_cmpstr (text, ==, cases[i].text);
    }

  time = kq_time_in_zone (time, shanghai);
  g_assert_cmpint (time.offset, ==, 480);
  moment = kq_time_to_date_time (time, shanghai);
  g_assert_cmpint (g_date_time_to_unix (moment), ==, time.seconds);
  g_assert_cmpint (g_date_time_get_hour (moment), ==, 9);

  g_assert_false (kq_time_is_set (kq_time_from_civil (shanghai, 2026, 2, 29, 0, 0, 0)));
  g_assert_false (kq_time_is_set (kq_time_from_civil (shanghai, 2026, 2, 28, 24, 0, 0)));
  g_assert_null (kq_time_to_date_time (KQ_TIME_NONE, shanghai));
  g_assert_false (kq_time_is_set (kq_time_in_zone (KQ_TIME_NONE, shanghai)));
  g_assert_cmpint (ABS (kq_time_now (shanghai).seconds - g_get_real_time () / G_USEC_PER_SEC), <, 60);
}

static void
test_input (void)
{
  static const struct { const char *text, *start, *end; } cases[] = {
    { "2026-11-8", "2026-11-08T00:00:00+08:00", "2026-11-08T23:59:59+08:00" },
    { "2026/11/8", "2026-11-08T00:00:00+08:00", "2026-11-08T23:59:59+08:00" },
    { "20261108", "2026-11-08T00:00:00+08:00", "2026-11-08T23:59:59+08:00" },
    { "2026年11月8日", "2026-11-08T00:00:00+08:00", "2026-11-08T23:59:59+08:00" },
    { "11-8", "2025-11-08T00:00:00+08:00", "2025-11-08T23:59:59+08:00" },
    { "11月8日", "2025-11-08T00:00:00+08:00", "2025-11-08T23:59:59+08:00" },
    { "２０２６－１１－８　２０：００", "2026-11-08T20:00:00+08:00", "2026-11-08T20:00:00+08:00" },
    { "2026年11月8日8:05", "2026-11-08T08:05:00+08:00", "2026-11-08T08:05:00+08:00" },
    { " 2026年11月8日 8：05：09 ", "2026-11-08T08:05:09+08:00", "2026-11-08T08:05:09+08:00" },
    { "20261108 23:59", "2026-11-08T23:59:00+08:00", "2026-11-08T23:59:59+08:00" },
    { "11/8 23:59:00", "2025-11-08T23:59:00+08:00", "2025-11-08T23:59:00+08:00" },
    { "2026-11-08T20:00", "2026-11-08T20:00:00+08:00", "2026-11-08T20:00:00+08:00" },
    { "2026-11-08T12:00:00Z", "2026-11-08T20:00:00+08:00", "2026-11-08T20:00:00+08:00" },
  };
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  KqTime reference;

  /* In the zone it is 2025 already. */
  g_assert_true (kq_time_parse ("2024-12-31T20:00:00Z", &reference));
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;
      KqTime time = KQ_TIME_NONE;

      g_test_message ("%s", cases[i / 2].text);
      g_assert_true (kq_time_parse_input (cases[i / 2].text, zone, i % 2, reference, &time, &error));
      g_assert_no_error (error);
      text = kq_time_to_string (time);
      g_assert_cmpstr (text, ==, i % 2 ? cases[i / 2].end : cases[i / 2].start);
    }
}

static void
test_input_errors (void)
{
  static const char * const texts[] = {
    "", "abc", "2026", "2026-11", "26-11-8", "2026-11/8", "2026-11-8-1", "2026-13-1", "2026-2-29",
    "20260229", "2026118", "2026-11-8 24:00", "2026-11-8 20:60", "2026-11-8 20", "2026-11-8 20:0x",
    "2026-11-820:00", "20:00", "2026-11-8T", "0-1", "11-8-2026", "99999999999999999999", "\xff",
    "2026-11-8 20:00:00:00", "2026-111-8",
  };
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      KqTime time = KQ_TIME_NONE;

      g_test_message ("case %zu", i);
      g_assert_false (kq_time_parse_input (texts[i], zone, FALSE, KQ_TIME_NONE, &time, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_false (kq_time_is_set (time));
    }
}

static void
test_boxed (void)
{
  GValue value = G_VALUE_INIT;
  KqTime time = { 5, 60 };

  g_value_init (&value, KQ_TYPE_TIME);
  g_value_set_boxed (&value, &time);
  g_assert_true (kq_time_equal (*(KqTime *) g_value_get_boxed (&value), time));
  g_value_unset (&value);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/parse", test_parse);
  g_test_add_func ("/time/parse-errors", test_parse_errors);
  g_test_add_func ("/time/calendar", test_calendar);
  g_test_add_func ("/time/arithmetic", test_arithmetic);
  g_test_add_func ("/time/zones", test_zones);
  g_test_add_func ("/time/input", test_input);
  g_test_add_func ("/time/input-errors", test_input_errors);
  g_test_add_func ("/time/boxed", test_boxed);
  return g_test_run ();
}
