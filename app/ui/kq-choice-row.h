/* kq-choice-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_CHOICE_ROW (kq_choice_row_get_type ())

/* A row for one of several words. */
G_DECLARE_FINAL_TYPE (KqChoiceRow, kq_choice_row, KQ, CHOICE_ROW, KqRow)

G_END_DECLS
