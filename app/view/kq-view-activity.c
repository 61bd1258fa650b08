/* kq-view-activity.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-coupon.h"
#include "kq-gift.h"
#include "kq-view-private.h"

/* The exclusive activities of Taobao and Tmall. */

static gboolean
is_new_only (KqObject *activity)
{
  return kq_object_get_choice (activity, KQ_ACTIVITY_KIND) ==
         KQ_ACTIVITY_KIND_NEW_MEMBER_EXCLUSIVE;
}

/* MF-39: what is for new members can't be hidden. */
static gboolean
is_hidden (KqObject *activity)
{
  return !is_new_only (activity) && kq_object_get_bool (activity, KQ_ACTIVITY_HIDDEN);
}

static KqObject *
coupon_of (KqViewer *self,
           KqObject *activity)
{
  return kq_viewer_coupon (self, kq_object_get_text (activity, KQ_ACTIVITY_COUPON));
}

static guint
count_claimed (KqViewer *self,
               KqObject *activity)
{
  const char *coupon = kq_object_get_text (activity, KQ_ACTIVITY_COUPON);

  return kq_viewer_count_claimed (self, kq_object_get_id (activity)) +
         (*coupon != '\0' ? kq_viewer_count_claimed (self, coupon) : 0);
}

/* TM-25: of all that is for new members only, somebody gets one, once. */
static gboolean
has_had_another (KqViewer *self,
                 KqObject *activity)
{
  KqList *activities = kq_viewer_list (self, KQ_CAMPAIGN_ACTIVITIES);

  for (guint i = 0; i < kq_list_get_length (activities); i++)
    {
      KqObject *other = kq_list_get (activities, i);

      if (other != activity && is_new_only (other) &&
          kq_viewer_is_own (self, other, KQ_ACTIVITY_PLATFORM) && count_claimed (self, other) > 0)
        return TRUE;
    }

  return FALSE;
}

/* Without a number of days, who joined before it started isn't new. */
static KqViewReason
newness_reason (KqViewer *self,
                KqObject *activity)
{
  gint64 days = kq_object_get_int (activity, KQ_ACTIVITY_JOINED_WITHIN_DAYS);
  KqTime start = kq_object_get_time (activity, KQ_ACTIVITY_START);

  if (!kq_viewer_joined_first (self))
    return KQ_VIEW_REASON_REJOINED;
  if (days > 0 && self->query->joined_for / KQ_SECONDS_PER_DAY >= days &&
      self->query->joined_for > days * KQ_SECONDS_PER_DAY)
    return KQ_VIEW_REASON_JOINED_TOO_LONG_AGO;
  if (days <= 0 && (kq_time_is_set (start)
                    ? kq_time_compare (kq_viewer_joined_at (self), start) < 0 &&
                      !kq_viewer_is_before (self, start)
                    : self->query->joined_for > KQ_VIEW_NEW_MEMBER_SECONDS))
    return KQ_VIEW_REASON_JOINED_BEFORE;
  if (has_had_another (self, activity))
    return KQ_VIEW_REASON_ONE_ONLY;

  return KQ_VIEW_REASON_NONE;
}

/* What the activity grants must be fit for it: MF-32. */
static KqViewReason
content_reason (KqViewer *self,
                KqObject *activity)
{
  KqObject *coupon = coupon_of (self, activity);

  if (coupon == NULL)
    return kq_object_get_child (activity, KQ_ACTIVITY_GIFT) != NULL ? KQ_VIEW_REASON_NONE
                                                                    : KQ_VIEW_REASON_EMPTY;
  if (!kq_viewer_is_own (self, coupon, KQ_COUPON_PLATFORM))
    return KQ_VIEW_REASON_PLATFORM;
  if (kq_object_get_choice (coupon, KQ_COUPON_STATE) == KQ_STATE_VOIDED)
    return KQ_VIEW_REASON_VOIDED;
  if (kq_object_get_choice (coupon, KQ_COUPON_CHANNEL) != KQ_CHANNEL_MEMBER_EXCLUSIVE)
    return KQ_VIEW_REASON_CHANNEL;

  return KQ_VIEW_REASON_NONE;
}

