/* kq-count-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-entry-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_COUNT_ROW (kq_count_row_get_type ())

/* A row for a whole number. */
G_DECLARE_FINAL_TYPE (KqCountRow, kq_count_row, KQ, COUNT_ROW, KqEntryRow)

G_END_DECLS
