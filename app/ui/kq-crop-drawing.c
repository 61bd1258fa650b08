/* kq-crop-drawing.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-crop-drawing.h"

/* Pixels of the screen */
#define CORNER 12

/* What is cut off */
static void
snapshot_shade (GtkSnapshot           *snapshot,
                const graphene_rect_t *place,
                const graphene_rect_t *frame)
{
  const GdkRGBA shade = { 0, 0, 0, 0.6 };
  float left = place->origin.x, top = place->origin.y;
  float right = left + place->size.width, bottom = top + place->size.height;
  float inner_bottom = frame->origin.y + frame->size.height;
  float inner_right = frame->origin.x + frame->size.width;

  gtk_snapshot_append_color (snapshot, &shade,
    &GRAPHENE_RECT_INIT (left, top, right - left, frame->origin.y - top));
  gtk_snapshot_append_color (snapshot, &shade,
    &GRAPHENE_RECT_INIT (left, inner_bottom, right - left, bottom - inner_bottom));
  gtk_snapshot_append_color (snapshot, &shade,
    &GRAPHENE_RECT_INIT (left, frame->origin.y, frame->origin.x - left, frame->size.height));
  gtk_snapshot_append_color (snapshot, &shade,
    &GRAPHENE_RECT_INIT (inner_right, frame->origin.y, right - inner_right, frame->size.height));
}

static void
append_border (GtkSnapshot           *snapshot,
               const graphene_rect_t *frame,
               float                  width,
               const GdkRGBA         *color)
{
  const float widths[] = { width, width, width, width };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, frame, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

/* With a dark line outside, to be seen on a light picture too */
static void
snapshot_border (GtkSnapshot           *snapshot,
                 const graphene_rect_t *frame,
                 const GdkRGBA         *color)
{
  graphene_rect_t outside = *frame;

  graphene_rect_inset (&outside, -1, -1);
  append_border (snapshot, &outside, 1, &(GdkRGBA) { 0, 0, 0, 0.5 });
  append_border (snapshot, frame, 2, color);
}

static void
snapshot_thirds (GtkSnapshot           *snapshot,
                 const graphene_rect_t *frame)
{
  const GdkRGBA line = { 1, 1, 1, 0.35 };

  for (int i = 1; i <= 2; i++)
    {
      gtk_snapshot_append_color (snapshot, &line,
        &GRAPHENE_RECT_INIT (frame->origin.x + frame->size.width * i / 3, frame->origin.y, 1,
                             frame->size.height));
      gtk_snapshot_append_color (snapshot, &line,
        &GRAPHENE_RECT_INIT (frame->origin.x, frame->origin.y + frame->size.height * i / 3,
                             frame->size.width, 1));
    }
}

static void
snapshot_corners (GtkSnapshot           *snapshot,
                  const graphene_rect_t *frame,
                  const GdkRGBA         *color)
{
  for (int i = 0; i < 4; i++)
    {
      float x = frame->origin.x + (i % 2) * frame->size.width - CORNER / 2;
      float y = frame->origin.y + (i / 2) * frame->size.height - CORNER / 2;
      GskRoundedRect corner;

      gsk_rounded_rect_init_from_rect (&corner, &GRAPHENE_RECT_INIT (x, y, CORNER, CORNER),
                                       CORNER / 2);
      gtk_snapshot_append_outset_shadow (snapshot, &corner, &(GdkRGBA) { 0, 0, 0, 0.5 }, 0, 1, 0,
                                         2);
      gtk_snapshot_push_rounded_clip (snapshot, &corner);
      gtk_snapshot_append_color (snapshot, color, &corner.bounds);
      gtk_snapshot_pop (snapshot);
    }
}

/**
 * kq_crop_drawing_snapshot:
 * @snapshot: where to draw
 * @place: where the picture is, which is drawn already
 * @frame: the part of it that is kept
 * @color: the frame's
 */
void
kq_crop_drawing_snapshot (GtkSnapshot           *snapshot,
                          const graphene_rect_t *place,
                          const graphene_rect_t *frame,
                          const GdkRGBA         *color)
{
  snapshot_shade (snapshot, place, frame);
  snapshot_thirds (snapshot, frame);
  snapshot_border (snapshot, frame, color);
  snapshot_corners (snapshot, frame, color);
}
