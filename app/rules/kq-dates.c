/* kq-dates.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-dates.h"

#include "kq-block.h"
#include "kq-coupon.h"
#include "kq-landing-page.h"
#include "kq-list.h"
#include "kq-member-center.h"
#include "kq-message.h"
#include "kq-product.h"
#include "kq-tab-application.h"

/* When the platform begins its review on a Monday evening */
#define REVIEW_HOUR 18

static void
add (GArray     *dates,
     KqDateKind  kind,
     KqTime      time,
     KqObject   *object)
{
  KqDate date = { kind, time, object };

  g_array_append_val (dates, date);
}

/* The Monday evening after the week that @time is in: what was applied for on
 * a Monday is of the week that has just begun. */
static KqTime
next_review (KqTime     time,
             GTimeZone *zone)
{
  g_autoptr (GDateTime) moment = kq_time_to_date_time (time, zone);
  g_autoptr (GDateTime) monday = NULL;

  if (moment != NULL)
    monday = g_date_time_add_days (moment, 8 - g_date_time_get_day_of_week (moment));
  if (monday == NULL)
    return KQ_TIME_NONE;

  return kq_time_from_civil (zone, g_date_time_get_year (monday), g_date_time_get_month (monday),
                             g_date_time_get_day_of_month (monday), REVIEW_HOUR, 0, 0);
}

/* The review of an application that waits; where that should have been, the
 * next one. */
static KqTime
find_review (KqObject  *application,
             KqTime     moment,
             GTimeZone *zone)
{
  KqTime review = next_review (kq_object_get_time (application, KQ_TAB_APPLICATION_AT), zone);

  if (!kq_time_is_set (review) || kq_time_compare (review, moment) >= 0)
    return review;

  /* This week's, unless it is over. */
  review = next_review (kq_time_add (moment, -7 * 86400), zone);

  return kq_time_compare (review, moment) >= 0 ? review : next_review (moment, zone);
}

static void
add_reviews (GArray    *dates,
             KqObject  *center,
             KqTime     moment,
             GTimeZone *zone)
{
  KqList *applications = kq_object_get_list (center, KQ_MEMBER_CENTER_TAB_APPLICATIONS);
  KqTime first = KQ_TIME_NONE;

  for (guint i = 0; i < kq_list_get_length (applications); i++)
    {
      KqObject *application = kq_list_get (applications, i);
      KqTime review;

      if (kq_object_get_choice (application, KQ_TAB_APPLICATION_STATE) != KQ_APPLICATION_STATE_APPLIED ||
          !kq_time_is_set (kq_object_get_time (application, KQ_TAB_APPLICATION_AT)))
        continue;
      review = find_review (application, moment, zone);
      if (!kq_time_is_set (first) || kq_time_compare (review, first) < 0)
        first = review;
    }
  if (kq_time_is_set (first))
    add (dates, KQ_DATE_REVIEW, first, center);
}

static void
add_draft (GArray     *dates,
           KqObject   *center,
           KqProfiles *profiles,
           KqTime      moment,
           GTimeZone  *zone)
{
  KqTime saved = kq_object_get_time (center, KQ_MEMBER_CENTER_DRAFT_SAVED_AT);
  KqTime published = kq_object_get_time (center, KQ_MEMBER_CENTER_PUBLISHED_AT);
  int platform = kq_object_get_platform (center);
  KqTime lapse;

  if (!kq_time_is_set (saved) || platform < 0 ||
      (kq_time_is_set (published) && kq_time_compare (published, saved) >= 0))
    return;

  lapse = kq_time_add (saved, kq_profiles_get_limit (profiles, platform, "draftDays") * 86400);
  if (kq_time_compare (lapse, moment) >= 0)
    add (dates, KQ_DATE_DRAFT, lapse, center);
}

/* Ids of the coupons that buyers come to from outside */

