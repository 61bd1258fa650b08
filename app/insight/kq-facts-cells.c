/* kq-facts-cells.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-cells.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-money.h"

/* Characters that a message quotes */
#define QUOTED 40

/* A cell as it may stand in a message: short, and on one line */
char *
kq_cell_quote (const char *text)
{
  g_autofree char *start = NULL;
  char *quoted;

  if (g_utf8_strlen (text, -1) <= QUOTED)
    quoted = g_strdup (text);
  else
    {
      start = g_utf8_substring (text, 0, QUOTED);
      quoted = g_strconcat (start, "…", NULL);
    }

  return g_strdelimit (quoted, "\n\r\t", ' ');
}

static gboolean
refuse (GError     **error,
        const char  *format,
        const char  *text)
{
  g_autofree char *quoted = kq_cell_quote (text);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID, "%s%s%s", parts[0], quoted,
               parts[1] != NULL ? parts[1] : "");

  return FALSE;
}

/* Whether a cell says that nothing was told */
gboolean
kq_cell_is_empty (const char *text)
{
  static const char * const nothing[] = { "", "-", "--", "—", "——", "/", "N/A", "NULL", "无" };

  if (g_ascii_isdigit (*text))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    if (g_ascii_strcasecmp (text, nothing[i]) == 0)
      return TRUE;

  return FALSE;
}

/* 9, 09, 9:00, 09:00:00, 9时, 9点, and the first of 9:00-10:00; -1 for anything
 * else. @exact: whether it is the full hour, without minutes. */
static int
read_hour (const char *text,
           gboolean   *is_midnight)
{
  const char *p = text;
  int hour = 0;
  gboolean only_zeros = TRUE;

  while (g_ascii_isdigit (*p) && p - text < 2)
    hour = hour * 10 + (*p++ - '0');
  if (p == text || hour > 23)
    return -1;
  if (g_str_has_prefix (p, "时") || g_str_has_prefix (p, "点"))
    p += strlen ("时");
  for (; *p != '\0' && strchr ("0123456789:.", *p) != NULL; p++)
    only_zeros &= *p < '1' || *p > '9';
  *is_midnight = hour == 0 && only_zeros && *p == '\0';
  if (*p != '\0' && strchr ("-~ ", *p) == NULL && !g_str_has_prefix (p, "至") &&
      !g_str_has_prefix (p, "–") && !g_str_has_prefix (p, "—"))
    return -1;

  return hour;
}

static gboolean
read_day (const char *text,
          gint32     *day,
          int        *hour)
{
  const char *rest;
  gboolean is_midnight;

  *day = kq_day_parse (text, &rest);
  *hour = KQ_CELL_NO_HOUR;
  if (*day == KQ_DAY_NONE)
    return FALSE;
  if (*rest == '\0')
    return TRUE;

  if (*rest == 'T')
    rest++;
  else if (*rest != ' ')
    return FALSE;
  while (*rest == ' ')
    rest++;
  *hour = read_hour (rest, &is_midnight);
  if (*hour < 0)
    return FALSE;
  if (is_midnight)
    *hour = KQ_CELL_MIDNIGHT;

  return TRUE;
}

/* A day, perhaps with a time of day. @hour is also %KQ_CELL_NO_HOUR or
 * %KQ_CELL_MIDNIGHT. */
gboolean
kq_cell_parse_day (const char  *text,
                   gint32      *day,
                   int         *hour,
                   GError     **error)
{
  gboolean read = read_day (text, day, hour);

  if (!read)
    {
      g_autofree char *half = kq_text_to_half_width (text);

      read = read_day (g_strstrip (half), day, hour);
    }
  if (!read)
    return refuse (error, _("“%s” isn’t a day; write it as 2026-11-01"), text);
  if (*day < KQ_FACTS_FIRST_DAY || *day > KQ_FACTS_LAST_DAY)
    return refuse (error, _("“%s” isn’t between 2000 and 2100"), text);

  return TRUE;
}

gboolean
kq_cell_parse_hour (const char  *text,
                    int         *hour,
                    GError     **error)
{
  g_autofree char *half = kq_text_to_half_width (text);
  gboolean is_midnight;

  *hour = read_hour (g_strstrip (half), &is_midnight);

  return *hour >= 0 || refuse (error, _("“%s” isn’t an hour from 0 to 23"), text);
}

/* Digits with at most @decimals decimals that aren't 0, as @decimals places
 * more: what nearly every cell is. */
static gboolean
read_plain (const char *text,
            int         decimals,
            gint64     *number)
{
  const char *p = text + (*text == '-');
  const char *first = p;
  gint64 value = 0;
  int left = decimals;

  for (; g_ascii_isdigit (*p) && p - first < 16; p++)
    value = value * 10 + (*p - '0');
  if (p == first)
    return FALSE;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p); p++)
      {
        if (left == 0 && *p != '0')
          return FALSE;
        if (left > 0 && left--)
          value = value * 10 + (*p - '0');
        if (value > KQ_WHOLE_MAX)
          return FALSE;
      }
  for (; left > 0; left--)
    if (__builtin_mul_overflow (value, 10, &value))
      return FALSE;
  *number = *text == '-' ? -value : value;

  return *p == '\0';
}

/* “120张” */
static char *
cut_counter (const char *text)
{
  static const char * const counters[] = { "张", "人", "次", "笔", "单", "件", "个", "份" };

  for (guint i = 0; i < G_N_ELEMENTS (counters); i++)
    if (g_str_has_suffix (text, counters[i]))
      return g_strchomp (g_strndup (text, strlen (text) - strlen (counters[i])));

  return g_strdup (text);
}

static gboolean
read_typed (const char  *text,
            gboolean     is_money,
            int          decimals,
            gint64      *number,
            GError     **error)
{
  g_autofree char *half = kq_text_to_half_width (text);
  g_autofree char *cut = NULL;

  g_strstrip (half);
  if (is_money && decimals == 2)
    return kq_money_parse (half, number, error);

  cut = cut_counter (half);
  if (read_plain (cut, decimals, number))
    return TRUE;
  if (decimals == 0)
    return kq_count_parse (cut, number, error);

  return refuse (error, _("“%s” isn’t a number"), text);
}

/* @decimals: how many of the cell's decimals are whole in the result, 2 for yuan
 * in fen. A correction may be negative. */
gboolean
kq_cell_parse_number (const char  *text,
                      gboolean     is_money,
                      int          decimals,
                      gint64      *number,
                      GError     **error)
{
  if (!read_plain (text, decimals, number) &&
      !read_typed (text, is_money, decimals, number, error))
    return FALSE;
  if (*number < -KQ_FACT_MAX || *number > KQ_FACT_MAX)
    return refuse (error, _("“%s” is more than a row can hold"), text);

  return TRUE;
}

/* Ids as spreadsheets guard them from being taken for numbers: ="123", '123 */
char *
kq_cell_unwrap_id (const char *text)
{
  gsize length = strlen (text);

  if (g_str_has_prefix (text, "=\"") && length > 3 && text[length - 1] == '"')
    return g_strndup (text + 2, length - 3);

  return g_strdup (*text == '\'' ? text + 1 : text);
}
