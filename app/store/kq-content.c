/* kq-content.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-content.h"

#include <glib/gi18n-lib.h>

#include "kq-format.h"
#include "kq-library.h"

#define PLAIN 0
#define ZLIB  1

/* A saving of less than an eighth doesn't pay. */
#define MIN_LENGTH 512
/* A campaign's JSON shrinks to a sixth at the first level, and is read and
 * written many times. */
#define LEVEL 1

static GBytes *
digest (GBytes *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length;
  const guchar *data = g_bytes_get_data (text, &length);
  guint8 sum[32];
  gsize n = sizeof sum;

  g_checksum_update (checksum, data, length);
  g_checksum_get_digest (checksum, sum, &n);

  return g_bytes_new (sum, n);
}

/* Kept by each thread: to make one takes as long as to compress a campaign. */
static GConverter *
get_compressor (void)
{
  static GPrivate kept = G_PRIVATE_INIT (g_object_unref);
  GConverter *compressor = g_private_get (&kept);

  if (compressor == NULL)
    {
      compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL));
      g_private_set (&kept, compressor);
    }
  g_converter_reset (compressor);

  return compressor;
}

/* At most @capacity bytes, or %NULL where it is more or can't be converted */
static GBytes *
convert (GConverter *converter,
         GBytes     *bytes,
         gsize       capacity)
{
  g_autofree char *output = g_try_malloc (capacity);
  gsize left, used = 0;
  const char *input = g_bytes_get_data (bytes, &left);

  while (output != NULL && used < capacity)
    {
      gsize read, written;
      GConverterResult result;

      result = g_converter_convert (converter, input, left, output + used, capacity - used,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      input += read;
      left -= read;
      used += written;
      if (result == G_CONVERTER_FINISHED)
        return g_bytes_new_take (g_realloc (g_steal_pointer (&output), used), used);
    }

  return NULL;
}

/**
 * kq_content_encode:
 * @self: (out): what to store
 * @text: a text
 *
 * Compresses the text where that pays.
 */
void
kq_content_encode (KqContent *self,
                   GBytes    *text)
{
  self->length = g_bytes_get_size (text);
  self->digest = digest (text);
  self->encoding = ZLIB;
  self->stored = NULL;
  if (self->length >= MIN_LENGTH)
    self->stored = convert (get_compressor (), text, self->length / 8 * 7);

  if (self->stored == NULL)
    {
      self->encoding = PLAIN;
      self->stored = g_bytes_ref (text);
    }
}

static GBytes *
decompress (const KqContent *self)
{
  g_autoptr (GZlibDecompressor) zlib = NULL;

  if (self->length > KQ_FORMAT_MAX_BYTES)
    return NULL;
  zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

  return convert (G_CONVERTER (zlib), self->stored, self->length + 1);
}

/**
 * kq_content_decode:
 * @self: what is stored
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with
 *   %KQ_LIBRARY_ERROR_INVALID where it isn't what was stored
 */
GBytes *
kq_content_decode (const KqContent  *self,
                   GError          **error)
{
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) sum = NULL;

  text = self->encoding == PLAIN ? g_bytes_ref (self->stored)
                                 : self->encoding == ZLIB ? decompress (self) : NULL;
  if (text != NULL)
    sum = digest (text);
  if (sum != NULL && g_bytes_equal (sum, self->digest))
    return g_steal_pointer (&text);

  g_set_error_literal (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_INVALID,
                       _("What is stored isn’t what was saved; bring back another version from "
                         "its history"));
  return NULL;
}

void
kq_content_clear (KqContent *self)
{
  g_clear_pointer (&self->stored, g_bytes_unref);
  g_clear_pointer (&self->digest, g_bytes_unref);
}
