/* kq-line-chart-zoom.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-line-chart-private.h"

#include <math.h>

/* Days that are seen, at least, where there are as many */
#define MIN_VISIBLE 7
#define ZOOM 1.25

/* Showing less of a line chart, or more, or what lies beside. */

static void
zoom (KqLineChart *self,
      double       factor,
      double       position)
{
  const double span = self->last - self->first;
  const double wanted = CLAMP (span * factor, MIN (span, MIN_VISIBLE - 1),
                               MAX (0, (double) self->length - 1));
  const double part = span > 0 ? (position - self->first) / span : .5;
  const double first = position - wanted * part;

  kq_line_chart_set_visible (self, first, first + wanted);
}

static void
pan (KqLineChart *self,
     double       first)
{
  const double span = self->last - self->first;

  first = CLAMP (first, 0, MAX (0, (double) self->length - 1 - span));
  kq_line_chart_set_visible (self, first, first + span);
}

static double
find_pointer (KqLineChart        *self,
              GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  KqLinePlot plot;
  double x, y, root_x = 0, root_y = 0;

  kq_line_chart_find_plot (self, &plot);
  if (event == NULL || !gdk_event_get_position (event, &x, &y))
    return (self->first + self->last) / 2;

  gtk_native_get_surface_transform (gtk_widget_get_native (GTK_WIDGET (self)), &root_x, &root_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (gtk_widget_get_native (GTK_WIDGET (self))),
                                    GTK_WIDGET (self), x - root_x, y - root_y, &x, &y);

  return CLAMP (kq_line_plot_find (&plot, x), self->first, self->last);
}

/* Only with Control, or along the days: the wheel alone scrolls the page. */
static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           KqLineChart              *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) != 0)
    zoom (self, pow (ZOOM, dy), find_pointer (self, GTK_EVENT_CONTROLLER (controller)));
  else if (dx != 0 || (state & GDK_SHIFT_MASK) != 0)
    pan (self, self->first + (dx != 0 ? dx : dy) * (self->last - self->first) / 12);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          x,
               double          y,
               KqLineChart    *self)
{
  self->drag_first = self->first;
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                KqLineChart    *self)
{
  KqLinePlot plot;

  kq_line_chart_find_plot (self, &plot);
  pan (self, self->drag_first - dx / plot.width * (self->last - self->first));
}

static void
on_pinch_begin (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                KqLineChart      *self)
{
  self->pinch_span = self->last - self->first;
}

static void
on_pinch (GtkGestureZoom *gesture,
          double          scale,
          KqLineChart    *self)
{
  const double span = self->last - self->first;

  if (span > 0 && scale > 0)
    zoom (self, self->pinch_span / scale / span, (self->first + self->last) / 2);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        KqLineChart           *self)
{
  const guint step = kq_chart_get_step (KQ_CHART (self));
  const double middle = step == KQ_CHART_NO_STEP ? (self->first + self->last) / 2 : step;

  switch (key)
    {
    case GDK_KEY_plus: case GDK_KEY_equal: case GDK_KEY_KP_Add:
      zoom (self, 1 / ZOOM, middle);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus: case GDK_KEY_KP_Subtract:
      zoom (self, ZOOM, middle);
      return GDK_EVENT_STOP;
    case GDK_KEY_0: case GDK_KEY_KP_0:
      kq_line_chart_set_visible (self, 0, self->length);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* What the keys step to is brought into sight. */
static void
on_step (KqLineChart *self)
{
  const guint step = kq_chart_get_step (KQ_CHART (self));

  if (step == KQ_CHART_NO_STEP)
    return;
  if (step < self->first)
    pan (self, step);
  else if (step > self->last)
    pan (self, step - (self->last - self->first));
}

void
kq_line_chart_add_controllers (KqLineChart *self)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (self, "notify::step", G_CALLBACK (on_step), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
