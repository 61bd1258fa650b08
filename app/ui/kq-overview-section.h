/* kq-overview-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_OVERVIEW_SECTION (kq_overview_section_get_type ())

/* The campaign as a whole: how it stands, and its own form. */
G_DECLARE_FINAL_TYPE (KqOverviewSection, kq_overview_section, KQ, OVERVIEW_SECTION, KqSection)

G_END_DECLS
