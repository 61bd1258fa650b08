/* kq-benefit-need.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/**
 * KqBenefitNeed:
 * @rule: (nullable): the rule that says so; %NULL where nothing is missing
 * @missing: (nullable): what to do first, in the user's language
 *
 * What a benefit of a member center needs to be there before it is offered.
 */
typedef struct {
  const char *rule;
  const char *missing;
} KqBenefitNeed;

KqBenefitNeed kq_benefit_get_need (KqCampaign *campaign,
                                   KqObject   *benefit);

G_END_DECLS
