/* kq-face-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_FACE_ROW (kq_face_row_get_type ())

/* A row for the colour of a member center's card, or none for an own picture. */
G_DECLARE_FINAL_TYPE (KqFaceRow, kq_face_row, KQ, FACE_ROW, KqRow)

G_END_DECLS
