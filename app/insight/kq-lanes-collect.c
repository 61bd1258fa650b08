/* kq-lanes-collect.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-activity.h"
#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-lanes-private.h"
#include "kq-list.h"

#define DAY_SECONDS 86400

static KqList *
get_list (KqLanes *self,
          guint    field)
{
  return kq_object_get_list (KQ_OBJECT (self->campaign), field);
}

static void
add_bar (KqLanes   *self,
         KqBarKind  kind,
         KqObject  *object,
         guint      start_field,
         guint      end_field)
{
  KqTime start = kq_object_get_time (object, start_field);
  KqTime end = kq_object_get_time (object, end_field);
  KqBar bar = { kind, object, self->lanes->len - 1, 0, start.seconds, end.seconds,
                start_field, end_field };

  /* What has no beginning or no end is for the rules to say. */
  if (kq_time_is_set (start) && kq_time_is_set (end) && start.seconds <= end.seconds)
    g_array_append_val (self->bars, bar);
}

/* From the first second in which somebody may use it to the last one */
static void
add_use_in_days (KqLanes  *self,
                 KqObject *coupon)
{
  KqTime start = kq_object_get_time (coupon, KQ_COUPON_CLAIM_START);
  KqTime end = kq_object_get_time (coupon, KQ_COUPON_CLAIM_END);
  gint64 delay = CLAMP (kq_object_get_int (coupon, KQ_COUPON_USE_DELAY_DAYS), 0, 36500);
  gint64 days = CLAMP (kq_object_get_int (coupon, KQ_COUPON_USE_DAYS), 0, 36500);
  KqBar bar = { KQ_BAR_USE, coupon, self->lanes->len - 1, 0, 0, 0, KQ_NO_FIELD, KQ_NO_FIELD };

  if (!kq_time_is_set (start) || !kq_time_is_set (end) || start.seconds > end.seconds || days == 0)
    return;
  bar.start = start.seconds + delay * DAY_SECONDS;
  bar.end = end.seconds + (delay + days) * DAY_SECONDS;
  g_array_append_val (self->bars, bar);
}

static void
add_coupon (KqLanes      *self,
            KqObject     *coupon,
            KqLanesFlags  flags)
{
  add_bar (self, KQ_BAR_CLAIM, coupon, KQ_COUPON_CLAIM_START, KQ_COUPON_CLAIM_END);
  if (!(flags & KQ_LANES_USE))
    return;
  if (kq_object_get_choice (coupon, KQ_COUPON_VALIDITY) == KQ_COUPON_VALIDITY_DAYS)
    add_use_in_days (self, coupon);
  else
    add_bar (self, KQ_BAR_USE, coupon, KQ_COUPON_USE_START, KQ_COUPON_USE_END);
}

static void
begin_lane (KqLanes    *self,
            KqPlatform  platform,
            KqLaneKind  kind)
{
  KqLane lane = { platform, kind, g_ptr_array_new (), 1, 0, 0 };

  g_array_append_val (self->lanes, lane);
}

/* A lane without a bar says nothing. */
static void
end_lane (KqLanes *self,
          guint    n_bars_before)
{
  if (self->bars->len == n_bars_before)
    g_array_set_size (self->lanes, self->lanes->len - 1);
}

static gboolean
is_on (KqObject   *object,
       KqPlatform  platform)
{
  return kq_object_get_platform (object) == (int) platform && !kq_object_is_voided (object);
}

static void
add_coupons_of (KqLanes       *self,
                KqPlatform     platform,
                KqLaneKind     kind,
                guint          purposes,
                KqLanesFlags   flags)
{
  KqList *coupons = get_list (self, KQ_CAMPAIGN_COUPONS);
  guint before = self->bars->len;

  begin_lane (self, platform, kind);
  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);
      int purpose = kq_object_get_choice (coupon, KQ_COUPON_PURPOSE);

      if (is_on (coupon, platform) && purpose >= 0 && (purposes & 1 << purpose))
        add_coupon (self, coupon, flags);
    }
  end_lane (self, before);
}

/* Levels */

static gboolean
is_for_level (KqObject *coupon,
              KqObject *level)
{
  const char * const *levels = kq_object_get_texts (coupon, KQ_COUPON_LEVELS);

  return levels[0] == NULL || (level != NULL && g_strv_contains (levels, kq_object_get_id (level)));
}

static gboolean
is_exclusive (KqObject   *coupon,
              KqPlatform  platform)
{
  return is_on (coupon, platform) &&
         kq_object_get_choice (coupon, KQ_COUPON_PURPOSE) == KQ_PURPOSE_MEMBER_EXCLUSIVE;
}

static gboolean
have_same_coupons (KqLanes    *self,
                   KqPlatform  platform,
                   KqObject   *a,
                   KqObject   *b)
{
  KqList *coupons = get_list (self, KQ_CAMPAIGN_COUPONS);

  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);

      if (is_exclusive (coupon, platform) && is_for_level (coupon, a) != is_for_level (coupon, b))
        return FALSE;
    }

  return TRUE;
}

