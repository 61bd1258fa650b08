/* kq-image-check.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-finding.h"
#include "kq-image-facts.h"
#include "kq-image-kind.h"

G_BEGIN_DECLS

/* What of an image file isn't as a platform asks of its kind. */

/**
 * KqImageTrait:
 *
 * What can be wrong with an image.
 */
typedef enum {
  KQ_IMAGE_TRAIT_TYPE,
  KQ_IMAGE_TRAIT_PIXELS,
  KQ_IMAGE_TRAIT_BYTES,
  KQ_IMAGE_TRAIT_WHOLE,
  KQ_IMAGE_TRAIT_COLOUR,
  KQ_IMAGE_TRAIT_BITS,
  KQ_IMAGE_TRAIT_ORIENTATION,
  KQ_IMAGE_TRAIT_ALPHA,
  KQ_IMAGE_TRAIT_ANIMATED,
  KQ_N_IMAGE_TRAITS
} KqImageTrait;

/**
 * KqImageMiss:
 * @trait: what isn't as it should be
 * @severity: whether the platform refuses it, or it may look wrong
 * @message: (owned): what it is, and what is required
 *
 * One thing that is wrong with an image.
 */
typedef struct {
  KqImageTrait  trait;
  KqSeverity    severity;
  char         *message;
} KqImageMiss;

const char *kq_image_trait_get_word     (KqImageTrait        trait);
const char *kq_image_type_get_label     (const char         *type);
char       *kq_image_kind_describe_types (const KqImageKind *kind);
char       *kq_image_kind_describe      (const KqImageKind  *kind);
char       *kq_image_facts_describe     (const KqImageFacts *facts);
GArray     *kq_image_check              (const KqImageFacts *facts,
                                         const KqImageKind  *kind);
gboolean    kq_image_misses_have_error  (GArray             *misses);

G_END_DECLS
