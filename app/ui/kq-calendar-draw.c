/* kq-calendar-draw.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-plot-private.h"

#include <math.h>

#include "kq-day.h"

/* What is behind the bars of a calendar, and the line of today over them. */

/* Weekends are shaded as on a wall calendar. */
void
kq_calendar_plot_draw_days (KqCalendarPlot *self,
                            GtkSnapshot    *snapshot,
                            GdkRGBA         color,
                            int             height)
{
  GTimeZone *zone = kq_document_get_zone (self->document);
  const double first = kq_calendar_scale_get_first (self->scale);
  const gint64 last = first + kq_calendar_scale_get_span (self->scale);
  const int left = kq_calendar_plot_get_left (self);
  gint32 day = kq_day_of_time ((KqTime) { (gint64) first, 0 }, zone);

  for (; day != KQ_DAY_NONE && kq_day_get_start (day, zone).seconds <= last; day++)
    {
      const double x = kq_calendar_scale_get_x (self->scale, kq_day_get_start (day, zone).seconds);
      const double end =
        kq_calendar_scale_get_x (self->scale, kq_day_get_start (day + 1, zone).seconds);

      color.alpha = .05;
      if (kq_day_get_weekday (day) >= 5)
        gtk_snapshot_append_color (snapshot, &color,
                                   &GRAPHENE_RECT_INIT (left + x, 0, end - x, height));
      color.alpha = .12;
      if (kq_day_get_weekday (day) == 0)
        gtk_snapshot_append_color (snapshot, &color,
                                   &GRAPHENE_RECT_INIT (left + round (x), 0, 1, height));
    }
}

/* Between the lanes */
void
kq_calendar_plot_draw_lines (KqCalendarPlot *self,
                             GtkSnapshot    *snapshot,
                             GdkRGBA         color,
                             int             width)
{
  color.alpha = .15;
  for (guint i = 0; i < self->places->len; i++)
    {
      const KqLanePlace *place = &g_array_index (self->places, KqLanePlace, i);

      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (0, place->y + place->height - 1, width, 1));
    }
}

void
kq_calendar_plot_draw_now (KqCalendarPlot *self,
                           GtkSnapshot    *snapshot,
                           int             height)
{
  const KqTime now = kq_time_now (kq_document_get_zone (self->document));
  const double x = kq_calendar_scale_get_x (self->scale, now.seconds);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       "accent_color", &color))
    return;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (kq_calendar_plot_get_left (self) + round (x), 0,
                                                  2, height));
}
