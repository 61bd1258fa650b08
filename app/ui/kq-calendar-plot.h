/* kq-calendar-plot.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-calendar-scale.h"
#include "kq-document.h"
#include "kq-lanes.h"

G_BEGIN_DECLS

#define KQ_TYPE_CALENDAR_PLOT (kq_calendar_plot_get_type ())

/* The lanes of a calendar. Signal “opened” (KqObject). */
G_DECLARE_FINAL_TYPE (KqCalendarPlot, kq_calendar_plot, KQ, CALENDAR_PLOT, GtkWidget)

GtkWidget *kq_calendar_plot_new            (KqCalendarScale *scale,
                                            GtkAdjustment   *vadjustment);
void       kq_calendar_plot_set_lanes      (KqCalendarPlot  *self,
                                            KqDocument      *document,
                                            KqLanes         *lanes);

G_END_DECLS
