/* kq-campaign.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

#define KQ_FORMAT_NAME    "kaquan-campaign"
#define KQ_FORMAT_VERSION 1

/* The rows of the table. */
enum {
  KQ_CAMPAIGN_FORMAT,
  KQ_CAMPAIGN_VERSION,
  KQ_CAMPAIGN_ID,
  KQ_CAMPAIGN_NAME,
  KQ_CAMPAIGN_NOTES,
  KQ_CAMPAIGN_CURRENCY,
  KQ_CAMPAIGN_TIME_ZONE,
  KQ_CAMPAIGN_START,
  KQ_CAMPAIGN_END,
  KQ_CAMPAIGN_BUDGET,
  KQ_CAMPAIGN_CLAIM_RATE,
  KQ_CAMPAIGN_USE_RATE,
  KQ_CAMPAIGN_MEMBER_DAY,
  KQ_CAMPAIGN_SHOPS,
  KQ_CAMPAIGN_LEVELS,
  KQ_CAMPAIGN_PRODUCTS,
  KQ_CAMPAIGN_COUPONS,
  KQ_CAMPAIGN_ACTIVITIES,
  KQ_CAMPAIGN_FISSIONS,
  KQ_CAMPAIGN_GIFT_PACKS,
  KQ_CAMPAIGN_MEMBER_CARDS,
  KQ_CAMPAIGN_MEMBER_CENTERS,
  KQ_CAMPAIGN_LANDING_PAGES,
  KQ_CAMPAIGN_MESSAGES,
  KQ_CAMPAIGN_SETUP,
  KQ_CAMPAIGN_DISMISSED,
  KQ_CAMPAIGN_ASSETS,
  KQ_CAMPAIGN_N_FIELDS
};

#define KQ_TYPE_CAMPAIGN (kq_campaign_get_type ())

G_DECLARE_FINAL_TYPE (KqCampaign, kq_campaign, KQ, CAMPAIGN, KqObject)

KqCampaign *kq_campaign_new (const char *id,
                             const char *name);
GTimeZone  *kq_campaign_dup_zone (KqCampaign *self);
guint       kq_campaign_get_platforms (KqCampaign *self);

G_END_DECLS
