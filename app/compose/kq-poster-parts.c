/* kq-poster-parts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-card-poster-private.h"
#include "kq-lettering.h"

/* How small a text may become, of its size */
#define LEAST 0.7

void
kq_poster_round (cairo_t *cr,
                 double   x,
                 double   y,
                 double   width,
                 double   height,
                 double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* The card with round corners, and a shadow that lets it lie above the ground */
void
kq_poster_draw_face (cairo_t         *cr,
                     cairo_surface_t *face,
                     double           x,
                     double           y,
                     double           width,
                     double           height)
{
  double radius = height * 0.055;

  for (int i = 6; i > 0; i--)
    {
      double grow = i * height * 0.006;

      kq_poster_round (cr, x - grow, y - grow + height * 0.02, width + 2 * grow, height + 2 * grow,
                       radius + grow);
      cairo_set_source_rgba (cr, 0, 0, 0, 0.035);
      cairo_fill (cr);
    }
  cairo_save (cr);
  kq_poster_round (cr, x, y, width, height, radius);
  cairo_clip (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width / cairo_image_surface_get_width (face),
               height / cairo_image_surface_get_height (face));
  cairo_set_source_surface (cr, face, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * kq_poster_draw_code:
 * @cr: where to draw; as a picture, @x, @y and @module are whole pixels
 * @qr: a code
 * @x: where it begins, with the light around it
 * @y: likewise
 * @module: how large one module is
 *
 * Draws a code in black on white, as one shape.
 */
void
kq_poster_draw_code (cairo_t    *cr,
                     const KqQr *qr,
                     double      x,
                     double      y,
                     double      module)
{
  double side = (qr->size + 2 * KQ_QR_QUIET) * module;

  cairo_rectangle (cr, x, y, side, side);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  for (guint row = 0; row < qr->size; row++)
    for (guint column = 0; column < qr->size; column++)
      {
        guint first = column;

        while (column < qr->size && kq_qr_is_dark (qr, column, row))
          column++;
        if (column > first)
          cairo_rectangle (cr, x + (first + KQ_QR_QUIET) * module,
                           y + (row + KQ_QR_QUIET) * module, (column - first) * module, module);
      }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
}

/**
 * kq_poster_draw_text:
 * @cr: where to draw
 * @text: (nullable): what
 * @family: the font
 * @bold: whether it is bold
 * @size: of the letters
 * @lines: how many, at most
 * @centred: whether it is in the middle of the room
 * @x: where the room begins
 * @y: likewise
 * @width: of the room
 * @colour: of the letters
 *
 * Returns: how high it is, 0 for no text
 */
double
kq_poster_draw_text (cairo_t    *cr,
                     const char *text,
                     const char *family,
                     gboolean    bold,
                     double      size,
                     guint       lines,
                     gboolean    centred,
                     double      x,
                     double      y,
                     double      width,
                     KqColour    colour)
{
  const KqLettering how = { family, bold, size, size * LEAST, width, lines, centred };
  g_autoptr (PangoLayout) layout = NULL;
  double text_x, text_width, height;

  if (text == NULL || *text == '\0')
    return 0;

  layout = kq_lettering_set (cr, text, &how);
  kq_lettering_measure (layout, &text_x, &text_width, &height);
  cairo_save (cr);
  cairo_rectangle (cr, x, y - height * 0.1, width, height * 1.2);
  cairo_clip (cr);
  kq_lettering_draw (cr, layout, x, y, colour);
  cairo_restore (cr);

  return height;
}

/* How wide a line of plain text is in a room of that width */
double
kq_poster_measure_text (cairo_t    *cr,
                        const char *text,
                        double      size,
                        double      width)
{
  const KqLettering how = { KQ_LETTERING_SANS, FALSE, size, size * LEAST, width, 1, FALSE };
  g_autoptr (PangoLayout) layout = kq_lettering_set (cr, text, &how);
  double x, text_width, height;

  kq_lettering_measure (layout, &x, &text_width, &height);

  return text_width;
}

/* The colour, or as much darker as white text on it needs */
KqColour
kq_poster_darken (KqColour colour)
{
  KqColour dark = colour;

  for (int i = 1; kq_colour_get_contrast (kq_colour_get_luminance (dark), 1) < KQ_CONTRAST_TEXT * 1.1;
       i++)
    dark = kq_colour_mix (colour, (KqColour) { 0 }, i * 0.05);

  return dark;
}
