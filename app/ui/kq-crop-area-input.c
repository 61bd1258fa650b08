/* kq-crop-area-input.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-crop-area-private.h"

#include <math.h>

/* How keys and pointer move and size the frame. */

/* From a corner, where it still is meant */
#define REACH 18

static gboolean
move_by_key (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  KqCropArea *self = KQ_CROP_AREA (widget);
  GdkRectangle frame = self->frame;
  int x, y, step = MAX (1, MAX (self->width, self->height) / 100);
  gboolean fine;

  if (self->texture == NULL)
    return FALSE;

  g_variant_get (arguments, "(iib)", &x, &y, &fine);
  step = fine ? 1 : step;
  frame.x = CLAMP (frame.x + x * step, 0, self->width - frame.width);
  frame.y = CLAMP (frame.y + y * step, 0, self->height - frame.height);
  kq_crop_area_change (self, &frame);

  return TRUE;
}

static gboolean
size_by_key (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  KqCropArea *self = KQ_CROP_AREA (widget);
  int step = MAX (2, self->width / 50);
  GdkRectangle frame;

  if (self->texture == NULL)
    return FALSE;

  frame = kq_crop_area_make_frame (self, self->frame.x + self->frame.width / 2.0,
                                   self->frame.y + self->frame.height / 2.0, 0.5, 0.5,
                                   self->frame.width + step * g_variant_get_int32 (arguments));
  kq_crop_area_change (self, &frame);

  return TRUE;
}

/* By pointer */

static gboolean
is_near (double x,
         double y,
         double corner_x,
         double corner_y)
{
  return fabs (x - corner_x) <= REACH && fabs (y - corner_y) <= REACH;
}

static KqCropGrip
find_grip (KqCropArea *self,
           double      x,
           double      y)
{
  graphene_rect_t frame;
  double right, bottom;

  if (self->texture == NULL)
    return KQ_CROP_GRIP_NONE;

  kq_crop_area_get_frame_place (self, &frame);
  right = frame.origin.x + frame.size.width;
  bottom = frame.origin.y + frame.size.height;
  if (is_near (x, y, right, bottom))
    return KQ_CROP_GRIP_BOTTOM_RIGHT;
  if (is_near (x, y, frame.origin.x, frame.origin.y))
    return KQ_CROP_GRIP_TOP_LEFT;
  if (is_near (x, y, right, frame.origin.y))
    return KQ_CROP_GRIP_TOP_RIGHT;
  if (is_near (x, y, frame.origin.x, bottom))
    return KQ_CROP_GRIP_BOTTOM_LEFT;

  return graphene_rect_contains_point (&frame, &GRAPHENE_POINT_INIT (x, y)) ? KQ_CROP_GRIP_FRAME
                                                                            : KQ_CROP_GRIP_NONE;
}

static void
on_drag_begin (KqCropArea *self,
               double      x,
               double      y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->grip = find_grip (self, x, y);
  self->before = self->frame;
}

/* The corner that is across from the one that is dragged stays. */
static GdkRectangle
drag_corner (KqCropArea *self,
             double      x,
             double      y)
{
  gboolean left = self->grip == KQ_CROP_GRIP_TOP_LEFT || self->grip == KQ_CROP_GRIP_BOTTOM_LEFT;
  gboolean top = self->grip == KQ_CROP_GRIP_TOP_LEFT || self->grip == KQ_CROP_GRIP_TOP_RIGHT;
  const GdkRectangle *old = &self->before;
  double still_x = left ? old->x + old->width : old->x;
  double still_y = top ? old->y + old->height : old->y;
  double by_width = old->width + (left ? -x : x);
  double by_height = (old->height + (top ? -y : y)) * self->ratio;
  double room = MIN (left ? still_x : self->width - still_x,
                     (top ? still_y : self->height - still_y) * self->ratio);

  return kq_crop_area_make_frame (self, still_x, still_y, left, top,
                                  MIN (MAX (by_width, by_height), room));
}

static void
on_drag_update (KqCropArea *self,
                double      x,
                double      y)
{
  graphene_rect_t place;
  double scale = kq_crop_area_get_place (self, &place);
  GdkRectangle frame = self->before;

  if (self->grip == KQ_CROP_GRIP_NONE)
    return;

  x /= scale;
  y /= scale;
  if (self->grip == KQ_CROP_GRIP_FRAME)
    {
      frame.x = CLAMP (lrint (frame.x + x), 0, self->width - frame.width);
      frame.y = CLAMP (lrint (frame.y + y), 0, self->height - frame.height);
    }
  else
    frame = drag_corner (self, x, y);
  kq_crop_area_change (self, &frame);
}

static void
on_drag_end (KqCropArea *self)
{
  self->grip = KQ_CROP_GRIP_NONE;
}

static void
on_motion (KqCropArea *self,
           double      x,
           double      y)
{
  static const char * const cursors[] = {
    [KQ_CROP_GRIP_NONE] = NULL,
    [KQ_CROP_GRIP_FRAME] = "move",
    [KQ_CROP_GRIP_TOP_LEFT] = "nw-resize",
    [KQ_CROP_GRIP_TOP_RIGHT] = "ne-resize",
    [KQ_CROP_GRIP_BOTTOM_LEFT] = "sw-resize",
    [KQ_CROP_GRIP_BOTTOM_RIGHT] = "se-resize",
  };

  if (self->grip == KQ_CROP_GRIP_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[find_grip (self, x, y)]);
}

/* Lets the keys of all such areas move and size the frame. */
void
kq_crop_area_add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key, pad; int x, y, size; } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1, 1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (guint j = 0; j < 2; j++)
      {
        guint key = j == 0 ? arrows[i].key : arrows[i].pad;

        gtk_widget_class_add_binding (widget_class, key, 0, move_by_key, "(iib)", arrows[i].x,
                                      arrows[i].y, FALSE);
        gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, move_by_key, "(iib)",
                                      arrows[i].x, arrows[i].y, TRUE);
        gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK, size_by_key, "i",
                                      arrows[i].size);
      }
}

/* Lets the pointer do so, too. */
void
kq_crop_area_follow_pointer (KqCropArea *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
