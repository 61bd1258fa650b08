/* kq-card-drawing.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_CARD_DRAWING (kq_card_drawing_get_type ())

/* A row of a form that shows a member card as its holder sees it. */
G_DECLARE_FINAL_TYPE (KqCardDrawing, kq_card_drawing, KQ, CARD_DRAWING, AdwPreferencesRow)

GtkWidget *kq_card_drawing_new  (void);
void       kq_card_drawing_bind (KqCardDrawing *self,
                                 KqDocument    *document,
                                 KqObject      *card);

G_END_DECLS
