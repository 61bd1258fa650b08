/* kq-lanes-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-lanes.h"

G_BEGIN_DECLS

struct _KqLanes {
  gatomicrefcount  refs;
  KqCampaign      *campaign;  /* (owned) */
  GTimeZone       *zone;      /* (owned) */
  GArray          *lanes;     /* (owned) (element-type KqLane) */
  GArray          *bars;      /* (owned) (element-type KqBar) */
  GArray          *gaps;      /* (owned) (element-type KqLaneGap) */
  GArray          *overlaps;  /* (owned) (element-type KqLaneOverlap) */
};

/* Lanes and bars, unsorted (kq-lanes-collect.c) */
void kq_lanes_collect (KqLanes      *self,
                       KqLanesFlags  flags);

G_END_DECLS
