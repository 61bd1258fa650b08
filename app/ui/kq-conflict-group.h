/* kq-conflict-group.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-team-conflicts.h"

G_BEGIN_DECLS

#define KQ_TYPE_CONFLICT_GROUP (kq_conflict_group_get_type ())

/* One place that two people changed, to be decided about. */
G_DECLARE_FINAL_TYPE (KqConflictGroup, kq_conflict_group, KQ, CONFLICT_GROUP, AdwPreferencesGroup)

GtkWidget            *kq_conflict_group_new          (const KqTeamConflict *conflict);
const KqTeamConflict *kq_conflict_group_get_conflict (KqConflictGroup      *self);
void                  kq_conflict_group_choose       (KqConflictGroup      *self,
                                                      KqSyncChoice          choice);
gboolean              kq_conflict_group_has_problem  (KqConflictGroup      *self);
KqSyncDecision       *kq_conflict_group_dup_decision (KqConflictGroup      *self);

G_END_DECLS
