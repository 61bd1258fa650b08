/* kq-picture-size.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "kq-picture-size.h"

/* The size that a file's header states, so that none is decoded whose memory
 * nobody has agreed to. */

static const guint8 png_start[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
                                    0, 0, 0, 13, 'I', 'H', 'D', 'R' };

static guint
read_16 (const guint8 *data)
{
  return (guint) data[0] << 8 | data[1];
}

static guint
read_32 (const guint8 *data)
{
  return read_16 (data) << 16 | read_16 (data + 2);
}

static gboolean
png_size (const guint8 *data,
          gsize         length,
          guint        *width,
          guint        *height)
{
  if (length < sizeof png_start + 8 || memcmp (data, png_start, sizeof png_start) != 0)
    return FALSE;

  *width = read_32 (data + sizeof png_start);
  *height = read_32 (data + sizeof png_start + 4);

  return TRUE;
}

/* SOF0 to SOF15, but for the three markers among them that are others. */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static gboolean
jpeg_size (const guint8 *data,
           gsize         length,
           guint        *width,
           guint        *height)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;

  while (length - at >= 4)
    {
      guint8 marker = data[at + 1];
      guint size = read_16 (data + at + 2);

      if (data[at] != 0xff)
        return FALSE;
      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (size < 2 || size > length - at - 2)
        return FALSE;
      if (is_frame (marker))
        {
          if (size < 7)
            return FALSE;
          *height = read_16 (data + at + 5);
          *width = read_16 (data + at + 7);
          return TRUE;
        }
      at += 2 + size;
    }

  return FALSE;
}

/**
 * kq_picture_size:
 * @bytes: the bytes of a file
 * @width: (out): its width in pixels
 * @height: (out): its height in pixels
 *
 * Reads the size from the header of a JPEG or PNG file.
 *
 * Returns: whether it is one
 */
gboolean
kq_picture_size (GBytes *bytes,
                 guint  *width,
                 guint  *height)
{
  gsize length;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL && width != NULL && height != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);

  return data != NULL && (png_size (data, length, width, height) ||
                          jpeg_size (data, length, width, height));
}
