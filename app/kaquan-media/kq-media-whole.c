/* kq-media-whole.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-whole.h"

#include <string.h>

#include <zlib.h>

#define JPEG_START 2
#define JPEG_END 0xd9
#define JPEG_SCAN 0xda
#define PNG_START 8
/* Of a PNG chunk: its length and type before the data, its checksum after */
#define PNG_AROUND 12

static guint32
read_big_endian (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static guint32
read_little_endian (const guint8 *data)
{
  return (guint32) data[3] << 24 | (guint32) data[2] << 16 | (guint32) data[1] << 8 | data[0];
}

/* Stuffed zeros, restarts and filling are part of a scan; any other marker ends
 * it. Returns where that begins, or @length. */
static gsize
skip_scan (const guint8 *data,
           gsize         length,
           gsize         at)
{
  while (at + 1 < length)
    {
      const guint8 *mark = memchr (data + at, 0xff, length - at - 1);

      if (mark == NULL)
        return length;
      at = mark - data;
      if (mark[1] != 0 && mark[1] != 0xff && (mark[1] < 0xd0 || mark[1] > 0xd7))
        return at;
      at += mark[1] == 0xff ? 1 : 2;
    }

  return length;
}

gboolean
kq_media_whole_jpeg (const guint8 *data,
                     gsize         length,
                     gboolean     *animated)
{
  gsize at = JPEG_START;
  gboolean scanned = FALSE;

  while (at + 1 < length && data[at] == 0xff)
    {
      guint8 marker = data[at + 1];

      if (marker == JPEG_END)
        return scanned;
      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (at + 4 > length)
        return FALSE;
      at += 2 + ((gsize) data[at + 2] << 8 | data[at + 3]);
      if (marker == JPEG_SCAN)
        {
          at = skip_scan (data, length, at);
          scanned = TRUE;
        }
    }

  return FALSE;
}

gboolean
kq_media_whole_png (const guint8 *data,
                    gsize         length,
                    gboolean     *animated)
{
  gsize at = PNG_START;

  while (length >= PNG_AROUND && at <= length - PNG_AROUND)
    {
      const guint8 *type = data + at + 4;
      gsize size = read_big_endian (data + at);

      if (size > length - at - PNG_AROUND ||
          crc32 (0, type, size + 4) != read_big_endian (type + 4 + size))
        return FALSE;
      if (memcmp (type, "acTL", 4) == 0)
        *animated = TRUE;
      if (memcmp (type, "IEND", 4) == 0)
        return TRUE;
      at += size + PNG_AROUND;
    }

  return FALSE;
}

gboolean
kq_media_whole_webp (const guint8 *data,
                     gsize         length,
                     gboolean     *animated)
{
  return length >= 12 && read_little_endian (data + 4) <= length - 8;
}
