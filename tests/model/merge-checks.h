/* merge-checks.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-merge.h"

G_BEGIN_DECLS

/* What holds of every merge. Returns what doesn't, or %NULL. Some is asked of
 * one side only, as @turn, 0 or 1, has it. */
char *merge_complaint   (JsonNode  *base,
                         JsonNode  *mine,
                         JsonNode  *theirs,
                         guint      turn);

/* The conflicts a line each: kind, pointer, base, mine, theirs; “-” for none */
char *merge_list        (GPtrArray *conflicts,
                         gboolean   swapped);

G_END_DECLS
