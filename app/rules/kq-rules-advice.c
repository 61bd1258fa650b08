/* kq-rules-advice.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-product.h"
#include "kq-rules-private.h"
#include "kq-rules-shared.h"

/* What document 000 recommends for Douyin's coupons: names (DY-11), rhythm
 * (DY-12), validity (DY-17) and thresholds of hot items (DY-19). */

#define DAY (24 * 60 * 60)

static gboolean
is_exclusive (KqObject *coupon)
{
  return kq_object_get_platform (coupon) == KQ_PLATFORM_DOUYIN && !kq_object_is_voided (coupon) &&
         kq_object_get_choice (coupon, KQ_COUPON_PURPOSE) == KQ_PURPOSE_MEMBER_EXCLUSIVE;
}

/* DY-11 */

/* Every name that is taken, and beside it the first coupon of that name. */
static gpointer
collect_names (KqCheck *check)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  KqList *coupons = kq_check_get_list (check, KQ_CAMPAIGN_COUPONS);

  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);
      const char *name = kq_object_get_text (coupon, KQ_COUPON_NAME);

      if (kq_object_get_platform (coupon) == KQ_PLATFORM_DOUYIN &&
          !kq_object_is_voided (coupon) && !g_hash_table_contains (names, name))
        g_hash_table_insert (names, g_strdup (name), coupon);
    }

  return names;
}

/* “name 2”, or the next number that is free. It counts as taken from now on,
 * so that two mends don't give one name. */
static char *
reserve_name (GHashTable *names,
              KqObject   *coupon)
{
  for (guint i = 2;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", kq_object_get_text (coupon, KQ_COUPON_NAME),
                                               i);

      if (g_hash_table_contains (names, name))
        continue;
      g_hash_table_insert (names, g_strdup (name), coupon);
      return g_steal_pointer (&name);
    }
}

static void
check_name (KqCheck  *check,
            KqObject *coupon)
{
  GHashTable *names = kq_check_get_data (check, "douyin-coupon-names", collect_names,
                                         (GDestroyNotify) g_hash_table_unref);
  const char *name = kq_object_get_text (coupon, KQ_COUPON_NAME);
  g_autofree char *other = NULL;
  KqFinding *finding;

  if (*name == '\0' || g_hash_table_lookup (names, name) == coupon)
    return;

  other = reserve_name (names, coupon);
  finding = kq_check_found (check, coupon, KQ_COUPON_NAME,
                            g_strdup_printf (_("Another Douyin coupon is called “%s” too; Douyin "
                                               "shows figures by name, so each needs its own"),
                                             name));
  kq_check_fix_text (finding, coupon, KQ_COUPON_NAME, other,
                     g_strdup_printf (_("Rename to “%s”"), other));
}

/* DY-12 */

static int
second_of_day (GDateTime *date)
{
  return (g_date_time_get_hour (date) * 60 + g_date_time_get_minute (date)) * 60 +
         g_date_time_get_second (date);
}

static gboolean
is_same_rhythm (GDateTime *a,
                GDateTime *b,
                gboolean   weekly)
{
  if (second_of_day (a) != second_of_day (b))
    return FALSE;

  return weekly ? g_date_time_get_day_of_week (a) == g_date_time_get_day_of_week (b)
                : g_date_time_get_day_of_month (a) == g_date_time_get_day_of_month (b);
}

/* Of the coupons that start to be claimed at some time, the first that is out
 * of both rhythms. */
static KqObject *
find_out_of_rhythm (KqCheck *check)
{
  KqList *coupons = kq_check_get_list (check, KQ_CAMPAIGN_COUPONS);
  g_autoptr (GDateTime) first = NULL;
  gboolean weekly = TRUE, monthly = TRUE;

  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);
      KqTime start = kq_object_get_time (coupon, KQ_COUPON_CLAIM_START);
      g_autoptr (GDateTime) date = NULL;

      if (!is_exclusive (coupon) || !kq_time_is_set (start))
        continue;

      date = kq_time_to_date_time (start, kq_check_get_zone (check));
      if (first == NULL)
        first = g_date_time_ref (date);
      weekly = weekly && is_same_rhythm (first, date, TRUE);
      monthly = monthly && is_same_rhythm (first, date, FALSE);
      if (!weekly && !monthly)
        return coupon;
    }

  return NULL;
}

static void
check_rhythm (KqCheck  *check,
              KqObject *campaign)
{
  KqObject *coupon = find_out_of_rhythm (check);
  g_autofree char *name = NULL;

  if (coupon == NULL)
    return;

  name = kq_check_name_of (coupon);
  kq_check_found (check, coupon, KQ_COUPON_CLAIM_START,
                  g_strdup_printf (_("Coupon %s starts on another weekday, day of the month or "
                                     "time than the ones before: a fixed weekly or monthly time, "
                                     "such as your member day, is advised, so that members learn "
                                     "when to come back"), name));
}

/* DY-17 */

/* The period is so many days by the calendar, or so many times 24 hours. */
static gboolean
lasts (KqCheck *check,
       KqTime   start,
       KqTime   end,
       gint64   days)
{
  return kq_check_count_days (check, start, end) == days ||
         end.seconds - start.seconds + 1 == days * DAY;
}

