/* kq-nested-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-form.h"

G_BEGIN_DECLS

#define KQ_TYPE_NESTED_ROW (kq_nested_row_get_type ())

/* One object of a list within a form: its name, and its form when opened. */
G_DECLARE_FINAL_TYPE (KqNestedRow, kq_nested_row, KQ, NESTED_ROW, AdwBin)

GtkWidget *kq_nested_row_new        (const KqNestedSpec *spec,
                                     KqDocument         *document,
                                     KqObject           *object);
KqObject  *kq_nested_row_get_object (KqNestedRow        *self);
void       kq_nested_row_open       (KqNestedRow        *self);
void       kq_nested_row_reveal     (KqNestedRow        *self,
                                     guint               field);

char      *kq_nested_dup_title      (const KqNestedSpec *spec,
                                     KqDocument         *document,
                                     KqObject           *object);

G_END_DECLS
