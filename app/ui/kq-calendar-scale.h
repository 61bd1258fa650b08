/* kq-calendar-scale.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The least and the most that is seen at once: a day, and a quarter */
#define KQ_CALENDAR_DAY 86400.
#define KQ_CALENDAR_QUARTER (92 * KQ_CALENDAR_DAY)

#define KQ_TYPE_CALENDAR_SCALE (kq_calendar_scale_get_type ())

/* Which stretch of time a calendar shows on how many pixels. Signal “changed”. */
G_DECLARE_FINAL_TYPE (KqCalendarScale, kq_calendar_scale, KQ, CALENDAR_SCALE, GObject)

KqCalendarScale *kq_calendar_scale_new         (void);
void             kq_calendar_scale_set_content (KqCalendarScale *self,
                                                gint64           start,
                                                gint64           end);
void             kq_calendar_scale_set_width   (KqCalendarScale *self,
                                                int              width);
int              kq_calendar_scale_get_width   (KqCalendarScale *self);
double           kq_calendar_scale_get_first   (KqCalendarScale *self);
double           kq_calendar_scale_get_span    (KqCalendarScale *self);
double           kq_calendar_scale_get_x       (KqCalendarScale *self,
                                                double           seconds);
double           kq_calendar_scale_get_time    (KqCalendarScale *self,
                                                double           x);
void             kq_calendar_scale_show        (KqCalendarScale *self,
                                                double           first,
                                                double           span);
void             kq_calendar_scale_show_all    (KqCalendarScale *self);
void             kq_calendar_scale_zoom        (KqCalendarScale *self,
                                                double           factor,
                                                double           x);
void             kq_calendar_scale_scroll      (KqCalendarScale *self,
                                                double           part);
void             kq_calendar_scale_reveal      (KqCalendarScale *self,
                                                gint64           start,
                                                gint64           end);

G_END_DECLS