static KqViewReason
activity_reason (KqViewer *self,
                 KqObject *activity)
{
  KqViewReason reason;

  if (kq_object_get_choice (activity, KQ_ACTIVITY_STATE) == KQ_STATE_VOIDED)
    return KQ_VIEW_REASON_VOIDED;
  reason = content_reason (self, activity);
  if (reason != KQ_VIEW_REASON_NONE)
    return reason;
  if (!kq_persona_is_member (self->query->persona) && !kq_viewer_is_pushed (self))
    return KQ_VIEW_REASON_NOT_MEMBER;
  if (is_hidden (activity) && !kq_viewer_is_pushed (self))
    return KQ_VIEW_REASON_PUSHED_ONLY;
  if (is_new_only (activity))
    return newness_reason (self, activity);

  return KQ_VIEW_REASON_NONE;
}

static KqViewStatus
own_status (KqViewer *self,
            KqObject *activity)
{
  const char *id = kq_object_get_id (activity);

  if (kq_object_get_choice (activity, KQ_ACTIVITY_STATE) == KQ_STATE_ENDED ||
      kq_viewer_is_after (self, kq_object_get_time (activity, KQ_ACTIVITY_END)))
    return KQ_VIEW_STATUS_OVER;
  if (!kq_viewer_has_level (self, kq_object_get_texts (activity, KQ_ACTIVITY_LEVELS)))
    return KQ_VIEW_STATUS_HIGHER_LEVEL;
  if (kq_viewer_is_used_up (self, id) ||
      (*kq_object_get_text (activity, KQ_ACTIVITY_COUPON) == '\0' &&
       kq_viewer_is_gift_gone (self, id)))
    return KQ_VIEW_STATUS_USED_UP;
  if (kq_viewer_is_before (self, kq_object_get_time (activity, KQ_ACTIVITY_START)))
    return KQ_VIEW_STATUS_NOT_YET;

  return KQ_VIEW_STATUS_CLAIMABLE;
}

/* The activity and its coupon must both let it be claimed. */
static KqViewStatus
activity_status (KqViewer *self,
                 KqObject *activity)
{
  KqObject *coupon = coupon_of (self, activity);
  KqViewStatus status = own_status (self, activity);
  gint64 limit = 1;

  if (coupon != NULL && !is_new_only (activity))
    limit = MAX (kq_object_get_int (coupon, KQ_COUPON_PER_MEMBER), 1);
  if (count_claimed (self, activity) >= limit)
    return KQ_VIEW_STATUS_CLAIMED;
  if (coupon == NULL)
    return status;

  return MAX (status, kq_viewer_coupon_status (self, coupon, 0));
}

static char *
when_of (KqViewer     *self,
         KqObject     *activity,
         KqViewStatus  status)
{
  KqTime start = kq_object_get_time (activity, KQ_ACTIVITY_START);
  g_autofree char *day = NULL;
  g_autofree char *names = NULL;

  if (status == KQ_VIEW_STATUS_NOT_YET && kq_viewer_is_before (self, start))
    {
      day = kq_viewer_day (self, start);
      return g_strdup_printf (_("Claim from %s"), day);
    }
  if (status == KQ_VIEW_STATUS_HIGHER_LEVEL)
    {
      names = kq_viewer_level_names (self, kq_object_get_texts (activity, KQ_ACTIVITY_LEVELS));
      return *names != '\0' ? g_strdup_printf (_("Only %s"), names) : NULL;
    }

  return NULL;
}

static KqViewItem *
gift_item (KqViewer     *self,
           KqObject     *activity,
           KqViewStatus  status)
{
  KqObject *gift = kq_object_get_child (activity, KQ_ACTIVITY_GIFT);
  char *name = kq_view_short_text (kq_object_get_text (gift, KQ_GIFT_NAME), KQ_VIEW_MAX_NAME);
  KqViewItem *item = kq_view_item_new (KQ_VIEW_ITEM_GIFT, status,
                                       kq_object_get_id (activity), name);

  item->detail = g_strdup (_("Member-exclusive gift"));
  item->when = kq_viewer_period (self, kq_object_get_time (activity, KQ_ACTIVITY_START),
                                 kq_object_get_time (activity, KQ_ACTIVITY_END));
  kq_viewer_set_status (item, status);

  return item;
}

