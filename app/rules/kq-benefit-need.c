/* kq-benefit-need.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-benefit-need.h"

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-benefit.h"
#include "kq-gift-pack.h"
#include "kq-list.h"
#include "kq-shop.h"

/* Taobao and Tmall are one family: a pack or activity of either will do. */
static gboolean
counts (KqObject *object)
{
  int platform = kq_object_get_platform (object);

  return !kq_object_is_voided (object) &&
         (platform == KQ_PLATFORM_TMALL || platform == KQ_PLATFORM_TAOBAO);
}

static gboolean
has_new_member_pack (KqObject *campaign)
{
  KqList *packs = kq_object_get_list (campaign, KQ_CAMPAIGN_GIFT_PACKS);

  for (guint i = 0; i < kq_list_get_length (packs); i++)
    {
      KqObject *pack = kq_list_get (packs, i);

      if (counts (pack) &&
          kq_object_get_choice (pack, KQ_GIFT_PACK_AUDIENCE) == KQ_PACK_AUDIENCE_NEW_MEMBERS)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_activity (KqObject *campaign,
              gboolean  with_gift)
{
  KqList *activities = kq_object_get_list (campaign, KQ_CAMPAIGN_ACTIVITIES);

  for (guint i = 0; i < kq_list_get_length (activities); i++)
    {
      KqObject *activity = kq_list_get (activities, i);

      if (counts (activity) &&
          (with_gift ? kq_object_get_child (activity, KQ_ACTIVITY_GIFT) != NULL
                     : *kq_object_get_text (activity, KQ_ACTIVITY_COUPON) != '\0'))
        return TRUE;
    }

  return FALSE;
}

static KqBenefitNeed
need_of_points (KqObject   *shop,
                const char *rule,
                gboolean    is_exchange)
{
  switch (kq_object_get_choice (shop, KQ_SHOP_EDITION))
    {
    case KQ_EDITION_STANDARD:
    case KQ_EDITION_CUSTOM:
      if (!kq_object_get_bool (shop, KQ_SHOP_POINTS_RULE))
        return (KqBenefitNeed) { rule, _("set up the points rule of the shop first") };
      break;
    case KQ_EDITION_MEMBER:
      if (is_exchange && !kq_object_get_bool (shop, KQ_SHOP_POINTS_CONNECTED))
        return (KqBenefitNeed) { rule, _("connect the shop's points first, as its member edition asks") };
      break;
    default:
      break;
    }

  return (KqBenefitNeed) { NULL, NULL };
}

static KqBenefitNeed
need_of_shop (KqObject *shop,
              KqObject *benefit)
{
  switch (kq_object_get_choice (benefit, KQ_BENEFIT_KIND))
    {
    case KQ_BENEFIT_KIND_POINTS_EXCHANGE:
      return need_of_points (shop, "TB-21", TRUE);
    case KQ_BENEFIT_KIND_SHOPPING_POINTS:
      return need_of_points (shop, "TB-24", FALSE);
    case KQ_BENEFIT_KIND_EXCLUSIVE_SERVICE:
      if (!kq_object_get_bool (shop, KQ_SHOP_SERVICE_TOOL))
        return (KqBenefitNeed) { "TB-26", _("set up the exclusive service tool of the shop first") };
      break;
    case KQ_BENEFIT_KIND_EXCHANGE_15_DAYS:
    case KQ_BENEFIT_KIND_PRIORITY_REFUND:
      if (!kq_object_get_bool (shop, KQ_SHOP_AFTER_SALE))
        return (KqBenefitNeed) { "TB-28", _("set it up on the after-sale service platform first") };
      break;
    default:
      break;
    }

  return (KqBenefitNeed) { NULL, NULL };
}

/* As the rules do, the first shop of the platform */
static KqObject *
find_shop (KqObject *campaign,
           int       platform)
{
  KqList *shops = kq_object_get_list (campaign, KQ_CAMPAIGN_SHOPS);

  for (guint i = 0; i < kq_list_get_length (shops); i++)
    if (kq_object_get_platform (kq_list_get (shops, i)) == platform)
      return kq_list_get (shops, i);

  return NULL;
}

/**
 * kq_benefit_get_need:
 * @campaign: a campaign
 * @benefit: a benefit of one of its member centers
 *
 * What the benefit lacks, whether it is switched on or off (TB-17, TB-20,
 * TB-21, TB-24, TB-26, TB-28).
 *
 * Returns: the need, without a rule where nothing is missing
 */
KqBenefitNeed
kq_benefit_get_need (KqCampaign *campaign,
                     KqObject   *benefit)
{
  KqObject *root = KQ_OBJECT (campaign);
  int kind = kq_object_get_choice (benefit, KQ_BENEFIT_KIND);
  KqObject *center, *shop;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), ((KqBenefitNeed) { NULL, NULL }));
  g_return_val_if_fail (KQ_IS_BENEFIT (benefit), ((KqBenefitNeed) { NULL, NULL }));

  if (kind == KQ_BENEFIT_KIND_JOIN_GIFT && !has_new_member_pack (root))
    return (KqBenefitNeed) { "TB-17", _("set up a new-member gift pack first: that is what it gives") };
  if (kind == KQ_BENEFIT_KIND_EXCLUSIVE_COUPON && !has_activity (root, FALSE))
    return (KqBenefitNeed) { "TB-20", _("set up an exclusive activity with a coupon first") };
  if (kind == KQ_BENEFIT_KIND_EXCLUSIVE_GIFT && !has_activity (root, TRUE))
    return (KqBenefitNeed) { "TB-20", _("set up an exclusive activity with a gift first") };

  center = kq_object_get_parent (benefit);
  shop = center != NULL ? find_shop (root, kq_object_get_platform (center)) : NULL;

  return shop != NULL ? need_of_shop (shop, benefit) : (KqBenefitNeed) { NULL, NULL };
}
