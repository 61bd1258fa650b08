/* kq-series.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-series.h"

#include "kq-list.h"

/* What the coupons of a series have in common */
static const guint common[] = {
  KQ_COUPON_PLATFORM, KQ_COUPON_PURPOSE, KQ_COUPON_SCOPE, KQ_COUPON_PRODUCTS, KQ_COUPON_DISCOUNT,
  KQ_COUPON_AMOUNT, KQ_COUPON_PERCENT, KQ_COUPON_MAX_DISCOUNT, KQ_COUPON_THRESHOLD,
  KQ_COUPON_LEVELS,
};

static gboolean
is_same_value (KqObject *a,
               KqObject *b,
               guint     index)
{
  g_autoptr (JsonNode) left = kq_object_dup_value (a, index);
  g_autoptr (JsonNode) right = kq_object_dup_value (b, index);

  return json_node_equal (left, right);
}

static gboolean
is_of_series (KqObject *coupon,
              KqObject *other)
{
  if (kq_object_is_voided (other) ||
      !kq_time_is_set (kq_object_get_time (other, KQ_COUPON_CLAIM_START)) ||
      !kq_time_is_set (kq_object_get_time (other, KQ_COUPON_CLAIM_END)))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (!is_same_value (coupon, other, common[i]))
      return FALSE;

  return TRUE;
}

/**
 * kq_series_find_last:
 * @campaign: a campaign
 * @coupon: one of its coupons
 *
 * Returns: (transfer none): of the coupons of the same offer, platform and
 *   levels the one whose claim window ends last; @coupon itself where there is
 *   no other
 */
KqObject *
kq_series_find_last (KqCampaign *campaign,
                     KqObject   *coupon)
{
  KqObject *last = coupon;
  KqList *coupons;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (KQ_IS_COUPON (coupon), NULL);

  coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *other = kq_list_get (coupons, i);

      if (is_of_series (coupon, other) &&
          kq_time_compare (kq_object_get_time (other, KQ_COUPON_CLAIM_END),
                           kq_object_get_time (last, KQ_COUPON_CLAIM_END)) > 0)
        last = other;
    }

  return last;
}

/* How far the next window is from the last one: whole months, or whole days,
 * or seconds. Months and days keep the clock time across a change of it. */
typedef struct {
  int    months;
  int    days;
  gint64 seconds;
} Shift;

static gboolean
begins_month (GDateTime *moment)
{
  return g_date_time_get_day_of_month (moment) == 1 && g_date_time_get_hour (moment) == 0 &&
         g_date_time_get_minute (moment) == 0 && g_date_time_get_second (moment) == 0;
}

static gboolean
is_same_clock (GDateTime *a,
               GDateTime *b)
{
  return g_date_time_get_hour (a) == g_date_time_get_hour (b) &&
         g_date_time_get_minute (a) == g_date_time_get_minute (b) &&
         g_date_time_get_second (a) == g_date_time_get_second (b);
}

static int
julian_day (GDateTime *moment)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (moment), g_date_time_get_month (moment),
                  g_date_time_get_year (moment));

  return (int) g_date_get_julian (&date);
}

static Shift
get_shift (KqTime     first,
           KqTime     last,
           GTimeZone *zone)
{
  g_autoptr (GDateTime) start = kq_time_to_date_time (first, zone);
  g_autoptr (GDateTime) end = kq_time_to_date_time (kq_time_add (last, 1), zone);

  if (start == NULL || end == NULL)
    return (Shift) { 0, 0, 0 };
  if (begins_month (start) && begins_month (end))
    return (Shift) { (g_date_time_get_year (end) - g_date_time_get_year (start)) * 12 +
                     g_date_time_get_month (end) - g_date_time_get_month (start), 0, 0 };
  if (is_same_clock (start, end))
    return (Shift) { 0, julian_day (end) - julian_day (start), 0 };

  return (Shift) { 0, 0, last.seconds + 1 - first.seconds };
}

static KqTime
add_shift (KqTime       time,
           const Shift *shift,
           GTimeZone   *zone)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) later = NULL;

  if (shift->seconds != 0)
    return kq_time_add (time, shift->seconds);

  moment = kq_time_to_date_time (time, zone);
  if (moment != NULL)
    later = g_date_time_add_full (moment, 0, shift->months, shift->days, 0, 0, 0);
  if (later == NULL)
    return time;

  return kq_time_from_civil (zone, g_date_time_get_year (later), g_date_time_get_month (later),
                             g_date_time_get_day_of_month (later), g_date_time_get_hour (later),
                             g_date_time_get_minute (later), g_date_time_get_second (later));
}

