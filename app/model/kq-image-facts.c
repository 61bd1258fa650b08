/* kq-image-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-image-facts.h"

#include <gio/gio.h>

G_DEFINE_BOXED_TYPE (KqImageFacts, kq_image_facts, kq_image_facts_copy, kq_image_facts_free)

/* What the desktop's own tables say of it: “HEIF image” helps more than that it
 * can't be read. What they know of every file helps nobody. */
static char *
describe (GBytes *file)
{
  static const char * const vague[] = {
    "application/octet-stream", "application/x-zerosize", "text/plain",
    "image/jpeg", "image/png", "image/webp", NULL
  };
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);
  gboolean is_uncertain = TRUE;
  g_autofree char *type = NULL;

  /* Asked for them only later, GLib reads its tables again and loses the first. */
  g_content_type_get_mime_dirs ();
  type = g_content_type_guess (NULL, data, length, &is_uncertain);
  if (is_uncertain || g_strv_contains (vague, type))
    return NULL;

  return g_content_type_get_description (type);
}

/**
 * kq_image_facts_new_unread:
 * @file: the bytes of a file that is no picture that can be read
 *
 * Returns: (transfer full): what can be said of it all the same
 */
KqImageFacts *
kq_image_facts_new_unread (GBytes *file)
{
  KqImageFacts *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (KqImageFacts, 1);
  self->bytes = g_bytes_get_size (file);
  self->description = describe (file);

  return self;
}

KqImageFacts *
kq_image_facts_copy (const KqImageFacts *self)
{
  KqImageFacts *copy = g_memdup2 (self, sizeof *self);

  copy->profile = g_strdup (self->profile);
  copy->description = g_strdup (self->description);

  return copy;
}

void
kq_image_facts_free (KqImageFacts *self)
{
  g_free (self->profile);
  g_free (self->description);
  g_free (self);
}
