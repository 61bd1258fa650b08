/* kq-levels-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_LEVELS_SECTION (kq_levels_section_get_type ())

G_DECLARE_FINAL_TYPE (KqLevelsSection, kq_levels_section, KQ, LEVELS_SECTION, KqListSection)

G_END_DECLS
