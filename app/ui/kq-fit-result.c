/* kq-fit-result.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-fit-result.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-checker-board.h"

/* As around the picture beside it */
#define EDGE 12

/**
 * KqFitResult:
 *
 * Follows a frame that is dragged without waiting for anybody.
 */
struct _KqFitResult {
  GtkWidget     parent_instance;

  GdkTexture   *source;   /* (owned) (nullable) */
  int           width;    /* pixels of that picture */
  int           height;
  double        ratio;    /* of what it becomes, width by height */
  GdkRectangle  part;
  GdkTexture   *texture;  /* (owned) (nullable): what was made */
};

G_DEFINE_FINAL_TYPE (KqFitResult, kq_fit_result, GTK_TYPE_WIDGET)

static void
snapshot_part (KqFitResult           *self,
               GtkSnapshot           *snapshot,
               const graphene_rect_t *place)
{
  double scale = place->size.width / MAX (self->part.width, 1);

  gtk_snapshot_push_clip (snapshot, place);
  gtk_snapshot_append_texture (snapshot, self->source,
    &GRAPHENE_RECT_INIT (place->origin.x - self->part.x * scale,
                         place->origin.y - self->part.y * scale,
                         self->width * scale, self->height * scale));
  gtk_snapshot_pop (snapshot);
}

static void
kq_fit_result_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  KqFitResult *self = KQ_FIT_RESULT (widget);
  double room_x = gtk_widget_get_width (widget) - 2 * EDGE;
  double room_y = gtk_widget_get_height (widget) - 2 * EDGE;
  double width = MIN (room_x, room_y * self->ratio), height = width / self->ratio;
  graphene_rect_t place = GRAPHENE_RECT_INIT (round (EDGE + (room_x - width) / 2),
                                              round (EDGE + (room_y - height) / 2),
                                              round (width), round (height));

  if (width <= 0 || self->source == NULL)
    return;

  kq_checker_board_snapshot (snapshot, &place);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &place);
  else
    snapshot_part (self, snapshot, &place);
}

static void
kq_fit_result_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 400 : 260;
}

static void
kq_fit_result_dispose (GObject *object)
{
  KqFitResult *self = KQ_FIT_RESULT (object);

  g_clear_object (&self->source);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (kq_fit_result_parent_class)->dispose (object);
}

static void
kq_fit_result_class_init (KqFitResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_fit_result_dispose;
  widget_class->measure = kq_fit_result_measure;
  widget_class->snapshot = kq_fit_result_snapshot;
  gtk_widget_class_set_css_name (widget_class, "fitresult");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kq_fit_result_init (KqFitResult *self)
{
  self->width = self->height = 1;
  self->ratio = 1;
  kq_accessible_set_name (GTK_ACCESSIBLE (self), _("The picture as it becomes"));
}

/**
 * kq_fit_result_new:
 *
 * Returns: (transfer floating): of no picture yet
 */
GtkWidget *
kq_fit_result_new (void)
{
  return g_object_new (KQ_TYPE_FIT_RESULT, NULL);
}

/**
 * kq_fit_result_set_source:
 * @self: a result
 * @texture: the picture that it is made of, perhaps smaller than it is
 * @width: its pixels
 * @height: its pixels
 * @ratio: of what it becomes, width by height
 *
 * Sets what is seen until something was made.
 */
void
kq_fit_result_set_source (KqFitResult *self,
                          GdkTexture  *texture,
                          int          width,
                          int          height,
                          double       ratio)
{
  g_return_if_fail (KQ_IS_FIT_RESULT (self));
  g_return_if_fail (width > 0 && height > 0 && ratio > 0);

  g_set_object (&self->source, texture);
  self->width = width;
  self->height = height;
  self->ratio = ratio;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Sets which part of it that is, in its pixels. */
void
kq_fit_result_set_part (KqFitResult        *self,
                        const GdkRectangle *part)
{
  g_return_if_fail (KQ_IS_FIT_RESULT (self));

  self->part = *part;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Sets what was made; NULL where that isn't true any more. */
void
kq_fit_result_set_texture (KqFitResult *self,
                           GdkTexture  *texture)
{
  g_return_if_fail (KQ_IS_FIT_RESULT (self));

  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
