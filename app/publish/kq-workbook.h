/* kq-workbook.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-book.h"

G_BEGIN_DECLS

#define KQ_TYPE_WORKBOOK (kq_workbook_get_type ())

/* A spreadsheet: a sheet for each table. */
G_DECLARE_FINAL_TYPE (KqWorkbook, kq_workbook, KQ, WORKBOOK, KqBook)

KqBook *kq_workbook_new (const char  *title,
                         const char  *currency,
                         GError     **error);

G_END_DECLS
