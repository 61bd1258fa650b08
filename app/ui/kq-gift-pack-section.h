/* kq-gift-pack-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_GIFT_PACK_SECTION (kq_gift_pack_section_get_type ())

/* The page of the gift packs. */
G_DECLARE_FINAL_TYPE (KqGiftPackSection, kq_gift_pack_section, KQ, GIFT_PACK_SECTION, KqListSection)

G_END_DECLS
