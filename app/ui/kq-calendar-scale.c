/* kq-calendar-scale.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-scale.h"

#include <math.h>

/**
 * KqCalendarScale:
 *
 * Which stretch of time a calendar shows, and where an instant of it is. Times
 * are seconds since 1970-01-01T00:00:00Z. It shows between a day and a quarter,
 * and always some of the content.
 */
struct _KqCalendarScale {
  GObject parent_instance;

  gint64  start;  /* the content */
  gint64  end;
  double  first;  /* what is seen of it */
  double  span;
  int     width;  /* in pixels */
};

G_DEFINE_FINAL_TYPE (KqCalendarScale, kq_calendar_scale, G_TYPE_OBJECT)

static guint changed_signal;

static void
kq_calendar_scale_class_init (KqCalendarScaleClass *klass)
{
  changed_signal = g_signal_new ("changed", KQ_TYPE_CALENDAR_SCALE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_calendar_scale_init (KqCalendarScale *self)
{
  self->span = KQ_CALENDAR_QUARTER;
  self->width = 1;
}

/**
 * kq_calendar_scale_new:
 *
 * Returns: (transfer full): a scale from 1970-01-01 on
 */
KqCalendarScale *
kq_calendar_scale_new (void)
{
  return g_object_new (KQ_TYPE_CALENDAR_SCALE, NULL);
}

/**
 * kq_calendar_scale_show:
 * @self: a scale
 * @first: the first second to see
 * @span: how many seconds to see
 *
 * Shows that stretch, or what is nearest to it: a day at least, a quarter at
 * most, and a tenth of what is seen is content.
 */
void
kq_calendar_scale_show (KqCalendarScale *self,
                        double           first,
                        double           span)
{
  g_return_if_fail (KQ_IS_CALENDAR_SCALE (self));

  span = CLAMP (span, KQ_CALENDAR_DAY, KQ_CALENDAR_QUARTER);
  first = CLAMP (first, self->start - .9 * span, self->end - .1 * span);
  if (first == self->first && span == self->span)
    return;

  self->first = first;
  self->span = span;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * kq_calendar_scale_set_content:
 * @self: a scale
 * @start: the first second that there is something to see
 * @end: the last one
 *
 * What is seen stays, as far as it can.
 */
void
kq_calendar_scale_set_content (KqCalendarScale *self,
                               gint64           start,
                               gint64           end)
{
  g_return_if_fail (KQ_IS_CALENDAR_SCALE (self));
  g_return_if_fail (start <= end);

  self->start = start;
  self->end = end;
  kq_calendar_scale_show (self, self->first, self->span);
}

/**
 * kq_calendar_scale_set_width:
 * @self: a scale
 * @width: pixels
 */
void
kq_calendar_scale_set_width (KqCalendarScale *self,
                             int              width)
{
  g_return_if_fail (KQ_IS_CALENDAR_SCALE (self));

  width = MAX (1, width);
  if (self->width == width)
    return;

  self->width = width;
  g_signal_emit (self, changed_signal, 0);
}

int
kq_calendar_scale_get_width (KqCalendarScale *self)
{
  g_return_val_if_fail (KQ_IS_CALENDAR_SCALE (self), 1);

  return self->width;
}

/* The first second that is seen */
double
kq_calendar_scale_get_first (KqCalendarScale *self)
{
  g_return_val_if_fail (KQ_IS_CALENDAR_SCALE (self), 0);

  return self->first;
}

/* How many seconds are seen */
double
kq_calendar_scale_get_span (KqCalendarScale *self)
{
  g_return_val_if_fail (KQ_IS_CALENDAR_SCALE (self), KQ_CALENDAR_DAY);

  return self->span;
}

/* Where an instant is, in pixels from the left */
double
kq_calendar_scale_get_x (KqCalendarScale *self,
                         double           seconds)
{
  g_return_val_if_fail (KQ_IS_CALENDAR_SCALE (self), 0);

  return (seconds - self->first) / self->span * self->width;
}

/* Which instant is @x pixels from the left */
double
kq_calendar_scale_get_time (KqCalendarScale *self,
                            double           x)
{
  g_return_val_if_fail (KQ_IS_CALENDAR_SCALE (self), 0);

  return self->first + x / self->width * self->span;
}

/**
 * kq_calendar_scale_show_all:
 * @self: a scale
 *
 * Shows all content, or the beginning of it where that is more than a quarter.
 */
void
kq_calendar_scale_show_all (KqCalendarScale *self)
{
  double length;

  g_return_if_fail (KQ_IS_CALENDAR_SCALE (self));

  length = self->end - self->start;
  kq_calendar_scale_show (self, self->start - .03 * MIN (length, KQ_CALENDAR_QUARTER),
                          length * 1.06);
}

/**
 * kq_calendar_scale_zoom:
 * @self: a scale
 * @factor: how much longer the stretch becomes; below 1 it becomes shorter
 * @x: what stays where it is, in pixels from the left
 */
void
kq_calendar_scale_zoom (KqCalendarScale *self,
                        double           factor,
                        double           x)
{
  double span, kept;

  g_return_if_fail (KQ_IS_CALENDAR_SCALE (self));
  g_return_if_fail (factor > 0);

  kept = kq_calendar_scale_get_time (self, x);
  span = CLAMP (self->span * factor, KQ_CALENDAR_DAY, KQ_CALENDAR_QUARTER);
  kq_calendar_scale_show (self, kept - x / self->width * span, span);
}

/* Shows what is later by @part of what is seen. */
void
kq_calendar_scale_scroll (KqCalendarScale *self,
                          double           part)
{
  g_return_if_fail (KQ_IS_CALENDAR_SCALE (self));

  kq_calendar_scale_show (self, self->first + part * self->span, self->span);
}

/**
 * kq_calendar_scale_reveal:
 * @self: a scale
 * @start: the first second of something
 * @end: the last one
 *
 * Shows some of it, where it isn't seen yet.
 */
void
kq_calendar_scale_reveal (KqCalendarScale *self,
                          gint64           start,
                          gint64           end)
{
  g_return_if_fail (KQ_IS_CALENDAR_SCALE (self));

  if (end < self->first + .05 * self->span || start > self->first + .95 * self->span)
    kq_calendar_scale_show (self, start - .1 * self->span, self->span);
}
