/* kq-picture-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_PICTURE_ROW (kq_picture_row_get_type ())

/* A row that shows which picture a field names. */
G_DECLARE_FINAL_TYPE (KqPictureRow, kq_picture_row, KQ, PICTURE_ROW, KqRow)

G_END_DECLS
