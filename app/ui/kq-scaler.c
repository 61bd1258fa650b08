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
  float      natural;   /* of that size */
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

  *minimum = size * MIN (MIN_SCALE, self->natural);
  *natural = size * self->natural;
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

static void append (GtkSnapshot   *snapshot,
                    GskRenderNode *node);

static void
append_transformed (GtkSnapshot   *snapshot,
                    GskRenderNode *node)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_transform (snapshot, gsk_transform_node_get_transform (node));
  append (snapshot, gsk_transform_node_get_child (node));
  gtk_snapshot_restore (snapshot);
}

static void
append_gradient (GtkSnapshot   *snapshot,
                 GskRenderNode *node)
{
  graphene_rect_t bounds;
  gsize n;
  const GskColorStop *stops = gsk_linear_gradient_node_get_color_stops (node, &n);

  gsk_render_node_get_bounds (node, &bounds);
  gtk_snapshot_append_linear_gradient (snapshot, &bounds, gsk_linear_gradient_node_get_start (node),
                                       gsk_linear_gradient_node_get_end (node), stops, n);
}

static void
append_color (GtkSnapshot   *snapshot,
              GskRenderNode *node)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  gtk_snapshot_append_color (snapshot, gsk_color_node_get_color (node), &bounds);
}

/* Each part gets a transform of its own. */
static void
append_part (GtkSnapshot   *snapshot,
             GskRenderNode *node)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* Takes apart what only holds others. Backgrounds, which are made anew whenever
 * something on them is, are scaled here: then the floor compares them by value. */
static void
append (GtkSnapshot   *snapshot,
        GskRenderNode *node)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        append (snapshot, gsk_container_node_get_child (node, i));
      break;
    case GSK_TRANSFORM_NODE:
      append_transformed (snapshot, node);
      break;
    case GSK_CLIP_NODE:
      gtk_snapshot_push_clip (snapshot, gsk_clip_node_get_clip (node));
      append (snapshot, gsk_clip_node_get_child (node));
      gtk_snapshot_pop (snapshot);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      gtk_snapshot_push_rounded_clip (snapshot, gsk_rounded_clip_node_get_clip (node));
      append (snapshot, gsk_rounded_clip_node_get_child (node));
      gtk_snapshot_pop (snapshot);
      break;
    case GSK_COLOR_NODE:
      append_color (snapshot, node);
      break;
    case GSK_LINEAR_GRADIENT_NODE:
      append_gradient (snapshot, node);
      break;
    default:
      append_part (snapshot, node);
    }
}

/* The floor draws all that is below a scaling transform anew when any of it
 * changes. So the transform goes down to the parts, of which those that stay
 * the same aren't drawn. */
static void
kq_scaler_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  KqScaler *self = KQ_SCALER (widget);
  GtkSnapshot *child_snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gtk_widget_snapshot_child (widget, self->child, child_snapshot);
  node = gtk_snapshot_free_to_node (child_snapshot);
  if (node != NULL)
    append (snapshot, node);
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
  widget_class->snapshot = kq_scaler_snapshot;
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
  self->natural = 1;
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * kq_scaler_set_natural_scale:
 * @self: a scaler
 * @scale: a factor
 *
 * Sets how large the child is drawn where there is room for it.
 */
void
kq_scaler_set_natural_scale (KqScaler *self,
                             float     scale)
{
  g_return_if_fail (KQ_IS_SCALER (self));
  g_return_if_fail (scale > 0);

  self->natural = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
