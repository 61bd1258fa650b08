/* kq-image-kind.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-image-kind.h"

/**
 * kq_image_kind_takes:
 * @self: a kind
 * @type: (nullable): a media type
 *
 * Returns: whether files of that type are taken
 */
gboolean
kq_image_kind_takes (const KqImageKind *self,
                     const char        *type)
{
  return type != NULL && g_strv_contains ((const char * const *) self->types, type);
}

/**
 * kq_image_kind_copy:
 * @self: a kind
 *
 * Returns: (transfer full): the same, for another thread or a longer time
 */
KqImageKind *
kq_image_kind_copy (const KqImageKind *self)
{
  KqImageKind *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->types = g_strdupv (self->types);
  copy->date = g_strdup (self->date);
  copy->source = g_strdup (self->source);

  return copy;
}

void
kq_image_kind_free (KqImageKind *self)
{
  g_free (self->id);
  g_strfreev (self->types);
  g_free (self->date);
  g_free (self->source);
  g_free (self);
}
