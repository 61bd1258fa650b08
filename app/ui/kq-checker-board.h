/* kq-checker-board.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws what lies behind pictures that can be transparent. */
void kq_checker_board_snapshot (GtkSnapshot           *snapshot,
                                const graphene_rect_t *place);

G_END_DECLS
