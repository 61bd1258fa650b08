/* kq-poster-strip.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-card-poster-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "kq-lettering.h"

/* Pixels of the kind for which it is designed; all measures are of these. */
#define WIDTH  1402.0
#define HEIGHT 400.0

#define MARGIN    44
#define FACE      312
#define FACE_WIDE 2.0057
#define GAP       48
#define CODE      250
#define PLATE_PAD 8
#define CAPTION   21
#define INK       0x1c1a19
#define DIM       0x57514d
/* Pixels of a module, at least: below, the file's own noise hides it. */
#define LEAST_MODULE 2

static void
fill_ground (cairo_t  *cr,
             KqColour  color,
             int       width,
             int       height)
{
  KqColour paper = kq_colour_mix (color, (KqColour) { 0.996, 0.992, 0.984 }, 0.94);
  KqColour tint = kq_colour_mix (color, paper, 0.78);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 0, width, height);

  cairo_pattern_add_color_stop_rgb (pattern, 0, tint.red, tint.green, tint.blue);
  cairo_pattern_add_color_stop_rgb (pattern, 0.45, paper.red, paper.green, paper.blue);
  cairo_pattern_add_color_stop_rgb (pattern, 1, tint.red, tint.green, tint.blue);
  cairo_set_source (cr, pattern);
  cairo_paint (cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_benefits (const KqPosterParts *parts,
               cairo_t             *cr,
               double               x,
               double               y,
               double               width,
               double               unit)
{
  KqColour dot = kq_poster_darken (parts->color);

  for (guint i = 0; parts->benefits[i] != NULL && i < KQ_POSTER_STRIP_BENEFITS; i++)
    {
      double height = kq_poster_draw_text (cr, parts->benefits[i], KQ_LETTERING_SANS, FALSE,
                                           25 * unit, 1, FALSE, x + 24 * unit, y,
                                           width - 24 * unit, kq_colour_of (INK));

      cairo_new_path (cr);
      cairo_arc (cr, x + 7 * unit, y + height / 2, 5 * unit, 0, 2 * G_PI);
      cairo_set_source_rgb (cr, dot.red, dot.green, dot.blue);
      cairo_fill (cr);
      y += height + 2 * unit;
    }
}

/* Shop, name and benefits, in the middle of the height */
static void
draw_words (const KqPosterParts *parts,
            cairo_t             *cr,
            double               x,
            double               width,
            double               unit)
{
  guint n = MIN (g_strv_length (parts->benefits), KQ_POSTER_STRIP_BENEFITS);
  double y = (HEIGHT - 36 - 66 - 10 - 38 * n) / 2 * unit;

  y += kq_poster_draw_text (cr, parts->shop, KQ_LETTERING_SANS, FALSE, 24 * unit, 1, FALSE, x, y,
                            width, kq_colour_of (DIM));
  y += kq_poster_draw_text (cr, parts->title, KQ_LETTERING_SERIF, TRUE, 46 * unit, 1, FALSE, x, y,
                            width, kq_colour_of (INK));
  draw_benefits (parts, cr, x, y + 10 * unit, width, unit);
}

/* On whole pixels, so that it is sharp */
static void
draw_code (const KqPosterParts *parts,
           cairo_t             *cr,
           int                  module,
           int                  width,
           int                  height,
           double               unit)
{
  int side = (parts->qr->size + 2 * KQ_QR_QUIET) * module;
  int room = CODE * unit, pad = PLATE_PAD * unit;
  int left = width - MARGIN * unit - room - 2 * pad + (room - side) / 2 + pad;
  int top = (height - side - (int) (CAPTION * 1.9 * unit)) / 2;

  kq_poster_round (cr, left - pad, top - pad, side + 2 * pad, side + 2 * pad, 14 * unit);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  kq_poster_draw_code (cr, parts->qr, left, top, module);
  kq_poster_draw_text (cr, _("Scan to claim"), KQ_LETTERING_SANS, TRUE, CAPTION * unit, 1, TRUE,
                       left - pad, top + side + pad + CAPTION * 0.45 * unit, side + 2 * pad,
                       kq_colour_of (INK));
}

/**
 * kq_poster_draw_strip:
 * @parts: what is on it
 * @width: pixels
 * @height: pixels
 * @error: return location for an error
 *
 * Returns: (transfer full): an image without alpha; %NULL with
 *   %G_IO_ERROR_MESSAGE_TOO_LARGE where the code has too little room
 */
cairo_surface_t *
kq_poster_draw_strip (const KqPosterParts  *parts,
                      int                   width,
                      int                   height,
                      GError              **error)
{
  double unit = MIN (width / WIDTH, height / HEIGHT);
  double face = FACE * unit, words = (MARGIN + GAP) * unit + face * FACE_WIDE;
  int module = CODE * unit / (parts->qr->size + 2 * KQ_QR_QUIET);
  cairo_surface_t *surface;
  cairo_t *cr;

  if (module < LEAST_MODULE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                   _("the claim address is too long for a code on a poster of %d × %d pixels: use "
                     "a short link"), width, height);
      return NULL;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  fill_ground (cr, parts->color, width, height);
  kq_poster_draw_face (cr, parts->face, MARGIN * unit, (height - face) / 2, face * FACE_WIDE, face);
  draw_words (parts, cr, words,
              width - words - (CODE + 2 * PLATE_PAD + MARGIN + GAP * 0.75) * unit, unit);
  draw_code (parts, cr, module, width, height, unit);
  cairo_destroy (cr);

  return surface;
}
