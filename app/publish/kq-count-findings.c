/* kq-count-findings.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-count-findings.h"

#include "kq-probed-assets.h"

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
 * kq_check_as_of_now:
 * @campaign: a campaign
 * @profiles: the platforms' numbers and choices
 * @assets: (nullable): where its pictures are
 *
 * Checks a campaign as of now, all at once, with a look into its pictures. May
 * be called from any thread where nobody else uses the campaign meanwhile.
 *
 * Returns: (transfer full): a checker that has run
 */
KqChecker *
kq_check_as_of_now (KqCampaign    *campaign,
                    KqProfiles    *profiles,
                    KqAssetSource *assets)
{
  g_autoptr (KqProbedAssets) probed = NULL;
  KqChecker *checker;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (KQ_IS_PROFILES (profiles), NULL);

  if (assets != NULL)
    probed = kq_probed_assets_new (kq_media_get_default (), assets, TRUE);
  checker = kq_checker_new (campaign, profiles,
                            probed != NULL ? KQ_ASSET_SOURCE (probed) : NULL);
  kq_checker_run (checker);

  return checker;
}

/**
 * kq_count_findings:
 * @campaign: a campaign
 * @profiles: the platforms' numbers and choices
 * @assets: (nullable): where its pictures are
 * @counts: (out) (array fixed-size=3): errors, warnings, advice
 *
 * Counts what [func@check_as_of_now] finds.
 */
void
kq_count_findings (KqCampaign    *campaign,
                   KqProfiles    *profiles,
                   KqAssetSource *assets,
                   int            counts[3])
{
  g_autoptr (KqChecker) checker = kq_check_as_of_now (campaign, profiles, assets);

  kq_count_findings_list (kq_checker_get_findings (checker), counts);
}
