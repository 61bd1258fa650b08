/* kq-color-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-entry-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_COLOR_ROW (kq_color_row_get_type ())

/* A row for a colour as #rrggbb. */
G_DECLARE_FINAL_TYPE (KqColorRow, kq_color_row, KQ, COLOR_ROW, KqEntryRow)

G_END_DECLS
