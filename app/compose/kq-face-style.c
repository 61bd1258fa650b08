/* kq-face-style.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-face-private.h"

#include <glib/gi18n-lib.h>

#include "kq-lettering.h"

/* The four presets: what each draws behind the text. All their measures are
 * those of a face of KQ_FACE_WIDTH × KQ_FACE_HEIGHT. */

static const KqColour white = { 1, 1, 1 };
static const KqColour black = { 0, 0, 0 };
static const KqColour gold = { 0.90, 0.77, 0.52 };

static void
set_source (const KqCanvas *canvas,
            KqColour        colour,
            double          alpha)
{
  cairo_set_source_rgba (canvas->cr, colour.red, colour.green, colour.blue, alpha);
}

static void
add_stop (cairo_pattern_t *pattern,
          double           at,
          KqColour         colour,
          double           alpha)
{
  cairo_pattern_add_color_stop_rgba (pattern, at, colour.red, colour.green, colour.blue, alpha);
}

static void
fill_all (const KqCanvas  *canvas,
          cairo_pattern_t *pattern)
{
  cairo_set_source (canvas->cr, pattern);
  cairo_paint (canvas->cr);
  cairo_pattern_destroy (pattern);
}

/* From one corner to the opposite one */
static void
fill_slanting (const KqCanvas *canvas,
               KqColour        from,
               KqColour        to)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 0, canvas->width, canvas->height);

  add_stop (pattern, 0, from, 1);
  add_stop (pattern, 1, to, 1);
  fill_all (canvas, pattern);
}

/* A light that fades out, around a place that is given as parts of the face */
static void
fill_light (const KqCanvas *canvas,
            double          x,
            double          y,
            double          radius,
            KqColour        colour,
            double          alpha)
{
  double cx = x * canvas->width, cy = y * canvas->height, r = radius * canvas->unit;
  cairo_pattern_t *pattern = cairo_pattern_create_radial (cx, cy, 0, cx, cy, r);

  add_stop (pattern, 0, colour, alpha);
  add_stop (pattern, 0.5, colour, alpha * 0.45);
  add_stop (pattern, 1, colour, 0);
  fill_all (canvas, pattern);
}

static void
circle (const KqCanvas *canvas,
        double          x,
        double          y,
        double          radius)
{
  cairo_new_sub_path (canvas->cr);
  cairo_arc (canvas->cr, x * canvas->width, y * canvas->height, radius * canvas->unit, 0,
             2 * G_PI);
}

