/* fixture.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "kq-media-serve.h"
#include "kq-paths.h"

GVariant *
answer (GBytes      *bytes,
        GBytes     **out,
        const char  *op,
        ...)
{
  g_auto (GVariantDict) request = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) asked = NULL;
  g_autoptr (GBytes) ignored = NULL;
  const char *name;
  va_list args;

  g_variant_dict_insert (&request, "op", "s", op);
  va_start (args, op);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      const char *format = va_arg (args, const char *);

      g_variant_dict_insert_value (&request, name, g_variant_new_va (format, NULL, &args));
    }
  va_end (args);
  asked = g_variant_ref_sink (g_variant_dict_end (&request));

  return g_variant_ref_sink (kq_media_answer (asked, bytes, out != NULL ? out : &ignored));
}

guint
problem_of (GVariant *answered)
{
  guint problem = G_MAXUINT;

  g_assert_true (g_variant_lookup (answered, "problem", "u", &problem));

  return problem;
}

/* One that make-images has written */
GBytes *
read_image (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("KQ_IMAGES"), name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = kq_file_read (path, KQ_MEDIA_MAX_BYTES, &error);

  g_assert_no_error (error);

  return bytes;
}

GBytes *
cut (GBytes *bytes,
     gsize   length)
{
  /* A copy, so that reading beyond is seen by the sanitizers */
  return g_bytes_new (g_bytes_get_data (bytes, NULL), MIN (length, g_bytes_get_size (bytes)));
}
