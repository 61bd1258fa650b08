/* kq-section-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_SECTION_ROW (kq_section_row_get_type ())

/* A section in the sidebar. */
G_DECLARE_FINAL_TYPE (KqSectionRow, kq_section_row, KQ, SECTION_ROW, GtkListBoxRow)

GtkWidget *kq_section_row_new          (const KqSectionClass *klass);
void       kq_section_row_set_findings (KqSectionRow         *self,
                                        int                   severity,
                                        guint                 count);

G_END_DECLS
