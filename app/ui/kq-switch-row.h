/* kq-switch-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_SWITCH_ROW (kq_switch_row_get_type ())

/* A row for yes or no. */
G_DECLARE_FINAL_TYPE (KqSwitchRow, kq_switch_row, KQ, SWITCH_ROW, KqRow)

G_END_DECLS
