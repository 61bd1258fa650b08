/* kq-member-center.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-member-center.h"
#include "kq-benefit.h"
#include "kq-poster.h"
#include "kq-tab-application.h"

/**
 * KqMemberCenter:
 *
 * A member center of a campaign: see the table.
 */
struct _KqMemberCenter {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqMemberCenter, kq_member_center, KQ_TYPE_OBJECT)

static gboolean
has_own_face (KqObject *object)
{
  return kq_object_get_int (object, KQ_MEMBER_CENTER_FACE_PRESET) == 0;
}

static const KqField fields[] = {
  [KQ_MEMBER_CENTER_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_MEMBER_CENTER_PLATFORM] = { "platform", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Platform"),
    .words = kq_platform_words, .initial = KQ_PLATFORM_TMALL,
    .minimum = KQ_PLATFORM_TMALL, .maximum = KQ_PLATFORM_TAOBAO },
  [KQ_MEMBER_CENTER_RULES_TEXT] = { "rulesText", KQ_FIELD_TEXT, KQ_FIELD_LONG, N_("Member rules") },
  [KQ_MEMBER_CENTER_FACE_PRESET] = { "facePreset", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Card colour"),
    .initial = 1, .maximum = 4 },
  [KQ_MEMBER_CENTER_FACE_IMAGE] = { "faceImage", KQ_FIELD_IMAGE, KQ_FIELD_PLAIN, N_("Card picture"),
    .applies = has_own_face },
  [KQ_MEMBER_CENTER_BENEFITS] = { "benefits", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Benefits"),
    .child_type = kq_benefit_get_type },
  [KQ_MEMBER_CENTER_POSTERS] = { "posters", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Posters"),
    .child_type = kq_poster_get_type },
  [KQ_MEMBER_CENTER_JOIN_URL] = { "joinUrl", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Join page address") },
  [KQ_MEMBER_CENTER_DRAFT_SAVED_AT] = { "draftSavedAt", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Draft saved") },
  [KQ_MEMBER_CENTER_PUBLISHED_AT] = { "publishedAt", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Published") },
  [KQ_MEMBER_CENTER_TAB_APPLICATIONS] = { "tabApplications", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Applications for the member tab"),
    .child_type = kq_tab_application_get_type },
};

static void
kq_member_center_class_init (KqMemberCenterClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Member center"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_member_center_init (KqMemberCenter *self)
{
}
