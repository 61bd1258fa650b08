/* kq-calendar-items.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-lanes.h"

G_BEGIN_DECLS

typedef enum {
  KQ_ITEM_GAP,
  KQ_ITEM_OVERLAP,
  KQ_ITEM_BAR,
} KqItemKind;

/* What a calendar has a widget for while it is in sight */
typedef struct {
  KqItemKind  kind;
  guint       index;   /* among the lanes' bars, gaps or overlaps */
  guint       count;   /* how many overlaps it stands for */
  guint       lane;
  gint64      start;
  gint64      end;
  int         y;       /* pixels, below the lane's beginning */
  int         height;
  GtkWidget  *widget;  /* (nullable) */
} KqItem;

/* Where a lane is: pixels below the calendar's top */
typedef struct {
  int y;
  int height;
  int head;  /* what is above its bars */
} KqLanePlace;

#define KQ_CALENDAR_ROW 32
#define KQ_CALENDAR_BAR_HEIGHT 28
#define KQ_CALENDAR_LABEL 22

GArray *kq_calendar_items_new   (KqLanes  *lanes);
GArray *kq_calendar_items_place (KqLanes  *lanes,
                                 GArray   *items,
                                 gboolean  has_heads);

G_END_DECLS
