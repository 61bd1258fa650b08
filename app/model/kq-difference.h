/* kq-difference.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/**
 * KqDifferenceKind:
 * @KQ_DIFFERENCE_ADDED: an object is new
 * @KQ_DIFFERENCE_REMOVED: an object is gone
 * @KQ_DIFFERENCE_CHANGED: a field has another value
 * @KQ_DIFFERENCE_MOVED: a list is in another order; the values are the lists
 *   of keys
 *
 * How two versions of a campaign differ in a place.
 */
typedef enum {
  KQ_DIFFERENCE_ADDED,
  KQ_DIFFERENCE_REMOVED,
  KQ_DIFFERENCE_CHANGED,
  KQ_DIFFERENCE_MOVED,
} KqDifferenceKind;

#define KQ_TYPE_DIFFERENCE (kq_difference_get_type ())

G_DECLARE_FINAL_TYPE (KqDifference, kq_difference, KQ, DIFFERENCE, GObject)

KqDifferenceKind  kq_difference_get_kind         (KqDifference *self);
const char       *kq_difference_get_pointer      (KqDifference *self);
KqObject         *kq_difference_get_object       (KqDifference *self);
guint             kq_difference_get_field        (KqDifference *self);
JsonNode         *kq_difference_get_before       (KqDifference *self);
JsonNode         *kq_difference_get_after        (KqDifference *self);
char             *kq_difference_dup_object_label (KqDifference *self);
char             *kq_difference_dup_field_label  (KqDifference *self);
char             *kq_difference_dup_before_text  (KqDifference *self);
char             *kq_difference_dup_after_text   (KqDifference *self);

G_END_DECLS
