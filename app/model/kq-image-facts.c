/* kq-image-facts.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-image-facts.h"

G_DEFINE_BOXED_TYPE (KqImageFacts, kq_image_facts, kq_image_facts_copy, kq_image_facts_free)

KqImageFacts *
kq_image_facts_copy (const KqImageFacts *self)
{
  KqImageFacts *copy = g_memdup2 (self, sizeof *self);

  copy->profile = g_strdup (self->profile);

  return copy;
}

void
kq_image_facts_free (KqImageFacts *self)
{
  g_free (self->profile);
  g_free (self);
}
