/* kq-money.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-money.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-text-private.h"

G_DEFINE_QUARK (kq-money-error-quark, kq_money_error)

/* Half width, with one kind each of minus, space and apostrophe */
static char *
normalize (const char *text)
{
  g_autofree char *half = kq_text_to_half_width (text);
  GString *out = g_string_new (NULL);

  for (const char *p = half; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212)
        c = '-';
      else if (c == 0x2019)
        c = '\'';
      else if (c == 0x3002)
        c = '.';
      else if (g_unichar_isspace (c) || c == 0x202f)
        c = ' ';
      g_string_append_unichar (out, c);
    }

  return g_strstrip (g_string_free (out, FALSE));
}

static gboolean
skip_prefix (char       **p,
             const char  *prefix)
{
  gsize length = strlen (prefix);

  if (g_ascii_strncasecmp (*p, prefix, length) != 0)
    return FALSE;

  *p = g_strchug (*p + length);
  return TRUE;
}

static gboolean
cut_suffix (char       *text,
            const char *suffix)
{
  gsize length = strlen (text), cut = strlen (suffix);

  if (length < cut || g_ascii_strcasecmp (text + length - cut, suffix) != 0)
    return FALSE;

  text[length - cut] = '\0';
  g_strchomp (text);
  return TRUE;
}

/* Leaves digits and separators of @text: a sign and the currency may stand
 * before them in either order, the currency after them too, but only once. */
static char *
cut_currency (char     *text,
              gboolean *negative)
{
  static const char * const before[] = { "¥", "RMB", "CNY" };
  static const char * const after[] = { "元", "RMB", "CNY" };
  gboolean found = FALSE;

  *negative = skip_prefix (&text, "-");
  for (guint i = 0; i < G_N_ELEMENTS (before) && !found; i++)
    found = skip_prefix (&text, before[i]);
  if (found && !*negative)
    *negative = skip_prefix (&text, "-");
  for (guint i = 0; i < G_N_ELEMENTS (after) && !found; i++)
    found = cut_suffix (text, after[i]);

  return text;
}

/* Reads digits, in groups of three where a separator stands among them. The
 * number is stuck at G_MAXINT64 when it is beyond. */
static gboolean
read_whole (const char **text,
            gint64      *number)
{
  const char *p = *text;
  char separator = '\0';
  int group = 0;

  *number = 0;
  for (;; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          if (__builtin_mul_overflow (*number, 10, number)
              || __builtin_add_overflow (*number, *p - '0', number))
            *number = G_MAXINT64 / 10;
          group++;
        }
      else if (*p != '\0' && strchr (",' ", *p) != NULL)
        {
          if (separator == '\0' ? group < 1 || group > 3 : group != 3 || *p != separator)
            return FALSE;
          separator = *p;
          group = 0;
        }
      else
        break;
    }

  *text = p;
  return separator == '\0' || group == 3;
}

static gboolean
refuse_amount (const char  *text,
               GError     **error)
{
  g_autofree char *quote = kq_text_quote (text);

  g_set_error (error, KQ_MONEY_ERROR, KQ_MONEY_ERROR_INVALID,
               _("“%s” isn't an amount; write it as 5, 5.00 or 1,234.50"), quote);
  return FALSE;
}

static gboolean
refuse_range (const char  *text,
              GError     **error)
{
  g_autofree char *quote = kq_text_quote (text);

  g_set_error (error, KQ_MONEY_ERROR, KQ_MONEY_ERROR_RANGE,
               _("“%s” is more than a campaign can hold"), quote);
  return FALSE;
}

static gboolean
refuse_precision (const char  *text,
                  GError     **error)
{
  g_autofree char *quote = kq_text_quote (text);

  g_set_error (error, KQ_MONEY_ERROR, KQ_MONEY_ERROR_PRECISION,
               _("“%s” has more than two decimals; the smallest amount is 0.01"), quote);
  return FALSE;
}

static gboolean
refuse_count (const char  *text,
              GError     **error)
{
  g_autofree char *quote = kq_text_quote (text);

  g_set_error (error, KQ_MONEY_ERROR, KQ_MONEY_ERROR_INVALID,
               _("“%s” isn't a whole number; write it as 100 or 10,000"), quote);
  return FALSE;
}

/**
 * kq_money_parse:
 * @text: an amount in yuan, as typed or pasted
 * @fen: (out): return location for the amount in minor units
 * @error: return location for an error of [error@MoneyError]
 *
 * Reads 5, 5.00, -5, ¥1,234.50, ￥１，２３４．５０, 5元, RMB 5. Thousands may be
 * set off by commas, apostrophes or spaces, if throughout and in groups of
 * three. More than two decimals only where the others are 0.
 *
 * Returns: whether @text is an amount; if not, @fen is left alone
 */
