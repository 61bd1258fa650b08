/* kq-fix-all-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-check-private.h"
#include "kq-fix-all.h"

G_BEGIN_DECLS

/**
 * KqFixRun:
 * @campaign: what is mended
 * @profiles: the platforms' numbers and choices
 * @assets: (nullable): where the bytes of its images are
 * @asset_facts: what is known of them
 * @moment: the moment for rules that speak of expiry
 * @rule: (nullable): the only rule whose findings to mend
 * @progress: (nullable): is told
 * @cancellable: (nullable): may end it
 * @n_fixed: how many mends were made
 *
 * What mending is done with, and what came of it.
 */
typedef struct {
  KqCampaign    *campaign;
  KqProfiles    *profiles;
  KqAssetSource *assets;
  GHashTable    *asset_facts;
  KqTime         moment;
  const char    *rule;
  KqFixProgress *progress;
  GCancellable  *cancellable;
  guint          n_fixed;
} KqFixRun;

gboolean kq_fix_run           (KqFixRun       *run,
                               GError        **error);
void     kq_fix_progress_tell (KqFixProgress  *self,
                               guint           n_fixed,
                               guint           n_left);

/* The mends of one round: such as don't touch what another reads or changes. */

typedef struct _KqFixBatch KqFixBatch;

KqFixBatch *kq_fix_batch_new     (KqCampaign *campaign);
void        kq_fix_batch_free    (KqFixBatch *self);
gboolean    kq_fix_batch_add     (KqFixBatch *self,
                                  KqFinding  *finding);
gboolean    kq_fix_batch_apply   (KqFixBatch *self,
                                  guint      *n_fixed,
                                  GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqFixBatch, kq_fix_batch_free)

G_END_DECLS
