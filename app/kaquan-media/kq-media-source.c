/* kq-media-source.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-source.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "kq-media-profile.h"
#include "kq-media-room.h"
#include "kq-media-whole.h"

/* Bytes of a file */
#define DROPPED_AT_ONCE ((gsize) 1024 * 1024)

struct _KqMediaFormat {
  const char  *type;
  gboolean   (*is_format) (const guint8 *data,
                           gsize         length);
  gboolean   (*is_whole)  (const guint8 *data,
                           gsize         length,
                           gboolean     *animated);
  guint64    (*get_room)  (const guint8 *data,
                           gsize         length);
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

  return image != NULL ? kq_media_profile_complete (image) : NULL;
}

/* Whether files are drawn once, and then not needed any more */
static gboolean consumes;

/* How far a file was read */
typedef struct {
  const guint8 *data;
  gsize         length;
  gsize         position;
  gsize         header;    /* bytes before the pixels, which are read twice */
} Reader;

/* Where the first chunk with pixels begins, or the end */
static gsize
find_pixels (const guint8 *data,
             gsize         length)
{
  gsize at = 8;

  while (length - at >= 12 && memcmp (data + at + 4, "IDAT", 4) != 0)
    {
      gsize size = (gsize) data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];

      if (size > length - at - 12)
        return length;
      at += 12 + size;
    }

  return at;
}

/* Gives the memory back that lies behind the reader, but for what shares a page
 * with others. */
static void
drop_read (const Reader *reader)
{
  gsize page = sysconf (_SC_PAGESIZE);
  guintptr start = ((guintptr) reader->data + reader->header + page - 1) / page * page;
  guintptr end = ((guintptr) reader->data + reader->position) / page * page;

  if (end > start)
    madvise ((void *) start, end - start, MADV_DONTNEED);
}

static gint64
on_read (VipsSourceCustom *source,
         void             *buffer,
         gint64            length,
         gpointer          data)
{
  Reader *reader = data;
  gsize size = MIN ((gsize) length, reader->length - reader->position);
  gsize before = reader->position / DROPPED_AT_ONCE;

  memcpy (buffer, reader->data + reader->position, size);
  reader->position += size;
  if (reader->position / DROPPED_AT_ONCE > before)
    drop_read (reader);

  return size;
}

/* Without this libvips would keep a copy of all that it reads. */
static gint64
on_seek (VipsSourceCustom *source,
         gint64            offset,
         int               whence,
         gpointer          data)
{
  Reader *reader = data;
  gint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? reader->position : reader->length;

  if (offset < -base || offset > (gint64) reader->length - base)
    return -1;
  reader->position = base + offset;

  return reader->position;
}

/* An interlaced picture is decoded as a whole, and together with the file that
 * is what takes most memory: so the file goes while the picture comes. */
static VipsImage *
load_png_once (const guint8 *data,
               gsize         length)
{
  VipsSourceCustom *source = vips_source_custom_new ();
  Reader *reader = g_new0 (Reader, 1);
  VipsImage *image = NULL;

  reader->data = data;
  reader->length = length;
  reader->header = find_pixels (data, length);
  g_signal_connect (source, "seek", G_CALLBACK (on_seek), reader);
  g_signal_connect_data (source, "read", G_CALLBACK (on_read), reader,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  vips_pngload_source (VIPS_SOURCE (source), &image,
                       "access", VIPS_ACCESS_SEQUENTIAL,
                       "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
  g_object_unref (source);

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
  { "image/jpeg", is_jpeg, kq_media_whole_jpeg, kq_media_room_jpeg, load_jpeg },
  { "image/png", is_png, kq_media_whole_png, kq_media_room_png, load_png },
  { "image/webp", is_webp, kq_media_whole_webp, kq_media_room_webp, load_webp },
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
 * kq_media_source_consume:
 *
 * From now on a file is of no use to anybody once its pixels were loaded.
 */
void
kq_media_source_consume (void)
{
  consumes = TRUE;
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
 * kq_media_source_get_room:
 * @source: a picture
 *
 * Returns: how many pixels it may have to be decoded
 */
guint64
kq_media_source_get_room (KqMediaSource *source)
{
  return source->format->get_room (source->data, source->length);
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
 * To be called once: see [func@media_source_consume].
 *
 * Returns: (transfer full) (nullable): its pixels, to be read from the top
 *   down once, or %NULL where it is damaged
 */
VipsImage *
kq_media_source_load (KqMediaSource *source,
                      double         shrink)
{
  if (consumes && source->format->load == load_png && source->length > DROPPED_AT_ONCE)
    return load_png_once (source->data, source->length);

  return source->format->load (source->data, source->length, shrink);
}
