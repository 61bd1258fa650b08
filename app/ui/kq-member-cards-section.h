/* kq-member-cards-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_MEMBER_CARDS_SECTION (kq_member_cards_section_get_type ())

/* The member cards. */
G_DECLARE_FINAL_TYPE (KqMemberCardsSection, kq_member_cards_section, KQ, MEMBER_CARDS_SECTION, KqListSection)

G_END_DECLS
