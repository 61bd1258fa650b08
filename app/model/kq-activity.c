/* kq-activity.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-gift.h"

/**
 * KqActivity:
 *
 * An exclusive activity of a campaign: see the table.
 */
struct _KqActivity {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqActivity, kq_activity, KQ_TYPE_OBJECT)

static const KqWord kind_words[] = {
  { "member-exclusive",     N_("Members") },
  { "new-member-exclusive", N_("New members") },
  { NULL }
};

static gboolean
is_for_new_members (KqObject *object)
{
  return kq_object_get_choice (object, KQ_ACTIVITY_KIND) == KQ_ACTIVITY_KIND_NEW_MEMBER_EXCLUSIVE;
}

static const KqField fields[] = {
  [KQ_ACTIVITY_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_ACTIVITY_EXTERNAL_ID] = { "externalId", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Console id") },
  [KQ_ACTIVITY_PLATFORM] = { "platform", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Platform"),
    .words = kq_platform_words, .initial = KQ_PLATFORM_TMALL },
  [KQ_ACTIVITY_KIND] = { "kind", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("For"), .words = kind_words },
  [KQ_ACTIVITY_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Name") },
  [KQ_ACTIVITY_COUPON] = { "coupon", KQ_FIELD_REF, KQ_FIELD_PLAIN, N_("Coupon"),
    .list = "coupons" },
  [KQ_ACTIVITY_GIFT] = { "gift", KQ_FIELD_CHILD, KQ_FIELD_PLAIN, N_("Gift"),
    .child_type = kq_gift_get_type },
  [KQ_ACTIVITY_START] = { "start", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Start") },
  [KQ_ACTIVITY_END] = { "end", KQ_FIELD_TIME, KQ_FIELD_END, N_("End") },
  [KQ_ACTIVITY_LEVELS] = { "levels", KQ_FIELD_REFS, KQ_FIELD_ALL, N_("Applicable levels"),
    .list = "levels" },
  [KQ_ACTIVITY_HIDDEN] = { "hidden", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Hidden") },
  [KQ_ACTIVITY_JOINED_WITHIN_DAYS] = { "joinedWithinDays", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Joined within days"),
    .maximum = KQ_WHOLE_MAX, .applies = is_for_new_members },
  [KQ_ACTIVITY_LINK] = { "link", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Claim link") },
  [KQ_ACTIVITY_SHORT_LINK] = { "shortLink", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Short link") },
  [KQ_ACTIVITY_LINK_VERIFIED] = { "linkVerified", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Short link verified") },
  [KQ_ACTIVITY_STATE] = { "state", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("State"),
    .words = kq_state_words },
};

static void
kq_activity_class_init (KqActivityClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Exclusive activity"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_activity_init (KqActivity *self)
{
}
