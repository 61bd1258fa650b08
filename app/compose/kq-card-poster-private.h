/* kq-card-poster-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-card-poster.h"
#include "kq-colour.h"
#include "kq-qr.h"

G_BEGIN_DECLS

/* Lines of what a card gives, at most, on a strip and on a sheet */
#define KQ_POSTER_STRIP_BENEFITS 4
#define KQ_POSTER_SHEET_BENEFITS 7

/**
 * KqPosterParts:
 * @face: the card, decoded or drawn
 * @color: of the card
 * @shop: (nullable): the shop's name, cleaned
 * @title: (nullable): the card's name, likewise
 * @benefits: what it gives, likewise
 * @qr: where it is claimed
 *
 * All that is on a poster, ready to be drawn.
 */
typedef struct {
  cairo_surface_t  *face;
  KqColour          color;
  const char       *shop;
  const char       *title;
  char            **benefits;
  KqQr             *qr;
} KqPosterParts;

cairo_surface_t *kq_poster_draw_strip (const KqPosterParts  *parts,
                                       int                   width,
                                       int                   height,
                                       GError              **error);
void             kq_poster_draw_sheet (const KqPosterParts  *parts,
                                       cairo_t              *cr,
                                       double                width,
                                       double                height);

/* What both of them draw (kq-poster-parts.c) */
void             kq_poster_round      (cairo_t              *cr,
                                       double                x,
                                       double                y,
                                       double                width,
                                       double                height,
                                       double                radius);
void             kq_poster_draw_face  (cairo_t              *cr,
                                       cairo_surface_t      *face,
                                       double                x,
                                       double                y,
                                       double                width,
                                       double                height);
void             kq_poster_draw_code  (cairo_t              *cr,
                                       const KqQr           *qr,
                                       double                x,
                                       double                y,
                                       double                module);
double           kq_poster_draw_text  (cairo_t              *cr,
                                       const char           *text,
                                       const char           *family,
                                       gboolean              bold,
                                       double                size,
                                       guint                 lines,
                                       gboolean              centred,
                                       double                x,
                                       double                y,
                                       double                width,
                                       KqColour              colour);
double           kq_poster_measure_text (cairo_t            *cr,
                                       const char           *text,
                                       double                size,
                                       double                width);
KqColour         kq_poster_darken     (KqColour              colour);

G_END_DECLS
