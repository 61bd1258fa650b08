/* kq-finding-group-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-finding-group.h"

G_BEGIN_DECLS

#define KQ_TYPE_FINDING_GROUP_ROW (kq_finding_group_row_get_type ())

/* A heading in the list of findings. */
G_DECLARE_FINAL_TYPE (KqFindingGroupRow, kq_finding_group_row, KQ, FINDING_GROUP_ROW, GtkWidget)

GtkWidget *kq_finding_group_row_new       (void);
void       kq_finding_group_row_set_group (KqFindingGroupRow *self,
                                           KqFindingGroup    *group);

G_END_DECLS
