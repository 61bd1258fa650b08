/* kq-scenario-build.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-scenario.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-card-benefit.h"
#include "kq-coupon.h"
#include "kq-describe.h"
#include "kq-gift-pack.h"
#include "kq-level.h"
#include "kq-list.h"
#include "kq-member-card.h"
#include "kq-member-day.h"
#include "kq-product.h"
#include "kq-shop.h"

/* A scenario's campaign, made of objects as the forms would make them. */

#define LONG_DAYS 30
/* “No threshold” is entered as the amount and one yuan more (MF-06). */
#define ONE_YUAN 100

typedef struct {
  KqObject                *campaign;
  const KqScenarioAnswers *answers;
  GTimeZone               *zone;
} Build;

static gboolean
is_on_douyin (const Build *build)
{
  return build->answers->platform == KQ_PLATFORM_DOUYIN;
}

/* The moment as many days later, at the same clock time */
static KqTime
add_days (const Build *build,
          KqTime       time,
          int          days)
{
  g_autoptr (GDateTime) moment = kq_time_to_date_time (time, build->zone);
  g_autoptr (GDateTime) later = moment != NULL ? g_date_time_add_days (moment, days) : NULL;

  if (later == NULL)
    return time;

  return kq_time_from_civil (build->zone, g_date_time_get_year (later),
                             g_date_time_get_month (later), g_date_time_get_day_of_month (later),
                             g_date_time_get_hour (later), g_date_time_get_minute (later),
                             g_date_time_get_second (later));
}

static KqObject *
add (const Build *build,
     guint        list_field,
     const char  *prefix)
{
  KqList *list = kq_object_get_list (build->campaign, list_field);
  g_autofree char *id = g_strdup_printf ("%s-%u", prefix, kq_list_get_length (list) + 1);
  g_autoptr (KqObject) object = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (list)),
                                              "id", id, NULL);
  guint platform = kq_object_find_field (object, "platform");

  if (platform != KQ_NO_FIELD)
    kq_object_set_choice (object, platform, build->answers->platform);
  kq_list_append (list, object);

  return object;
}

/* What the platform has to have before a coupon is claimed there: levels on
 * Douyin (DY-07), the member card on Taobao and Tmall (MF-36). */
static void
add_shop (const Build *build)
{
  KqObject *shop = add (build, KQ_CAMPAIGN_SHOPS, "shop");
  KqObject *level = add (build, KQ_CAMPAIGN_LEVELS, "level");

  kq_object_set_bool (shop, KQ_SHOP_MEMBER_CARD, TRUE);
  kq_object_set_text (level, KQ_LEVEL_NAME, _("Member"));
}

static void
name_coupon (KqObject   *coupon,
             const char *suffix)
{
  g_autofree char *worth = kq_coupon_describe_discount (KQ_COUPON (coupon));
  g_autofree char *name = suffix != NULL ? g_strdup_printf ("%s %s", worth, suffix)
                                         : g_strdup (worth);

  kq_object_set_text (coupon, KQ_COUPON_NAME, name);
}

/* Without a threshold where @threshold is 0 */
static void
set_worth (const Build *build,
           KqObject    *coupon,
           gint64       threshold)
{
  gint64 amount = build->answers->amount;

  kq_object_set_int (coupon, KQ_COUPON_AMOUNT, amount);
  kq_object_set_choice (coupon, KQ_COUPON_DISCOUNT,
                        threshold > 0 ? KQ_DISCOUNT_THRESHOLD : KQ_DISCOUNT_FIXED);
  if (threshold == 0 && !is_on_douyin (build) &&
      build->answers->platform != KQ_PLATFORM_MINI_PROGRAM)
    threshold = amount + ONE_YUAN;
  kq_object_set_int (coupon, KQ_COUPON_THRESHOLD, threshold);
  kq_object_set_int (coupon, KQ_COUPON_QUANTITY, build->answers->quantity);
}

/* Valid for 7 days after the claim on Douyin (DY-17), for a month elsewhere. */
static KqObject *
add_coupon (const Build    *build,
            KqPurpose       purpose,
            gint64          threshold,
            KqTime          start,
            int             days)
{
  KqObject *coupon = add (build, KQ_CAMPAIGN_COUPONS, "coupon");

  kq_object_set_choice (coupon, KQ_COUPON_PURPOSE, purpose);
  set_worth (build, coupon, threshold);
  kq_object_set_time (coupon, KQ_COUPON_CLAIM_START, start);
  kq_object_set_time (coupon, KQ_COUPON_CLAIM_END,
                      kq_time_add (add_days (build, start, days), -1));
  kq_object_set_choice (coupon, KQ_COUPON_VALIDITY, KQ_COUPON_VALIDITY_DAYS);
  kq_object_set_int (coupon, KQ_COUPON_USE_DAYS, is_on_douyin (build) ? 7 : LONG_DAYS);

  return coupon;
}

