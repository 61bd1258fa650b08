/* kq-finding-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_FINDING_ROW (kq_finding_row_get_type ())

/* A finding in the list of all: what is the matter, who says so, and what can
 * be done about it. Signal “activated” when one wants to see the field. */
G_DECLARE_FINAL_TYPE (KqFindingRow, kq_finding_row, KQ, FINDING_ROW, GtkWidget)

GtkWidget *kq_finding_row_new         (void);
void       kq_finding_row_set_finding (KqFindingRow *self,
                                       KqDocument   *document,
                                       KqFinding    *finding,
                                       gboolean      is_dismissed);

G_END_DECLS
