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

typedef struct {
  GHashTable   *taken;     /* (owned): every name, and the first coupon of that name */
  GStringChunk *reserved;  /* (owned): names that no coupon has yet */
} Names;

static gpointer
new_names (KqCheck *check)
{
  Names *names = g_new (Names, 1);

  names->taken = g_hash_table_new (g_str_hash, g_str_equal);
  names->reserved = g_string_chunk_new (256);

  return names;
}

static void
names_free (gpointer data)
{
  Names *names = data;

  g_hash_table_unref (names->taken);
  g_string_chunk_free (names->reserved);
  g_free (names);
}

static void
add_name (KqCheck  *check,
          gpointer  data,
          KqObject *coupon)
{
  GHashTable *taken = ((Names *) data)->taken;
  const char *name = kq_object_get_text (coupon, KQ_COUPON_NAME);

  if (kq_object_get_platform (coupon) == KQ_PLATFORM_DOUYIN &&
      !kq_object_is_voided (coupon) && !g_hash_table_contains (taken, name))
    g_hash_table_insert (taken, (gpointer) name, coupon);
}

static const KqLookup douyin_names = {
  { KQ_CAMPAIGN_COUPONS }, new_names, add_name, NULL, names_free
};

/* “name 2”, or the next number that is free. It counts as taken from now on,
 * so that two mends don't give one name. */
static const char *
reserve_name (Names    *names,
              KqObject *coupon)
{
  for (guint i = 2;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", kq_object_get_text (coupon, KQ_COUPON_NAME),
                                               i);
      char *reserved;

      if (g_hash_table_contains (names->taken, name))
        continue;
      reserved = g_string_chunk_insert (names->reserved, name);
      g_hash_table_insert (names->taken, reserved, coupon);
      return reserved;
    }
}

static void
check_name (KqCheck  *check,
            KqObject *coupon)
{
  Names *names = kq_check_look_up (check, &douyin_names);
  const char *name = kq_object_get_text (coupon, KQ_COUPON_NAME);
  const char *other;
  KqFinding *finding;

  if (*name == '\0' || g_hash_table_lookup (names->taken, name) == coupon)
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

typedef struct {
  GDateTime *first;      /* (owned) (nullable): the first start */
  gboolean   is_weekly;
  gboolean   is_monthly;
  KqObject  *breaker;    /* (nullable): the first coupon that is out of both rhythms */
} Rhythm;

static gpointer
new_rhythm (KqCheck *check)
{
  Rhythm *rhythm = g_new0 (Rhythm, 1);

  rhythm->is_weekly = rhythm->is_monthly = TRUE;

  return rhythm;
}

static void
rhythm_free (gpointer data)
{
  Rhythm *rhythm = data;

  g_clear_pointer (&rhythm->first, g_date_time_unref);
  g_free (rhythm);
}

static void
add_start (KqCheck  *check,
           gpointer  data,
           KqObject *coupon)
{
  Rhythm *rhythm = data;
  KqTime start = kq_object_get_time (coupon, KQ_COUPON_CLAIM_START);
  g_autoptr (GDateTime) date = NULL;

  if (rhythm->breaker != NULL || !is_exclusive (coupon) || !kq_time_is_set (start))
    return;

  date = kq_time_to_date_time (start, kq_check_get_zone (check));
  if (rhythm->first == NULL)
    rhythm->first = g_date_time_ref (date);
  rhythm->is_weekly = rhythm->is_weekly && is_same_rhythm (rhythm->first, date, TRUE);
  rhythm->is_monthly = rhythm->is_monthly && is_same_rhythm (rhythm->first, date, FALSE);
  if (!rhythm->is_weekly && !rhythm->is_monthly)
    rhythm->breaker = coupon;
}

static const KqLookup starts = {
  { KQ_CAMPAIGN_COUPONS }, new_rhythm, add_start, NULL, rhythm_free
};

static void
check_rhythm (KqCheck  *check,
              KqObject *campaign)
{
  const Rhythm *rhythm = kq_check_look_up (check, &starts);
  KqObject *coupon = rhythm->breaker;
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
#define ON_COUPON(id, severity, check, ...) \
  { id, KQ_SEVERITY_##severity, "000", KQ_ON (DOUYIN), KQ_SUBJECT_COUPON, check, { __VA_ARGS__ } }
  static const KqRule rules[] = {
    { "DY-12", KQ_SEVERITY_ADVICE, "000", KQ_ON_ALL, KQ_SUBJECT_CAMPAIGN, check_rhythm,
      { &starts } },
    ON_COUPON ("DY-11", WARNING, check_name, &douyin_names),
    ON_COUPON ("DY-17", ADVICE, check_validity),
    ON_COUPON ("DY-19", ADVICE, check_hot_item),
  };
#undef ON_COUPON

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
