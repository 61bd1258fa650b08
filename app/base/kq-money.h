/* kq-money.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest whole number that the campaign format holds, 2^53 − 1. */
#define KQ_WHOLE_MAX G_GINT64_CONSTANT (9007199254740991)

#define KQ_MONEY_ERROR (kq_money_error_quark ())

/**
 * KqMoneyError:
 * @KQ_MONEY_ERROR_INVALID: the text isn't an amount
 * @KQ_MONEY_ERROR_PRECISION: the amount has a part below one fen
 * @KQ_MONEY_ERROR_RANGE: the amount is beyond what a campaign holds
 */
typedef enum {
  KQ_MONEY_ERROR_INVALID,
  KQ_MONEY_ERROR_PRECISION,
  KQ_MONEY_ERROR_RANGE,
} KqMoneyError;

GQuark   kq_money_error_quark (void);

/* yuan as typed (5, 5.00, ¥5, ￥１，２３４．５０, 5元) to fen */
gboolean kq_money_parse       (const char  *text,
                               gint64      *fen,
                               GError     **error);
/* 12345678 → "¥123,456.78"; other currencies: "USD 1.00" */
char    *kq_money_format      (gint64       fen,
                               const char  *currency);
/* as money_format(), but without “.00”: “¥5”, for names and summaries */
char    *kq_money_format_short (gint64      fen,
                               const char  *currency);
/* as edited in an entry: "123456.78", no sign of currency, no separators */
char    *kq_money_format_plain (gint64      fen);

/* 10000 → "10,000" */
char    *kq_count_format      (gint64       count);
/* “10,000”, “１００００” to 10000 */
gboolean kq_count_parse       (const char  *text,
                               gint64      *count,
                               GError     **error);

/* Full-width digits, letters, punctuation and spaces to their ASCII forms. */
char    *kq_text_to_half_width (const char *text);

G_END_DECLS
