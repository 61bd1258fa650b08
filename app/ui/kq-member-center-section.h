/* kq-member-center-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_MEMBER_CENTER_SECTION (kq_member_center_section_get_type ())

/* The member centers of Tmall and Taobao. */
G_DECLARE_FINAL_TYPE (KqMemberCenterSection, kq_member_center_section, KQ, MEMBER_CENTER_SECTION, KqListSection)

G_END_DECLS
