/* kq-finding-list.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-finding.h"

G_BEGIN_DECLS

#define KQ_TYPE_FINDING_LIST (kq_finding_list_get_type ())

/* A GListModel of KqFinding, in order of the document's objects. A finding of
 * the same rule at the same pointer stays the same item from run to run unless
 * its words changed; one items-changed per run. Properties:
 * n-errors, n-warnings, n-advice (notified). */
G_DECLARE_FINAL_TYPE (KqFindingList, kq_finding_list, KQ, FINDING_LIST, GObject)

KqFindingList *kq_finding_list_new     (void);
KqFinding     *kq_finding_list_get     (KqFindingList *self,
                                        guint          position);
guint          kq_finding_list_count   (KqFindingList *self,
                                        KqSeverity     severity);
/* likewise in one of the campaign's lists, such as “coupons” */
guint          kq_finding_list_count_in (KqFindingList *self,
                                        const char    *list,
                                        KqSeverity     severity);
/* the worst among the findings at or below @object and how many are as bad; -1
 * where there is none. Constant time. */
int            kq_finding_list_worst   (KqFindingList *self,
                                        KqObject      *object,
                                        guint         *n_findings);

G_END_DECLS
