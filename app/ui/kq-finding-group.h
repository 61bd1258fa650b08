/* kq-finding-group.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-finding.h"

G_BEGIN_DECLS

#define KQ_TYPE_FINDING_GROUP (kq_finding_group_get_type ())

/* What stands above the findings of one section. Signal “changed” when the
 * counts did. */
G_DECLARE_FINAL_TYPE (KqFindingGroup, kq_finding_group, KQ, FINDING_GROUP, GObject)

KqFindingGroup *kq_finding_group_new        (const char     *title);
const char     *kq_finding_group_get_title  (KqFindingGroup *self);
guint           kq_finding_group_get_count  (KqFindingGroup *self,
                                             KqSeverity      severity);
void            kq_finding_group_set_counts (KqFindingGroup *self,
                                             const guint    *counts);
char           *kq_finding_group_dup_text   (KqFindingGroup *self);

G_END_DECLS
