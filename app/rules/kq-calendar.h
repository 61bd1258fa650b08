/* kq-calendar.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"
#include "kq-words.h"

G_BEGIN_DECLS

/**
 * KqGap:
 * @platform: where
 * @level: (nullable): for whom; %NULL where the platform has no levels
 * @start: the first instant without a coupon to claim
 * @end: the last one
 * @before: (nullable): the coupon that ends there
 * @after: (nullable): the coupon that begins there
 *
 * A stretch in which a level has no member-exclusive coupon to claim. Times
 * are in the campaign's zone; objects are the campaign's.
 */
typedef struct {
  KqPlatform  platform;
  KqObject   *level;
  KqTime      start;
  KqTime      end;
  KqObject   *before;
  KqObject   *after;
} KqGap;

/**
 * KqOverlap:
 * @rule: TM-04, TM-20 or MF-35
 * @platform: where
 * @a: the earlier in the file
 * @b: the later
 * @coupon: (nullable): what both give out (MF-35)
 * @start: the first instant of both, or none where they don't meet
 * @end: the last one
 *
 * Two packs or activities that can't be side by side.
 */
typedef struct {
  const char *rule;
  KqPlatform  platform;
  KqObject   *a;
  KqObject   *b;
  KqObject   *coupon;
  KqTime      start;
  KqTime      end;
} KqOverlap;

/* Of each pair of thousands of packs nobody wants to hear. */
#define KQ_CALENDAR_MAX_OVERLAPS 100000

GPtrArray *kq_calendar_get_levels  (KqCampaign *campaign,
                                   KqPlatform  platform);
GArray    *kq_calendar_find_gaps   (KqCampaign *campaign);
GArray    *kq_calendar_find_overlaps (KqCampaign *campaign);

G_END_DECLS