/* A disc whose light is at its upper left edge */
static void
fill_disc (const KqCanvas *canvas,
           double          x,
           double          y,
           double          radius,
           double          alpha)
{
  double cx = x * canvas->width, cy = y * canvas->height, r = radius * canvas->unit;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (cx - r, cy - r, cx + r * 0.6, cy + r * 0.6);

  add_stop (pattern, 0, white, alpha);
  add_stop (pattern, 1, white, 0);
  circle (canvas, x, y, radius);
  cairo_set_source (canvas->cr, pattern);
  cairo_fill (canvas->cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_sheen (const KqCanvas *canvas)
{
  KqColour color = canvas->color;

  if (!canvas->has_picture)
    {
      fill_slanting (canvas, kq_colour_mix (kq_colour_turn (color, -14), white, 0.10),
                     kq_colour_mix (kq_colour_turn (color, 22), black, 0.30));
      fill_light (canvas, 0.86, 0.05, 720, kq_colour_mix (kq_colour_turn (color, -30), white, 0.45),
                  0.55);
      fill_light (canvas, 0.05, 1.05, 620, kq_colour_mix (color, black, 0.6), 0.45);
    }
  fill_disc (canvas, 0.98, 0.18, 330, 0.26);
  fill_disc (canvas, 0.80, 0.86, 250, 0.20);
  fill_disc (canvas, 0.68, 0.30, 120, 0.16);
}

/* Many thin rings around a place off the card, as on a banknote */
static void
draw_rings (const KqCanvas *canvas,
            double          x,
            double          y)
{
  for (int i = 0; i < 15; i++)
    {
      set_source (canvas, gold, 0.30 - 0.018 * i);
      cairo_set_line_width (canvas->cr, MAX (1.4 * canvas->unit, 0.5));
      circle (canvas, x, y, 170 + 34 * i);
      cairo_stroke (canvas->cr);
    }
}

static void
draw_frame (const KqCanvas *canvas,
            double          inset)
{
  double at = inset * canvas->unit, radius = 18 * canvas->unit;
  double right = canvas->width - at, bottom = canvas->height - at;

  cairo_new_sub_path (canvas->cr);
  cairo_arc (canvas->cr, right - radius, at + radius, radius, -G_PI_2, 0);
  cairo_arc (canvas->cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (canvas->cr, at + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (canvas->cr, at + radius, at + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (canvas->cr);
  cairo_set_line_width (canvas->cr, MAX (2 * canvas->unit, 0.5));
  set_source (canvas, gold, 0.75);
  cairo_stroke (canvas->cr);
}

static void
draw_midnight (const KqCanvas *canvas)
{
  KqColour night = kq_colour_mix (canvas->color, (KqColour) { 0.055, 0.06, 0.085 }, 0.86);

  if (canvas->has_picture)
    {
      set_source (canvas, night, 0.45);
      cairo_paint (canvas->cr);
    }
  else
    {
      fill_slanting (canvas, kq_colour_mix (night, white, 0.06), kq_colour_mix (night, black, 0.55));
      fill_light (canvas, 0.92, 0.95, 640, canvas->color, 0.34);
      draw_rings (canvas, 0.95, 1.02);
    }
  draw_frame (canvas, 22);
}

/* The outline of a leaf that is as high as the card and ends at its right edge */
static void
leaf (const KqCanvas *canvas,
      double          from)
{
  double w = canvas->width, h = canvas->height, unit = canvas->unit;

  cairo_move_to (canvas->cr, w - (from - 170) * unit, 0);
  cairo_curve_to (canvas->cr, w - (from + 130) * unit, h * 0.30, w - (from - 230) * unit, h * 0.62,
                  w - (from - 30) * unit, h);
  cairo_line_to (canvas->cr, w, h);
  cairo_line_to (canvas->cr, w, 0);
  cairo_close_path (canvas->cr);
}

static void
fill_leaf (const KqCanvas *canvas,
           double          from,
           KqColour        top,
           KqColour        bottom,
           double          alpha)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (canvas->width, 0, canvas->width * 0.7,
                                                          canvas->height);

  add_stop (pattern, 0, top, alpha);
  add_stop (pattern, 1, bottom, alpha);
  leaf (canvas, from);
  cairo_set_source (canvas->cr, pattern);
  cairo_fill (canvas->cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_paper (const KqCanvas *canvas)
{
  KqColour color = canvas->color;
  KqColour paper = kq_colour_mix (color, (KqColour) { 0.992, 0.984, 0.968 }, 0.93);
  cairo_pattern_t *veil;

  if (canvas->has_picture)
    {
      veil = cairo_pattern_create_linear (0, 0, canvas->width, 0);
      add_stop (veil, 0, paper, 0.94);
      add_stop (veil, 0.45, paper, 0.82);
      add_stop (veil, 0.85, paper, 0);
      fill_all (canvas, veil);
      return;
    }

  set_source (canvas, paper, 1);
  cairo_paint (canvas->cr);
  fill_leaf (canvas, 560, kq_colour_mix (color, paper, 0.80), kq_colour_mix (color, paper, 0.72), 1);
  fill_leaf (canvas, 430, kq_colour_mix (color, paper, 0.35), kq_colour_mix (color, paper, 0.55), 1);
  fill_leaf (canvas, 300, kq_colour_mix (color, white, 0.06),
             kq_colour_mix (kq_colour_turn (color, 18), black, 0.18), 1);
}

/* One wave across the card, @top parts of its height down, moved by @phase */
static void
fill_wave (const KqCanvas *canvas,
           double          top,
           double          swing,
           double          phase,
           KqColour        colour,
           double          alpha)
{
  double w = canvas->width, h = canvas->height, y = top * h, s = swing * canvas->unit;

  cairo_move_to (canvas->cr, 0, h);
  cairo_line_to (canvas->cr, 0, y + s * phase);
  cairo_curve_to (canvas->cr, w * 0.22, y - s, w * 0.36, y + s, w * 0.54, y + s * 0.2);
  cairo_curve_to (canvas->cr, w * 0.74, y - s * (1 + phase), w * 0.86, y + s * phase, w,
                  y - s * 0.4);
  cairo_line_to (canvas->cr, w, h);
  cairo_close_path (canvas->cr);
  set_source (canvas, colour, alpha);
  cairo_fill (canvas->cr);
}

static void
draw_waves (const KqCanvas *canvas)
{
  KqColour color = canvas->color;
  KqColour light = kq_colour_mix (kq_colour_turn (color, -24), white, 0.55);

  if (!canvas->has_picture)
    {
      cairo_pattern_t *sky = cairo_pattern_create_linear (0, 0, 0, canvas->height);

      add_stop (sky, 0, kq_colour_mix (kq_colour_turn (color, -16), black, 0.12), 1);
      add_stop (sky, 1, kq_colour_mix (kq_colour_turn (color, 12), white, 0.06), 1);
      fill_all (canvas, sky);
      fill_light (canvas, 0.5, -0.25, 820, light, 0.40);
    }
  fill_wave (canvas, 0.80, 70, 0.5, light, canvas->has_picture ? 0.30 : 0.20);
  fill_wave (canvas, 0.86, 56, -0.6, light, canvas->has_picture ? 0.35 : 0.24);
  fill_wave (canvas, 0.93, 40, 0.8, white, canvas->has_picture ? 0.40 : 0.28);
}

static const KqFaceStyle styles[KQ_N_FACES] = {
  [KQ_FACE_SHEEN] = { "sheen", N_("Sheen"), KQ_LETTERING_SANS, 0xffffff, FALSE, draw_sheen },
  [KQ_FACE_MIDNIGHT] = { "midnight", N_("Midnight"), KQ_LETTERING_SERIF, 0xeed9a8, FALSE,
                         draw_midnight },
  [KQ_FACE_PAPER] = { "paper", N_("Paper"), KQ_LETTERING_SERIF, 0x1c1a19, FALSE, draw_paper },
  [KQ_FACE_WAVES] = { "waves", N_("Waves"), KQ_LETTERING_SANS, 0xffffff, TRUE, draw_waves },
};

const KqFaceStyle *
kq_face_style_get (KqFacePreset preset)
{
  g_return_val_if_fail (preset < KQ_N_FACES, &styles[0]);

  return &styles[preset];
}

/* As the command line names a preset */
const char *
kq_face_preset_get_word (KqFacePreset preset)
{
  return kq_face_style_get (preset)->word;
}

/* What a preset is called, in the user's language */
const char *
kq_face_preset_get_label (KqFacePreset preset)
{
  return _(kq_face_style_get (preset)->label);
}

/**
 * kq_face_preset_parse:
 * @word: as kq_face_preset_get_word() gives it
 * @preset: (out): which it is
 *
 * Returns: %FALSE where there is none of that name
 */
gboolean
kq_face_preset_parse (const char   *word,
                      KqFacePreset *preset)
{
  g_return_val_if_fail (word != NULL && preset != NULL, FALSE);

  for (guint i = 0; i < KQ_N_FACES; i++)
    if (g_str_equal (styles[i].word, word))
      {
        *preset = i;
        return TRUE;
      }

  return FALSE;
}
