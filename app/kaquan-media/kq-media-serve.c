/* kq-media-serve.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-serve.h"

#include <malloc.h>

#include <lcms2.h>
#include <vips/vips.h>

#include "kq-frame.h"
#include "kq-media-limits.h"
#include "kq-media-source.h"

static const KqMediaOperation operations[] = {
  { KQ_MEDIA_OP_PROBE, kq_media_probe },
  { KQ_MEDIA_OP_FIT, kq_media_fit },
  { KQ_MEDIA_OP_PIXELS, kq_media_pixels },
  { KQ_MEDIA_OP_THUMBNAIL, kq_media_thumbnail },
  { KQ_MEDIA_OP_PNG, kq_media_png },
};

static void
say_nothing (const char     *domain,
             GLogLevelFlags  level,
             const char     *message,
             gpointer        data)
{
}

static void
say_nothing_of_colours (cmsContext       context,
                        cmsUInt32Number  code,
                        const char      *message)
{
}

/**
 * kq_media_init:
 *
 * Brings up libvips: with what a hostile file can't use switched off, without
 * caches, and with one thread for the pixels.
 *
 * Returns: whether it is there
 */
gboolean
kq_media_init (void)
{
  if (VIPS_INIT ("kaquan-media") != 0)
    return FALSE;

  kq_media_source_block_others ();
  vips_cache_set_max (0);
  vips_concurrency_set (1);
  /* What is wrong with a picture is answered, not logged. */
  g_log_set_handler ("VIPS", G_LOG_LEVEL_MASK, say_nothing, NULL);
  cmsSetLogErrorHandler (say_nothing_of_colours);

  return TRUE;
}

static KqMediaProblem
run (GVariantDict  *request,
     GBytes        *bytes,
     GVariantDict  *answer,
     GBytes       **out)
{
  const char *op = NULL;

  g_variant_dict_lookup (request, "op", "&s", &op);
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (g_strcmp0 (operations[i].name, op) == 0)
      return operations[i].run (request, bytes, answer, out);

  return KQ_MEDIA_PROBLEM_REQUEST;
}

/**
 * kq_media_answer:
 * @request: its named values
 * @bytes: its bytes
 * @out: (out) (transfer full): the bytes of the answer
 *
 * Does what is asked.
 *
 * Returns: (transfer floating): the named values of the answer
 */
GVariant *
kq_media_answer (GVariant  *request,
                 GBytes    *bytes,
                 GBytes   **out)
{
  g_auto (GVariantDict) asked = G_VARIANT_DICT_INIT (request);
  g_auto (GVariantDict) answer = G_VARIANT_DICT_INIT (NULL);
  KqMediaProblem problem;

  *out = NULL;
  problem = run (&asked, bytes, &answer, out);
  vips_error_clear ();
  if (problem != KQ_MEDIA_PROBLEM_NONE)
    g_clear_pointer (out, g_bytes_unref);
  if (*out == NULL)
    *out = g_bytes_new (NULL, 0);
  g_variant_dict_insert (&answer, "problem", "u", (guint32) problem);

  return g_variant_dict_end (&answer);
}

/**
 * kq_media_serve:
 * @fd: a socket
 *
 * Answers one request after the other.
 *
 * Returns: %TRUE when the other side has closed, %FALSE where it sent what is
 *   no request
 */
gboolean
kq_media_serve (int fd)
{
  /* What came with a request is nobody's but the request's. */
  kq_media_source_consume ();

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) request = NULL;
      g_autoptr (GVariant) answer = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) out = NULL;

      if (!kq_frame_read (fd, KQ_MEDIA_MAX_BYTES, NULL, NULL, &request, &bytes, &error))
        return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED);

      kq_media_limits_begin ();
      answer = g_variant_ref_sink (kq_media_answer (request, bytes, &out));
      kq_media_limits_end ();

      if (!kq_frame_write (fd, answer, out, NULL, NULL, &error))
        return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
      /* A large picture's memory isn't kept for the small ones after it. */
      if (g_bytes_get_size (bytes) > 1024 * 1024)
        malloc_trim (0);
    }
}
