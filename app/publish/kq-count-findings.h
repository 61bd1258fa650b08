/* kq-count-findings.h
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

/* How many findings there are, as the library keeps it: errors, warnings,
 * advice. */

void kq_count_findings      (KqCampaign    *campaign,
                             KqProfiles    *profiles,
                             KqAssetSource *assets,
                             int            counts[3]);
void kq_count_findings_list (KqFindingList *findings,
                             int            counts[3]);

G_END_DECLS
