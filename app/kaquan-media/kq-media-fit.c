/* kq-media-fit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "kq-media-draw.h"
#include "kq-media-encode.h"
#include "kq-media-serve.h"

/* Pixels of a side of what is made, at most */
#define MAX_SIDE 8192

typedef struct {
  KqMediaTarget target;
  int           width;
  int           height;
  KqMediaCrop   crop;
  KqMediaArea   area;
  guint32       background;  /* 0xrrggbb */
} Wish;

static gboolean
read_wish (GVariantDict *request,
           Wish         *wish)
{
  const char *type = NULL;
  guint32 crop = KQ_MEDIA_CROP_CENTRE;
  guint64 max_bytes = 0;

  g_variant_dict_lookup (request, "width", "u", &wish->width);
  g_variant_dict_lookup (request, "height", "u", &wish->height);
  g_variant_dict_lookup (request, "max-bytes", "t", &max_bytes);
  g_variant_dict_lookup (request, "type", "&s", &type);
  g_variant_dict_lookup (request, "crop", "u", &crop);
  g_variant_dict_lookup (request, "x", "i", &wish->area.x);
  g_variant_dict_lookup (request, "y", "i", &wish->area.y);
  g_variant_dict_lookup (request, "w", "i", &wish->area.width);
  g_variant_dict_lookup (request, "h", "i", &wish->area.height);
  g_variant_dict_lookup (request, "background", "u", &wish->background);
  wish->crop = crop;
  wish->target.max_bytes = MIN (max_bytes, KQ_MEDIA_MAX_BYTES);
  wish->target.is_png = g_strcmp0 (type, "image/png") == 0;

  return wish->width > 0 && wish->width <= MAX_SIDE && wish->height > 0 &&
         wish->height <= MAX_SIDE && crop <= KQ_MEDIA_CROP_AREA && max_bytes > 0 &&
         (wish->target.is_png || g_strcmp0 (type, "image/jpeg") == 0);
}

static VipsImage *
on_background (VipsImage *image,
               guint32    background)
{
  const double bands[] = {
    background >> 16 & 0xff, background >> 8 & 0xff, background & 0xff
  };
  VipsArrayDouble *colour;
  VipsImage *flat = NULL;

  if (image == NULL || !vips_image_hasalpha (image))
    return image;

  colour = vips_array_double_new (bands, G_N_ELEMENTS (bands));
  vips_flatten (image, &flat, "background", colour, NULL);
  vips_area_unref (VIPS_AREA (colour));
  g_object_unref (image);

  return flat;
}

/* Draws all of it, so that it covers what is wanted, and then looks for where
 * the eye goes; @part is where that is. */
static VipsImage *
draw_by_attention (KqMediaSource     *source,
                   const KqMediaArea *all,
                   const Wish        *wish,
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
              const Wish        *wish)
{
  double scale = MAX ((double) wish->width / all->width, (double) wish->height / all->height);

  return all->width * scale * all->height * scale <= MAX_SIDE * MAX_SIDE / 4.0;
}

/* @part is what was kept. */
static VipsImage *
draw (KqMediaSource *source,
      const Wish    *wish,
      KqMediaArea   *part)
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
           const Wish        *wish)
{
  g_variant_dict_insert (answer, "scale", "d", (double) wish->width / part->width);
  g_variant_dict_insert (answer, "x", "i", part->x);
  g_variant_dict_insert (answer, "y", "i", part->y);
  g_variant_dict_insert (answer, "w", "i", part->width);
  g_variant_dict_insert (answer, "h", "i", part->height);
}

static KqMediaProblem
encode (VipsImage     *image,
        const Wish    *wish,
        GVariantDict  *answer,
        GBytes       **out)
{
  g_autoptr (KqMediaImage) held = vips_image_copy_memory (image);
  KqMediaEncoded encoded = { 0 };

  if (held == NULL || !kq_media_encode (held, &wish->target, &encoded))
    return KQ_MEDIA_PROBLEM_DAMAGED;

  g_variant_dict_insert (answer, "encodings", "u", (guint32) encoded.n_encodings);
  if (encoded.bytes == NULL)
    {
      g_variant_dict_insert (answer, "least", "t", (guint64) encoded.least);
      return KQ_MEDIA_PROBLEM_BYTES;
    }

  g_variant_dict_insert (answer, "quality", "u", (guint32) encoded.quality);
  *out = encoded.bytes;

  return KQ_MEDIA_PROBLEM_NONE;
}

KqMediaProblem
kq_media_fit (GVariantDict  *request,
              GBytes        *bytes,
              GVariantDict  *answer,
              GBytes       **out)
{
  g_auto (KqMediaSource) source = { 0 };
  Wish wish = { 0 };
  KqMediaProblem problem = kq_media_source_open (&source, bytes);
  g_autoptr (KqMediaImage) image = NULL;
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

  image = draw (&source, &wish, &part);
  if (!wish.target.is_png)
    image = on_background (image, wish.background);
  tell_part (answer, &part, &wish);

  return image != NULL ? encode (image, &wish, answer, out) : KQ_MEDIA_PROBLEM_DAMAGED;
}
