/* kq-calendar-section.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_CALENDAR_SECTION (kq_calendar_section_get_type ())

/* What can be claimed when, and when nothing can. */
G_DECLARE_FINAL_TYPE (KqCalendarSection, kq_calendar_section, KQ, CALENDAR_SECTION, KqSection)

G_END_DECLS
