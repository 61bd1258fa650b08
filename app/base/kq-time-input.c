/* kq-time-input.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-time-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kq-money.h"
#include "kq-text-private.h"

/* A day and a clock time as typed; -1 where it isn't there */
typedef struct {
  int year, month, day;
  int hour, minute, second;
} Civil;

static gboolean
read_number (const char **text,
             int          max_digits,
             int         *number)
{
  const char *p = *text;

  *number = 0;
  while (g_ascii_isdigit (*p) && p - *text < max_digits)
    *number = *number * 10 + (*p++ - '0');
  if (p == *text || g_ascii_isdigit (*p))
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

/* Half width, with “-”, “/” or “.” for 年, 月 and nothing for 日, and plain
 * spaces and colons */
static char *
normalize (const char *text)
{
  static const char * const pairs[][2] = {
    { "年", "-" }, { "月", "-" }, { "日", " " }, { "号", " " }, { "−", "-" }, { "–", "-" },
    { "。", "." }, { "∶", ":" }, { "\t", " " }, { "\xc2\xa0", " " },
  };
  g_autofree char *half = kq_text_to_half_width (text);
  GString *out = g_string_new (half);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_replace (out, pairs[i][0], pairs[i][1], 0);

  return g_strstrip (g_string_free (out, FALSE));
}

/* 20261108 */
static gboolean
read_compact_date (const char **text,
                   Civil       *civil)
{
  int number;

  if (strspn (*text, "0123456789") != 8 || !read_number (text, 8, &number))
    return FALSE;

  civil->year = number / 10000;
  civil->month = number / 100 % 100;
  civil->day = number % 100;
  return TRUE;
}

/* 2026-11-8 or 11-8, also with “/” or “.” */
static gboolean
read_split_date (const char **text,
                 Civil       *civil)
{
  gboolean has_year = strspn (*text, "0123456789") == 4;
  char separator[2] = "";

  if (has_year && !read_number (text, 4, &civil->year))
    return FALSE;

  if (has_year)
    {
      if (**text == '\0' || strchr ("-/.", **text) == NULL)
        return FALSE;
      separator[0] = *(*text)++;
    }
  if (!read_number (text, 2, &civil->month))
    return FALSE;
  if (!has_year && **text != '\0' && strchr ("-/.", **text) != NULL)
    separator[0] = **text;

  return separator[0] != '\0' && skip (text, separator) && read_number (text, 2, &civil->day);
}

/* Nothing, or H:MM[:SS] after spaces or “T” */
static gboolean
read_clock (const char **text,
            Civil       *civil)
{
  const char *p = *text;

  if (*p == '\0')
    return TRUE;
  if (!skip (&p, "T"))
    p += strspn (p, " ");
  if (p == *text || !read_number (&p, 2, &civil->hour) || !skip (&p, ":")
      || !read_number (&p, 2, &civil->minute))
    return FALSE;
  if (skip (&p, ":") && !read_number (&p, 2, &civil->second))
    return FALSE;

  *text = p;
  return TRUE;
}

/* A period ends with the last second that was meant. */
static void
complete_clock (Civil    *civil,
                gboolean  is_end)
{
  if (civil->hour < 0)
    {
      civil->hour = is_end ? 23 : 0;
      civil->minute = is_end ? 59 : 0;
    }
  if (civil->second < 0)
    civil->second = is_end && civil->hour == 23 && civil->minute == 59 ? 59 : 0;
}

static int
year_of (KqTime     reference,
         GTimeZone *zone)
{
  g_autoptr(GDateTime) moment = NULL;

  if (!kq_time_is_set (reference))
    reference = kq_time_now (zone);
  moment = kq_time_to_date_time (reference, zone);

  return moment != NULL ? g_date_time_get_year (moment) : 0;
}

static gboolean
civil_to_time (const Civil  *civil,
               GTimeZone    *zone,
               const char   *text,
               KqTime       *time,
               GError      **error)
{
  KqTime found = kq_time_from_civil (zone, civil->year, civil->month, civil->day,
                                     civil->hour, civil->minute, civil->second);
  g_autofree char *quote = NULL;

  if (kq_time_is_set (found))
    {
      *time = found;
      return TRUE;
    }

  quote = kq_text_quote (text);
  if (!kq_time_is_date (civil->year, civil->month, civil->day))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _("“%s”: there is no such day in the calendar"), quote);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _("“%s”: there is no such time, the last of a day is 23:59:59"), quote);

  return FALSE;
}

/**
 * kq_time_parse_input:
 * @text: a time as an operator types it
 * @zone: (nullable): the time zone it is meant in, %NULL for UTC
 * @is_end: whether it ends a period
 * @reference: the time whose year is meant where none is typed; the present
 *   where it isn't set
 * @time: (out): return location for the time, written in @zone
 * @error: return location for an error, %G_IO_ERROR_INVALID_DATA
 *
 * Reads 2026-11-8, 2026/11/8, 2026.11.8, 20261108, 2026年11月8日 and 11-8, in
 * full or half width, each with or without H:MM or H:MM:SS; and a whole time as
 * [func@time_parse] reads it. A date alone is its first second, or the last of
 * an end; H:MM is its first second, but for an end 23:59 is 23:59:59.
 *
 * Returns: whether @text is a time; if not, @time is left alone
 */
gboolean
kq_time_parse_input (const char  *text,
                     GTimeZone   *zone,
                     gboolean     is_end,
                     KqTime       reference,
                     KqTime      *time,
                     GError     **error)
{
  g_autofree char *normal = NULL;
  Civil civil = { -1, -1, -1, -1, -1, -1 };
  const char *p;
  KqTime whole;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (time != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  p = normal = normalize (text);
  if (kq_time_parse (normal, &whole))
    {
      *time = kq_time_in_zone (whole, zone);
      return TRUE;
    }

  if ((!read_compact_date (&p, &civil) && !read_split_date (&p, &civil))
      || !read_clock (&p, &civil) || *p != '\0')
    {
      g_autofree char *quote = kq_text_quote (text);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("“%s” isn't a date; write it as 2026-11-08 or 2026-11-08 20:00"), quote);
      return FALSE;
    }

  if (civil.year < 0)
    civil.year = year_of (reference, zone);
  complete_clock (&civil, is_end);

  return civil_to_time (&civil, zone, text, time, error);
}
