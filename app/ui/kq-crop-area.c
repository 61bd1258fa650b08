/* kq-crop-area.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-crop-area-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-checker-board.h"
#include "kq-crop-drawing.h"

/* Pixels of the screen around the picture, so that the corners can be grasped */
#define EDGE 12
/* Pixels of the picture, at least */
#define LEAST 16

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * KqCropArea:
 *
 * The frame lies within the picture and is of whole pixels of it. Arrow keys
 * move it by a hundredth of the picture, with Control by a pixel; with Shift
 * they make it smaller and larger.
 */
G_DEFINE_FINAL_TYPE (KqCropArea, kq_crop_area, GTK_TYPE_WIDGET)

/* Where the picture is in the widget, and pixels of the screen a pixel of it */
double
kq_crop_area_get_place (KqCropArea      *self,
                        graphene_rect_t *place)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * EDGE;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * EDGE;
  double scale = MAX (MIN (width / self->width, height / self->height), 1e-6);

  graphene_rect_init (place, round (EDGE + (width - self->width * scale) / 2),
                      round (EDGE + (height - self->height * scale) / 2),
                      round (self->width * scale), round (self->height * scale));

  return scale;
}

/* Likewise of the frame */
double
kq_crop_area_get_frame_place (KqCropArea      *self,
                              graphene_rect_t *frame)
{
  graphene_rect_t place;
  double scale = kq_crop_area_get_place (self, &place);

  graphene_rect_init (frame, place.origin.x + self->frame.x * scale,
                      place.origin.y + self->frame.y * scale,
                      self->frame.width * scale, self->frame.height * scale);

  return scale;
}

/* A frame of that width, around or beside a point that stays where it is:
 * @left and @top say which part of the frame is before it. */
GdkRectangle
kq_crop_area_make_frame (KqCropArea *self,
                         double      x,
                         double      y,
                         double      left,
                         double      top,
                         double      width)
{
  double most = MIN (self->width, self->height * self->ratio);
  double wide = CLAMP (width, MIN (LEAST * MAX (1, self->ratio), most), most);
  GdkRectangle frame = {
    .width = CLAMP (lrint (wide), 1, self->width),
    .height = CLAMP (lrint (wide / self->ratio), 1, self->height),
  };

  frame.x = CLAMP (lrint (x - frame.width * left), 0, self->width - frame.width);
  frame.y = CLAMP (lrint (y - frame.height * top), 0, self->height - frame.height);

  return frame;
}

/* The frame for those who don't see it */
static void
describe (KqCropArea *self)
{
  g_autofree char *text = NULL;

  /* Translators: a part of a picture: pixels from the left and from the top,
   * width and height */
  text = g_strdup_printf (_("%d from the left, %d from the top, %d × %d pixels"), self->frame.x,
                          self->frame.y, self->frame.width, self->frame.height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  100.0 * self->frame.width / MAX (self->width, 1),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

/* By hand */
void
kq_crop_area_change (KqCropArea         *self,
                     const GdkRectangle *frame)
{
  if (gdk_rectangle_equal (&self->frame, frame))
    return;

  kq_crop_area_set_frame (self, frame);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* White, and in the colour of what has the focus where it has */
static GdkRGBA
get_frame_color (KqCropArea *self)
{
  GdkRGBA color = { 1, 1, 1, 1 };

  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                    "accent_bg_color", &color);

  return color;
}

static void
kq_crop_area_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  KqCropArea *self = KQ_CROP_AREA (widget);
  GdkRGBA color = get_frame_color (self);
  graphene_rect_t place, frame;

  if (self->texture == NULL)
    return;

  kq_crop_area_get_place (self, &place);
  kq_crop_area_get_frame_place (self, &frame);
  kq_checker_board_snapshot (snapshot, &place);
  gtk_snapshot_append_texture (snapshot, self->texture, &place);
  kq_crop_drawing_snapshot (snapshot, &place, &frame, &color);
}

static void
kq_crop_area_measure (GtkWidget      *widget,
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
kq_crop_area_dispose (GObject *object)
{
  g_clear_object (&KQ_CROP_AREA (object)->texture);

  G_OBJECT_CLASS (kq_crop_area_parent_class)->dispose (object);
}

static void
kq_crop_area_class_init (KqCropAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_crop_area_dispose;
  widget_class->measure = kq_crop_area_measure;
  widget_class->snapshot = kq_crop_area_snapshot;

  /**
   * KqCropArea::changed:
   * @self: a crop area
   *
   * The frame was moved or sized by hand.
   */
  signals[CHANGED] = g_signal_new ("changed", KQ_TYPE_CROP_AREA, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "croparea");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  kq_crop_area_add_keys (widget_class);
}

static void
kq_crop_area_init (KqCropArea *self)
{
  self->width = self->height = 1;
  self->ratio = 1;
  self->frame = (GdkRectangle) { 0, 0, 1, 1 };
  kq_crop_area_follow_pointer (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), _("Part that is kept"));
}

/**
 * kq_crop_area_new:
 *
 * Returns: (transfer floating): an area without a picture
 */
GtkWidget *
kq_crop_area_new (void)
{
  return g_object_new (KQ_TYPE_CROP_AREA, NULL);
}

/**
 * kq_crop_area_set_picture:
 * @self: a crop area
 * @texture: the picture, perhaps smaller than it is
 * @width: its pixels
 * @height: its pixels
 * @ratio: of the frame, width by height
 *
 * Shows a picture, with the frame in its middle.
 */
void
kq_crop_area_set_picture (KqCropArea *self,
                          GdkTexture *texture,
                          int         width,
                          int         height,
                          double      ratio)
{
  g_return_if_fail (KQ_IS_CROP_AREA (self));
  g_return_if_fail (GDK_IS_TEXTURE (texture));
  g_return_if_fail (width > 0 && height > 0 && ratio > 0);

  g_set_object (&self->texture, texture);
  self->width = width;
  self->height = height;
  self->ratio = ratio;
  kq_crop_area_centre (self);
}

/**
 * kq_crop_area_set_frame:
 * @self: a crop area
 * @frame: pixels of the picture
 *
 * Puts the frame there, as far as that lies within the picture.
 */
void
kq_crop_area_set_frame (KqCropArea         *self,
                        const GdkRectangle *frame)
{
  const GdkRectangle all = { 0, 0, self->width, self->height };

  g_return_if_fail (KQ_IS_CROP_AREA (self));
  g_return_if_fail (frame != NULL);

  if (!gdk_rectangle_intersect (frame, &all, &self->frame))
    self->frame = all;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
kq_crop_area_get_frame (KqCropArea   *self,
                        GdkRectangle *frame)
{
  g_return_if_fail (KQ_IS_CROP_AREA (self));

  *frame = self->frame;
}

/**
 * kq_crop_area_centre:
 * @self: a crop area
 *
 * Puts the frame in the middle, as large as it can be.
 */
void
kq_crop_area_centre (KqCropArea *self)
{
  GdkRectangle frame;

  g_return_if_fail (KQ_IS_CROP_AREA (self));

  frame = kq_crop_area_make_frame (self, self->width / 2.0, self->height / 2.0, 0.5, 0.5, self->width);
  kq_crop_area_set_frame (self, &frame);
}
