/* kq-difference-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-difference.h"

G_BEGIN_DECLS

#define KQ_TYPE_DIFFERENCE_ROW (kq_difference_row_get_type ())

/* Two lines: a place and what became of it, or a version and where from. */
G_DECLARE_FINAL_TYPE (KqDifferenceRow, kq_difference_row, KQ, DIFFERENCE_ROW, GtkWidget)

GtkWidget *kq_difference_row_new             (void);
void       kq_difference_row_set_text        (KqDifferenceRow *self,
                                              const char      *title,
                                              const char      *subtitle);

char      *kq_difference_row_describe_place  (KqDifference    *difference);
char      *kq_difference_row_describe_values (KqDifference    *difference);

G_END_DECLS
