/* kq-library-words.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library-item.h"

G_BEGIN_DECLS

/**
 * KqPhase:
 * @KQ_PHASE_OPEN: it has no period
 * @KQ_PHASE_COMING: it hasn't begun
 * @KQ_PHASE_RUNNING: it is under way
 * @KQ_PHASE_OVER: it has ended
 *
 * Where a moment lies to a campaign's period.
 */
typedef enum {
  KQ_PHASE_OPEN,
  KQ_PHASE_COMING,
  KQ_PHASE_RUNNING,
  KQ_PHASE_OVER,
} KqPhase;

/* What the library knows of a campaign, in words, in the user's language. */

KqPhase     kq_phase_at                   (KqTime         start,
                                           KqTime         end,
                                           gint64         now);
const char *kq_phase_get_label            (KqPhase        phase);
char       *kq_moment_describe            (GDateTime     *moment,
                                           GDateTime     *now);
char       *kq_library_item_dup_title     (KqLibraryItem *item);
char       *kq_library_item_dup_platforms (KqLibraryItem *item);
char       *kq_library_item_dup_period    (KqLibraryItem *item);

G_END_DECLS
