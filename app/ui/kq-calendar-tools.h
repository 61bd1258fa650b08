/* kq-calendar-tools.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-calendar-scale.h"
#include "kq-lanes.h"

G_BEGIN_DECLS

#define KQ_TYPE_CALENDAR_TOOLS (kq_calendar_tools_get_type ())

/* What is over a calendar: what is seen, and how much of it. Property “use”. */
G_DECLARE_FINAL_TYPE (KqCalendarTools, kq_calendar_tools, KQ, CALENDAR_TOOLS, GtkBox)

GtkWidget *kq_calendar_tools_new       (KqCalendarScale *scale);
gboolean   kq_calendar_tools_get_use   (KqCalendarTools *self);
void       kq_calendar_tools_set_lanes (KqCalendarTools *self,
                                        KqLanes         *lanes,
                                        GTimeZone       *zone);

G_END_DECLS
