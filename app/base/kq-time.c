/* kq-time.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-time-private.h"

#include <string.h>

#include "kq-day.h"

#define DAY 86400
#define MAX_OFFSET (23 * 60 + 59)
/* 0001-01-01T00:00:00 and 9999-12-31T23:59:59, what RFC 3339 can write */
#define FIRST_SECOND G_GINT64_CONSTANT (-62135596800)
#define LAST_SECOND  G_GINT64_CONSTANT (253402300799)

static KqTime *
kq_time_copy (KqTime *time)
{
  return g_memdup2 (time, sizeof *time);
}

static void
kq_time_free (KqTime *time)
{
  g_free (time);
}

G_DEFINE_BOXED_TYPE (KqTime, kq_time, kq_time_copy, kq_time_free)

/*
 * kq_time_is_date:
 *
 * Returns: whether the calendar has such a day, in the years 1 to 9999
 */
gboolean
kq_time_is_date (int year,
                 int month,
                 int day)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return FALSE;

  return day >= 1 && day <= lengths[month - 1] + (month == 2 && leap);
}

static gboolean
is_clock (int hour,
          int minute,
          int second)
{
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
}

/* Into what can be written at this offset */
static KqTime
clamp (gint64 seconds,
       gint32 offset)
{
  gint64 east = offset * 60;

  return (KqTime) { CLAMP (seconds, FIRST_SECOND - east, LAST_SECOND - east), offset };
}

static int
two_digits (const char *p)
{
  return (p[0] - '0') * 10 + (p[1] - '0');
}

/* Whether @text has digits where @shape has 0, and @shape's characters else */
static gboolean
has_shape (const char *text,
           const char *shape)
{
  for (; *shape != '\0'; text++, shape++)
    if (*shape == '0' ? !g_ascii_isdigit (*text) : *text != *shape)
      return FALSE;

  return TRUE;
}

static gboolean
parse_offset (const char *text,
              gint32     *offset)
{
  if (strcmp (text, "Z") == 0)
    {
      *offset = 0;
      return TRUE;
    }
  if ((*text != '+' && *text != '-') || !has_shape (text + 1, "00:00") || text[6] != '\0'
      || !is_clock (two_digits (text + 1), two_digits (text + 4), 0))
    return FALSE;

  *offset = two_digits (text + 1) * 60 + two_digits (text + 4);
  if (*text == '-')
    *offset = -*offset;
  return TRUE;
}

/**
 * kq_time_parse:
 * @text: a time as the campaign format has it
 * @time: (out): return location for the time
 *
 * Reads `YYYY-MM-DDThh:mm:ss` with `Z` or `±hh:mm`, and nothing else: no
 * fractions, no leap seconds, no lower case, no day that the calendar lacks.
 *
 * Returns: whether @text is a time; if not, @time is left alone
 */
gboolean
kq_time_parse (const char *text,
               KqTime     *time)
{
  int year, month, day, hour, minute, second;
  gint32 offset;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (time != NULL, FALSE);

  if (!has_shape (text, "0000-00-00T00:00:00"))
    return FALSE;

  year = two_digits (text) * 100 + two_digits (text + 2);
  month = two_digits (text + 5);
  day = two_digits (text + 8);
  hour = two_digits (text + 11);
  minute = two_digits (text + 14);
  second = two_digits (text + 17);
  if (!kq_time_is_date (year, month, day) || !is_clock (hour, minute, second)
      || !parse_offset (text + 19, &offset))
    return FALSE;

  time->offset = offset;
  time->seconds = kq_day_from_civil (year, month, day) * DAY
                  + hour * 3600 + minute * 60 + second - offset * 60;
  return TRUE;
}

static char *
put_digits (char *p,
            int   number,
            int   width)
{
  for (int i = width - 1; i >= 0; i--, number /= 10)
    p[i] = '0' + number % 10;

  return p + width;
}

/**
 * kq_time_to_string:
 * @time: a time
 *
 * Writes a time in its canonical form, `YYYY-MM-DDThh:mm:ss±hh:mm`.
 *
 * Returns: (transfer full) (nullable): the text, %NULL for no time
 */
char *
kq_time_to_string (KqTime time)
{
  int year, month, day, rest, offset;
  gint64 local, days;
  char *text, *p;

  if (!kq_time_is_set (time))
    return NULL;

  offset = CLAMP (time.offset, -MAX_OFFSET, MAX_OFFSET);
  local = clamp (time.seconds, offset).seconds + offset * 60;
  /* Counted from the first second, so that the division rounds down. */
  days = (local - FIRST_SECOND) / DAY + FIRST_SECOND / DAY;
  rest = (int) (local - days * DAY);
  kq_day_to_civil (days, &year, &month, &day);

  p = text = g_malloc (sizeof "0000-00-00T00:00:00+00:00");
  p = put_digits (p, year, 4);
  *p++ = '-';
  p = put_digits (p, month, 2);
  *p++ = '-';
  p = put_digits (p, day, 2);
  *p++ = 'T';
  p = put_digits (p, rest / 3600, 2);
  *p++ = ':';
  p = put_digits (p, rest / 60 % 60, 2);
  *p++ = ':';
  p = put_digits (p, rest % 60, 2);
  *p++ = offset < 0 ? '-' : '+';
  p = put_digits (p, ABS (offset) / 60, 2);
  *p++ = ':';
  p = put_digits (p, ABS (offset) % 60, 2);
  *p = '\0';

  return text;
}

