/* kq-form-rows.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-form.h"
#include "kq-row.h"

G_BEGIN_DECLS

#define KQ_TYPE_FORM_ROWS (kq_form_rows_get_type ())

/* One group of a form. Where all its rows are of one object within the form's,
 * a switch in the heading makes that or takes it away. */
G_DECLARE_FINAL_TYPE (KqFormRows, kq_form_rows, KQ, FORM_ROWS, AdwBin)

GtkWidget *kq_form_rows_new           (const KqFormGroup *group,
                                       KqObject          *example);
void       kq_form_rows_bind          (KqFormRows        *self,
                                       KqDocument        *document,
                                       KqObject          *object);
gboolean   kq_form_rows_update        (KqFormRows        *self);
KqRow     *kq_form_rows_find          (KqFormRows        *self,
                                       KqObject          *object,
                                       guint              index);
/* Findings are handed in one by one, then shown together: add_finding() is
 * FALSE where @finding is about no row that is in sight. */
gboolean   kq_form_rows_add_finding   (KqFormRows        *self,
                                       KqFinding         *finding);
void       kq_form_rows_show_findings (KqFormRows        *self);

G_END_DECLS
