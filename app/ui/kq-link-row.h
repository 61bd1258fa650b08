/* kq-link-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-entry-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_LINK_ROW (kq_link_row_get_type ())

/* A row for an address, which it opens and copies. */
G_DECLARE_FINAL_TYPE (KqLinkRow, kq_link_row, KQ, LINK_ROW, KqEntryRow)

G_END_DECLS
