/* kq-json-scan.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-size.h"

#define ONES  G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGHS G_GUINT64_CONSTANT (0x8080808080808080)

static void
locate (KqJsonScan *scan,
        const char *where,
        gsize      *line,
        gsize      *column)
{
  const char *p;

  *line = 1;
  *column = 1;
  for (p = scan->start; p < where; p++)
    {
      if (*p == '\n')
        {
          *line += 1;
          *column = 1;
        }
      else if (((guchar) *p & 0xc0) != 0x80)
        *column += 1;
    }
}

/*
 * kq_json_scan_refuse:
 *
 * Sets the error, with line and column of @where.
 *
 * Returns: %FALSE, for the caller to return
 */
gboolean
kq_json_scan_refuse (KqJsonScan  *scan,
                     const char  *where,
                     KqJsonError  code,
                     const char  *format,
                     ...)
{
  g_autofree char *message = NULL;
  gsize line, column;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  locate (scan, where, &line, &column);
  g_set_error (scan->error, KQ_JSON_ERROR, code,
               _("line %zu, column %zu: %s"), line, column, message);

  return FALSE;
}

/* Bytes of the UTF-8 sequence at @p, 0 where there is no valid one (RFC 3629:
 * nothing overlong, no surrogates, nothing above U+10FFFF) */
static inline int
sequence_length (const char *p,
                 const char *end)
{
  const guchar *s = (const guchar *) p;
  gsize left = end - p;

  if (s[0] < 0x80)
    return 1;
  if (s[0] < 0xc2 || s[0] > 0xf4 || left < 2 || (s[1] & 0xc0) != 0x80)
    return 0;
  if (s[0] < 0xe0)
    return 2;
  if (left < 3 || (s[2] & 0xc0) != 0x80)
    return 0;
  if (s[0] < 0xf0)
    return (s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ? 0 : 3;
  if (left < 4 || (s[3] & 0xc0) != 0x80)
    return 0;

  return (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f) ? 0 : 4;
}

static gboolean
refuse_byte (KqJsonScan *scan,
             const char *where)
{
  return kq_json_scan_refuse (scan, where, KQ_JSON_ERROR_ENCODING,
                              _("the byte 0x%02X isn't UTF-8"), (guchar) *where);
}

/*
 * kq_json_scan_expected:
 * @what: what should stand at the cursor, translated
 *
 * Refuses what stands at the cursor instead.
 */
gboolean
kq_json_scan_expected (KqJsonScan *scan,
                       const char *what)
{
  const char *p = scan->cursor;
  int length;

  if (p == scan->end)
    return kq_json_scan_refuse (scan, p, KQ_JSON_ERROR_SYNTAX,
                                _("the text ends here, expected %s"), what);

  length = sequence_length (p, scan->end);
  if (length == 0)
    return refuse_byte (scan, p);
  if (length == 1 && g_ascii_iscntrl (*p))
    return kq_json_scan_refuse (scan, p, KQ_JSON_ERROR_SYNTAX,
                                _("found the control character U+%04X, expected %s"),
                                (guint) *p, what);

  return kq_json_scan_refuse (scan, p, KQ_JSON_ERROR_SYNTAX,
                              _("found “%.*s”, expected %s"), length, p, what);
}

/* Skips what may stand in a text as it is and is ASCII, eight bytes at a time */
static inline const char *
skip_plain (const char *p,
            const char *end)
{
  while (end - p >= 8)
    {
      guint64 word, quotes, slashes;

      memcpy (&word, p, sizeof word);
      quotes = word ^ (ONES * '"');
      slashes = word ^ (ONES * '\\');
      if ((word | (word - ONES * 0x20) | (quotes - ONES) | (slashes - ONES)) & HIGHS)
        break;
      p += 8;
    }

  while (p < end && (guchar) *p >= 0x20 && (guchar) *p < 0x80 && *p != '"' && *p != '\\')
    p++;

  return p;
}

/* The code unit of the four digits at the cursor, which moves on; -1 if there
 * aren't four */
static int
scan_hex (KqJsonScan *scan)
{
  int unit = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = scan->cursor < scan->end ? g_ascii_xdigit_value (*scan->cursor) : -1;

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
      scan->cursor++;
    }

  return unit;
}

/* After “\u” */
static gboolean
scan_code_point (KqJsonScan *scan)
{
  const char *where = scan->cursor - 2;
  int unit = scan_hex (scan);
  int low;

  if (unit < 0)
    return kq_json_scan_expected (scan, _("four hexadecimal digits after “\\u”"));
  if (unit == 0)
    return kq_json_scan_refuse (scan, where, KQ_JSON_ERROR_ENCODING,
                                _("“\\u0000” may not stand in a text"));

  if (unit >= 0xd800 && unit <= 0xdbff
      && scan->end - scan->cursor >= 2 && memcmp (scan->cursor, "\\u", 2) == 0)
    {
      scan->cursor += 2;
      low = scan_hex (scan);
      if (low < 0)
        return kq_json_scan_expected (scan, _("four hexadecimal digits after “\\u”"));
      if (low >= 0xdc00 && low <= 0xdfff)
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }

  if (unit >= 0xd800 && unit <= 0xdfff)
    return kq_json_scan_refuse (scan, where, KQ_JSON_ERROR_ENCODING,
                                _("“\\u%04x” is half of a surrogate pair, expected both halves"),
                                (guint) unit);

  g_string_append_unichar (scan->texts, unit);
  return TRUE;
}

