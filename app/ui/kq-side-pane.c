/* kq-side-pane.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-side-pane.h"

/* The share of the window that a pane may be drawn to */
#define MAX_SHARE 0.45

/**
 * KqSidePane:
 *
 * What stands at the side of a window. It is as wide as one wants it, whatever
 * its content would like, but never narrower than that needs, and gives way
 * where there is less room.
 */
struct _KqSidePane {
  AdwBin parent_instance;

  int    wanted_width;
};

enum {
  PROP_0,
  PROP_WANTED_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KqSidePane, kq_side_pane, ADW_TYPE_BIN)

static void
kq_side_pane_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  KqSidePane *self = KQ_SIDE_PANE (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (child == NULL)
    return;

  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, self->wanted_width);
}

static void
kq_side_pane_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

/* Its content may grow in the pane, but the pane doesn't grow for it. */
static void
kq_side_pane_compute_expand (GtkWidget *widget,
                             gboolean  *hexpand,
                             gboolean  *vexpand)
{
  *hexpand = FALSE;
  *vexpand = TRUE;
}

static void
kq_side_pane_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WANTED_WIDTH:
      g_value_set_int (value, KQ_SIDE_PANE (object)->wanted_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
kq_side_pane_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_WANTED_WIDTH:
      kq_side_pane_set_wanted_width (KQ_SIDE_PANE (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
kq_side_pane_class_init (KqSidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kq_side_pane_get_property;
  object_class->set_property = kq_side_pane_set_property;
  widget_class->measure = kq_side_pane_measure;
  widget_class->size_allocate = kq_side_pane_size_allocate;
  widget_class->compute_expand = kq_side_pane_compute_expand;

  /* In logical pixels */
  properties[PROP_WANTED_WIDTH] =
    g_param_spec_int ("wanted-width", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kq_side_pane_init (KqSidePane *self)
{
  /* It measures and allocates by itself. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * kq_side_pane_get_wanted_width:
 * @self: a pane
 *
 * Returns: how wide it is where there is room, in logical pixels
 */
int
kq_side_pane_get_wanted_width (KqSidePane *self)
{
  g_return_val_if_fail (KQ_IS_SIDE_PANE (self), 0);

  return self->wanted_width;
}

/**
 * kq_side_pane_set_wanted_width:
 * @self: a pane
 * @width: in logical pixels
 *
 * Says how wide it is where there is room.
 */
void
kq_side_pane_set_wanted_width (KqSidePane *self,
                               int         width)
{
  g_return_if_fail (KQ_IS_SIDE_PANE (self));
  g_return_if_fail (width >= 0);

  if (self->wanted_width == width)
    return;

  self->wanted_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED_WIDTH]);
}

/**
 * kq_side_pane_widen:
 * @self: a pane that is shown
 * @by: in logical pixels, negative to make it narrower
 *
 * Makes it so much wider than it is, as far as it and its window allow.
 */
void
kq_side_pane_widen (KqSidePane *self,
                    int         by)
{
  int least, most;

  g_return_if_fail (KQ_IS_SIDE_PANE (self));
  g_return_if_fail (gtk_widget_get_root (GTK_WIDGET (self)) != NULL);

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  most = MAX (least, MAX_SHARE * gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (
                                                         GTK_WIDGET (self)))));
  kq_side_pane_set_wanted_width (self, CLAMP (gtk_widget_get_width (GTK_WIDGET (self)) + by,
                                              least, most));
}
