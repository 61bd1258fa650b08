/* kq-checker.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"
#include "kq-campaign.h"
#include "kq-finding-list.h"
#include "kq-profiles.h"

G_BEGIN_DECLS

#define KQ_TYPE_CHECKER (kq_checker_get_type ())

/* Checks a campaign by every rule; keeps a persistent list of findings. Signal
 * “checked” at the end of each run. */
G_DECLARE_FINAL_TYPE (KqChecker, kq_checker, KQ, CHECKER, GObject)

KqChecker     *kq_checker_new          (KqCampaign    *campaign,
                                        KqProfiles    *profiles,
                                        KqAssetSource *assets);
void           kq_checker_set_moment   (KqChecker     *self,
                                        KqTime         moment);
void           kq_checker_refresh      (KqChecker     *self);
KqFindingList *kq_checker_get_findings (KqChecker     *self);
KqFindingList *kq_checker_get_dismissed (KqChecker    *self);

/* All at once. */
void           kq_checker_run          (KqChecker     *self);
/* Mends what is found; @rule (nullable): of that rule only. In a thread:
 * kq-fix-all.h. */
gboolean       kq_checker_fix_all      (KqChecker     *self,
                                        const char    *rule,
                                        guint         *n_fixed,
                                        GError       **error);
/* At most @budget microseconds of it, and a step more. TRUE when it has come to the end and the list is up to date. */
gboolean       kq_checker_run_slice    (KqChecker     *self,
                                        gint64         budget);
/* From now on the list follows the campaign: checked anew after changes, in
 * idle slices of the main thread. */
void           kq_checker_follow       (KqChecker     *self);
/* Whether a check is under way or due (property “busy”, notified). */
gboolean       kq_checker_is_busy      (KqChecker     *self);

G_END_DECLS
