/* kq-calendar-header.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-calendar-header.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-chart-canvas.h"
#include "kq-chart-scale.h"
#include "kq-day.h"

#define HEIGHT 40
#define MARK_Y 22
#define MARK_SIZE 5
#define LABEL_WIDTH 64
/* Below that the hours are written. */
#define HOURS_SPAN (3 * KQ_CALENDAR_DAY)

/**
 * KqCalendarHeader:
 *
 * The days of what a calendar shows. Member days are marked with a disc, the
 * Mondays of the reviews with a diamond; who can't see them hears which they are.
 */
struct _KqCalendarHeader {
  GtkWidget        parent_instance;

  KqCalendarScale *scale;  /* (owned) */
  KqLanes         *lanes;  /* (owned) (nullable) */
  GTimeZone       *zone;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (KqCalendarHeader, kq_calendar_header, GTK_TYPE_WIDGET)

static int
get_left (KqCalendarHeader *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) - kq_calendar_scale_get_width (self->scale);
}

static gint32
find_day (KqCalendarHeader *self,
          double            seconds)
{
  return kq_day_of_time ((KqTime) { (gint64) seconds, 0 }, self->zone);
}

static double
get_day_x (KqCalendarHeader *self,
           gint32            day)
{
  return kq_calendar_scale_get_x (self->scale, kq_day_get_start (day, self->zone).seconds);
}

static GArray *
list_marks (KqCalendarHeader *self)
{
  const double first = kq_calendar_scale_get_first (self->scale);

  return kq_lanes_list_marks (self->lanes, find_day (self, first),
                              find_day (self, first + kq_calendar_scale_get_span (self->scale)));
}

static void
draw_mark (KqChartCanvas *canvas,
           KqMarkKind     kind,
           double         x)
{
  const double size = MARK_SIZE, y = MARK_Y + 2 * size;

  gdk_cairo_set_source_rgba (canvas->cr, &canvas->colors[kind == KQ_MARK_MEMBER_DAY ? 1 : 3]);
  if (kind == KQ_MARK_MEMBER_DAY)
    cairo_arc (canvas->cr, x, y, size, 0, 2 * G_PI);
  else
    {
      cairo_move_to (canvas->cr, x, y - size);
      cairo_line_to (canvas->cr, x + size, y);
      cairo_line_to (canvas->cr, x, y + size);
      cairo_line_to (canvas->cr, x - size, y);
    }
  cairo_fill (canvas->cr);
}

/* In the middle of the day; a member day that is a Monday has both. */
static void
draw_marks (KqCalendarHeader *self,
            KqChartCanvas    *canvas)
{
  g_autoptr (GArray) marks = list_marks (self);

  for (guint i = 0; i < marks->len; i++)
    {
      const KqMark *mark = &g_array_index (marks, KqMark, i);
      double x = (get_day_x (self, mark->day) + get_day_x (self, mark->day + 1)) / 2;

      if (i > 0 && g_array_index (marks, KqMark, i - 1).day == mark->day)
        x += 2.5 * MARK_SIZE;
      draw_mark (canvas, mark->kind, get_left (self) + x);
    }
}

static void
draw_hours (KqCalendarHeader *self,
            KqChartCanvas    *canvas,
            gint32            day,
            gint32            last)
{
  const guint step = kq_calendar_scale_get_span (self->scale) > KQ_CALENDAR_DAY * 1.5 ? 12 : 6;

  for (; day <= last; day++)
    for (guint hour = 0; hour < 24; hour += step)
      {
        const double part = (get_day_x (self, day + 1) - get_day_x (self, day)) / 24;
        g_autofree char *text = hour == 0 ? kq_chart_day_describe (day)
                                          : g_strdup_printf ("%02u:00", hour);

        kq_chart_canvas_write (canvas, text, &canvas->dim,
                               get_left (self) + get_day_x (self, day) + hour * part + 2, 2, 0, -1);
      }
}

static void
draw_days (KqCalendarHeader *self,
           KqChartCanvas    *canvas,
           gint32            first,
           gint32            last)
{
  const guint n_labels = MAX (2, kq_calendar_scale_get_width (self->scale) / LABEL_WIDTH);
  KqChartDays days = kq_chart_days_new (last - first + 1, n_labels);

  for (gint32 day = kq_chart_days_get_first (&days, first); day <= last;
       day = kq_chart_days_get_next (&days, day))
    {
      g_autofree char *text = kq_chart_days_format (&days, day);

      kq_chart_canvas_write (canvas, text, &canvas->dim, get_left (self) + get_day_x (self, day) + 2,
                             2, 0, -1);
    }
}

