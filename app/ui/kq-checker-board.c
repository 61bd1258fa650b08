/* kq-checker-board.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-checker-board.h"

#define FIELD 8

/* The same in light and dark, as it stands for the picture and not for the
 * window. */
void
kq_checker_board_snapshot (GtkSnapshot           *snapshot,
                           const graphene_rect_t *place)
{
  const GdkRGBA light = { 0.96, 0.96, 0.96, 1 }, dark = { 0.84, 0.84, 0.84, 1 };
  float x = place->origin.x, y = place->origin.y;

  gtk_snapshot_append_color (snapshot, &light, place);
  gtk_snapshot_push_repeat (snapshot, place, &GRAPHENE_RECT_INIT (x, y, 2 * FIELD, 2 * FIELD));
  gtk_snapshot_append_color (snapshot, &dark, &GRAPHENE_RECT_INIT (x, y, FIELD, FIELD));
  gtk_snapshot_append_color (snapshot, &dark,
                             &GRAPHENE_RECT_INIT (x + FIELD, y + FIELD, FIELD, FIELD));
  gtk_snapshot_pop (snapshot);
}
