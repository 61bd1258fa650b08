/* kq-image-facts.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "kq-media-protocol.h"

G_BEGIN_DECLS

/**
 * KqImageFacts:
 * @bytes: of the file
 * @type: (nullable): `image/jpeg`, `image/png` or `image/webp`, by the bytes;
 *   %NULL where nobody has looked or it is none of them, and then nothing below is
 *   known but @description
 * @width: pixels, as they are stored
 * @height: pixels, as they are stored
 * @orientation: 1 to 8 as of EXIF: how a viewer is to turn it; 1 for not at all
 * @colour: its colour space
 * @profile: (owned) (nullable): the name of its colour profile, "" for one that
 *   can't be read
 * @bits: of one colour of a pixel, 8 or 16
 * @alpha: whether it can be transparent
 * @animated: whether it moves
 * @whole: whether the file goes on to its end
 * @description: (owned) (nullable): what the file is instead of a picture that
 *   can be read, for people, where that can be told by its bytes
 *
 * What is known of an image file by its bytes, whatever its name says.
 */
typedef struct {
  gint64         bytes;
  const char    *type;
  guint          width;
  guint          height;
  guint          orientation;
  KqMediaColour  colour;
  char          *profile;
  guint          bits;
  gboolean       alpha;
  gboolean       animated;
  gboolean       whole;
  char          *description;
} KqImageFacts;

#define KQ_TYPE_IMAGE_FACTS (kq_image_facts_get_type ())

GType         kq_image_facts_get_type   (void);

KqImageFacts *kq_image_facts_new_unread (GBytes             *file);
KqImageFacts *kq_image_facts_copy       (const KqImageFacts *self);
void          kq_image_facts_free       (KqImageFacts       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqImageFacts, kq_image_facts_free)

G_END_DECLS
