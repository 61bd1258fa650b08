/* kq-member-center.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-words.h"

G_BEGIN_DECLS

/* The rows of the table. */
enum {
  KQ_MEMBER_CENTER_ID,
  KQ_MEMBER_CENTER_PLATFORM,
  KQ_MEMBER_CENTER_RULES_TEXT,
  KQ_MEMBER_CENTER_FACE_PRESET,
  KQ_MEMBER_CENTER_FACE_IMAGE,
  KQ_MEMBER_CENTER_BENEFITS,
  KQ_MEMBER_CENTER_POSTERS,
  KQ_MEMBER_CENTER_JOIN_URL,
  KQ_MEMBER_CENTER_DRAFT_SAVED_AT,
  KQ_MEMBER_CENTER_PUBLISHED_AT,
  KQ_MEMBER_CENTER_TAB_APPLICATIONS,
  KQ_MEMBER_CENTER_N_FIELDS
};

#define KQ_TYPE_MEMBER_CENTER (kq_member_center_get_type ())

G_DECLARE_FINAL_TYPE (KqMemberCenter, kq_member_center, KQ, MEMBER_CENTER, KqObject)

G_END_DECLS
