/* kq-money-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-entry-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_MONEY_ROW (kq_money_row_get_type ())

/* A row for money: typed in yuan, kept in fen. */
G_DECLARE_FINAL_TYPE (KqMoneyRow, kq_money_row, KQ, MONEY_ROW, KqEntryRow)

G_END_DECLS