static KqViewItem *
activity_item (KqViewer     *self,
               KqObject     *activity)
{
  KqViewStatus status = activity_status (self, activity);
  KqObject *coupon = coupon_of (self, activity);
  char *when = when_of (self, activity, status);
  KqViewItem *item;

  if (coupon != NULL)
    item = kq_viewer_coupon_item (self, coupon, status);
  else
    item = gift_item (self, activity, status);
  g_free (item->id);
  item->id = g_strdup (kq_object_get_id (activity));
  item->type = KQ_TYPE_ACTIVITY;
  if (when != NULL)
    {
      g_free (item->when);
      item->when = when;
    }
  g_free (item->link);
  item->link = g_strdup (kq_object_get_text (activity, KQ_ACTIVITY_SHORT_LINK));
  /* MF-53: joins and claims in one flow. */
  if (status == KQ_VIEW_STATUS_CLAIMABLE && !kq_persona_is_member (self->query->persona))
    {
      g_free (item->action);
      item->action = g_strdup (_("Join and claim"));
      item->joins = TRUE;
    }
  kq_viewer_explain (self, activity);

  return item;
}

static void
explain_absence (KqViewer     *self,
                 KqObject     *activity,
                 KqViewReason  reason)
{
  KqObject *coupon = coupon_of (self, activity);

  kq_viewer_absent (self, activity, kq_object_get_text (activity, KQ_ACTIVITY_NAME), reason);
  if (coupon != NULL && kq_viewer_is_own (self, coupon, KQ_COUPON_PLATFORM) &&
      !g_hash_table_contains (self->explained, coupon))
    kq_viewer_absent (self, coupon, kq_object_get_text (coupon, KQ_COUPON_NAME), reason);
}

/* Puts each activity where it is shown: what is for new members, what every
 * member sees, what was pushed. %NULL stands for a place that isn't shown,
 * since the member center isn't published (MF-40). */
void
kq_viewer_collect_activities (KqViewer    *self,
                              KqViewBlock *newcomer,
                              KqViewBlock *coupons,
                              KqViewBlock *pushed)
{
  KqList *activities = kq_viewer_list (self, KQ_CAMPAIGN_ACTIVITIES);

  for (guint i = 0; i < kq_list_get_length (activities); i++)
    {
      KqObject *activity = kq_list_get (activities, i);
      KqViewBlock *block;
      KqViewReason reason;

      if (!kq_viewer_is_own (self, activity, KQ_ACTIVITY_PLATFORM))
        continue;

      reason = activity_reason (self, activity);
      block = is_new_only (activity) ? newcomer : is_hidden (activity) ? pushed : coupons;
      if (reason == KQ_VIEW_REASON_NONE && block == NULL)
        reason = kq_viewer_closed_reason (self);
      if (reason == KQ_VIEW_REASON_NONE)
        g_ptr_array_add (block->items, activity_item (self, activity));
      else
        explain_absence (self, activity, reason);
    }
}

/* TB-15, TB-16: whether one was created that is for the persona's level. A
 * center asks for activities of Taobao and Tmall alike; a level of the other
 * one can't be compared and counts as met. */
gboolean
kq_viewer_has_activity (KqViewer *self,
                        gboolean  gift)
{
  KqList *activities = kq_viewer_list (self, KQ_CAMPAIGN_ACTIVITIES);

  for (guint i = 0; i < kq_list_get_length (activities); i++)
    {
      KqObject *activity = kq_list_get (activities, i);
      gboolean is_gift = *kq_object_get_text (activity, KQ_ACTIVITY_COUPON) == '\0';

      if (!kq_view_is_family (kq_object_get_choice (activity, KQ_ACTIVITY_PLATFORM)) || is_gift != gift ||
          (is_gift && kq_object_get_child (activity, KQ_ACTIVITY_GIFT) == NULL) ||
          kq_object_get_choice (activity, KQ_ACTIVITY_STATE) == KQ_STATE_VOIDED ||
          kq_viewer_is_after (self, kq_object_get_time (activity, KQ_ACTIVITY_END)))
        continue;
      if (!kq_viewer_is_own (self, activity, KQ_ACTIVITY_PLATFORM) ||
          kq_viewer_has_level (self, kq_object_get_texts (activity, KQ_ACTIVITY_LEVELS)))
        return TRUE;
    }

  return FALSE;
}