/* The lane of one level, NULL for everybody, and of those that have the same */
static void
add_level (KqLanes      *self,
           KqPlatform    platform,
           KqObject     *level,
           GPtrArray    *alike,
           guint         n_levels,
           KqLanesFlags  flags)
{
  KqList *coupons = get_list (self, KQ_CAMPAIGN_COUPONS);

  begin_lane (self, platform, KQ_LANE_LEVELS);
  if (alike->len < n_levels)
    g_ptr_array_extend (g_array_index (self->lanes, KqLane, self->lanes->len - 1).levels, alike,
                        NULL, NULL);
  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);

      if (is_exclusive (coupon, platform) && is_for_level (coupon, level))
        add_coupon (self, coupon, flags);
    }
}

static gboolean
has_exclusives (KqLanes    *self,
                KqPlatform  platform)
{
  KqList *coupons = get_list (self, KQ_CAMPAIGN_COUPONS);

  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    if (is_exclusive (kq_list_get (coupons, i), platform))
      return TRUE;

  return FALSE;
}

/* A level that gets nothing has a lane all the same: all of it is a gap. */

static void
add_levels (KqLanes      *self,
            KqPlatform    platform,
            KqLanesFlags  flags)
{
  g_autoptr (GPtrArray) levels = kq_calendar_get_levels (self->campaign, platform);
  guint n_levels = levels->len;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (!has_exclusives (self, platform))
    return;
  if (n_levels == 0)
    add_level (self, platform, NULL, none, 0, flags);
  while (levels->len > 0)
    {
      KqObject *level = g_ptr_array_index (levels, 0);
      g_autoptr (GPtrArray) alike = g_ptr_array_new ();

      for (guint i = 0; i < levels->len;)
        if (have_same_coupons (self, platform, level, g_ptr_array_index (levels, i)))
          g_ptr_array_add (alike, g_ptr_array_remove_index (levels, i));
        else
          i++;
      add_level (self, platform, level, alike, n_levels, flags);
    }
}

static void
add_packs (KqLanes        *self,
           KqPlatform      platform,
           KqPackAudience  audience)
{
  KqList *packs = get_list (self, KQ_CAMPAIGN_GIFT_PACKS);
  guint before = self->bars->len;

  begin_lane (self, platform,
              audience == KQ_PACK_AUDIENCE_NEW_MEMBERS ? KQ_LANE_NEW_PACKS : KQ_LANE_PACKS);
  for (guint i = 0; i < kq_list_get_length (packs); i++)
    {
      KqObject *pack = kq_list_get (packs, i);

      if (!is_on (pack, platform) ||
          kq_object_get_choice (pack, KQ_GIFT_PACK_AUDIENCE) != (int) audience)
        continue;
      add_bar (self, KQ_BAR_PACK, pack, KQ_GIFT_PACK_START, KQ_GIFT_PACK_END);
      add_bar (self, KQ_BAR_POPUP, pack, KQ_GIFT_PACK_POPUP_START, KQ_GIFT_PACK_POPUP_END);
    }
  end_lane (self, before);
}

static void
add_running (KqLanes    *self,
             KqPlatform  platform,
             KqLaneKind  kind,
             guint       list_field,
             guint       start_field,
             guint       end_field)
{
  KqList *list = get_list (self, list_field);
  guint before = self->bars->len;

  begin_lane (self, platform, kind);
  for (guint i = 0; i < kq_list_get_length (list); i++)
    if (is_on (kq_list_get (list, i), platform))
      add_bar (self, KQ_BAR_ACTIVITY, kq_list_get (list, i), start_field, end_field);
  end_lane (self, before);
}

void
kq_lanes_collect (KqLanes      *self,
                  KqLanesFlags  flags)
{
  for (guint platform = 0; platform < KQ_N_PLATFORMS; platform++)
    {
      add_levels (self, platform, flags);
      add_coupons_of (self, platform, KQ_LANE_NEW_MEMBERS,
                      1 << KQ_PURPOSE_NEW_MEMBER_EXCLUSIVE | 1 << KQ_PURPOSE_JOIN_GIFT, flags);
      add_packs (self, platform, KQ_PACK_AUDIENCE_NEW_MEMBERS);
      add_packs (self, platform, KQ_PACK_AUDIENCE_MEMBERS);
      add_running (self, platform, KQ_LANE_ACTIVITIES, KQ_CAMPAIGN_ACTIVITIES, KQ_ACTIVITY_START,
                   KQ_ACTIVITY_END);
      add_coupons_of (self, platform, KQ_LANE_PUSH, 1 << KQ_PURPOSE_PUSH, flags);
      add_running (self, platform, KQ_LANE_FISSION, KQ_CAMPAIGN_FISSIONS, KQ_FISSION_START,
                   KQ_FISSION_END);
    }
}
