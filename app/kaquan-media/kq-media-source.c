/* kq-media-source.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-source.h"

#include <string.h>

#include "kq-media-whole.h"

struct _KqMediaFormat {
  const char  *type;
  gboolean   (*is_format) (const guint8 *data,
                           gsize         length);
  gboolean   (*is_whole)  (const guint8 *data,
                           gsize         length,
                           gboolean     *animated);
  VipsImage *(*load)      (const guint8 *data,
                           gsize         length,
                           double        shrink);
};

static gboolean
is_jpeg (const guint8 *data,
         gsize         length)
{
  return length >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0;
}

static gboolean
is_png (const guint8 *data,
        gsize         length)
{
  return length >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0;
}

static gboolean
is_webp (const guint8 *data,
         gsize         length)
{
  return length >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0;
}

/* The loaders take their buffer for writable, but only read it. A file that
 * ends too early is an error, not grey below. */

static VipsImage *
load_jpeg (const guint8 *data,
           gsize         length,
           double        shrink)
{
  VipsImage *image = NULL;
  int whole = shrink >= 8 ? 8 : shrink >= 4 ? 4 : shrink >= 2 ? 2 : 1;

  vips_jpegload_buffer ((void *) data, length, &image, "shrink", whole,
                        "access", VIPS_ACCESS_SEQUENTIAL,
                        "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);

  return image;
}

static VipsImage *
load_png (const guint8 *data,
          gsize         length,
          double        shrink)
{
  VipsImage *image = NULL;

  vips_pngload_buffer ((void *) data, length, &image,
                       "access", VIPS_ACCESS_SEQUENTIAL,
                       "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);

  return image;
}

static VipsImage *
load_webp (const guint8 *data,
           gsize         length,
           double        shrink)
{
  VipsImage *image = NULL;

  vips_webpload_buffer ((void *) data, length, &image, "scale", 1 / MAX (shrink, 1),
                        "access", VIPS_ACCESS_SEQUENTIAL,
                        "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);

  return image;
}

static const KqMediaFormat formats[] = {
  { "image/jpeg", is_jpeg, kq_media_whole_jpeg, load_jpeg },
  { "image/png", is_png, kq_media_whole_png, load_png },
  { "image/webp", is_webp, kq_media_whole_webp, load_webp },
};

/**
 * kq_media_source_block_others:
 *
 * Leaves libvips no loader but those of JPEG, PNG and WebP, and no saver but
 * those of JPEG and PNG.
 */
void
kq_media_source_block_others (void)
{
  static const char * const allowed[] = {
    "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp",
    "VipsForeignSaveJpeg", "VipsForeignSavePng",
    /* What newer ones save PNG with; who doesn't have it takes no notice. */
    "VipsForeignSaveSpng",
  };

  vips_operation_block_set ("VipsForeignLoad", TRUE);
  vips_operation_block_set ("VipsForeignSave", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    vips_operation_block_set (allowed[i], FALSE);
}

/**
 * kq_media_source_open:
 * @source: (out caller-allocates): the picture; cleared by the caller
 * @bytes: a file, which must live as long
 *
 * Finds out what a file is, by its bytes alone, and reads its header.
 *
 * Returns: %KQ_MEDIA_PROBLEM_NONE, %KQ_MEDIA_PROBLEM_NOT_IMAGE or
 *   %KQ_MEDIA_PROBLEM_DAMAGED
 */
KqMediaProblem
kq_media_source_open (KqMediaSource *source,
                      GBytes        *bytes)
{
  memset (source, 0, sizeof *source);
  source->data = g_bytes_get_data (bytes, &source->length);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].is_format (source->data, source->length))
      source->format = &formats[i];
  if (source->format == NULL)
    return KQ_MEDIA_PROBLEM_NOT_IMAGE;

  source->header = source->format->load (source->data, source->length, 1);
  if (source->header == NULL)
    return KQ_MEDIA_PROBLEM_DAMAGED;

  source->width = vips_image_get_width (source->header);
  source->height = vips_image_get_height (source->header);
  source->orientation = vips_image_get_orientation (source->header);

  return KQ_MEDIA_PROBLEM_NONE;
}

void
kq_media_source_clear (KqMediaSource *source)
{
  g_clear_object (&source->header);
}

/* The media type, as the campaign file writes it */
const char *
kq_media_source_get_type (KqMediaSource *source)
{
  return source->format->type;
}

/**
 * kq_media_source_is_whole:
 * @source: a picture
 * @animated: (out): whether it moves
 *
 * Returns: whether the file goes on to its end, and in a PNG file whether all
 *   is as it was written
 */
gboolean
kq_media_source_is_whole (KqMediaSource *source,
                          gboolean      *animated)
{
  gboolean moves = FALSE;
  gboolean whole = source->format->is_whole (source->data, source->length, &moves);

  *animated = moves || vips_image_get_n_pages (source->header) > 1;

  return whole;
}

/**
 * kq_media_source_load:
 * @source: a picture
 * @shrink: by how much it may be made smaller while it is decoded, which is
 *   cheaper; it is at most that much
 *
 * Returns: (transfer full) (nullable): its pixels, to be read from the top
 *   down once, or %NULL where it is damaged
 */
VipsImage *
kq_media_source_load (KqMediaSource *source,
                      double         shrink)
{
  return source->format->load (source->data, source->length, shrink);
}
