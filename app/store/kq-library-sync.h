/* kq-library-sync.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"
#include "kq-sync-records.h"

G_BEGIN_DECLS

/* The library's side of the team's remote: what was agreed on with it, what is
 * to be sent, and what came. Only the sync floor asks for most of it; conflicts
 * and counts are for pages too.
 *
 * The plain functions wait for the library's thread; errors are of
 * #KqLibraryError. */

/**
 * KqSyncAnswer:
 * @KQ_SYNC_ANSWER_NONE: nobody was asked: only what is little is deleted
 * @KQ_SYNC_ANSWER_DELETE: what the team deleted is deleted here
 * @KQ_SYNC_ANSWER_KEEP: it stays, and goes to the team again
 *
 * What people say to deletions by others.
 */
typedef enum {
  KQ_SYNC_ANSWER_NONE,
  KQ_SYNC_ANSWER_DELETE,
  KQ_SYNC_ANSWER_KEEP,
} KqSyncAnswer;

/**
 * KqSyncChoice:
 * @KQ_SYNC_CHOICE_MINE: what stood here
 * @KQ_SYNC_CHOICE_THEIRS: what stood there
 * @KQ_SYNC_CHOICE_VALUE: something else
 */
typedef enum {
  KQ_SYNC_CHOICE_MINE,
  KQ_SYNC_CHOICE_THEIRS,
  KQ_SYNC_CHOICE_VALUE,
} KqSyncChoice;

/**
 * KqSyncDecision:
 * @pointer: (owned): the conflict's
 * @choice: what is taken
 * @value: (owned) (nullable): for %KQ_SYNC_CHOICE_VALUE
 *
 * What somebody decides about a conflict.
 */
typedef struct {
  char         *pointer;
  KqSyncChoice  choice;
  JsonNode     *value;
} KqSyncDecision;

KqSyncDecision *kq_sync_decision_new           (const char         *pointer,
                                                KqSyncChoice        choice,
                                                JsonNode           *value);
void            kq_sync_decision_free          (KqSyncDecision     *self);

/* Where the remote is */
gboolean        kq_library_sync_get_remote     (KqLibrary          *self,
                                                KqSyncRemote      **remote,
                                                GError            **error);
gboolean        kq_library_sync_connect        (KqLibrary          *self,
                                                const char         *url,
                                                const char         *user,
                                                GError            **error);
gboolean        kq_library_sync_disconnect     (KqLibrary          *self,
                                                GError            **error);

/* Reading and writing it */
gboolean        kq_library_sync_restart        (KqLibrary          *self,
                                                const char         *identity,
                                                GError            **error);
gboolean        kq_library_sync_set_checkpoint (KqLibrary          *self,
                                                const char         *confirmed,
                                                const char         *next,
                                                GError            **error);
gboolean        kq_library_sync_set_synced     (KqLibrary          *self,
                                                GError            **error);
gboolean        kq_library_sync_apply          (KqLibrary          *self,
                                                GPtrArray          *documents,
                                                GPtrArray          *problems,
                                                const char         *since,
                                                GError            **error);
void            kq_library_sync_apply_async    (KqLibrary          *self,
                                                GPtrArray          *documents,
                                                GPtrArray          *problems,
                                                const char         *since,
                                                GAsyncReadyCallback callback,
                                                gpointer            data);
gboolean        kq_library_sync_apply_finish   (KqLibrary          *self,
                                                GAsyncResult       *result,
                                                GError            **error);
gboolean        kq_library_sync_load_edit      (KqLibrary          *self,
                                                const char         *id,
                                                const char         *edit,
                                                JsonNode          **campaign,
                                                GError            **error);
gboolean        kq_library_sync_is_known       (KqLibrary          *self,
                                                GPtrArray          *documents,
                                                gboolean           *known,
                                                GError            **error);
gboolean        kq_library_sync_settle         (KqLibrary          *self,
                                                KqSyncAnswer        answer,
                                                KqSyncCounts       *counts,
                                                GError            **error);
void            kq_library_sync_take_async     (KqLibrary          *self,
                                                gboolean            facts,
                                                guint               limit,
                                                gint64              after,
                                                GAsyncReadyCallback callback,
                                                gpointer            data);
GPtrArray      *kq_library_sync_take_finish    (KqLibrary          *self,
                                                GAsyncResult       *result,
                                                gint64             *last,
                                                GError            **error);
void            kq_library_sync_sent_async     (KqLibrary          *self,
                                                GPtrArray          *documents,
                                                GAsyncReadyCallback callback,
                                                gpointer            data);
gboolean        kq_library_sync_sent_finish    (KqLibrary          *self,
                                                GAsyncResult       *result,
                                                GError            **error);

/* Pictures */
GBytes         *kq_library_sync_load_asset     (KqLibrary          *self,
                                                const char         *sha256,
                                                GError            **error);
gboolean        kq_library_sync_note_assets    (KqLibrary          *self,
                                                GPtrArray          *names,
                                                GError            **error);
GPtrArray      *kq_library_sync_list_unsent    (KqLibrary          *self,
                                                guint               limit,
                                                GError            **error);
GPtrArray      *kq_library_sync_list_missing   (KqLibrary          *self,
                                                guint               limit,
                                                GError            **error);
gboolean        kq_library_sync_add_asset      (KqLibrary          *self,
                                                const char         *sha256,
                                                GBytes             *bytes,
                                                GError            **error);

/* What people see and decide */
gboolean        kq_library_sync_count          (KqLibrary          *self,
                                                KqSyncCounts       *counts,
                                                GError            **error);
GPtrArray      *kq_library_sync_list_problems  (KqLibrary          *self,
                                                GError            **error);
GPtrArray      *kq_library_sync_list_conflicts (KqLibrary          *self,
                                                const char         *id,
                                                GError            **error);
void            kq_library_sync_list_conflicts_async
                                               (KqLibrary          *self,
                                                const char         *id,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            data);
GPtrArray      *kq_library_sync_list_conflicts_finish
                                               (KqLibrary          *self,
                                                GAsyncResult       *result,
                                                GError            **error);
gint64          kq_library_sync_resolve        (KqLibrary          *self,
                                                const char         *id,
                                                GPtrArray          *decisions,
                                                GError            **error);
void            kq_library_sync_resolve_async  (KqLibrary          *self,
                                                const char         *id,
                                                GPtrArray          *decisions,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            data);
gint64          kq_library_sync_resolve_finish (KqLibrary          *self,
                                                GAsyncResult       *result,
                                                GError            **error);
void            kq_library_sync_reopen_async   (KqLibrary          *self,
                                                const char         *id,
                                                GPtrArray          *conflicts,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            data);
gint64          kq_library_sync_reopen_finish  (KqLibrary          *self,
                                                GAsyncResult       *result,
                                                GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncDecision, kq_sync_decision_free)

G_END_DECLS
