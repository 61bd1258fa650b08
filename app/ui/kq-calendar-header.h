/* kq-calendar-header.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-bar-edit.h"
#include "kq-calendar-scale.h"

G_BEGIN_DECLS

#define KQ_TYPE_CALENDAR_HEADER (kq_calendar_header_get_type ())

/* The days over the lanes of a calendar, and which of them are marked. */
G_DECLARE_FINAL_TYPE (KqCalendarHeader, kq_calendar_header, KQ, CALENDAR_HEADER, GtkWidget)

GtkWidget *kq_calendar_header_new       (KqCalendarScale  *scale);
void       kq_calendar_header_set_lanes (KqCalendarHeader *self,
                                         KqLanes          *lanes,
                                         GTimeZone        *zone);

G_END_DECLS