/**
 * kq_time_compare:
 * @a: a time
 * @b: another
 *
 * Orders moments, however they are written; no time comes first.
 *
 * Returns: less than, equal to or greater than 0
 */
int
kq_time_compare (KqTime a,
                 KqTime b)
{
  return (a.seconds > b.seconds) - (a.seconds < b.seconds);
}

/**
 * kq_time_equal:
 * @a: a time
 * @b: another
 *
 * Tells whether two times are the same moment written alike. For the moment
 * alone there is [func@time_compare].
 *
 * Returns: whether they are equal; two that aren't set are
 */
gboolean
kq_time_equal (KqTime a,
               KqTime b)
{
  return a.seconds == b.seconds && (a.offset == b.offset || !kq_time_is_set (a));
}

/* Minutes east; a zone's odd seconds before standard time are dropped. */
static gint32
interval_offset (GTimeZone *zone,
                 int        interval)
{
  gint32 offset = interval < 0 ? 0 : g_time_zone_get_offset (zone, interval) / 60;

  return CLAMP (offset, -MAX_OFFSET, MAX_OFFSET);
}

static gint32
offset_at (GTimeZone *zone,
           gint64     seconds)
{
  if (zone == NULL)
    return 0;

  return interval_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));
}

/**
 * kq_time_now:
 * @zone: (nullable): a time zone, %NULL for UTC
 *
 * Returns: the present second, written in @zone
 */
KqTime
kq_time_now (GTimeZone *zone)
{
  gint64 seconds = g_get_real_time () / G_USEC_PER_SEC;

  return clamp (seconds, offset_at (zone, seconds));
}

/**
 * kq_time_add:
 * @time: a time
 * @seconds: seconds to add, or to go back where negative
 *
 * Moves a time, but not out of the years 1 to 9999. Its offset stays.
 *
 * Returns: the new time, or no time for no time
 */
KqTime
kq_time_add (KqTime time,
             gint64 seconds)
{
  gint64 sum;

  if (!kq_time_is_set (time))
    return KQ_TIME_NONE;
  if (__builtin_add_overflow (time.seconds, seconds, &sum))
    sum = seconds < 0 ? G_MININT64 : G_MAXINT64;

  return clamp (sum, time.offset);
}

/**
 * kq_time_in_zone:
 * @time: a time
 * @zone: (nullable): a time zone, %NULL for UTC
 *
 * Returns: the same moment, written in @zone
 */
KqTime
kq_time_in_zone (KqTime     time,
                 GTimeZone *zone)
{
  if (!kq_time_is_set (time))
    return KQ_TIME_NONE;

  return clamp (time.seconds, offset_at (zone, time.seconds));
}

/**
 * kq_time_from_civil:
 * @zone: (nullable): a time zone, %NULL for UTC
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @second: 0 to 59
 *
 * Makes a time from what calendar and clock show in @zone. Where clocks are
 * set forward, a time in the gap becomes the first one after it; where they
 * are set back, the earlier of the two is meant.
 *
 * Returns: the time, or no time where there is no such day or clock time
 */
KqTime
kq_time_from_civil (GTimeZone *zone,
                    int        year,
                    int        month,
                    int        day,
                    int        hour,
                    int        minute,
                    int        second)
{
  gint64 local;
  gint32 offset = 0;

  if (!kq_time_is_date (year, month, day) || !is_clock (hour, minute, second))
    return KQ_TIME_NONE;

  local = kq_day_from_civil (year, month, day) * DAY + hour * 3600 + minute * 60 + second;
  if (zone != NULL)
    offset = interval_offset (zone, g_time_zone_adjust_time (zone, G_TIME_TYPE_DAYLIGHT, &local));

  return clamp (local - offset * 60, offset);
}

/**
 * kq_time_to_date_time:
 * @time: a time
 * @zone: (nullable): a time zone, %NULL for UTC
 *
 * Returns: (transfer full) (nullable): the same moment in @zone, or %NULL for
 *   no time
 */
GDateTime *
kq_time_to_date_time (KqTime     time,
                      GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = NULL;

  if (!kq_time_is_set (time))
    return NULL;

  utc = g_date_time_new_from_unix_utc (time.seconds);
  if (utc == NULL || zone == NULL)
    return g_steal_pointer (&utc);

  return g_date_time_to_timezone (utc, zone);
}