/* The field that is other than advised, or KQ_NO_FIELD. */
static guint
find_unadvised (KqCheck  *check,
                KqObject *coupon,
                gint64    days)
{
  KqTime claim_start = kq_object_get_time (coupon, KQ_COUPON_CLAIM_START);
  KqTime start = kq_object_get_time (coupon, KQ_COUPON_USE_START);
  KqTime end = kq_object_get_time (coupon, KQ_COUPON_USE_END);
  int validity = kq_object_get_choice (coupon, KQ_COUPON_VALIDITY);

  if (validity == KQ_COUPON_VALIDITY_DAYS)
    {
      /* DY-08 says it of less than a day. */
      if (kq_object_get_int (coupon, KQ_COUPON_USE_DAYS) < 1)
        return KQ_NO_FIELD;
      if (kq_object_get_int (coupon, KQ_COUPON_USE_DAYS) != days)
        return KQ_COUPON_USE_DAYS;
      return kq_object_get_int (coupon, KQ_COUPON_USE_DELAY_DAYS) > 0 ? KQ_COUPON_USE_DELAY_DAYS
                                                                      : KQ_NO_FIELD;
    }
  if (validity != KQ_COUPON_VALIDITY_RANGE || !kq_time_is_set (start) || !kq_time_is_set (end) ||
      kq_time_compare (start, end) > 0)
    return KQ_NO_FIELD;
  if (!lasts (check, start, end, days))
    return KQ_COUPON_USE_END;

  return kq_time_is_set (claim_start) && kq_time_compare (start, claim_start) > 0
         ? KQ_COUPON_USE_START : KQ_NO_FIELD;
}

static void
check_validity (KqCheck  *check,
                KqObject *coupon)
{
  gint64 days = kq_check_get_limit (check, "validityDays");
  guint unadvised = find_unadvised (check, coupon, days);
  int goal = kq_object_get_choice (coupon, KQ_COUPON_GOAL);
  g_autofree char *name = NULL;
  GPtrArray *edits;
  KqFinding *finding;

  if (!is_exclusive (coupon) || goal == KQ_GOAL_BASKET || goal == KQ_GOAL_HOT_ITEM ||
      unadvised == KQ_NO_FIELD)
    return;

  name = kq_check_name_of (coupon);
  finding = kq_check_found (check, coupon, unadvised,
                            g_strdup_printf (_("Coupon %s isn't valid for %" PRId64 " days from "
                                               "the day it is claimed: that is advised, long "
                                               "enough to come back and short enough to hurry"),
                                             name, days));
  edits = kq_check_edits_new ();
  kq_check_add_edit (edits, coupon, KQ_COUPON_VALIDITY,
                     json_node_init_string (json_node_alloc (), "days"));
  kq_check_add_edit (edits, coupon, KQ_COUPON_USE_DAYS,
                     json_node_init_int (json_node_alloc (), days));
  kq_check_add_edit (edits, coupon, KQ_COUPON_USE_DELAY_DAYS,
                     json_node_init_int (json_node_alloc (), 0));
  kq_check_fix_edits (finding, edits,
                      g_strdup_printf (_("Make it valid %" PRId64 " days after claiming"), days));
}

/* DY-19 */

static gint64
cheapest_price (KqCheck  *check,
                KqObject *coupon)
{
  const char * const *ids = kq_object_get_texts (coupon, KQ_COUPON_PRODUCTS);
  gint64 cheapest = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      KqObject *product = kq_check_find (check, KQ_CAMPAIGN_PRODUCTS, ids[i]);
      gint64 price = product != NULL ? kq_object_get_int (product, KQ_PRODUCT_PRICE) : 0;

      if (price > 0 && (cheapest == 0 || price < cheapest))
        cheapest = price;
    }

  return cheapest;
}

static void
check_hot_item (KqCheck  *check,
                KqObject *coupon)
{
  gint64 threshold = kq_object_get_int (coupon, KQ_COUPON_THRESHOLD);
  g_autofree char *name = NULL;
  g_autofree char *is = NULL;
  g_autofree char *price = NULL;
  KqFinding *finding;
  gint64 cheapest;

  if (!is_exclusive (coupon) || !kq_object_field_applies (coupon, KQ_COUPON_PRODUCTS) ||
      kq_object_get_choice (coupon, KQ_COUPON_GOAL) != KQ_GOAL_HOT_ITEM)
    return;
  cheapest = cheapest_price (check, coupon);
  if (cheapest == 0 || threshold <= cheapest)
    return;

  name = kq_check_name_of (coupon);
  is = kq_money_format_short (threshold, "CNY");
  price = kq_money_format_short (cheapest, "CNY");
  finding = kq_check_found (check, coupon, KQ_COUPON_THRESHOLD,
                            g_strdup_printf (_("Coupon %s counts from %s up, but its cheapest "
                                               "product costs %s: to push a hot item, one piece "
                                               "of it should be enough"), name, is, price));
  kq_check_fix_int (finding, coupon, KQ_COUPON_THRESHOLD, cheapest,
                    g_strdup_printf (_("Change to %s"), price));
}

const KqRule *
kq_rules_for_advice (guint *n_rules)
{
#define ON_COUPON(id, severity, check) \
  { id, KQ_SEVERITY_##severity, "000", KQ_ON (DOUYIN), KQ_SUBJECT_COUPON, check }
  static const KqRule rules[] = {
    { "DY-12", KQ_SEVERITY_ADVICE, "000", KQ_ON_ALL, KQ_SUBJECT_CAMPAIGN, check_rhythm },
    ON_COUPON ("DY-11", WARNING, check_name),
    ON_COUPON ("DY-17", ADVICE, check_validity),
    ON_COUPON ("DY-19", ADVICE, check_hot_item),
  };
#undef ON_COUPON

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
