/* kq-colour.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Contrast that WCAG asks of text, at least */
#define KQ_CONTRAST_TEXT 4.5

/**
 * KqColour:
 * @red: 0 to 1, as sRGB writes it
 * @green: likewise
 * @blue: likewise
 *
 * A colour.
 */
typedef struct {
  double red;
  double green;
  double blue;
} KqColour;

KqColour  kq_colour_of            (guint32         rgb);
KqColour  kq_colour_mix           (KqColour        from,
                                   KqColour        to,
                                   double          part);
KqColour  kq_colour_turn          (KqColour        colour,
                                   double          degrees);
double    kq_colour_get_luminance (KqColour        colour);
double    kq_colour_get_contrast  (double          luminance,
                                   double          other);
double    kq_colour_to_linear     (double          channel);
gboolean  kq_colour_parse         (const char     *text,
                                   guint32        *rgb);

G_END_DECLS
