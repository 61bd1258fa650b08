/* kq-sync-plan.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/**
 * KqSyncNote:
 * @KQ_SYNC_NOTE_NONE: there is nothing to say
 * @KQ_SYNC_NOTE_KEPT_MINE: they deleted what was edited here; it stays
 * @KQ_SYNC_NOTE_KEPT_THEIRS: they edited what was deleted here; it is back
 * @KQ_SYNC_NOTE_SPLIT: nothing is known that both come from, or the two can't
 *   be one: mine is a campaign of its own now
 *
 * What people should be told of a plan.
 */
typedef enum {
  KQ_SYNC_NOTE_NONE,
  KQ_SYNC_NOTE_KEPT_MINE,
  KQ_SYNC_NOTE_KEPT_THEIRS,
  KQ_SYNC_NOTE_SPLIT,
} KqSyncNote;

/**
 * KqSyncPlan:
 * @current: (owned) (nullable): what the campaign is to be here, %NULL where it
 *   is to be deleted, or stay so
 * @keep: (owned) (nullable): a version for the history, under @current
 * @copy: (owned) (nullable): a campaign to be added
 * @send: whether @current, or that it is deleted, is news for the others
 * @note: what to say
 * @conflicts: (owned) (element-type KqConflict): where a decision is open, and
 *   notes
 *
 * What becomes of a campaign of which there are two versions. What @mine and
 * @theirs were is in @current, @copy, @keep or @conflicts, or the history has it.
 */
typedef struct {
  JsonNode   *current;
  JsonNode   *keep;
  JsonNode   *copy;
  gboolean    send;
  KqSyncNote  note;
  GPtrArray  *conflicts;
} KqSyncPlan;

KqSyncPlan *kq_sync_plan_new  (JsonNode   *base,
                               JsonNode   *mine,
                               JsonNode   *theirs);
void        kq_sync_plan_free (KqSyncPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncPlan, kq_sync_plan_free)

G_END_DECLS
