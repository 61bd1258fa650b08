/* kq-activities-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-list-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_ACTIVITIES_SECTION (kq_activities_section_get_type ())

/* The exclusive activities and the fission pairs. */
G_DECLARE_FINAL_TYPE (KqActivitiesSection, kq_activities_section, KQ, ACTIVITIES_SECTION, KqListSection)

G_END_DECLS
