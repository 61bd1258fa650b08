/* kq-percent-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-entry-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_PERCENT_ROW (kq_percent_row_get_type ())

/* A row for a percentage that is paid, in the words of the user's language. */
G_DECLARE_FINAL_TYPE (KqPercentRow, kq_percent_row, KQ, PERCENT_ROW, KqEntryRow)

G_END_DECLS
