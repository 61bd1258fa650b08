/* kq-team-conflicts.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-field.h"
#include "kq-library-sync.h"

G_BEGIN_DECLS

/**
 * KqTeamConflict:
 * @conflict: (owned): what both sides have
 * @place: (owned): where that is
 * @base: (owned): what stood there before both, for people
 * @mine: (owned): what stood here
 * @theirs: (owned): what stood there
 * @kind: what kind of value it is, for one that is typed; only texts, counts and
 *   amounts are
 * @can_type: whether another value can be typed
 *
 * A place that somebody has to decide about, in words.
 */
typedef struct {
  KqSyncConflict *conflict;
  char           *place;
  char           *base;
  char           *mine;
  char           *theirs;
  KqFieldKind     kind;
  gboolean        can_type;
} KqTeamConflict;

void       kq_team_conflicts_load_async  (KqLibrary             *library,
                                          GCancellable          *cancellable,
                                          GAsyncReadyCallback    callback,
                                          gpointer               data);
GPtrArray *kq_team_conflicts_load_finish (KqLibrary             *library,
                                          GAsyncResult          *result,
                                          GError               **error);
JsonNode  *kq_team_conflict_parse        (const KqTeamConflict  *conflict,
                                          const char            *text,
                                          GError               **error);

G_END_DECLS
