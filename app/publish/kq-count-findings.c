/* kq-count-findings.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-count-findings.h"

#include "kq-checker.h"

/**
 * kq_count_findings_list:
 * @findings: what was found in a campaign
 * @counts: (out) (array fixed-size=3): errors, warnings, advice
 *
 * Counts what was found.
 */
void
kq_count_findings_list (KqFindingList *findings,
                        int            counts[3])
{
  static const KqSeverity order[] = { KQ_SEVERITY_ERROR, KQ_SEVERITY_WARNING, KQ_SEVERITY_ADVICE };

  g_return_if_fail (KQ_IS_FINDING_LIST (findings));
  g_return_if_fail (counts != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    counts[i] = kq_finding_list_count (findings, order[i]);
}

/**
 * kq_count_findings:
 * @campaign: a campaign
 * @profiles: the platforms' numbers and choices
 * @assets: (nullable): where its pictures are
 * @counts: (out) (array fixed-size=3): errors, warnings, advice
 *
 * Checks a campaign as of now, all at once. May be called from any thread
 * where nobody else uses the campaign meanwhile.
 */
void
kq_count_findings (KqCampaign    *campaign,
                   KqProfiles    *profiles,
                   KqAssetSource *assets,
                   int            counts[3])
{
  g_autoptr (KqChecker) checker = NULL;

  g_return_if_fail (KQ_IS_CAMPAIGN (campaign));
  g_return_if_fail (KQ_IS_PROFILES (profiles));

  checker = kq_checker_new (campaign, profiles, assets);
  kq_checker_run (checker);
  kq_count_findings_list (kq_checker_get_findings (checker), counts);
}
