/* kq-calendar-plot-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-bar-edit.h"
#include "kq-calendar-items.h"
#include "kq-calendar-plot.h"

G_BEGIN_DECLS

struct _KqCalendarPlot {
  GtkWidget        parent_instance;

  KqCalendarScale *scale;        /* (owned) */
  GtkAdjustment   *vadjustment;  /* (owned) */
  KqDocument      *document;     /* (owned) (nullable) */
  KqLanes         *lanes;        /* (owned) (nullable) */
  GArray          *items;        /* (owned) (nullable) (element-type KqItem) */
  GArray          *places;       /* (owned) (nullable) (element-type KqLanePlace) */
  GPtrArray       *labels;       /* (owned) (element-type GtkWidget): of the lanes */
  GPtrArray       *spare;        /* (owned) (element-type GtkWidget): bars out of sight */
  gboolean         has_heads;    /* labels over the lanes */
  guint            sync_id;      /* while what is in sight is to be found */

  GtkGesture      *drag;         /* of bars, and of all */
  guint            dragged;      /* which item is, or KQ_NO_ITEM */
  KqBarEdge        edge;         /* by what */
  gint64           drag_at;      /* to where */
  double           grip;         /* seconds from there to the pointer, at first */
  double           pan_from;     /* what was seen first when one began to drag it all */
  double           pinch_span;   /* what was seen when one began to pinch */
  double           pointer_x;    /* where the pointer was seen last */
};

#define KQ_NO_ITEM G_MAXUINT

KqItem      *kq_calendar_plot_get_item       (KqCalendarPlot *self,
                                              guint           position);
guint        kq_calendar_plot_find_item      (KqCalendarPlot *self,
                                              GtkWidget      *widget);
guint        kq_calendar_plot_find_focused   (KqCalendarPlot *self);
const KqBar *kq_calendar_plot_get_bar        (KqCalendarPlot *self,
                                              guint           position);
int          kq_calendar_plot_get_left       (KqCalendarPlot *self);
void         kq_calendar_plot_show_item      (KqCalendarPlot *self,
                                              guint           position);
void         kq_calendar_plot_sync           (KqCalendarPlot *self);

/* kq-calendar-widgets.c */
void         kq_calendar_plot_add_widget     (KqCalendarPlot *self,
                                              guint           position);
void         kq_calendar_plot_fill_widget    (KqCalendarPlot *self,
                                              guint           position);
void         kq_calendar_plot_make_labels    (KqCalendarPlot *self);

/* kq-calendar-draw.c */
void         kq_calendar_plot_draw_lines     (KqCalendarPlot *self,
                                              GtkSnapshot    *snapshot,
                                              GdkRGBA         color,
                                              int             width);
void         kq_calendar_plot_draw_days      (KqCalendarPlot *self,
                                              GtkSnapshot    *snapshot,
                                              GdkRGBA         color,
                                              int             height);
void         kq_calendar_plot_draw_now       (KqCalendarPlot *self,
                                              GtkSnapshot    *snapshot,
                                              int             height);

/* kq-calendar-edits.c */
const KqGap *kq_calendar_plot_find_gap       (KqCalendarPlot *self,
                                              KqObject       *object);
void         kq_calendar_plot_move           (KqCalendarPlot *self,
                                              const KqBar    *bar,
                                              KqBarEdge       edge,
                                              gint64          seconds);
void         kq_calendar_plot_close_gap      (KqCalendarPlot *self,
                                              const KqGap    *gap);

/* kq-calendar-keys.c */
void         kq_calendar_plot_add_keys       (KqCalendarPlot *self);

/* kq-calendar-drag.c */
void         kq_calendar_plot_add_gestures   (KqCalendarPlot *self);
gboolean     kq_calendar_plot_cancel_drag    (KqCalendarPlot *self);
void         kq_calendar_plot_begin_pinch    (KqCalendarPlot *self);
void         kq_calendar_plot_pinch          (KqCalendarPlot *self,
                                              double          spread,
                                              double          x);

G_END_DECLS