/* On Taobao and Tmall a member's coupon comes by an activity (MF-32, MF-35). A
 * hidden one needs no member center that is published (MF-40). */
static void
add_activity (const Build *build,
              KqObject    *coupon)
{
  KqObject *activity;

  if (is_on_douyin (build))
    return;

  activity = add (build, KQ_CAMPAIGN_ACTIVITIES, "activity");
  kq_object_set_text (activity, KQ_ACTIVITY_NAME, kq_object_get_text (coupon, KQ_COUPON_NAME));
  kq_object_set_text (activity, KQ_ACTIVITY_COUPON, kq_object_get_id (coupon));
  kq_object_set_time (activity, KQ_ACTIVITY_START, kq_object_get_time (coupon, KQ_COUPON_CLAIM_START));
  kq_object_set_time (activity, KQ_ACTIVITY_END, kq_object_get_time (coupon, KQ_COUPON_CLAIM_END));
  kq_object_set_bool (activity, KQ_ACTIVITY_HIDDEN, TRUE);
}

/* Members' coupons, one window after the other without a gap (DY-13) */
static void
add_series (const Build *build,
            KqTime       start,
            gint64       threshold,
            int          goal,
            guint        n,
            int          days)
{
  for (guint i = 0; i < n; i++)
    {
      KqObject *coupon = add_coupon (build, KQ_PURPOSE_MEMBER_EXCLUSIVE, threshold,
                                     add_days (build, start, i * days), days);
      g_autofree char *number = n > 1 ? g_strdup_printf ("%u", i + 1) : NULL;

      kq_object_set_choice (coupon, KQ_COUPON_GOAL, goal);
      name_coupon (coupon, number);
      add_activity (build, coupon);
    }
}

static void
set_period (const Build *build,
            KqTime       start,
            int          days)
{
  kq_object_set_time (build->campaign, KQ_CAMPAIGN_START, start);
  kq_object_set_time (build->campaign, KQ_CAMPAIGN_END,
                      kq_time_add (add_days (build, start, days), -1));
}

/* Pushed on Taobao and Tmall, where a member's coupon is for the whole shop
 * (MF-33); exactly one product either way (MF-11). */
static void
build_hot_item (const Build *build)
{
  gboolean pushed = !is_on_douyin (build);
  KqObject *product = add (build, KQ_CAMPAIGN_PRODUCTS, "product");
  const char *ids[] = { kq_object_get_id (product), NULL };
  KqObject *coupon;

  kq_object_set_text (product, KQ_PRODUCT_NAME, _("Hot item"));
  kq_object_set_int (product, KQ_PRODUCT_PRICE, build->answers->price);
  coupon = add_coupon (build, pushed ? KQ_PURPOSE_PUSH : KQ_PURPOSE_MEMBER_EXCLUSIVE,
                       build->answers->price, build->answers->start, 14);
  kq_object_set_choice (coupon, KQ_COUPON_SCOPE, KQ_SCOPE_PRODUCT);
  kq_object_set_texts (coupon, KQ_COUPON_PRODUCTS, ids);
  kq_object_set_choice (coupon, KQ_COUPON_GOAL, KQ_GOAL_HOT_ITEM);
  if (pushed)
    kq_object_set_choice (coupon, KQ_COUPON_CHANNEL, KQ_CHANNEL_LINK);
  kq_object_set_text (product, KQ_PRODUCT_COUPON, kq_object_get_id (coupon));
  name_coupon (coupon, NULL);
  set_period (build, build->answers->start, 14);
}

/* TM-06, TM-15: a pack of a coupon that is issued on the channel for packs */
static void
add_pack (const Build *build,
          int          days)
{
  KqObject *coupon = add_coupon (build, KQ_PURPOSE_GIFT_PACK, 0, build->answers->start, days);
  KqObject *pack = add (build, KQ_CAMPAIGN_GIFT_PACKS, "pack");
  const char *ids[] = { kq_object_get_id (coupon), NULL };

  kq_object_set_choice (coupon, KQ_COUPON_CHANNEL, KQ_CHANNEL_CRM);
  name_coupon (coupon, _("for new members"));
  kq_object_set_text (pack, KQ_GIFT_PACK_NAME, _("New-member pack"));
  kq_object_set_texts (pack, KQ_GIFT_PACK_COUPONS, ids);
  kq_object_set_time (pack, KQ_GIFT_PACK_START, build->answers->start);
  kq_object_set_time (pack, KQ_GIFT_PACK_END,
                      kq_time_add (add_days (build, build->answers->start, days), -1));
}

