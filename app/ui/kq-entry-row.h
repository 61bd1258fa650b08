/* kq-entry-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_ENTRY_ROW (kq_entry_row_get_type ())

/* A row that is typed into. */
G_DECLARE_DERIVABLE_TYPE (KqEntryRow, kq_entry_row, KQ, ENTRY_ROW, KqRow)

/**
 * KqEntryRowClass:
 * @parent_class: the parent class
 * @format: (transfer full): the field's value as it is edited
 * @commit: puts what was typed into the field; %FALSE where it can't be taken,
 *   and then the field is as it was
 */
struct _KqEntryRowClass {
  KqRowClass parent_class;

  char     *(*format) (KqEntryRow  *self);
  gboolean  (*commit) (KqEntryRow  *self,
                       const char  *text,
                       GError     **error);
};

GtkWidget *kq_entry_row_get_entry    (KqEntryRow *self);

/* For the kinds of rows */
void       kq_entry_row_set_numeric  (KqEntryRow *self,
                                      int         width_chars);
void       kq_entry_row_set_unit     (KqEntryRow *self,
                                      const char *before,
                                      const char *after);
void       kq_entry_row_append       (KqEntryRow *self,
                                      GtkWidget  *widget);

G_END_DECLS
