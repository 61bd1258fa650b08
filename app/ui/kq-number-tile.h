/* kq-number-tile.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_NUMBER_TILE (kq_number_tile_get_type ())

/* One figure, and how it compares. */
G_DECLARE_FINAL_TYPE (KqNumberTile, kq_number_tile, KQ, NUMBER_TILE, GtkBox)

GtkWidget    *kq_number_tile_new      (const char   *title);
void          kq_number_tile_set      (KqNumberTile *self,
                                       const char   *value,
                                       const char   *change);

/* Tiles in a row, or in several where there is no room. */
GtkWidget    *kq_number_tile_make_box (void);
KqNumberTile *kq_number_tile_add      (GtkFlowBox   *box,
                                       const char   *title);

G_END_DECLS
