/* kq-numbers-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_NUMBERS_SECTION (kq_numbers_section_get_type ())

/* What came of a campaign. */
G_DECLARE_FINAL_TYPE (KqNumbersSection, kq_numbers_section, KQ, NUMBERS_SECTION, KqSection)

G_END_DECLS
