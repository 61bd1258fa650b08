/* kq-time.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KqTime:
 * @seconds: seconds since 1970-01-01T00:00:00Z, or %G_MININT64 for no time
 * @offset: minutes east of UTC in which the time is written
 *
 * A moment that remembers the offset it was written with. Passed by value.
 */
typedef struct {
  gint64 seconds;
  gint32 offset;
} KqTime;

#define KQ_TYPE_TIME (kq_time_get_type ())
#define KQ_TIME_NONE ((KqTime) { G_MININT64, 0 })

GType     kq_time_get_type    (void);

static inline gboolean
kq_time_is_set (KqTime time)
{
  return time.seconds != G_MININT64;
}

/* RFC 3339 with offset, nothing else; canonical form writes ±hh:mm */
gboolean  kq_time_parse       (const char  *text,
                               KqTime      *time);
char     *kq_time_to_string   (KqTime       time);

int       kq_time_compare     (KqTime       a,
                               KqTime       b);
gboolean  kq_time_equal       (KqTime       a,
                               KqTime       b);

KqTime    kq_time_now         (GTimeZone   *zone);
KqTime    kq_time_add         (KqTime       time,
                               gint64       seconds);
KqTime    kq_time_in_zone     (KqTime       time,
                               GTimeZone   *zone);
KqTime    kq_time_from_civil  (GTimeZone   *zone,
                               int          year,
                               int          month,
                               int          day,
                               int          hour,
                               int          minute,
                               int          second);
/* the same moment as a GDateTime in @zone */
GDateTime *kq_time_to_date_time (KqTime      time,
                               GTimeZone   *zone);

/* What an operator types: full-width digits and punctuation, 2026-11-8,
 * 2026/11/8, 20261108, 2026年11月8日, 11-8 (year of @reference), each with or
 * without H:MM[:SS]. A date alone is its first second, or its last where
 * @is_end; H:MM alone of an end is its :59th second only for 23:59. */
gboolean  kq_time_parse_input (const char  *text,
                               GTimeZone   *zone,
                               gboolean     is_end,
                               KqTime       reference,
                               KqTime      *time,
                               GError     **error);

G_END_DECLS
