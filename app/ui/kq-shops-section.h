/* kq-shops-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_SHOPS_SECTION (kq_shops_section_get_type ())

G_DECLARE_FINAL_TYPE (KqShopsSection, kq_shops_section, KQ, SHOPS_SECTION, KqListSection)

G_END_DECLS
