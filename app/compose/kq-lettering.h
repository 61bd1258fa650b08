/* kq-lettering.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "kq-colour.h"

G_BEGIN_DECLS

/* Text that is drawn into a picture or onto paper, the same on every desktop:
 * in fonts of our choice, without hinting. */

/* Characters of a text that are looked at, at most */
#define KQ_LETTERING_MAX 200

/**
 * KqLettering:
 * @family: the font
 * @bold: whether it is bold
 * @size: of the letters, in units of the drawing
 * @least: how small they may become, so that more of the text is seen
 * @width: of the room
 * @lines: how many, at most
 * @centred: in the middle of the room instead of its beginning
 *
 * How a text is set.
 */
typedef struct {
  const char *family;
  gboolean    bold;
  double      size;
  double      least;
  double      width;
  guint       lines;
  gboolean    centred;
} KqLettering;

#define KQ_LETTERING_SANS  "Noto Sans CJK SC, Noto Sans, sans-serif"
#define KQ_LETTERING_SERIF "Noto Serif CJK SC, Noto Sans CJK SC, serif"

char        *kq_lettering_clean  (const char        *text);
PangoLayout *kq_lettering_set    (cairo_t           *cr,
                                  const char        *text,
                                  const KqLettering *how);
void         kq_lettering_measure (PangoLayout      *layout,
                                  double            *x,
                                  double            *width,
                                  double            *height);
void         kq_lettering_draw   (cairo_t           *cr,
                                  PangoLayout       *layout,
                                  double             x,
                                  double             y,
                                  KqColour           colour);
void         kq_lettering_shade  (cairo_t           *cr,
                                  PangoLayout       *layout,
                                  double             x,
                                  double             y,
                                  double             radius,
                                  KqColour           colour,
                                  double             alpha);

G_END_DECLS
