/* kq-bar-edit.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-lanes.h"

G_BEGIN_DECLS

/* What becomes of a campaign when a bar of its calendar is dragged, and the days
 * that the calendar marks. */

/**
 * KqBarEdge:
 * @KQ_BAR_START: its first second is dragged
 * @KQ_BAR_END: its last second is
 * @KQ_BAR_WHOLE: all of it, at its first second
 *
 * By what a bar is dragged.
 */
typedef enum {
  KQ_BAR_START,
  KQ_BAR_END,
  KQ_BAR_WHOLE,
} KqBarEdge;

/**
 * KqMarkKind:
 * @KQ_MARK_MEMBER_DAY: the campaign's member day
 * @KQ_MARK_REVIEW: the day on which member tabs are reviewed (TB-34)
 *
 * Why a day is marked.
 */
typedef enum {
  KQ_MARK_MEMBER_DAY,
  KQ_MARK_REVIEW,
} KqMarkKind;

/**
 * KqMark:
 * @kind: why
 * @day: which day
 *
 * A day that the calendar marks.
 */
typedef struct {
  KqMarkKind kind;
  gint32     day;
} KqMark;

gint64     kq_lanes_snap        (KqLanes      *self,
                                 const KqBar  *bar,
                                 KqBarEdge     edge,
                                 gint64        seconds,
                                 gint64        tolerance);
GPtrArray *kq_lanes_drag        (KqLanes      *self,
                                 const KqBar  *bar,
                                 KqBarEdge     edge,
                                 gint64        seconds);
GPtrArray *kq_lanes_close_gap   (KqLanes      *self,
                                 const KqGap  *gap);
GArray    *kq_lanes_list_marks  (KqLanes      *self,
                                 gint32        first,
                                 gint32        last);

G_END_DECLS