/* MP-01, MP-07, MP-14 */
static void
add_card (const Build *build,
          int          days)
{
  KqObject *coupon = add_coupon (build, KQ_PURPOSE_JOIN_GIFT, 0, build->answers->start, days);
  KqObject *card = add (build, KQ_CAMPAIGN_MEMBER_CARDS, "card");
  g_autoptr (KqObject) benefit = g_object_new (KQ_TYPE_CARD_BENEFIT, "id", "benefit-1", NULL);
  static const char * const ways[] = { "qr", NULL };

  name_coupon (coupon, NULL);
  kq_object_set_text (card, KQ_MEMBER_CARD_TITLE, _("Member card"));
  kq_object_set_texts (card, KQ_MEMBER_CARD_DISTRIBUTION, ways);
  kq_object_set_choice (benefit, KQ_CARD_BENEFIT_KIND, KQ_CARD_BENEFIT_KIND_COUPON);
  kq_object_set_text (benefit, KQ_CARD_BENEFIT_COUPON, kq_object_get_id (coupon));
  kq_list_append (kq_object_get_list (card, KQ_MEMBER_CARD_BENEFITS), benefit);
}

static void
welcome (const Build *build,
         int          days)
{
  KqObject *coupon;

  switch (build->answers->platform)
    {
    case KQ_PLATFORM_DOUYIN:
      coupon = add_coupon (build, KQ_PURPOSE_JOIN_GIFT, 0, build->answers->start, days);
      name_coupon (coupon, _("for new members"));
      break;
    case KQ_PLATFORM_MINI_PROGRAM:
      add_card (build, days);
      break;
    default:
      add_pack (build, days);
    }
}

/* On Douyin there is a coupon for those who are members already, too (DY-01). */
static void
build_recruit (const Build *build)
{
  welcome (build, LONG_DAYS);
  if (is_on_douyin (build))
    add_series (build, build->answers->start, 0, KQ_GOAL_NONE, 1, LONG_DAYS);
  set_period (build, build->answers->start, LONG_DAYS);
}

static void
build_member_day (const Build *build)
{
  g_autoptr (GDateTime) start = kq_time_to_date_time (build->answers->start, build->zone);
  int wait = (build->answers->weekday + 1 - g_date_time_get_day_of_week (start) + 7) % 7;
  KqTime first = add_days (build, build->answers->start, wait);
  g_autoptr (KqObject) day = g_object_new (KQ_TYPE_MEMBER_DAY, NULL);

  kq_object_set_choice (day, KQ_MEMBER_DAY_REPEAT, KQ_REPEAT_WEEKLY);
  kq_object_set_choice (day, KQ_MEMBER_DAY_WEEKDAY, build->answers->weekday);
  kq_object_set_text (day, KQ_MEMBER_DAY_EVENT, _("New coupon for members"));
  kq_object_set_child (build->campaign, KQ_CAMPAIGN_MEMBER_DAY, day);
  add_series (build, first, 0, KQ_GOAL_REPURCHASE, 4, 7);
  set_period (build, first, 28);
}

/* Two stages; new members get theirs besides, where that is a thing of its own. */
static void
build_double_11 (const Build *build)
{
  add_series (build, build->answers->start, build->answers->threshold, KQ_GOAL_BASKET, 2, 7);
  if (!is_on_douyin (build))
    add_pack (build, 14);
  set_period (build, build->answers->start, 14);
}

static void
fill (const Build *build,
      KqScenario   scenario)
{
  KqTime start = build->answers->start;

  switch (scenario)
    {
    case KQ_SCENARIO_REPURCHASE:
      add_series (build, start, 0, KQ_GOAL_REPURCHASE, 4, 7);
      set_period (build, start, 28);
      break;
    case KQ_SCENARIO_BASKET:
      add_series (build, start, build->answers->threshold, KQ_GOAL_BASKET, 1, 14);
      set_period (build, start, 14);
      break;
    case KQ_SCENARIO_HOT_ITEM:
      build_hot_item (build);
      break;
    case KQ_SCENARIO_RECRUIT:
      build_recruit (build);
      break;
    case KQ_SCENARIO_MEMBER_DAY:
      build_member_day (build);
      break;
    case KQ_SCENARIO_DOUBLE_11:
      build_double_11 (build);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * kq_scenario_build:
 * @scenario: a scenario
 * @answers: answers that kq_scenario_validate() takes
 * @id: the campaign's id
 *
 * Makes a campaign in which no rule finds an error.
 *
 * Returns: (transfer full): the campaign
 */
KqCampaign *
kq_scenario_build (KqScenario               scenario,
                   const KqScenarioAnswers *answers,
                   const char              *id)
{
  KqCampaign *campaign;
  g_autoptr (GTimeZone) zone = NULL;
  Build build;

  g_return_val_if_fail (kq_scenario_validate (scenario, answers, NULL), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  campaign = kq_campaign_new (id, _(kq_scenario_get_info (scenario)->title));
  zone = kq_campaign_dup_zone (campaign);
  build = (Build) { KQ_OBJECT (campaign), answers, zone };
  add_shop (&build);
  fill (&build, scenario);

  return campaign;
}
