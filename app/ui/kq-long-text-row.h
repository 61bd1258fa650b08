/* kq-long-text-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_LONG_TEXT_ROW (kq_long_text_row_get_type ())

/* A row for a text of several lines. */
G_DECLARE_FINAL_TYPE (KqLongTextRow, kq_long_text_row, KQ, LONG_TEXT_ROW, KqRow)

void kq_long_text_row_set_placeholder (KqLongTextRow *self,
                                       const char    *placeholder);
void kq_long_text_row_set_draft       (KqLongTextRow *self,
                                       const char    *draft);
void kq_long_text_row_add_insert      (KqLongTextRow *self,
                                       const char    *text,
                                       const char    *title);

G_END_DECLS
