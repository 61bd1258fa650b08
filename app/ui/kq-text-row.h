/* kq-text-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-entry-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_TEXT_ROW (kq_text_row_get_type ())

/* A row for a text of one line. */
G_DECLARE_FINAL_TYPE (KqTextRow, kq_text_row, KQ, TEXT_ROW, KqEntryRow)

G_END_DECLS
