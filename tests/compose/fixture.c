/* fixture.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "kq-image-check.h"
#include "kq-paths.h"

/* One of the images that make-images has made */
GBytes *
read_image (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("KQ_IMAGES"), name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = kq_file_read (path, KQ_MEDIA_MAX_BYTES, &error);

  g_assert_no_error (error);

  return bytes;
}

KqImageKind *
new_kind (const char *id,
          guint       width,
          guint       height,
          gint64      max_bytes)
{
  KqImageKind *kind = g_new0 (KqImageKind, 1);

  kind->id = g_strdup (id);
  kind->width = width;
  kind->height = height;
  kind->types = g_strsplit ("image/jpeg image/png", " ", -1);
  kind->max_bytes = max_bytes;

  return kind;
}

/* Nothing at all is amiss with it. */
void
assert_taken (KqMedia           *media,
              GBytes            *bytes,
              const KqImageKind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqImageFacts) facts = kq_media_probe (media, bytes, NULL, &error);
  g_autoptr (GArray) misses = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (facts->width, ==, kind->width);
  g_assert_cmpuint (facts->height, ==, kind->height);
  misses = kq_image_check (facts, kind);
  g_assert_cmpuint (misses->len, ==, 0);
}
