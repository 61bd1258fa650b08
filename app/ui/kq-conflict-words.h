/* kq-conflict-words.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-conflict.h"
#include "kq-difference.h"

G_BEGIN_DECLS

/* What both sides of a conflict have, in words. */

KqDifference *kq_conflict_find_difference (KqConflict   *conflict,
                                           GPtrArray    *differences);
char         *kq_conflict_describe_place  (KqConflict   *conflict,
                                           KqDifference *difference);
char         *kq_conflict_describe_side   (char         *text,
                                           JsonNode     *value);

G_END_DECLS
