/* kq-media-room.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-room.h"

#include <string.h>

#include "kq-media-protocol.h"

/* Bytes that a decoder leaves to all others: the libraries, and the rows that
 * are being made smaller */
#define MEMORY_OF_OTHERS ((gsize) 72 * 1024 * 1024)

#define JPEG_START 2
#define JPEG_SCAN 0xda
/* Of a frame's segment: where its components begin, and bytes of each */
#define FRAME_COMPONENTS 10
#define COMPONENT_BYTES 3
/* A coefficient is kept as 16 bits. */
#define COEFFICIENT_BYTES 2

#define PNG_DEPTH 24
#define PNG_COLOUR 25
#define PNG_INTERLACE 28
#define PNG_HEADER_END 29

/* How a lossless WebP keeps a pixel */
#define WEBP_PIXEL_BYTES 4
#define WEBP_CHUNK 12

static guint64
room_for (double bytes_per_pixel,
          gsize  length)
{
  gsize taken = MEMORY_OF_OTHERS + length;
  gsize left = taken < KQ_MEDIA_MAX_MEMORY ? KQ_MEDIA_MAX_MEMORY - taken : 0;

  return MIN ((guint64) (left / bytes_per_pixel), (guint64) KQ_MEDIA_MAX_PIXELS);
}

/* All kinds of frame lie between those of tables. */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Baseline and extended, by Huffman's code or arithmetic */
static gboolean
is_sequential (guint8 marker)
{
  return marker == 0xc0 || marker == 0xc1 || marker == 0xc9;
}

/* Coefficients per pixel: one of the grey, fewer of colours that are coarser */
static double
coefficients_of (const guint8 *frame,
                 gsize         length)
{
  guint n = frame[FRAME_COMPONENTS - 1];
  guint widest = 1, highest = 1;
  double sum = 0;

  if (FRAME_COMPONENTS + (gsize) n * COMPONENT_BYTES > length)
    return 1;

  for (guint i = 0; i < n; i++)
    {
      guint8 sampling = frame[FRAME_COMPONENTS + i * COMPONENT_BYTES + 1];

      widest = MAX (widest, sampling >> 4);
      highest = MAX (highest, sampling & 15);
      sum += (sampling >> 4) * (sampling & 15);
    }

  return MAX (sum / (widest * highest), 1);
}

/**
 * kq_media_room_jpeg:
 * @data: a JPEG file
 * @length: its bytes
 *
 * A decoder must keep all coefficients of a picture whose first scan isn't its
 * last: of a progressive one, or where each component has its own.
 *
 * Returns: pixels
 */
guint64
kq_media_room_jpeg (const guint8 *data,
                    gsize         length)
{
  gsize at = JPEG_START;
  const guint8 *frame = NULL;

  while (at + FRAME_COMPONENTS < length && data[at] == 0xff)
    {
      guint8 marker = data[at + 1];

      if (is_frame (marker))
        frame = data + at;
      if (marker == JPEG_SCAN && frame != NULL)
        {
          double coefficients = coefficients_of (frame, data + length - frame);

          if (is_sequential (frame[1]) && data[at + 4] == frame[FRAME_COMPONENTS - 1])
            return KQ_MEDIA_MAX_ROWED_PIXELS;
          return room_for (coefficients * COEFFICIENT_BYTES, length);
        }
      at += marker == 0xff ? 1 : 2 + ((gsize) data[at + 2] << 8 | data[at + 3]);
    }

  return KQ_MEDIA_MAX_PIXELS;
}

/**
 * kq_media_room_png:
 * @data: a PNG file
 * @length: its bytes
 *
 * An interlaced one comes as a whole.
 *
 * Returns: pixels
 */
guint64
kq_media_room_png (const guint8 *data,
                   gsize         length)
{
  /* By colour type: grey, none, RGB, palette, grey and alpha, none, RGBA */
  static const guint8 channels[] = { 1, 1, 3, 4, 2, 1, 4 };

  if (length < PNG_HEADER_END || data[PNG_INTERLACE] == 0 ||
      data[PNG_COLOUR] >= G_N_ELEMENTS (channels))
    return KQ_MEDIA_MAX_PIXELS;

  /* Its file is let go while it is read. */
  return room_for (channels[data[PNG_COLOUR]] * (data[PNG_DEPTH] == 16 ? 2 : 1), 0);
}

/**
 * kq_media_room_webp:
 * @data: a WebP file
 * @length: its bytes
 *
 * Returns: pixels
 */
guint64
kq_media_room_webp (const guint8 *data,
                    gsize         length)
{
  gboolean is_lossy = length >= WEBP_CHUNK + 4 && memcmp (data + WEBP_CHUNK, "VP8 ", 4) == 0;

  return is_lossy ? KQ_MEDIA_MAX_PIXELS : room_for (WEBP_PIXEL_BYTES, length);
}
