/* kq-calendar-bar.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-lanes.h"

G_BEGIN_DECLS

#define KQ_TYPE_CALENDAR_BAR (kq_calendar_bar_get_type ())

/* A bar of the calendar. Signals “opened” and “extended”. */
G_DECLARE_FINAL_TYPE (KqCalendarBar, kq_calendar_bar, KQ, CALENDAR_BAR, GtkWidget)

GtkWidget *kq_calendar_bar_new            (void);
void       kq_calendar_bar_set            (KqCalendarBar *self,
                                           const KqBar   *bar,
                                           const char    *name,
                                           gboolean       can_extend);
char      *kq_calendar_bar_dup_label      (const KqBar   *bar);

G_END_DECLS
