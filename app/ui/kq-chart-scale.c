/* kq-chart-scale.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-chart-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kq-day.h"

#define WEEK 7
/* A Monday: 1970-01-05 */
#define MONDAY 4

/* 1, 2 or 5 times a power of ten, and not less than @step */
static double
round_up_step (double step)
{
  double power = pow (10, floor (log10 (step)));
  double times = step / power;

  /* What is a power of ten but for its rounding stays one. */
  return power * (times <= 1 + 1e-9 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
}

/**
 * kq_chart_scale_new:
 * @least: the least value
 * @most: the most one
 * @n_steps: how many steps from mark to mark fit
 * @unit: in what they are
 *
 * Makes an axis that holds the values, and 0, between two of its marks. Things
 * that can be counted get no mark between two of them, money none within a
 * yuan, rates none within a percent.
 *
 * Returns: the axis
 */
KqChartScale
kq_chart_scale_new (double      least,
                    double      most,
                    guint       n_steps,
                    KqChartUnit unit)
{
  const double finest = unit == KQ_CHART_UNIT_COUNT ? 1 : unit == KQ_CHART_UNIT_MONEY ? 100 : 10;
  KqChartScale self = { MIN (least, 0), MAX (most, 0), finest };

  g_return_val_if_fail (n_steps > 0 && isfinite (least) && isfinite (most), self);

  if (self.most > self.least)
    self.step = MAX (finest, round_up_step ((self.most - self.least) / n_steps));
  self.least = floor (self.least / self.step) * self.step;
  self.most = ceil (self.most / self.step) * self.step;
  if (self.least >= self.most)
    self.most = self.least + self.step;

  return self;
}

/**
 * kq_chart_scale_get_place:
 * @self: an axis
 * @value: a value
 *
 * Returns: where the value stands, from 0 at the beginning to 1 at the end
 */
double
kq_chart_scale_get_place (const KqChartScale *self,
                          double              value)
{
  return (value - self->least) / (self->most - self->least);
}

/**
 * kq_chart_days_new:
 * @n_days: how many days the axis shows
 * @n_marks: how many marks there is room for
 *
 * Returns: how far apart the marks stand
 */
KqChartDays
kq_chart_days_new (double n_days,
                   guint  n_marks)
{
  static const KqChartDays steps[] = {
    { 1, 0 }, { 2, 0 }, { WEEK, 0 }, { 2 * WEEK, 0 },
    { 0, 1 }, { 0, 2 }, { 0, 3 }, { 0, 6 }, { 0, 12 },
  };
  const double month = 30.4;

  g_return_val_if_fail (n_marks > 0, steps[0]);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (n_days <= n_marks * (steps[i].days + steps[i].months * month))
      return steps[i];

  return (KqChartDays) { 0, 12 * round_up_step (n_days / (n_marks * 12 * month)) };
}

static gint32
get_day (gint64 month)
{
  return kq_day_from_civil (month / 12, month % 12 + 1, 1);
}

/* Months since the year 0 */
static gint64
get_month (gint32 day)
{
  int year, month, day_of_month;

  kq_day_to_civil (day, &year, &month, &day_of_month);

  return (gint64) year * 12 + month - 1;
}

/**
 * kq_chart_days_get_first:
 * @self: how far apart the marks stand
 * @day: the first day of the axis
 *
 * Returns: the first day from @day on that has a mark
 */
gint32
kq_chart_days_get_first (const KqChartDays *self,
                         gint32             day)
{
  gint64 month;
  gint32 offset;

  if (self->days == 0)
    {
      month = get_month (day);
      month -= month % self->months;

      return get_day (month) >= day ? get_day (month) : get_day (month + self->months);
    }

  /* Weeks begin on Monday. */
  offset = (day - MONDAY) % (gint32) self->days;
  if (offset < 0)
    offset += self->days;

  return offset == 0 ? day : day + (gint32) self->days - offset;
}

/**
 * kq_chart_days_get_next:
 * @self: how far apart the marks stand
 * @mark: a day that has a mark
 *
 * Returns: the next one
 */
gint32
kq_chart_days_get_next (const KqChartDays *self,
                        gint32             mark)
{
  if (self->days > 0)
    return mark + self->days;

  return get_day (get_month (mark) + self->months);
}

static char *
format_day (gint32      day,
            const char *format)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) date = g_date_time_add_days (epoch, day);

  return date != NULL ? g_date_time_format (date, format) : g_strdup ("");
}

/**
 * kq_chart_days_format:
 * @self: how far apart the marks stand
 * @mark: a day that has a mark
 *
 * Returns: (transfer full): what is written there
 */
char *
kq_chart_days_format (const KqChartDays *self,
                      gint32             mark)
{
  if (self->days > 0)
    return format_day (mark, C_("day", "%-d %b"));
  if (self->months < 12)
    /* Translators: a month on an axis, for g_date_time_format() */
    return format_day (mark, C_("month and year", "%b %Y"));

  return format_day (mark, "%Y");
}

/**
 * kq_chart_day_describe:
 * @day: a day, counted from 1970-01-01
 *
 * Returns: (transfer full): the day with its weekday
 */
char *
kq_chart_day_describe (gint32 day)
{
  /* Translators: a day with its weekday, for g_date_time_format() */
  return format_day (day, C_("weekday, day and year", "%a, %-d %b %Y"));
}
