/* kq-day.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-time.h"

G_BEGIN_DECLS

/* A day of the calendar, in no time zone: days since 1970-01-01. Its first and
 * last instant depend on the zone, and so does how long it lasts. */

#define KQ_DAY_NONE G_MININT32

gint64  kq_day_from_civil   (int          year,
                             int          month,
                             int          day);
void    kq_day_to_civil     (gint64       days,
                             int         *year,
                             int         *month,
                             int         *day);
gint32  kq_day_parse        (const char  *text,
                             const char **end);
char   *kq_day_to_string    (gint32       day);
guint   kq_day_get_weekday  (gint32       day);
gint32  kq_day_of_time      (KqTime       time,
                             GTimeZone   *zone);
KqTime  kq_day_get_start    (gint32       day,
                             GTimeZone   *zone);
KqTime  kq_day_get_end      (gint32       day,
                             GTimeZone   *zone);

G_END_DECLS
