/* kq-conflict.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/**
 * KqConflictKind:
 * @KQ_CONFLICT_VALUE: both sides gave a field another value
 * @KQ_CONFLICT_ORDER: both sides put a list into another order; the values are
 *   the lists of keys as each of them would have it, with all that was kept
 * @KQ_CONFLICT_KEPT_EDITED: one side took out what the other edited; it was
 *   kept. A note: nobody need decide
 * @KQ_CONFLICT_KEPT_USED: one side took out what the other newly refers to; it
 *   was kept. A note
 *
 * What a merge has to say of a place. The side that took something out has no
 * value there.
 */
typedef enum {
  KQ_CONFLICT_VALUE,
  KQ_CONFLICT_ORDER,
  KQ_CONFLICT_KEPT_EDITED,
  KQ_CONFLICT_KEPT_USED,
} KqConflictKind;

#define KQ_TYPE_CONFLICT (kq_conflict_get_type ())

G_DECLARE_FINAL_TYPE (KqConflict, kq_conflict, KQ, CONFLICT, GObject)

KqConflict     *kq_conflict_new         (KqConflictKind  kind,
                                         const char     *pointer,
                                         JsonNode       *base,
                                         JsonNode       *mine,
                                         JsonNode       *theirs);
KqConflictKind  kq_conflict_get_kind    (KqConflict     *self);
const char     *kq_conflict_get_pointer (KqConflict     *self);
JsonNode       *kq_conflict_get_base    (KqConflict     *self);
JsonNode       *kq_conflict_get_mine    (KqConflict     *self);
JsonNode       *kq_conflict_get_theirs  (KqConflict     *self);
gboolean        kq_conflict_is_note     (KqConflict     *self);
JsonNode       *kq_conflict_resolve     (KqConflict     *self,
                                         JsonNode       *campaign,
                                         JsonNode       *value,
                                         GError        **error);

G_END_DECLS
