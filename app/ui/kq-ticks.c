/* kq-ticks.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-ticks.h"

#define HEIGHT 6
#define OPACITY 0.55f

/**
 * KqTicks:
 *
 * A tick below a horizontal slider for each of its values that matters. A
 * slider's own marks are a widget each, which hundreds of them make slow.
 */
struct _KqTicks {
  GtkWidget  parent_instance;

  GtkRange  *range;   /* (unowned) (nullable) */
  GArray    *values;  /* (owned) (element-type double) */
};

G_DEFINE_FINAL_TYPE (KqTicks, kq_ticks, GTK_TYPE_WIDGET)

static void
kq_ticks_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static GtkWidget *
find_knob (GtkWidget *widget)
{
  GtkWidget *knob = NULL;

  if (g_str_equal (gtk_widget_get_css_name (widget), "slider"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && knob == NULL;
       child = gtk_widget_get_next_sibling (child))
    knob = find_knob (child);

  return knob;
}

/* Of what the knob leaves of the trough: its size counts with its margins. */
static int
measure_knob (KqTicks *self)
{
  GtkWidget *knob = find_knob (GTK_WIDGET (self->range));
  int size = 0;

  if (knob != NULL)
    gtk_widget_measure (knob, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);

  return size;
}

/* Where the middle of the slider's knob is for a value, in our coordinates. */
static gboolean
find_place (KqTicks *self,
            double   value,
            int      knob,
            double  *x)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (self->range);
  double span = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment);
  double place = (value - gtk_adjustment_get_lower (adjustment)) / span;
  GdkRectangle trough;

  if (!(place >= 0 && place <= 1))
    return FALSE;

  gtk_range_get_range_rect (self->range, &trough);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place = 1 - place;

  return gtk_widget_translate_coordinates (GTK_WIDGET (self->range), GTK_WIDGET (self),
                                           trough.x + knob / 2.0 + place * (trough.width - knob),
                                           0, x, NULL);
}

static void
kq_ticks_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  KqTicks *self = KQ_TICKS (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  double last = -G_MAXDOUBLE;
  GdkRGBA color;
  int knob;

  if (self->range == NULL)
    return;

  gtk_style_context_get_color (style, &color);
  color.alpha *= OPACITY;
  knob = measure_knob (self);
  for (guint i = 0; i < self->values->len; i++)
    {
      double x;

      /* Ticks on one pixel are one tick. */
      if (!find_place (self, g_array_index (self->values, double, i), knob, &x) || x < last + 1)
        continue;
      last = x;
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((int) x, 0, 1, HEIGHT));
    }
}

static void
kq_ticks_dispose (GObject *object)
{
  KqTicks *self = KQ_TICKS (object);

  g_clear_weak_pointer (&self->range);

  G_OBJECT_CLASS (kq_ticks_parent_class)->dispose (object);
}

static void
kq_ticks_finalize (GObject *object)
{
  g_array_unref (KQ_TICKS (object)->values);

  G_OBJECT_CLASS (kq_ticks_parent_class)->finalize (object);
}

static void
kq_ticks_class_init (KqTicksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_ticks_dispose;
  G_OBJECT_CLASS (klass)->finalize = kq_ticks_finalize;
  widget_class->measure = kq_ticks_measure;
  widget_class->snapshot = kq_ticks_snapshot;
  /* The moments are said beside the slider and reached by its buttons. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "kq-ticks");
}

static void
kq_ticks_init (KqTicks *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * kq_ticks_new:
 * @range: a horizontal slider
 *
 * Returns: (transfer floating): no ticks yet
 */
GtkWidget *
kq_ticks_new (GtkRange *range)
{
  KqTicks *self;

  g_return_val_if_fail (GTK_IS_RANGE (range), NULL);

  self = g_object_new (KQ_TYPE_TICKS, NULL);
  g_set_weak_pointer (&self->range, range);

  return GTK_WIDGET (self);
}

/**
 * kq_ticks_clear:
 * @self: ticks
 *
 * Removes all ticks.
 */
void
kq_ticks_clear (KqTicks *self)
{
  g_return_if_fail (KQ_IS_TICKS (self));

  g_array_set_size (self->values, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kq_ticks_add:
 * @self: ticks
 * @value: a value of the slider, not less than those before
 *
 * Adds a tick.
 */
void
kq_ticks_add (KqTicks *self,
              double   value)
{
  g_return_if_fail (KQ_IS_TICKS (self));

  g_array_append_val (self->values, value);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