static void
collect_page (GHashTable *ids,
              KqObject   *campaign,
              KqObject   *page)
{
  KqList *blocks = kq_object_get_list (page, KQ_LANDING_PAGE_BLOCKS);
  KqList *products = kq_object_get_list (campaign, KQ_CAMPAIGN_PRODUCTS);

  for (guint i = 0; i < kq_list_get_length (blocks); i++)
    {
      KqObject *block = kq_list_get (blocks, i);

      if (kq_object_field_applies (block, KQ_BLOCK_COUPON))
        g_hash_table_add (ids, (gpointer) kq_object_get_text (block, KQ_BLOCK_COUPON));
      if (!kq_object_field_applies (block, KQ_BLOCK_PRODUCTS))
        continue;
      for (const char * const *id = kq_object_get_texts (block, KQ_BLOCK_PRODUCTS); *id != NULL; id++)
        {
          KqObject *product = kq_list_find (products, *id);

          if (product != NULL)
            g_hash_table_add (ids, (gpointer) kq_object_get_text (product, KQ_PRODUCT_COUPON));
        }
    }
}

static GHashTable *
collect_carried (KqObject *campaign,
                 KqTime    moment)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  KqList *pages = kq_object_get_list (campaign, KQ_CAMPAIGN_LANDING_PAGES);
  KqList *messages = kq_object_get_list (campaign, KQ_CAMPAIGN_MESSAGES);

  for (guint i = 0; i < kq_list_get_length (pages); i++)
    if (!kq_object_is_voided (kq_list_get (pages, i)))
      collect_page (ids, campaign, kq_list_get (pages, i));
  for (guint i = 0; i < kq_list_get_length (messages); i++)
    {
      KqObject *message = kq_list_get (messages, i);
      KqTime until = kq_object_get_time (message, KQ_MESSAGE_UNTIL);

      if (!kq_object_is_voided (message) &&
          (!kq_time_is_set (until) || kq_time_compare (until, moment) >= 0))
        g_hash_table_add (ids, (gpointer) kq_object_get_text (message, KQ_MESSAGE_COUPON));
    }

  return ids;
}

/* The first of its two ends: from then on it is claimed or used no more. */
static KqTime
end_of_coupon (KqObject *coupon)
{
  KqTime claim = kq_object_get_time (coupon, KQ_COUPON_CLAIM_END);
  KqTime use = kq_object_field_applies (coupon, KQ_COUPON_USE_END)
               ? kq_object_get_time (coupon, KQ_COUPON_USE_END) : KQ_TIME_NONE;

  if (!kq_time_is_set (claim) || (kq_time_is_set (use) && kq_time_compare (use, claim) < 0))
    return use;

  return claim;
}

static void
add_coupons (GArray   *dates,
             KqObject *campaign,
             KqTime    moment)
{
  g_autoptr (GHashTable) carried = collect_carried (campaign, moment);
  KqList *coupons = kq_object_get_list (campaign, KQ_CAMPAIGN_COUPONS);

  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);
      KqTime end = end_of_coupon (coupon);

      if (kq_time_is_set (end) && kq_time_compare (end, moment) >= 0 &&
          !kq_object_is_voided (coupon) &&
          g_hash_table_contains (carried, kq_object_get_id (coupon)))
        add (dates, KQ_DATE_COUPON, end, coupon);
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return kq_time_compare (((const KqDate *) a)->time, ((const KqDate *) b)->time);
}

/**
 * kq_dates_compute:
 * @campaign: a campaign
 * @profiles: the platforms' numbers
 * @moment: the present
 * @zone: (nullable): the campaign's zone
 *
 * Returns: (transfer full) (element-type KqDate): what is still to come, the
 *   next first; valid until the campaign changes
 */
GArray *
kq_dates_compute (KqCampaign *campaign,
                  KqProfiles *profiles,
                  KqTime      moment,
                  GTimeZone  *zone)
{
  GArray *dates;
  KqList *centers;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (KQ_IS_PROFILES (profiles), NULL);
  g_return_val_if_fail (kq_time_is_set (moment), NULL);

  dates = g_array_new (FALSE, FALSE, sizeof (KqDate));
  centers = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_MEMBER_CENTERS);
  for (guint i = 0; i < kq_list_get_length (centers); i++)
    {
      add_reviews (dates, kq_list_get (centers, i), moment, zone);
      add_draft (dates, kq_list_get (centers, i), profiles, moment, zone);
    }
  add_coupons (dates, KQ_OBJECT (campaign), moment);
  g_array_sort (dates, compare);

  return dates;
}
