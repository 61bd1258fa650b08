/* kq-findings-filter.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-findings-model.h"

G_BEGIN_DECLS

#define KQ_TYPE_FINDINGS_FILTER (kq_findings_filter_get_type ())

/* The bar above the checks: which findings are shown. */
G_DECLARE_FINAL_TYPE (KqFindingsFilter, kq_findings_filter, KQ, FINDINGS_FILTER, GtkWidget)

void kq_findings_filter_set_model (KqFindingsFilter *self,
                                   KqFindingsModel  *model,
                                   KqFindingList    *findings);
void kq_findings_filter_reset     (KqFindingsFilter *self);
void kq_findings_filter_search    (KqFindingsFilter *self);

G_END_DECLS
