/* kq-scaler.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-scaler.h"

/* Below this the text of a phone can't be read. */
#define MIN_SCALE 0.4

/**
 * KqScaler:
 *
 * Lays out its child at a fixed logical size and draws it scaled to fit. Text
 * and shapes are drawn at the final size, so that they stay crisp, and input
 * reaches the child through the same transform.
 */
struct _KqScaler {
  GtkWidget  parent_instance;

  GtkWidget *child;     /* (owned) */
  int        width;
  int        height;
};

G_DEFINE_FINAL_TYPE (KqScaler, kq_scaler, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
kq_scaler_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
kq_scaler_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  KqScaler *self = KQ_SCALER (widget);
  int size = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
  int child_minimum;

  /* The child must be measured before it is allocated. */
  gtk_widget_measure (self->child, orientation, -1, &child_minimum, NULL, NULL, NULL);

  *minimum = size * MIN_SCALE;
  *natural = size;
}

static void
kq_scaler_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  KqScaler *self = KQ_SCALER (widget);
  float scale = MIN ((float) width / self->width, (float) height / self->height);
  float left = (width - self->width * scale) / 2;
  float top = (height - self->height * scale) / 2;
  GskTransform *transform;

  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (left, top));
  transform = gsk_transform_scale (transform, scale, scale);
  gtk_widget_allocate (self->child, self->width, self->height, -1, transform);
}

static void
kq_scaler_dispose (GObject *object)
{
  KqScaler *self = KQ_SCALER (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (kq_scaler_parent_class)->dispose (object);
}

static void
kq_scaler_class_init (KqScalerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_scaler_dispose;
  widget_class->get_request_mode = kq_scaler_get_request_mode;
  widget_class->measure = kq_scaler_measure;
  widget_class->size_allocate = kq_scaler_size_allocate;
  /* Not “presentation”: the floor then hides the child from screen readers too. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kq_scaler_init (KqScaler *self)
{
}

/**
 * kq_scaler_new:
 * @child: what is scaled
 * @width: its width in pixels before that
 * @height: its height
 *
 * Returns: (transfer floating): a container
 */
GtkWidget *
kq_scaler_new (GtkWidget *child,
               int        width,
               int        height)
{
  KqScaler *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self = g_object_new (KQ_TYPE_SCALER, NULL);
  self->child = child;
  self->width = width;
  self->height = height;
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
