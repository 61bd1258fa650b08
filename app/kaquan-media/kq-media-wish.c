/* kq-media-wish.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-wish.h"

#include <math.h>

#include "kq-media-draw.h"

static gboolean
read_wish (GVariantDict *request,
           KqMediaWish  *wish)
{
  guint32 crop = KQ_MEDIA_CROP_CENTRE;

  g_variant_dict_lookup (request, "width", "u", &wish->width);
  g_variant_dict_lookup (request, "height", "u", &wish->height);
  g_variant_dict_lookup (request, "crop", "u", &crop);
  g_variant_dict_lookup (request, "x", "i", &wish->area.x);
  g_variant_dict_lookup (request, "y", "i", &wish->area.y);
  g_variant_dict_lookup (request, "w", "i", &wish->area.width);
  g_variant_dict_lookup (request, "h", "i", &wish->area.height);
  wish->crop = crop;

  return wish->width > 0 && wish->width <= KQ_MEDIA_MAX_SIDE &&
         wish->height > 0 && wish->height <= KQ_MEDIA_MAX_SIDE && crop <= KQ_MEDIA_CROP_AREA;
}

/* Draws all of it, so that it covers what is wanted, and then looks for where
 * the eye goes; @part is where that is. */
static VipsImage *
draw_by_attention (KqMediaSource     *source,
                   const KqMediaArea *all,
                   const KqMediaWish *wish,
                   KqMediaArea       *part)
{
  double scale = MAX ((double) wish->width / all->width, (double) wish->height / all->height);
  VipsImage *image = kq_media_draw (source, all,
                                    MAX (lrint (all->width * scale), wish->width),
                                    MAX (lrint (all->height * scale), wish->height));
  VipsImage *cropped = NULL;

  if (image == NULL)
    return NULL;

  vips_smartcrop (image, &cropped, wish->width, wish->height,
                  "interesting", VIPS_INTERESTING_ATTENTION, NULL);
  if (cropped != NULL)
    {
      KqMediaArea drawn = {
        -vips_image_get_xoffset (cropped), -vips_image_get_yoffset (cropped),
        wish->width, wish->height
      };

      *part = kq_media_area_scale (&drawn, vips_image_get_width (image),
                                   vips_image_get_height (image), all->width, all->height);
    }
  g_object_unref (image);

  return cropped;
}

/* Whether all of it can be drawn so that it covers what is wanted: a strip that
 * is a thousand times as long as wide would be huge, and its middle has to do. */
static gboolean
is_coverable (const KqMediaArea *all,
              const KqMediaWish *wish)
{
  double scale = MAX ((double) wish->width / all->width, (double) wish->height / all->height);

  return all->width * scale * all->height * scale <= KQ_MEDIA_MAX_SIDE * KQ_MEDIA_MAX_SIDE / 4.0;
}

/* @part is what was kept. */
static VipsImage *
draw (KqMediaSource     *source,
      const KqMediaWish *wish,
      KqMediaArea       *part)
{
  KqMediaArea all = { 0 };

  kq_media_get_shown_size (source, &all.width, &all.height);
  *part = kq_media_area_middle (wish->crop == KQ_MEDIA_CROP_AREA ? &wish->area : &all,
                                wish->width, wish->height);
  if (wish->crop == KQ_MEDIA_CROP_ATTENTION && is_coverable (&all, wish))
    return draw_by_attention (source, &all, wish, part);

  return kq_media_draw (source, part, wish->width, wish->height);
}

static void
tell_part (GVariantDict      *answer,
           const KqMediaArea *part,
           const KqMediaWish *wish)
{
  g_variant_dict_insert (answer, "scale", "d", (double) wish->width / part->width);
  g_variant_dict_insert (answer, "x", "i", part->x);
  g_variant_dict_insert (answer, "y", "i", part->y);
  g_variant_dict_insert (answer, "w", "i", part->width);
  g_variant_dict_insert (answer, "h", "i", part->height);
}

/**
 * kq_media_wish_draw:
 * @request: a request with a size, and how to crop
 * @bytes: a picture file
 * @answer: gets by how much it was made larger, and which part was kept
 * @image: (out) (transfer full): the pixels, of the size that was asked for
 *
 * Returns: why there are none
 */
KqMediaProblem
kq_media_wish_draw (GVariantDict  *request,
                    GBytes        *bytes,
                    GVariantDict  *answer,
                    VipsImage    **image)
{
  g_auto (KqMediaSource) source = { 0 };
  KqMediaWish wish = { 0 };
  KqMediaProblem problem = kq_media_source_open (&source, bytes);
  int width, height;
  KqMediaArea part;

  if (!read_wish (request, &wish))
    return KQ_MEDIA_PROBLEM_REQUEST;
  if (problem == KQ_MEDIA_PROBLEM_NONE)
    problem = kq_media_check_pixels (&source, answer);
  if (problem != KQ_MEDIA_PROBLEM_NONE)
    return problem;

  kq_media_get_shown_size (&source, &width, &height);
  if (wish.crop == KQ_MEDIA_CROP_AREA && !kq_media_area_is_within (&wish.area, width, height))
    return KQ_MEDIA_PROBLEM_CROP;

  *image = draw (&source, &wish, &part);
  tell_part (answer, &part, &wish);

  return *image != NULL ? KQ_MEDIA_PROBLEM_NONE : KQ_MEDIA_PROBLEM_DAMAGED;
}
