/* kq-count-findings.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-checker.h"

G_BEGIN_DECLS

/* A campaign that isn't open, checked as one that is; and how many findings
 * there are, as the library keeps it: errors, warnings, advice. */

KqChecker *kq_check_as_of_now     (KqCampaign    *campaign,
                                   KqProfiles    *profiles,
                                   KqAssetSource *assets);
void       kq_count_findings      (KqCampaign    *campaign,
                                   KqProfiles    *profiles,
                                   KqAssetSource *assets,
                                   int            counts[3]);
void       kq_count_findings_list (KqFindingList *findings,
                                   int            counts[3]);

G_END_DECLS
