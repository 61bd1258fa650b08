/* kq-rules-exclusives.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-coupon.h"
#include "kq-level.h"
#include "kq-member-center.h"
#include "kq-rules-private.h"
#include "kq-rules-shared.h"
#include "kq-shop.h"

/* Member-exclusive and new-member exclusive coupons of Taobao and Tmall, and
 * the activities that give them out (document 003, section D). */

static gboolean
is_exclusive (KqObject *coupon)
{
  int purpose = kq_object_get_choice (coupon, KQ_COUPON_PURPOSE);

  return purpose == KQ_PURPOSE_MEMBER_EXCLUSIVE || purpose == KQ_PURPOSE_NEW_MEMBER_EXCLUSIVE;
}

/* MF-31 */

static void
check_scene (KqCheck  *check,
             KqObject *coupon)
{
  kq_check_suits_scene (check, coupon, coupon, KQ_COUPON_SCENE,
                        kq_object_get_bool (coupon, KQ_COUPON_RETURNING_ONLY));
}

/* MF-32 */

static void
check_channel (KqCheck  *check,
               KqObject *coupon)
{
  if (is_exclusive (coupon))
    kq_check_is_on_channel (check, coupon, KQ_CHANNEL_MEMBER_EXCLUSIVE,
                            _("otherwise it isn't listed when you set up the activity"));
}

/* MF-33 */

static void
check_practice (KqCheck  *check,
                KqObject *coupon)
{
  g_autofree char *name = NULL;

  if (!is_exclusive (coupon))
    return;

  if (kq_object_get_choice (coupon, KQ_COUPON_SCOPE) == KQ_SCOPE_PRODUCT)
    {
      name = kq_check_name_of (coupon);
      kq_check_found (check, coupon, KQ_COUPON_SCOPE,
                      g_strdup_printf (_("Member coupon %s is a product coupon; a shop coupon is "
                                         "advised: it doesn't count towards the lowest "
                                         "transaction price"), name));
    }
  if (kq_object_get_choice (coupon, KQ_COUPON_SCENE) == KQ_SCENE_FOLLOW_UP)
    kq_check_lasts_long (check, coupon, kq_object_get_time (coupon, KQ_COUPON_USE_START));
  kq_check_suits_audience (check, coupon);
}

/* MF-34 */

static void
check_no_threshold (KqCheck  *check,
                    KqObject *coupon)
{
  g_autofree char *name = NULL;

  if (!is_exclusive (coupon) || kq_check_is_no_threshold (coupon) ||
      kq_object_get_choice (coupon, KQ_COUPON_DISCOUNT) < 0)
    return;

  name = kq_check_name_of (coupon);
  kq_check_found (check, coupon, KQ_COUPON_DISCOUNT,
                  g_strdup_printf (_("Member coupon %s isn't an amount off without a threshold; "
                                     "that is advised, and safe: only members can claim it"),
                                   name));
}

/* MF-35 */

static void
check_one_activity (KqCheck  *check,
                    KqObject *coupon)
{
  GPtrArray *users = kq_check_get_users (check, coupon);
  g_autofree char *name = NULL;
  g_autoptr (GString) names = NULL;

  if (users == NULL || users->len < 2)
    return;

  name = kq_check_name_of (coupon);
  names = g_string_new (NULL);
  for (guint i = 0; i < users->len; i++)
    {
      g_autofree char *user = kq_check_name_of (g_ptr_array_index (users, i));

      if (i > 0)
        g_string_append (names, C_("between the items of a list", ", "));
      g_string_append (names, user);
    }
  kq_check_found (check, coupon, KQ_NO_FIELD,
                  g_strdup_printf (_("Coupon %s is used by %s: one coupon serves one activity "
                                     "only; make a copy for each of the others"),
                                   name, names->str));
}

/* MF-36 */

static void
check_card_first (KqCheck  *check,
                  KqObject *shop)
{
  KqList *activities = kq_check_get_list (check, KQ_CAMPAIGN_ACTIVITIES);
  int platform = kq_object_get_platform (shop);

  if (kq_object_get_bool (shop, KQ_SHOP_MEMBER_CARD) || kq_check_get_shop (check, platform) != shop)
    return;

  for (guint i = 0; i < kq_list_get_length (activities); i++)
    {
      KqObject *activity = kq_list_get (activities, i);
      g_autofree char *name = NULL;
      g_autofree char *activity_name = NULL;

      if (kq_object_get_platform (activity) != platform || kq_object_is_voided (activity))
        continue;

      name = kq_check_name_of (shop);
      activity_name = kq_check_name_of (activity);
      kq_check_found (check, shop, KQ_SHOP_MEMBER_CARD,
                      g_strdup_printf (_("Shop %s hasn't set up its member card, but has activity "
                                         "%s: exclusive activities need the member card, switched "
                                         "on in the VIP settings, first"), name, activity_name));
      return;
    }
}

/* MF-39 */

static gboolean
is_for_new_members (KqObject *activity)
{
  return kq_object_get_choice (activity, KQ_ACTIVITY_KIND) == KQ_ACTIVITY_KIND_NEW_MEMBER_EXCLUSIVE;
}