/* At a backslash */
static gboolean
scan_escape (KqJsonScan *scan)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  scan->cursor++;
  if (scan->cursor < scan->end && *scan->cursor == 'u')
    {
      scan->cursor++;
      return scan_code_point (scan);
    }

  letter = scan->cursor < scan->end && *scan->cursor != '\0' ? strchr (letters, *scan->cursor) : NULL;
  if (letter == NULL)
    return kq_json_scan_expected (scan, _("one of \" \\ / b f n r t u after “\\”"));

  g_string_append_c (scan->texts, meanings[letter - letters]);
  scan->cursor++;
  return TRUE;
}

static gboolean
refuse_long (KqJsonScan *scan,
             const char *where,
             gsize       limit)
{
  g_autofree char *size = kq_size_format (limit);

  return kq_json_scan_refuse (scan, where, KQ_JSON_ERROR_LIMIT,
                              _("this is longer than %s, which is the limit"), size);
}

/*
 * kq_json_scan_text:
 * @limit: bytes that the text may have, decoded
 *
 * Reads the text at the cursor, which stands on its opening quote, and adds it
 * to the stack of texts.
 */
gboolean
kq_json_scan_text (KqJsonScan *scan,
                   gsize       limit)
{
  const char *opening = scan->cursor;
  const char *run = opening + 1;
  const char *p = run;
  gsize base = scan->texts->len;

  for (;;)
    {
      int length;

      p = skip_plain (p, scan->end);
      while (p < scan->end && (guchar) *p >= 0x80)
        {
          length = sequence_length (p, scan->end);
          if (length == 0)
            return refuse_byte (scan, p);
          p += length;
        }

      /* Before the run is copied: no memory is taken beyond the limit. */
      if ((gsize) (p - run) > limit - (scan->texts->len - base))
        return refuse_long (scan, opening, limit);

      if (p < scan->end && *p != '"' && *p != '\\' && (guchar) *p >= 0x20)
        continue;

      g_string_append_len (scan->texts, run, p - run);
      scan->cursor = p;
      if (p == scan->end || (*p != '"' && *p != '\\'))
        return kq_json_scan_expected (scan, _("more text or its closing “\"”"));
      if (*p == '"')
        break;

      if (!scan_escape (scan))
        return FALSE;
      if (scan->texts->len - base > limit)
        return refuse_long (scan, opening, limit);
      p = run = scan->cursor;
    }

  scan->cursor++;
  return TRUE;
}

static gboolean
scan_digits (KqJsonScan *scan)
{
  const char *p = scan->cursor;

  while (p < scan->end && g_ascii_isdigit (*p))
    p++;
  if (p == scan->cursor)
    return kq_json_scan_expected (scan, _("a digit"));

  scan->cursor = p;
  return TRUE;
}

/* Moves the cursor over a number as RFC 8259 spells it. */
static gboolean
scan_number_token (KqJsonScan *scan,
                   gboolean   *is_whole)
{
  const char *digits;

  *is_whole = TRUE;
  if (*scan->cursor == '-')
    scan->cursor++;

  digits = scan->cursor;
  if (!scan_digits (scan))
    return FALSE;
  if (*digits == '0' && scan->cursor - digits > 1)
    return kq_json_scan_refuse (scan, digits, KQ_JSON_ERROR_SYNTAX,
                                _("a number begins with 0, expected 1 to 9 or a single 0"));

  if (scan->cursor < scan->end && *scan->cursor == '.')
    {
      *is_whole = FALSE;
      scan->cursor++;
      if (!scan_digits (scan))
        return FALSE;
    }
  if (scan->cursor < scan->end && (*scan->cursor == 'e' || *scan->cursor == 'E'))
    {
      *is_whole = FALSE;
      scan->cursor++;
      if (scan->cursor < scan->end && (*scan->cursor == '+' || *scan->cursor == '-'))
        scan->cursor++;
      if (!scan_digits (scan))
        return FALSE;
    }

  return TRUE;
}

static gboolean
token_to_int (const char *token,
              const char *end,
              gint64     *number)
{
  gboolean negative = *token == '-';

  *number = 0;
  for (token += negative; token < end; token++)
    {
      int digit = *token - '0';

      if (__builtin_mul_overflow (*number, 10, number)
          || __builtin_add_overflow (*number, negative ? -digit : digit, number))
        return FALSE;
    }

  return TRUE;
}

/*
 * kq_json_scan_number:
 *
 * Reads the number at the cursor, which stands on its first digit or “-”.
 *
 * Returns: (transfer full) (nullable): an int or double node, or a literal
 */
JsonNode *
kq_json_scan_number (KqJsonScan *scan)
{
  const char *token = scan->cursor;
  gsize base = scan->texts->len;
  JsonNode *node = NULL;
  gboolean is_whole;
  gint64 whole;
  double number;

  if (!scan_number_token (scan, &is_whole))
    return NULL;
  if (is_whole && token_to_int (token, scan->cursor, &whole))
    return json_node_init_int (json_node_alloc (), whole);

  if ((gsize) (scan->cursor - token) > scan->limits->max_text)
    {
      refuse_long (scan, token, scan->limits->max_text);
      return NULL;
    }

  /* strtod() wants a terminated text, and the literal its mark. */
  g_string_append_c (scan->texts, KQ_JSON_LITERAL_MARK);
  g_string_append_len (scan->texts, token, scan->cursor - token);
  number = g_ascii_strtod (scan->texts->str + base + 1, NULL);
  if (!isfinite (number))
    kq_json_scan_refuse (scan, token, KQ_JSON_ERROR_NUMBER,
                         _("this number is too large, expected at most 1.8e308"));
  else if (is_whole)
    node = json_node_init_string (json_node_alloc (), scan->texts->str + base);
  else
    node = json_node_init_double (json_node_alloc (), number);

  g_string_truncate (scan->texts, base);
  return node;
}
