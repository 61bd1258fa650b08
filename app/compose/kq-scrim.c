/* kq-scrim.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-scrim.h"

/* More than what is asked of text: a photograph's file isn't exactly what was
 * drawn. */
#define CONTRAST (KQ_CONTRAST_TEXT * 1.1)
/* In which steps a scrim is made denser */
#define STEPS 64

/* The light of each value of a channel under a scrim */
typedef struct {
  double red[256];
  double green[256];
  double blue[256];
} Light;

static void
light_channel (double *light,
               double  scrim,
               double  alpha,
               double  weight)
{
  for (int i = 0; i < 256; i++)
    light[i] = weight * kq_colour_to_linear (i / 255.0 * (1 - alpha) + scrim * alpha);
}

static void
light_init (Light    *self,
            KqColour  scrim,
            double    alpha)
{
  KqColour weights = {
    kq_colour_get_luminance ((KqColour) { 1, 0, 0 }),
    kq_colour_get_luminance ((KqColour) { 0, 1, 0 }),
    kq_colour_get_luminance ((KqColour) { 0, 0, 1 }),
  };

  light_channel (self->red, scrim.red, alpha, weights.red);
  light_channel (self->green, scrim.green, alpha, weights.green);
  light_channel (self->blue, scrim.blue, alpha, weights.blue);
}

/* The least contrast of any pixel of an area, which lies within the ground */
static double
contrast_of_area (cairo_surface_t             *ground,
                  const cairo_rectangle_int_t *area,
                  double                       ink,
                  const Light                 *light)
{
  const guint8 *data = cairo_image_surface_get_data (ground);
  int stride = cairo_image_surface_get_stride (ground);
  double darkest = 1, lightest = 0;

  for (int y = area->y; y < area->y + area->height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);

      for (int x = area->x; x < area->x + area->width; x++)
        {
          double luminance = light->red[row[x] >> 16 & 0xff] + light->green[row[x] >> 8 & 0xff] +
                             light->blue[row[x] & 0xff];

          darkest = MIN (darkest, luminance);
          lightest = MAX (lightest, luminance);
        }
    }

  /* Between the two lies one that can't be told from the ink. */
  if (darkest <= ink && ink <= lightest)
    return 1;

  return MIN (kq_colour_get_contrast (ink, darkest), kq_colour_get_contrast (ink, lightest));
}

static double
contrast_under (cairo_surface_t             *ground,
                const cairo_rectangle_int_t *areas,
                guint                        n_areas,
                KqColour                     ink,
                KqColour                     scrim,
                double                       alpha)
{
  double luminance = kq_colour_get_luminance (ink);
  double least = 21;
  Light light;

  light_init (&light, scrim, alpha);
  for (guint i = 0; i < n_areas; i++)
    least = MIN (least, contrast_of_area (ground, &areas[i], luminance, &light));

  return least;
}

/**
 * kq_scrim_get_contrast:
 * @ground: an image without alpha, what is behind the text
 * @areas: (array length=n_areas): where the text is, within it
 * @n_areas: how many
 * @ink: the colour of the text
 *
 * Returns: the least contrast of the text with any pixel behind it
 */
double
kq_scrim_get_contrast (cairo_surface_t             *ground,
                       const cairo_rectangle_int_t *areas,
                       guint                        n_areas,
                       KqColour                     ink)
{
  g_return_val_if_fail (cairo_image_surface_get_format (ground) == CAIRO_FORMAT_RGB24, 1);

  cairo_surface_flush (ground);

  return contrast_under (ground, areas, n_areas, ink, ink, 0);
}

/**
 * kq_scrim_get_alpha:
 * @ground: an image without alpha, what is behind the text
 * @areas: (array length=n_areas): where the text is, within it
 * @n_areas: how many
 * @ink: the colour of the text
 * @scrim: the colour of what is laid between, which has enough contrast itself
 *
 * Returns: how dense it has to be, 0 for nothing to 1
 */
double
kq_scrim_get_alpha (cairo_surface_t             *ground,
                    const cairo_rectangle_int_t *areas,
                    guint                        n_areas,
                    KqColour                     ink,
                    KqColour                     scrim)
{
  int low = 0, high = STEPS;

  g_return_val_if_fail (cairo_image_surface_get_format (ground) == CAIRO_FORMAT_RGB24, 1);

  cairo_surface_flush (ground);
  while (low < high)
    {
      int middle = (low + high) / 2;

      if (contrast_under (ground, areas, n_areas, ink, scrim, (double) middle / STEPS) >= CONTRAST)
        high = middle;
      else
        low = middle + 1;
    }

  return (double) low / STEPS;
}
