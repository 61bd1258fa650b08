/* kq-poster-sheet.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-card-poster-private.h"

#include <glib/gi18n-lib.h>

#include "kq-lettering.h"

/* All measures are points on A4. */
#define MARGIN     54
#define BAND       330
#define FACE_WIDTH 440
#define FACE_WIDE  2.0057
#define CODE       168
#define BENEFIT    16.5
/* Where a line's text begins, after its dot */
#define DOT        22
#define INK        0x1c1a19

static void
draw_band (const KqPosterParts *parts,
           cairo_t             *cr,
           double               width)
{
  KqColour dark = kq_poster_darken (parts->color);
  KqColour darker = kq_colour_mix (dark, (KqColour) { 0 }, 0.35);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 0, width, BAND);

  cairo_pattern_add_color_stop_rgb (pattern, 0, dark.red, dark.green, dark.blue);
  cairo_pattern_add_color_stop_rgb (pattern, 1, darker.red, darker.green, darker.blue);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, width, 0);
  cairo_line_to (cr, width, BAND - 46);
  cairo_curve_to (cr, width * 0.66, BAND + 16, width * 0.34, BAND + 16, 0, BAND - 46);
  cairo_close_path (cr);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

/* The lines begin one below the other, and all of them are in the middle. */
static double
find_left (const KqPosterParts *parts,
           cairo_t             *cr,
           double               width,
           double               most)
{
  double widest = 0;

  for (guint i = 0; parts->benefits[i] != NULL && i < KQ_POSTER_SHEET_BENEFITS; i++)
    widest = MAX (widest, kq_poster_measure_text (cr, parts->benefits[i], BENEFIT, most));

  return (width - widest - DOT) / 2;
}

static void
draw_benefits (const KqPosterParts *parts,
               cairo_t             *cr,
               double               y,
               double               width)
{
  KqColour accent = kq_poster_darken (parts->color);
  double most = width - 2 * MARGIN - DOT;
  double left = find_left (parts, cr, width, most);

  for (guint i = 0; parts->benefits[i] != NULL && i < KQ_POSTER_SHEET_BENEFITS; i++)
    {
      double height = kq_poster_draw_text (cr, parts->benefits[i], KQ_LETTERING_SANS, FALSE,
                                           BENEFIT, 1, FALSE, left + DOT, y, most,
                                           kq_colour_of (INK));

      cairo_new_path (cr);
      cairo_arc (cr, left + 5, y + height / 2, 3.5, 0, 2 * G_PI);
      cairo_set_source_rgb (cr, accent.red, accent.green, accent.blue);
      cairo_fill (cr);
      y += height + 2;
    }
}

static void
draw_code (const KqPosterParts *parts,
           cairo_t             *cr,
           double               width,
           double               height)
{
  double module = (double) CODE / (parts->qr->size + 2 * KQ_QR_QUIET);
  double left = (width - CODE) / 2, top = height - MARGIN - 30 - CODE;

  kq_poster_round (cr, left - 6, top - 6, CODE + 12, CODE + 12, 10);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.82, 0.80, 0.78);
  cairo_set_line_width (cr, 0.75);
  cairo_stroke (cr);
  kq_poster_draw_code (cr, parts->qr, left, top, module);
  kq_poster_draw_text (cr, _("Scan to claim"), KQ_LETTERING_SANS, TRUE, 15, 1, TRUE, MARGIN,
                       top + CODE + 14, width - 2 * MARGIN, kq_colour_of (INK));
}

/**
 * kq_poster_draw_sheet:
 * @parts: what is on it
 * @cr: where to draw, one unit a point
 * @width: of the page
 * @height: of the page
 *
 * Draws the poster that is printed: text and code as shapes and letters.
 */
void
kq_poster_draw_sheet (const KqPosterParts *parts,
                      cairo_t             *cr,
                      double               width,
                      double               height)
{
  double face = FACE_WIDTH / FACE_WIDE, y = 150 + face + 26;

  draw_band (parts, cr, width);
  kq_poster_draw_text (cr, parts->shop, KQ_LETTERING_SANS, TRUE, 26, 2, TRUE, MARGIN, 62,
                       width - 2 * MARGIN, kq_colour_of (0xffffff));
  kq_poster_draw_face (cr, parts->face, (width - FACE_WIDTH) / 2, 150, FACE_WIDTH, face);
  y += kq_poster_draw_text (cr, parts->title, KQ_LETTERING_SERIF, TRUE, 34, 1, TRUE, MARGIN, y,
                            width - 2 * MARGIN, kq_colour_of (INK));
  draw_benefits (parts, cr, y + 6, width);
  draw_code (parts, cr, width, height);
}
