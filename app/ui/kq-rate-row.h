/* kq-rate-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-entry-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_RATE_ROW (kq_rate_row_get_type ())

/* A row for a rate: typed in percent, kept per mille. */
G_DECLARE_FINAL_TYPE (KqRateRow, kq_rate_row, KQ, RATE_ROW, KqEntryRow)

G_END_DECLS
