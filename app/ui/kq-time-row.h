/* kq-time-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-entry-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_TIME_ROW (kq_time_row_get_type ())

/* A row for a moment: typed, or picked from a calendar. */
G_DECLARE_FINAL_TYPE (KqTimeRow, kq_time_row, KQ, TIME_ROW, KqEntryRow)

G_END_DECLS
