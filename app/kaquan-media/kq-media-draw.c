/* kq-media-draw.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-draw.h"

#include "kq-media-colour.h"

#define OPAQUE 255.0
/* What a JPEG decoder has at once */
#define ROWS_AT_ONCE 8

/* Each step takes its picture and gives another, or %NULL where that failed or
 * the one before did. */

/* Reads the rows above what is wanted a few at a time: asked for what is far
 * below, libvips would take memory for all of them at once. */
static gboolean
skip_rows (VipsImage *image,
           int        n_rows)
{
  VipsRegion *region = vips_region_new (image);
  gboolean is_read = TRUE;

  for (int y = 0; is_read && y + ROWS_AT_ONCE <= n_rows; y += ROWS_AT_ONCE)
    {
      const VipsRect rows = { 0, y, 1, ROWS_AT_ONCE };

      is_read = vips_region_prepare (region, &rows) == 0;
    }
  g_object_unref (region);

  return is_read;
}

static VipsImage *
cut (VipsImage         *image,
     const KqMediaArea *area)
{
  VipsImage *part = NULL;

  if (image == NULL ||
      (area->width == vips_image_get_width (image) &&
       area->height == vips_image_get_height (image)))
    return image;

  if (skip_rows (image, area->y))
    vips_extract_area (image, &part, area->x, area->y, area->width, area->height, NULL);
  g_object_unref (image);

  return part;
}

static VipsImage *
resize (VipsImage *image,
        int        width,
        int        height)
{
  VipsImage *resized = NULL;

  if (image == NULL)
    return NULL;

  vips_resize (image, &resized, (double) width / vips_image_get_width (image),
               "vscale", (double) height / vips_image_get_height (image),
               "kernel", VIPS_KERNEL_LANCZOS3, NULL);
  g_object_unref (image);

  return resized;
}

/* What shines through counts for less, so that colours which nobody sees don't
 * bleed into those beside. */
static VipsImage *
resize_with_alpha (VipsImage *image,
                   int        width,
                   int        height)
{
  VipsBandFormat format = vips_image_get_format (image);
  VipsImage *weighed = NULL, *plain = NULL, *cast = NULL;

  vips_premultiply (image, &weighed, NULL);
  g_object_unref (image);
  weighed = resize (weighed, width, height);
  if (weighed != NULL)
    vips_unpremultiply (weighed, &plain, NULL);
  g_clear_object (&weighed);
  if (plain != NULL)
    vips_cast (plain, &cast, format, NULL);
  g_clear_object (&plain);

  return cast;
}

/* Here the file is decoded, once and from the top down. */
static VipsImage *
hold (VipsImage *image)
{
  VipsImage *held;

  if (image == NULL)
    return NULL;

  held = vips_image_copy_memory (image);
  g_object_unref (image);

  return held;
}

static VipsImage *
turn (VipsImage *image,
      int        orientation)
{
  VipsImage *turned = NULL;

  if (image == NULL || orientation == 1)
    return image;

  vips_autorot (image, &turned, NULL);
  g_object_unref (image);

  return turned;
}

static VipsImage *
to_srgb (VipsImage *image)
{
  VipsImage *converted;

  if (image == NULL)
    return NULL;

  converted = kq_media_colour_to_srgb (image);
  g_object_unref (image);

  return converted;
}

/* The size of a picture as it is shown */
void
kq_media_get_shown_size (KqMediaSource *source,
                         int           *width,
                         int           *height)
{
  gboolean swapped = source->orientation >= 5;

  *width = swapped ? source->height : source->width;
  *height = swapped ? source->width : source->height;
}

/**
 * kq_media_check_pixels:
 * @source: a picture
 * @answer: gets its size as it is shown, and how many pixels it may have
 *
 * Returns: %KQ_MEDIA_PROBLEM_PIXELS where it has too many to decode
 */
KqMediaProblem
kq_media_check_pixels (KqMediaSource *source,
                       GVariantDict  *answer)
{
  guint64 room = kq_media_source_get_room (source);
  int width, height;

  kq_media_get_shown_size (source, &width, &height);
  g_variant_dict_insert (answer, "most", "t", room);
  g_variant_dict_insert (answer, "width", "u", (guint32) width);
  g_variant_dict_insert (answer, "height", "u", (guint32) height);

  return (guint64) width * height > room ? KQ_MEDIA_PROBLEM_PIXELS : KQ_MEDIA_PROBLEM_NONE;
}

/* As libvips does it for thumbnails: what the decoder shrinks, it shrinks by
 * halves only, so a factor of two is left for the better filter. */
static double
decoder_shrink (const KqMediaArea *area,
                int                width,
                int                height)
{
  return MIN ((double) area->width / width, (double) area->height / height) / 2;
}

/**
 * kq_media_draw:
 * @source: a picture
 * @area: the part of it that is shown, as it is shown
 * @width: to which width to bring that
 * @height: to which height
 *
 * Turned only when it is small, since a turned picture can't be read from the
 * top down.
 *
 * Returns: (transfer full) (nullable): the pixels, 8 bits of sRGB, with alpha
 *   where it has some; %NULL where the file is damaged
 */
VipsImage *
kq_media_draw (KqMediaSource     *source,
               const KqMediaArea *area,
               int                width,
               int                height)
{
  gboolean swapped = source->orientation >= 5;
  VipsImage *image = kq_media_source_load (source, decoder_shrink (area, width, height));
  KqMediaArea part = kq_media_area_unturn (area, source->width, source->height,
                                           source->orientation);

  if (image == NULL)
    return NULL;

  part = kq_media_area_scale (&part, source->width, source->height,
                              vips_image_get_width (image), vips_image_get_height (image));
  image = cut (image, &part);
  if (image != NULL)
    image = (vips_image_hasalpha (image) ? resize_with_alpha : resize)
      (image, swapped ? height : width, swapped ? width : height);

  return to_srgb (turn (hold (image), source->orientation));
}

static VipsImage *
with_alpha (VipsImage *image)
{
  VipsImage *whole = NULL;

  if (vips_image_hasalpha (image))
    return g_object_ref (image);

  vips_bandjoin_const1 (image, &whole, OPAQUE, NULL);

  return whole;
}

/**
 * kq_media_get_rgba:
 * @image: a picture, 8 bits of sRGB
 *
 * Returns: (transfer full) (nullable): its pixels, %KQ_MEDIA_PIXEL_BYTES each,
 *   or %NULL where it is damaged
 */
GBytes *
kq_media_get_rgba (VipsImage *image)
{
  g_autoptr (KqMediaImage) whole = with_alpha (image);
  size_t length;
  void *data = whole != NULL ? vips_image_write_to_memory (whole, &length) : NULL;

  return data != NULL ? g_bytes_new_take (data, length) : NULL;
}
