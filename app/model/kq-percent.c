/* kq-percent.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-percent.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kq-money.h"

static gboolean
says_tenths (void)
{
  /* Translators: how a percentage that is paid is said: translate as “tenths”
   * where 85 % is said as 8.5 (as in Chinese, 8.5折), else leave “percent”. */
  return g_str_equal (C_("percentage that is paid", "percent"), "tenths");
}

/* 85 → “8.5”, 90 → “9” */
static char *
format_tenths (gint64 percent)
{
  if (percent % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, percent / 10);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT,
                          percent < 0 && percent > -10 ? "-" : "",
                          percent / 10, ABS (percent % 10));
}

/**
 * kq_percent_get_unit:
 *
 * Returns: (transfer none): what stands behind a number that
 *   [func@percent_format_plain] writes
 */
const char *
kq_percent_get_unit (void)
{
  return says_tenths () ? "折" : "%";
}

/**
 * kq_percent_format_plain:
 * @percent: how much is paid, in percent
 *
 * Writes a percentage as it is edited in an entry.
 *
 * Returns: (transfer full): “85”, or “8.5” where it is said in tenths
 */
char *
kq_percent_format_plain (gint64 percent)
{
  if (says_tenths ())
    return format_tenths (percent);

  return g_strdup_printf ("%" G_GINT64_FORMAT, percent);
}

/**
 * kq_percent_describe:
 * @percent: how much is paid, in percent
 *
 * Writes a percentage to be read by people.
 *
 * Returns: (transfer full): “15 % off”, or “8.5折”
 */
char *
kq_percent_describe (gint64 percent)
{
  g_autofree char *number = says_tenths () ? format_tenths (percent)
                                           : g_strdup_printf ("%" G_GINT64_FORMAT, 100 - percent);

  /* Translators: %s is how much less is paid, 15; or where it is said in
   * tenths how much is paid, 8.5: “%s折” */
  return g_strdup_printf (_("%s %% off"), number);
}

/* 9670 → “9.67”, 500 → “0.5”, 9000 → “9” */
static char *
format_thousandths (gint64 thousandths)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.15g", thousandths / 1000.0));
}

/**
 * kq_permille_describe:
 * @permille: how much is paid, in per mille, 0 to 1000
 *
 * As [func@percent_describe], for a share that isn't a whole percentage.
 *
 * Returns: (transfer full): “3.3 % off”, or “9.67折”
 */
char *
kq_permille_describe (gint64 permille)
{
  g_autofree char *number = format_thousandths (says_tenths () ? permille * 10
                                                               : (1000 - permille) * 100);

  return g_strdup_printf (_("%s %% off"), number);
}

/**
 * kq_percent_describe_other:
 * @percent: how much is paid, in percent
 *
 * What an entry with [func@percent_format_plain] means, in the words that it
 * doesn't use itself.
 *
 * Returns: (transfer full): “15 % off”, or “85 %” where 8.5折 is edited
 */
char *
kq_percent_describe_other (gint64 percent)
{
  if (says_tenths ())
    return g_strdup_printf ("%" G_GINT64_FORMAT "%%", percent);

  return kq_percent_describe (percent);
}

static gboolean
cut_suffix (char       *text,
            const char *suffix)
{
  if (!g_str_has_suffix (text, suffix))
    return FALSE;

  text[strlen (text) - strlen (suffix)] = '\0';
  g_strchomp (text);
  return TRUE;
}

/* Up to 10 it is tenths, 8.5折; beyond that it can only be percent, as in 85折.
 * @hundredths of what was typed. */
static gboolean
to_percent (gint64    hundredths,
            gboolean  tenths,
            gint64   *percent)
{
  if (tenths && hundredths <= 1000)
    hundredths *= 10;
  if (hundredths < 0 || hundredths > 10000 || hundredths % 100 != 0)
    return FALSE;

  *percent = hundredths / 100;
  return TRUE;
}

/**
 * kq_percent_parse:
 * @text: a percentage that is paid, as typed
 * @percent: (out): return location for it, 0 to 100
 * @error: return location for an error, %G_IO_ERROR_INVALID_DATA
 *
 * Reads 85, 85 %, ８５％, 8.5折 and 85折 as 85; without a sign, up to 10 is taken
 * for tenths where the user's language says tenths.
 *
 * Returns: whether @text is a percentage; if not, @percent is left alone
 */
gboolean
kq_percent_parse (const char  *text,
                  gint64      *percent,
                  GError     **error)
{
  g_autofree char *plain = NULL;
  gboolean tenths;
  gint64 hundredths;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (percent != NULL, FALSE);

  plain = g_strstrip (kq_text_to_half_width (text));
  tenths = cut_suffix (plain, "折") || (!cut_suffix (plain, "%") && says_tenths ());
  if (kq_money_parse (plain, &hundredths, NULL) && to_percent (hundredths, tenths, percent))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("Write how much is paid, from 0 to 100 percent: 85 for 15 percent off"));
  return FALSE;
}