gboolean
kq_money_parse (const char  *text,
                gint64      *fen,
                GError     **error)
{
  g_autofree char *normal = NULL;
  const char *p;
  gboolean negative;
  gint64 amount;
  int decimals = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (fen != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  normal = normalize (text);
  p = cut_currency (normal, &negative);
  if (!g_ascii_isdigit (*p) && !(*p == '.' && g_ascii_isdigit (p[1])))
    return refuse_amount (text, error);
  if (!read_whole (&p, &amount) || (*p != '\0' && *p != '.'))
    return refuse_amount (text, error);
  if (*p == '.')
    p++;
  if (strspn (p, "0123456789") != strlen (p))
    return refuse_amount (text, error);
  if (strlen (p) > 2 && strspn (p + 2, "0") != strlen (p + 2))
    return refuse_precision (text, error);
  if (amount > KQ_WHOLE_MAX / 100)
    return refuse_range (text, error);
  for (; decimals < 2; decimals++)
    amount = amount * 10 + (*p != '\0' ? *p++ - '0' : 0);
  if (amount > KQ_WHOLE_MAX)
    return refuse_range (text, error);

  *fen = negative ? -amount : amount;
  return TRUE;
}

/**
 * kq_count_parse:
 * @text: a whole number, as typed or pasted
 * @count: (out): return location for it
 * @error: return location for an error of [error@MoneyError]
 *
 * Reads 10000, 10,000, １００００, -5.
 *
 * Returns: whether @text is a whole number; if not, @count is left alone
 */
gboolean
kq_count_parse (const char  *text,
                gint64      *count,
                GError     **error)
{
  g_autofree char *normal = NULL;
  const char *p;
  gboolean negative;
  gint64 number;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (count != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  normal = normalize (text);
  negative = *normal == '-';
  p = normal + negative;
  if (!g_ascii_isdigit (*p) || !read_whole (&p, &number) || *p != '\0')
    return refuse_count (text, error);
  if (number > KQ_WHOLE_MAX)
    return refuse_range (text, error);

  *count = negative ? -number : number;
  return TRUE;
}

static guint64
magnitude (gint64 number)
{
  return number < 0 ? -(guint64) number : (guint64) number;
}

static void
append_grouped (GString *out,
                guint64  number)
{
  gsize first = out->len;

  g_string_append_printf (out, "%" G_GUINT64_FORMAT, number);
  for (gssize place = (gssize) out->len - 3; place > (gssize) first; place -= 3)
    g_string_insert_c (out, place, ',');
}

static GString *
format_yuan (gint64      fen,
             const char *currency)
{
  GString *out = g_string_new (fen < 0 ? "-" : NULL);

  if (strcmp (currency, "CNY") == 0)
    g_string_append (out, "¥");
  else if (*currency != '\0')
    g_string_append_printf (out, "%s ", currency);
  append_grouped (out, magnitude (fen) / 100);

  return out;
}

/**
 * kq_money_format:
 * @fen: an amount in minor units
 * @currency: ISO 4217 code
 *
 * Writes an amount to be read by people.
 *
 * Returns: (transfer full): “¥1,234.50”, “-¥5.00”, “USD 1.00”
 */
char *
kq_money_format (gint64      fen,
                 const char *currency)
{
  GString *out;

  g_return_val_if_fail (currency != NULL, NULL);

  out = format_yuan (fen, currency);
  g_string_append_printf (out, ".%02u", (guint) (magnitude (fen) % 100));
  return g_string_free (out, FALSE);
}

/**
 * kq_money_format_short:
 * @fen: an amount in minor units
 * @currency: ISO 4217 code
 *
 * Writes an amount for names and summaries, without decimals where they are 0.
 *
 * Returns: (transfer full): “¥5”, “¥5.50”
 */
char *
kq_money_format_short (gint64      fen,
                       const char *currency)
{
  g_return_val_if_fail (currency != NULL, NULL);

  if (fen % 100 != 0)
    return kq_money_format (fen, currency);

  return g_string_free (format_yuan (fen, currency), FALSE);
}

/**
 * kq_money_format_plain:
 * @fen: an amount in minor units
 *
 * Writes an amount as it is edited in an entry.
 *
 * Returns: (transfer full): “123456.78”
 */
char *
kq_money_format_plain (gint64 fen)
{
  guint64 amount = magnitude (fen);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", fen < 0 ? "-" : "",
                          amount / 100, (guint) (amount % 100));
}

/**
 * kq_count_format:
 * @count: a number
 *
 * Writes a whole number to be read by people.
 *
 * Returns: (transfer full): “10,000”
 */
char *
kq_count_format (gint64 count)
{
  GString *out = g_string_new (count < 0 ? "-" : NULL);

  append_grouped (out, magnitude (count));
  return g_string_free (out, FALSE);
}
