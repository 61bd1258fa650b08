/* kq-workbook.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A spreadsheet that is written cell by cell, from left to right and from the top
 * down. What a cell can't hold is cut off. */

typedef struct _KqWorkbook KqWorkbook;

KqWorkbook *kq_workbook_new          (const char          *title,
                                      const char          *currency,
                                      GError             **error);
void        kq_workbook_free         (KqWorkbook          *self);
void        kq_workbook_begin_sheet  (KqWorkbook          *self,
                                      const char          *name,
                                      const char * const  *header);
void        kq_workbook_add_text     (KqWorkbook          *self,
                                      const char          *text);
void        kq_workbook_add_count    (KqWorkbook          *self,
                                      gint64               count);
void        kq_workbook_add_money    (KqWorkbook          *self,
                                      gint64               fen);
void        kq_workbook_add_permille (KqWorkbook          *self,
                                      gint64               permille);
void        kq_workbook_add_nothing  (KqWorkbook          *self);
void        kq_workbook_end_row      (KqWorkbook          *self);
GBytes     *kq_workbook_finish       (KqWorkbook          *self,
                                      GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqWorkbook, kq_workbook_free)

G_END_DECLS
