/* kq-day.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-day.h"

#include <string.h>

#include "kq-time-private.h"

#define SECONDS 86400

/**
 * kq_day_from_civil:
 * @year: a year of the proleptic Gregorian calendar
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: days since 1970-01-01. Whether there is such a day isn't looked at
 */
gint64
kq_day_from_civil (int year,
                   int month,
                   int day)
{
  /* Years begin in March, so that the leap day is the last of its year. */
  int shifted = year - (month <= 2);
  int era = shifted / 400;
  int year_of_era = shifted - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return (gint64) era * 146097 + day_of_era - 719468;
}

/**
 * kq_day_to_civil:
 * @days: days since 1970-01-01, from the year 1 on
 * @year: (out): the year
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 *
 * What kq_day_from_civil() was given.
 */
void
kq_day_to_civil (gint64  days,
                 int    *year,
                 int    *month,
                 int    *day)
{
  int shifted = (int) (days + 719468);
  int era = shifted / 146097;
  int day_of_era = shifted - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524
                     - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

/* From @min_digits to @max_digits of them; no digit may follow. */
static gboolean
read_digits (const char **text,
             int          min_digits,
             int          max_digits,
             int         *number)
{
  const char *p = *text;

  *number = 0;
  while (g_ascii_isdigit (*p) && p - *text < max_digits)
    *number = *number * 10 + (*p++ - '0');
  if (p - *text < min_digits || g_ascii_isdigit (*p))
    return FALSE;

  *text = p;
  return TRUE;
}

static gboolean
skip (const char **text,
      const char  *what)
{
  if (!g_str_has_prefix (*text, what))
    return FALSE;

  *text += strlen (what);
  return TRUE;
}

static gboolean
read_compact (const char **text,
              int         *year,
              int         *month,
              int         *day)
{
  int number;

  if (!read_digits (text, 8, 8, &number))
    return FALSE;
  *year = number / 10000;
  *month = number / 100 % 100;
  *day = number % 100;

  return TRUE;
}

static gboolean
read_parts (const char **text,
            int         *year,
            int         *month,
            int         *day)
{
  static const char * const separators[][3] = {
    { "-", "-", "" }, { "/", "/", "" }, { "年", "月", "日" },
  };
  const char *p = *text;

  if (!read_digits (&p, 4, 4, year))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *q = p;

      if (skip (&q, separators[i][0]) && read_digits (&q, 1, 2, month) &&
          skip (&q, separators[i][1]) && read_digits (&q, 1, 2, day) &&
          skip (&q, separators[i][2]))
        {
          *text = q;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * kq_day_parse:
 * @text: a day as tables write it, in half width
 * @end: (out) (optional): what follows it; where this is %NULL, nothing may
 *
 * Reads 2026-11-01, 2026/11/1, 20261101 and 2026年11月1日.
 *
 * Returns: the day, or %KQ_DAY_NONE
 */
gint32
kq_day_parse (const char  *text,
              const char **end)
{
  int year, month, day;

  g_return_val_if_fail (text != NULL, KQ_DAY_NONE);

  if (!read_parts (&text, &year, &month, &day) && !read_compact (&text, &year, &month, &day))
    return KQ_DAY_NONE;
  if (!kq_time_is_date (year, month, day) || (end == NULL && *text != '\0'))
    return KQ_DAY_NONE;
  if (end != NULL)
    *end = text;

  return (gint32) kq_day_from_civil (year, month, day);
}

/**
 * kq_day_to_string:
 * @day: a day
 *
 * Returns: (transfer full): “2026-11-01”
 */
char *
kq_day_to_string (gint32 day)
{
  int year, month, of_month;

  kq_day_to_civil (day, &year, &month, &of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, of_month);
}

/**
 * kq_day_get_weekday:
 * @day: a day
 *
 * Returns: 0 for a Monday, 6 for a Sunday
 */
guint
kq_day_get_weekday (gint32 day)
{
  /* 1970-01-01 was a Thursday. */
  gint32 weekday = (day % 7 + 3) % 7;

  return weekday < 0 ? weekday + 7 : weekday;
}

/**
 * kq_day_of_time:
 * @time: a time
 * @zone: (nullable): where, %NULL for UTC
 *
 * Returns: the day that it is there and then; %KQ_DAY_NONE for no time
 */
gint32
kq_day_of_time (KqTime     time,
                GTimeZone *zone)
{
  KqTime local = kq_time_in_zone (time, zone);
  gint64 seconds;

  if (!kq_time_is_set (local))
    return KQ_DAY_NONE;
  seconds = local.seconds + local.offset * 60;

  return (gint32) (seconds >= 0 ? seconds / SECONDS : -((SECONDS - 1 - seconds) / SECONDS));
}

/**
 * kq_day_get_start:
 * @day: a day
 * @zone: (nullable): where, %NULL for UTC
 *
 * Returns: its first instant
 */
KqTime
kq_day_get_start (gint32     day,
                  GTimeZone *zone)
{
  int year, month, of_month;

  kq_day_to_civil (day, &year, &month, &of_month);

  return kq_time_from_civil (zone, year, month, of_month, 0, 0, 0);
}

/**
 * kq_day_get_end:
 * @day: a day
 * @zone: (nullable): where, %NULL for UTC
 *
 * Returns: its last second
 */
KqTime
kq_day_get_end (gint32     day,
                GTimeZone *zone)
{
  KqTime next = kq_day_get_start (day + 1, zone);

  return kq_time_in_zone (kq_time_add (next, -1), zone);
}