static void
check_not_hidden (KqCheck  *check,
                  KqObject *activity)
{
  g_autofree char *name = NULL;
  KqFinding *finding;

  if (!is_for_new_members (activity) || !kq_object_get_bool (activity, KQ_ACTIVITY_HIDDEN))
    return;

  name = kq_check_name_of (activity);
  finding = kq_check_found (check, activity, KQ_ACTIVITY_HIDDEN,
                            g_strdup_printf (_("Activity %s is for new members and hidden; the "
                                               "platform always shows such an activity in the "
                                               "member center"), name));
  kq_check_fix_remove (finding, activity, KQ_ACTIVITY_HIDDEN, g_strdup (_("Don't hide it")));
}

/* MF-40 */

/* Taobao and Tmall are one family: a center of either will do. */
static gboolean
has_published_center (KqCheck *check)
{
  KqList *centers = kq_check_get_list (check, KQ_CAMPAIGN_MEMBER_CENTERS);

  for (guint i = 0; i < kq_list_get_length (centers); i++)
    {
      KqObject *center = kq_list_get (centers, i);
      int platform = kq_object_get_platform (center);

      if ((platform == KQ_PLATFORM_TMALL || platform == KQ_PLATFORM_TAOBAO) &&
          kq_time_is_set (kq_object_get_time (center, KQ_MEMBER_CENTER_PUBLISHED_AT)))
        return TRUE;
    }

  return FALSE;
}

static void
check_visible (KqCheck  *check,
               KqObject *activity)
{
  g_autofree char *name = NULL;

  if (kq_object_get_bool (activity, KQ_ACTIVITY_HIDDEN) || has_published_center (check))
    return;

  name = kq_check_name_of (activity);
  kq_check_found (check, activity, KQ_ACTIVITY_HIDDEN,
                  g_strdup_printf (_("Activity %s is to be seen in the member center, but none is "
                                     "published: buyers see nothing until it is decorated and "
                                     "published"), name));
}

/* MF-42 */

static void
check_joined_within (KqCheck  *check,
                     KqObject *activity)
{
  gint64 days = kq_object_get_int (activity, KQ_ACTIVITY_JOINED_WITHIN_DAYS);
  gint64 least = kq_check_get_limit (check, "joinedWithinDays");
  g_autofree char *name = NULL;
  g_autofree char *advised = NULL;
  KqFinding *finding;

  if (!is_for_new_members (activity) || days >= least)
    return;

  name = kq_check_name_of (activity);
  advised = kq_count_format (least);
  finding = kq_check_found (check, activity, KQ_ACTIVITY_JOINED_WITHIN_DAYS,
                            g_strdup_printf (_("Activity %s gives new members less than %s days "
                                               "after joining, or doesn't say how long; %s are "
                                               "advised, so that none is too late"),
                                             name, advised, advised));
  kq_check_fix_int (finding, activity, KQ_ACTIVITY_JOINED_WITHIN_DAYS, least,
                    g_strdup_printf (_("Set to %s"), advised));
}

/* MF-43 */

static KqObject *
find_unticked_level (KqCheck  *check,
                     KqObject *activity)
{
  KqList *levels = kq_check_get_list (check, KQ_CAMPAIGN_LEVELS);
  const char * const *ticked = kq_object_get_texts (activity, KQ_ACTIVITY_LEVELS);

  for (guint i = 0; ticked[0] != NULL && i < kq_list_get_length (levels); i++)
    {
      KqObject *level = kq_list_get (levels, i);

      if (kq_object_get_platform (level) == kq_object_get_platform (activity) &&
          !g_strv_contains (ticked, kq_object_get_id (level)))
        return level;
    }

  return NULL;
}

static void
check_all_levels (KqCheck  *check,
                  KqObject *activity)
{
  KqObject *level = find_unticked_level (check, activity);
  g_autofree char *name = NULL;
  g_autofree char *level_name = NULL;
  KqFinding *finding;

  if (level == NULL ||
      kq_object_get_choice (activity, KQ_ACTIVITY_KIND) != KQ_ACTIVITY_KIND_MEMBER_EXCLUSIVE)
    return;

  name = kq_check_name_of (activity);
  level_name = kq_check_name_of (level);
  finding = kq_check_found (check, activity, KQ_ACTIVITY_LEVELS,
                            g_strdup_printf (_("Activity %s leaves out level %s; all levels are "
                                               "advised, so that every member can take part"),
                                             name, level_name));
  kq_check_fix_remove (finding, activity, KQ_ACTIVITY_LEVELS, g_strdup (_("For all levels")));
}

const KqRule *
kq_rules_for_exclusives (guint *n_rules)
{
#define ON(subject, id, severity, check) \
  { id, KQ_SEVERITY_##severity, "003", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_##subject, check }
  static const KqRule rules[] = {
    ON (COUPON, "MF-31", WARNING, check_scene),
    ON (COUPON, "MF-32", ERROR, check_channel),
    ON (COUPON, "MF-33", ADVICE, check_practice),
    ON (COUPON, "MF-34", ADVICE, check_no_threshold),
    ON (COUPON, "MF-35", ERROR, check_one_activity),
    ON (SHOP, "MF-36", ERROR, check_card_first),
    ON (ACTIVITY, "MF-39", ERROR, check_not_hidden),
    ON (ACTIVITY, "MF-40", WARNING, check_visible),
    ON (ACTIVITY, "MF-42", ADVICE, check_joined_within),
    ON (ACTIVITY, "MF-43", ADVICE, check_all_levels),
  };
#undef ON

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
