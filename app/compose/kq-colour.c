/* kq-colour.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-colour.h"

#include <math.h>
#include <string.h>

/* Of WCAG: what of the light comes from each channel, and the glare of a screen */
#define RED_LIGHT   0.2126
#define GREEN_LIGHT 0.7152
#define BLUE_LIGHT  0.0722
#define GLARE       0.05

#define BYTE 255.0

/* The colour 0xrrggbb */
KqColour
kq_colour_of (guint32 rgb)
{
  return (KqColour) { (rgb >> 16 & 0xff) / BYTE, (rgb >> 8 & 0xff) / BYTE, (rgb & 0xff) / BYTE };
}

/* @part of the way from one colour to another */
KqColour
kq_colour_mix (KqColour from,
               KqColour to,
               double   part)
{
  return (KqColour) {
    from.red + (to.red - from.red) * part,
    from.green + (to.green - from.green) * part,
    from.blue + (to.blue - from.blue) * part,
  };
}

/* Its hue turned around the axis of greys, as feColorMatrix does it */
KqColour
kq_colour_turn (KqColour colour,
                double   degrees)
{
  double c = cos (degrees * G_PI / 180), s = sin (degrees * G_PI / 180);
  double r = colour.red, g = colour.green, b = colour.blue;
  double grey = 0.213 * r + 0.715 * g + 0.072 * b;
  KqColour turned = {
    grey + c * (r - grey) + s * (-0.213 * r - 0.715 * g + 0.928 * b),
    grey + c * (g - grey) + s * (0.143 * r + 0.140 * g - 0.283 * b),
    grey + c * (b - grey) + s * (-0.787 * r + 0.715 * g + 0.072 * b),
  };

  turned.red = CLAMP (turned.red, 0, 1);
  turned.green = CLAMP (turned.green, 0, 1);
  turned.blue = CLAMP (turned.blue, 0, 1);

  return turned;
}

/* How much light a channel of sRGB is */
double
kq_colour_to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* WCAG's relative luminance, 0 to 1 */
double
kq_colour_get_luminance (KqColour colour)
{
  return RED_LIGHT * kq_colour_to_linear (colour.red) +
         GREEN_LIGHT * kq_colour_to_linear (colour.green) +
         BLUE_LIGHT * kq_colour_to_linear (colour.blue);
}

/* WCAG's contrast of two luminances, 1 to 21 */
double
kq_colour_get_contrast (double luminance,
                        double other)
{
  return (MAX (luminance, other) + GLARE) / (MIN (luminance, other) + GLARE);
}

/**
 * kq_colour_parse:
 * @text: `rrggbb` or `#rrggbb`
 * @rgb: (out): the colour as 0xrrggbb
 *
 * Returns: %FALSE where it isn't a colour
 */
gboolean
kq_colour_parse (const char *text,
                 guint32    *rgb)
{
  guint64 number;

  g_return_val_if_fail (text != NULL && rgb != NULL, FALSE);

  if (*text == '#')
    text++;
  if (strlen (text) != 6 || !g_ascii_string_to_unsigned (text, 16, 0, 0xffffff, &number, NULL))
    return FALSE;
  *rgb = number;

  return TRUE;
}