/* An end is its last second: it is what follows that moves by months. */
static void
shift_time (KqObject    *coupon,
            guint        index,
            const Shift *shift,
            GTimeZone   *zone)
{
  int last = kq_object_get_field (coupon, index)->flags & KQ_FIELD_END ? 1 : 0;
  KqTime time = kq_object_get_time (coupon, index);

  if (!kq_time_is_set (time))
    return;

  time = add_shift (kq_time_add (time, last), shift, zone);
  if (kq_time_is_set (time))
    kq_object_set_time (coupon, index, kq_time_add (time, -last));
}

static gboolean
has_coupon (KqCampaign *campaign,
            const char *name)
{
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);

  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    if (g_str_equal (kq_object_get_text (kq_list_get (coupons, i), KQ_COUPON_NAME), name))
      return TRUE;

  return FALSE;
}

/* “Coupon” is followed by “Coupon 2”, and that by “Coupon 3”: coupons are
 * looked up by name (DY-11). */
static char *
dup_next_name (KqCampaign *campaign,
               const char *name)
{
  const char *space = strrchr (name, ' ');
  g_autofree char *base = g_strdup (name);
  guint64 number = 1;

  if (space != NULL && space[1] != '\0' && strlen (space + 1) < 6 &&
      strspn (space + 1, "0123456789") == strlen (space + 1))
    {
      number = g_ascii_strtoull (space + 1, NULL, 10);
      base[space - name] = '\0';
    }

  for (;;)
    {
      g_autofree char *next = g_strdup_printf ("%s %" G_GUINT64_FORMAT, base, ++number);

      if (!has_coupon (campaign, next))
        return g_steal_pointer (&next);
    }
}

/* What the platform said of the one before isn't true of the next. */
static void
forget_platform (KqObject *coupon)
{
  kq_object_set_text (coupon, KQ_COUPON_EXTERNAL_ID, "");
  kq_object_set_text (coupon, KQ_COUPON_LINK, "");
  kq_object_set_text (coupon, KQ_COUPON_SHORT_LINK, "");
  kq_object_set_bool (coupon, KQ_COUPON_LINK_VERIFIED, FALSE);
  kq_object_set_choice (coupon, KQ_COUPON_STATE, KQ_STATE_DRAFT);
}

/**
 * kq_series_make_next:
 * @campaign: a campaign
 * @coupon: one of its coupons
 * @id: an id that is free
 * @zone: (nullable): the campaign's zone
 *
 * Makes the coupon that follows the last of @coupon's series without a gap
 * (DY-12, DY-13): a window of the same days, or of as many whole months, with
 * the use time moved as far.
 *
 * Returns: (transfer full): the coupon, in no list yet
 */
KqObject *
kq_series_make_next (KqCampaign *campaign,
                     KqObject   *coupon,
                     const char *id,
                     GTimeZone  *zone)
{
  static const guint times[] = {
    KQ_COUPON_CLAIM_START, KQ_COUPON_CLAIM_END, KQ_COUPON_USE_START, KQ_COUPON_USE_END,
  };
  KqObject *last, *next;
  const char *name;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (KQ_IS_COUPON (coupon), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  last = kq_series_find_last (campaign, coupon);
  next = kq_object_duplicate (last, id);
  forget_platform (next);

  name = kq_object_get_text (last, KQ_COUPON_NAME);
  if (*name != '\0')
    {
      g_autofree char *next_name = dup_next_name (campaign, name);

      kq_object_set_text (next, KQ_COUPON_NAME, next_name);
    }
  if (kq_time_is_set (kq_object_get_time (last, KQ_COUPON_CLAIM_START)) &&
      kq_time_is_set (kq_object_get_time (last, KQ_COUPON_CLAIM_END)))
    {
      Shift shift = get_shift (kq_object_get_time (last, KQ_COUPON_CLAIM_START),
                               kq_object_get_time (last, KQ_COUPON_CLAIM_END), zone);

      for (guint i = 0; i < G_N_ELEMENTS (times); i++)
        shift_time (next, times[i], &shift, zone);
    }

  return next;
}
