/* kq-reference-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_REFERENCE_ROW (kq_reference_row_get_type ())

/* A row for one, or any number, of the campaign's objects or of words. */
G_DECLARE_FINAL_TYPE (KqReferenceRow, kq_reference_row, KQ, REFERENCE_ROW, KqRow)

G_END_DECLS
