/* kq-numbers.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"
#include "kq-facts.h"
#include "kq-words.h"

G_BEGIN_DECLS

/**
 * KqSums:
 * @known: 1 << #KqMeasure of each value that was told
 * @values: how much, 0 where nothing was told
 *
 * What facts come to.
 */
typedef struct {
  guint  known;
  gint64 values[KQ_N_MEASURES];
} KqSums;

/**
 * KqNumbersFilter:
 * @first: the first day
 * @last: the last day
 * @platforms: 1 << #KqPlatform of those that count, 0 for all of them, also
 *   what isn't known any more
 * @object: (nullable): the id of the only object that counts
 *
 * Which facts are looked at.
 */
typedef struct {
  gint32      first;
  gint32      last;
  guint       platforms;
  const char *object;
} KqNumbersFilter;

/**
 * KqObjectSums:
 * @object: which of the facts' objects
 * @sums: what its facts come to
 *
 * The figures of one coupon, or another object.
 */
typedef struct {
  guint  object;
  KqSums sums;
} KqObjectSums;

/**
 * KqDaySums:
 * @day: which day
 * @object: which of the facts' objects
 * @sums: what its facts of that day come to
 *
 * The figures of one object on one day.
 */
typedef struct {
  gint32 day;
  guint  object;
  KqSums sums;
} KqDaySums;

/**
 * KqHourSums:
 * @sums: by weekday, a Monday first, and hour
 *
 * When things happen.
 */
typedef struct {
  KqSums sums[7][24];
} KqHourSums;

/* The facts of a campaign added up. All sums are exact. */

#define KQ_TYPE_NUMBERS (kq_numbers_get_type ())

typedef struct _KqNumbers KqNumbers;

GType       kq_numbers_get_type       (void);
KqNumbers  *kq_numbers_new            (KqFacts                *facts,
                                       KqCampaign             *campaign);
KqNumbers  *kq_numbers_ref            (KqNumbers              *self);
void        kq_numbers_unref          (KqNumbers              *self);

KqFacts    *kq_numbers_get_facts      (KqNumbers              *self);
int         kq_numbers_get_platform   (KqNumbers              *self,
                                       guint                   object);
gboolean    kq_numbers_get_span       (KqNumbers              *self,
                                       KqNumbersFilter        *filter);
KqNumbersFilter
            kq_numbers_filter_before  (const KqNumbersFilter  *filter);

KqSums      kq_numbers_sum            (KqNumbers              *self,
                                       const KqNumbersFilter  *filter);
GArray     *kq_numbers_by_day         (KqNumbers              *self,
                                       const KqNumbersFilter  *filter);
GArray     *kq_numbers_by_object      (KqNumbers              *self,
                                       const KqNumbersFilter  *filter);
GArray     *kq_numbers_by_day_and_object (KqNumbers           *self,
                                       const KqNumbersFilter  *filter);
void        kq_numbers_by_platform    (KqNumbers              *self,
                                       const KqNumbersFilter  *filter,
                                       KqSums                  sums[KQ_N_PLATFORMS]);
gboolean    kq_numbers_by_hour        (KqNumbers              *self,
                                       const KqNumbersFilter  *filter,
                                       KqHourSums             *hours);

gint64      kq_ratio                  (gint64                  a,
                                       gint64                  b,
                                       gint64                  unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqNumbers, kq_numbers_unref)

G_END_DECLS