static void
draw (KqCalendarHeader *self,
      KqChartCanvas    *canvas)
{
  const double from = kq_calendar_scale_get_first (self->scale);
  const double span = kq_calendar_scale_get_span (self->scale);
  const gint32 first = find_day (self, from), last = find_day (self, from + span);

  if (first == KQ_DAY_NONE || last == KQ_DAY_NONE)
    return;

  cairo_rectangle (canvas->cr, get_left (self), 0, canvas->width, canvas->height);
  cairo_clip (canvas->cr);
  if (span <= HOURS_SPAN)
    draw_hours (self, canvas, first, last);
  else
    draw_days (self, canvas, first, last);
  draw_marks (self, canvas);
}

static void
kq_calendar_header_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  KqCalendarHeader *self = KQ_CALENDAR_HEADER (widget);
  const int width = gtk_widget_get_width (widget);
  g_auto (KqChartCanvas) canvas = { 0 };
  cairo_t *cr;

  if (self->lanes == NULL || width <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, HEIGHT));
  kq_chart_canvas_init (&canvas, widget, cr, width, HEIGHT);
  draw (self, &canvas);
  cairo_destroy (cr);
}

static const char *
describe_kind (KqMarkKind kind)
{
  return kind == KQ_MARK_MEMBER_DAY ? _("member day") : _("member tabs are reviewed");
}

/* The marks of one day, or of all where @day is none */
static char *
describe_marks (KqCalendarHeader *self,
                gint32            day)
{
  g_autoptr (GArray) marks = list_marks (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const KqMark *mark = &g_array_index (marks, KqMark, i);
      g_autofree char *date = kq_chart_day_describe (mark->day);

      if (day != KQ_DAY_NONE && mark->day != day)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a day, and why it is marked */
      g_string_append_printf (text, _("%s: %s"), date, describe_kind (mark->kind));
    }

  return g_strdup (text->str);
}

static gboolean
kq_calendar_header_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  KqCalendarHeader *self = KQ_CALENDAR_HEADER (widget);
  g_autofree char *text = NULL;

  if (self->lanes == NULL || keyboard)
    return FALSE;

  text = describe_marks (self, find_day (self, kq_calendar_scale_get_time (self->scale,
                                                                         x - get_left (self))));
  gtk_tooltip_set_text (tooltip, text);

  return *text != '\0';
}

static void
kq_calendar_header_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
kq_calendar_header_dispose (GObject *object)
{
  KqCalendarHeader *self = KQ_CALENDAR_HEADER (object);

  g_clear_object (&self->scale);
  g_clear_pointer (&self->lanes, kq_lanes_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (kq_calendar_header_parent_class)->dispose (object);
}

static void
kq_calendar_header_class_init (KqCalendarHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_calendar_header_dispose;
  widget_class->measure = kq_calendar_header_measure;
  widget_class->snapshot = kq_calendar_header_snapshot;
  widget_class->query_tooltip = kq_calendar_header_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "calendarheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kq_calendar_header_init (KqCalendarHeader *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), _("Marked days"));
}

/**
 * kq_calendar_header_new:
 * @scale: what is seen
 *
 * Returns: (transfer floating): the days over the lanes
 */
GtkWidget *
kq_calendar_header_new (KqCalendarScale *scale)
{
  KqCalendarHeader *self = g_object_new (KQ_TYPE_CALENDAR_HEADER, NULL);

  self->scale = g_object_ref (scale);
  g_signal_connect_object (scale, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * kq_calendar_header_set_lanes:
 * @self: a header
 * @lanes: whose marks to show
 * @zone: in which days begin
 */
void
kq_calendar_header_set_lanes (KqCalendarHeader *self,
                              KqLanes          *lanes,
                              GTimeZone        *zone)
{
  g_autofree char *text = NULL;

  g_return_if_fail (KQ_IS_CALENDAR_HEADER (self));
  g_return_if_fail (lanes != NULL && zone != NULL);

  g_clear_pointer (&self->lanes, kq_lanes_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->lanes = kq_lanes_ref (lanes);
  self->zone = g_time_zone_ref (zone);
  text = describe_marks (self, KQ_DAY_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
