/* kq-lettering.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-lettering.h"

#include "kq-blur.h"

/* How much smaller each try is */
#define STEP 0.94
/* How far a shadow falls, by its radius */
#define FALL 0.35

static gboolean
is_kept (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  /* Two of these join letters and emoji; what turns the direction goes. */
  if (type == G_UNICODE_FORMAT)
    return c == 0x200c || c == 0x200d;

  return type != G_UNICODE_CONTROL && type != G_UNICODE_SURROGATE &&
         type != G_UNICODE_UNASSIGNED;
}

static gboolean
is_space (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isspace (c) || type == G_UNICODE_LINE_SEPARATOR ||
         type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

/**
 * kq_lettering_clean:
 * @text: a text of a campaign, or of the command line
 *
 * Returns: (transfer full): the text on one line, without what controls a
 *   terminal or turns the direction of writing, and not longer than
 *   %KQ_LETTERING_MAX characters
 */
char *
kq_lettering_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);
  gboolean space = FALSE;
  guint n = 0;

  for (const char *at = valid; *at != '\0' && n < KQ_LETTERING_MAX; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_space (c))
        {
          space = clean->len > 0;
          continue;
        }
      if (!is_kept (c))
        continue;
      if (space)
        g_string_append_c (clean, ' ');
      space = FALSE;
      g_string_append_unichar (clean, c);
      n++;
    }
  if (n == KQ_LETTERING_MAX)
    g_string_append (clean, "…");

  return g_string_free (clean, FALSE);
}

/* The desktop's own wishes don't count: the same text is the same picture. */
static PangoLayout *
new_layout (cairo_t *cr)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  /* The platforms' buyers read Chinese as it is written in China. */
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_layout_context_changed (layout);

  return layout;
}

static void
set_size (PangoLayout       *layout,
          const KqLettering *how,
          double             size)
{
  PangoFontDescription *font = pango_font_description_from_string (how->family);

  pango_font_description_set_weight (font, how->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/**
 * kq_lettering_set:
 * @cr: where it will be drawn
 * @text: what to write, cleaned
 * @how: how
 *
 * Makes the letters as much smaller as they may become until all is seen, and
 * ends with “…” where that isn't enough.
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
kq_lettering_set (cairo_t           *cr,
                  const char        *text,
                  const KqLettering *how)
{
  PangoLayout *layout;
  double size;

  g_return_val_if_fail (cr != NULL && text != NULL && how != NULL, NULL);

  layout = new_layout (cr);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, MAX (1, how->width * PANGO_SCALE));
  pango_layout_set_height (layout, -(int) how->lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, how->centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  for (size = how->size; ; size = MAX (size * STEP, how->least))
    {
      set_size (layout, how, size);
      if (size <= how->least || !pango_layout_is_ellipsized (layout))
        return layout;
    }
}

/**
 * kq_lettering_measure:
 * @layout: a text
 * @x: (out): where its letters begin, from the left of the room
 * @width: (out): of them
 * @height: (out): of its lines
 *
 * How much room a text takes.
 */
void
kq_lettering_measure (PangoLayout *layout,
                      double      *x,
                      double      *width,
                      double      *height)
{
  PangoRectangle ink, logical;

  pango_layout_get_extents (layout, &ink, &logical);
  *x = (double) MIN (ink.x, logical.x) / PANGO_SCALE;
  *width = (double) MAX (ink.x + ink.width, logical.x + logical.width) / PANGO_SCALE - *x;
  *height = (double) logical.height / PANGO_SCALE;
}

void
kq_lettering_draw (cairo_t     *cr,
                   PangoLayout *layout,
                   double       x,
                   double       y,
                   KqColour     colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * kq_lettering_shade:
 * @cr: what to draw on, without any scale
 * @layout: a text
 * @x: where it will be drawn
 * @y: likewise
 * @radius: how soft its edge is; it falls a little down
 * @colour: its colour
 * @alpha: 0 to 1
 *
 * Draws a soft shadow, for the text to be drawn on.
 */
void
kq_lettering_shade (cairo_t     *cr,
                    PangoLayout *layout,
                    double       x,
                    double       y,
                    double       radius,
                    KqColour     colour,
                    double       alpha)
{
  double text_x, width, height;
  int pad = 3 * (int) radius + 2;
  cairo_surface_t *mask;
  cairo_t *on_mask;

  if (radius < 1)
    return;

  kq_lettering_measure (layout, &text_x, &width, &height);
  mask = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width + 2 * pad, (int) height + 2 * pad);
  on_mask = cairo_create (mask);
  cairo_move_to (on_mask, pad - text_x, pad);
  pango_cairo_show_layout (on_mask, layout);
  cairo_destroy (on_mask);
  kq_blur (mask, radius);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, alpha);
  cairo_mask_surface (cr, mask, (int) (x + text_x) - pad, (int) (y + radius * FALL) - pad);
  cairo_surface_destroy (mask);
}
