/* kq-calendar-drag.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-plot-private.h"

#include <math.h>

/* Pixels at either end of a bar that stretch it */
#define EDGE 8
/* Below that many a bar has no edges. */
#define MIN_WITH_EDGES (3 * EDGE)
#define THRESHOLD 4
#define SNAP 10
#define ZOOM 1.25

/* A calendar by pointer: bars are dragged by an edge or as a whole, what is
 * beside them is the calendar itself, which the wheel and two fingers zoom. */

static double
find_time (KqCalendarPlot *self,
           double          x)
{
  return kq_calendar_scale_get_time (self->scale, x - kq_calendar_plot_get_left (self));
}

static guint
find_bar_at (KqCalendarPlot *self,
             double          x,
             double          y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self))
    widget = gtk_widget_get_parent (widget);

  return kq_calendar_plot_find_item (self, widget);
}

static KqBarEdge
find_edge (KqCalendarPlot *self,
           const KqBar    *bar,
           double          x)
{
  const double start = kq_calendar_scale_get_x (self->scale, bar->start);
  const double end = kq_calendar_scale_get_x (self->scale, bar->end);

  x -= kq_calendar_plot_get_left (self);
  if (end - start < MIN_WITH_EDGES)
    return KQ_BAR_WHOLE;
  if (x < start + EDGE)
    return KQ_BAR_START;

  return x > end - EDGE ? KQ_BAR_END : KQ_BAR_WHOLE;
}

/* Of a bar that can be moved */
static const KqBar *
find_movable (KqCalendarPlot *self,
              guint           position)
{
  const KqBar *bar = position != KQ_NO_ITEM ? kq_calendar_plot_get_bar (self, position) : NULL;

  return bar != NULL && bar->start_field != KQ_NO_FIELD ? bar : NULL;
}

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          x,
               double          y,
               KqCalendarPlot *self)
{
  const guint position = find_bar_at (self, x, y);
  const KqBar *bar = find_movable (self, position);

  self->pan_from = kq_calendar_scale_get_first (self->scale);
  self->dragged = KQ_NO_ITEM;
  if (position != KQ_NO_ITEM && bar == NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  if (bar == NULL)
    return;

  self->dragged = position;
  self->edge = find_edge (self, bar, x);
  self->drag_at = self->edge == KQ_BAR_END ? bar->end : bar->start;
  self->grip = find_time (self, x) - self->drag_at;
}

static void
drag_bar (KqCalendarPlot *self,
          double          x)
{
  const KqBar *bar = kq_calendar_plot_get_bar (self, self->dragged);
  const gint64 tolerance = SNAP * kq_calendar_scale_get_span (self->scale) /
                           kq_calendar_scale_get_width (self->scale);

  self->drag_at = kq_lanes_snap (self->lanes, bar, self->edge, find_time (self, x) - self->grip,
                                 tolerance);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                KqCalendarPlot *self)
{
  double x, y;

  if (fabs (dx) > THRESHOLD)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_gesture_get_sequence_state (GTK_GESTURE (gesture),
        gtk_gesture_get_last_updated_sequence (GTK_GESTURE (gesture))) !=
      GTK_EVENT_SEQUENCE_CLAIMED)
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->dragged != KQ_NO_ITEM)
    drag_bar (self, x + dx);
  else
    kq_calendar_scale_show (self->scale, self->pan_from -
                            dx * kq_calendar_scale_get_span (self->scale) /
                            kq_calendar_scale_get_width (self->scale),
                            kq_calendar_scale_get_span (self->scale));
}

static void
on_drag_end (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             KqCalendarPlot *self)
{
  const KqBar *bar = find_movable (self, self->dragged);

  self->dragged = KQ_NO_ITEM;
  if (bar != NULL && self->drag_at != (self->edge == KQ_BAR_END ? bar->end : bar->start))
    kq_calendar_plot_move (self, bar, self->edge, self->drag_at);
}

static void
on_drag_cancel (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                KqCalendarPlot   *self)
{
  kq_calendar_plot_cancel_drag (self);
}

/* The bar goes back to where it was. Returns whether one was dragged. */
gboolean
kq_calendar_plot_cancel_drag (KqCalendarPlot *self)
{
  if (self->dragged == KQ_NO_ITEM)
    return FALSE;

  self->dragged = KQ_NO_ITEM;
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return TRUE;
}

static void
on_motion (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           KqCalendarPlot           *self)
{
  const KqBar *bar;

  if (self->items == NULL || self->dragged != KQ_NO_ITEM)
    return;

  bar = find_movable (self, find_bar_at (self, x, y));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   bar != NULL && find_edge (self, bar, x) != KQ_BAR_WHOLE
                                     ? "ew-resize" : NULL);
  self->pointer_x = x;
}

/* The wheel alone scrolls the lanes. */
static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           KqCalendarPlot           *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) != 0)
    kq_calendar_scale_zoom (self->scale, pow (ZOOM, dy),
                            self->pointer_x - kq_calendar_plot_get_left (self));
  else if (dx != 0 || (state & GDK_SHIFT_MASK) != 0)
    kq_calendar_scale_scroll (self->scale, (dx != 0 ? dx : dy) / 12);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* Two fingers: what one of them has taken goes back to where it was. */
void
kq_calendar_plot_begin_pinch (KqCalendarPlot *self)
{
  kq_calendar_plot_cancel_drag (self);
  self->pinch_span = kq_calendar_scale_get_span (self->scale);
}

/* @spread: how far they are apart, by how far they were when they began; @x:
 * between them */
void
kq_calendar_plot_pinch (KqCalendarPlot *self,
                        double          spread,
                        double          x)
{
  if (spread > 0)
    kq_calendar_scale_zoom (self->scale, self->pinch_span / spread /
                                         kq_calendar_scale_get_span (self->scale),
                            x - kq_calendar_plot_get_left (self));
}

static void
on_pinch (GtkGestureZoom *gesture,
          double          spread,
          KqCalendarPlot *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    kq_calendar_plot_pinch (self, spread, x);
}

static void
add_controller (KqCalendarPlot     *self,
                GtkEventController *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
kq_calendar_plot_add_gestures (KqCalendarPlot *self)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (kq_calendar_plot_begin_pinch), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  add_controller (self, scroll);
  add_controller (self, motion);
  self->drag = drag;
  add_controller (self, GTK_EVENT_CONTROLLER (drag));
  add_controller (self, GTK_EVENT_CONTROLLER (pinch));
}
