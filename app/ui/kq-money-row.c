/* kq-money-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-money-row.h"

/**
 * KqMoneyRow:
 *
 * Takes what [func@money_parse] takes; nothing typed is nothing.
 */
struct _KqMoneyRow {
  KqEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (KqMoneyRow, kq_money_row, KQ_TYPE_ENTRY_ROW)

static char *
kq_money_row_format (KqEntryRow *row)
{
  return kq_money_format_plain (kq_object_get_int (kq_row_get_object (KQ_ROW (row)),
                                                   kq_row_get_index (KQ_ROW (row))));
}

static gboolean
kq_money_row_commit (KqEntryRow  *row,
                     const char  *text,
                     GError     **error)
{
  gint64 fen = 0;

  if (*text != '\0' && !kq_money_parse (text, &fen, error))
    return FALSE;

  kq_object_set_int (kq_row_get_object (KQ_ROW (row)), kq_row_get_index (KQ_ROW (row)), fen);
  return TRUE;
}

static void
kq_money_row_bound (KqRow *row)
{
  KqCampaign *campaign = kq_document_get_campaign (kq_row_get_document (row));
  const char *currency = kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY);

  KQ_ROW_CLASS (kq_money_row_parent_class)->bound (row);
  kq_entry_row_set_unit (KQ_ENTRY_ROW (row), g_str_equal (currency, "CNY") ? "¥" : currency, NULL);
}

static void
kq_money_row_class_init (KqMoneyRowClass *klass)
{
  KqEntryRowClass *row_class = KQ_ENTRY_ROW_CLASS (klass);

  KQ_ROW_CLASS (klass)->bound = kq_money_row_bound;
  row_class->format = kq_money_row_format;
  row_class->commit = kq_money_row_commit;
}

static void
kq_money_row_init (KqMoneyRow *self)
{
  kq_entry_row_set_numeric (KQ_ENTRY_ROW (self), 12);
}
