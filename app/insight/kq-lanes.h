/* kq-lanes.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-calendar.h"
#include "kq-edit.h"

G_BEGIN_DECLS

/**
 * KqLaneKind:
 * @KQ_LANE_LEVELS: member-exclusive coupons, for some of the levels
 * @KQ_LANE_NEW_MEMBERS: what those who join get
 * @KQ_LANE_NEW_PACKS: packs for new members
 * @KQ_LANE_PACKS: packs for members
 * @KQ_LANE_ACTIVITIES: exclusive activities
 * @KQ_LANE_PUSH: coupons that are pushed
 * @KQ_LANE_FISSION: what is shared
 *
 * For whom a lane is.
 */
typedef enum {
  KQ_LANE_LEVELS,
  KQ_LANE_NEW_MEMBERS,
  KQ_LANE_NEW_PACKS,
  KQ_LANE_PACKS,
  KQ_LANE_ACTIVITIES,
  KQ_LANE_PUSH,
  KQ_LANE_FISSION,
} KqLaneKind;

/**
 * KqBarKind:
 * @KQ_BAR_CLAIM: when a coupon can be claimed
 * @KQ_BAR_USE: when it can be used
 * @KQ_BAR_PACK: when a pack is given
 * @KQ_BAR_POPUP: when its pop-up is shown
 * @KQ_BAR_ACTIVITY: when an activity or fission runs
 *
 * What a bar stands for.
 */
typedef enum {
  KQ_BAR_CLAIM,
  KQ_BAR_USE,
  KQ_BAR_PACK,
  KQ_BAR_POPUP,
  KQ_BAR_ACTIVITY,
} KqBarKind;

/**
 * KqBar:
 * @kind: what it stands for
 * @object: whose it is
 * @lane: in which lane
 * @row: in which row of it: no two bars of a row meet
 * @start: its first second, since 1970-01-01T00:00:00Z
 * @end: its last second
 * @start_field: the field of @object that holds its start, %KQ_NO_FIELD where it
 *   can't be moved
 * @end_field: likewise its end
 *
 * A stretch of time in the calendar.
 */
typedef struct {
  KqBarKind  kind;
  KqObject  *object;
  guint      lane;
  guint      row;
  gint64     start;
  gint64     end;
  guint      start_field;
  guint      end_field;
} KqBar;

/**
 * KqLane:
 * @platform: on which platform
 * @kind: for whom
 * @levels: (element-type KqObject): for which levels; none where there are none,
 *   or where all is for all of them
 * @n_rows: how many rows of bars it has, at least 1
 * @first_bar: its first bar; they stand together, by their start
 * @n_bars: how many it has
 *
 * The bars of one audience on one platform.
 */
typedef struct {
  KqPlatform  platform;
  KqLaneKind  kind;
  GPtrArray  *levels;
  guint       n_rows;
  guint       first_bar;
  guint       n_bars;
} KqLane;

/**
 * KqLaneGap:
 * @lane: in which lane
 * @gap: when there is nothing to claim
 *
 * A gap, where it is seen.
 */
typedef struct {
  guint lane;
  KqGap gap;
} KqLaneGap;

/**
 * KqLaneOverlap:
 * @lane: in which lane
 * @overlap: what can't be side by side
 *
 * An overlap, where it is seen.
 */
typedef struct {
  guint     lane;
  KqOverlap overlap;
} KqLaneOverlap;

/**
 * KqLanesFlags:
 * @KQ_LANES_NO_USE: without the times in which coupons can be used
 * @KQ_LANES_USE: with them
 *
 * What the calendar shows.
 */
typedef enum {
  KQ_LANES_NO_USE = 0,
  KQ_LANES_USE    = 1 << 0,
} KqLanesFlags;

/* A campaign as a calendar. It says what there is at one moment, and is made anew
 * when the campaign has changed: its objects are the campaign's. */

#define KQ_TYPE_LANES (kq_lanes_get_type ())

typedef struct _KqLanes KqLanes;

GType                kq_lanes_get_type     (void);
KqLanes             *kq_lanes_new          (KqCampaign      *campaign,
                                            KqLanesFlags     flags);
KqLanes             *kq_lanes_ref          (KqLanes         *self);
void                 kq_lanes_unref        (KqLanes         *self);

const KqLane        *kq_lanes_get_lanes    (KqLanes         *self,
                                            guint           *n_lanes);
const KqBar         *kq_lanes_get_bars     (KqLanes         *self,
                                            guint           *n_bars);
const KqLaneGap     *kq_lanes_get_gaps     (KqLanes         *self,
                                            guint           *n_gaps);
const KqLaneOverlap *kq_lanes_get_overlaps (KqLanes         *self,
                                            guint           *n_overlaps);
gboolean             kq_lanes_get_span     (KqLanes         *self,
                                            gint64          *start,
                                            gint64          *end);
char                *kq_lane_describe      (const KqLane    *lane);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqLanes, kq_lanes_unref)

G_END_DECLS
