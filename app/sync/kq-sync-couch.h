/* kq-sync-couch.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sync-http.h"
#include "kq-sync-records.h"

G_BEGIN_DECLS

/* The CouchDB HTTP API, as far as it is needed. */

/**
 * KqSyncHidden:
 * @id: (owned): a document's id
 * @losers: (owned) (array zero-terminated=1): the revisions that lost
 *
 * A document of which the remote has several versions and shows one.
 */
typedef struct {
  char  *id;
  char **losers;
} KqSyncHidden;

/**
 * KqSyncPage:
 * @documents: (owned) (element-type KqSyncIncoming): what is new
 * @problems: (owned) (element-type KqSyncProblem): what can't be read
 * @hidden: (owned) (element-type KqSyncHidden): what is to be merged first
 * @since: (owned): where the next page begins
 * @n_changes: how many there were
 *
 * A piece of the list of changes.
 */
typedef struct {
  GPtrArray *documents;
  GPtrArray *problems;
  GPtrArray *hidden;
  char      *since;
  guint      n_changes;
} KqSyncPage;

/**
 * KqSyncAnswerKind:
 * @KQ_SYNC_ANSWERED_STORED: it is there
 * @KQ_SYNC_ANSWERED_CONFLICT: there is another
 * @KQ_SYNC_ANSWERED_REFUSED: the server doesn't take it
 * @KQ_SYNC_ANSWERED_LATER: it can't just now
 */
typedef enum {
  KQ_SYNC_ANSWERED_STORED,
  KQ_SYNC_ANSWERED_CONFLICT,
  KQ_SYNC_ANSWERED_REFUSED,
  KQ_SYNC_ANSWERED_LATER,
} KqSyncAnswerKind;

/**
 * KqSyncAnswered:
 * @kind: what came of it
 * @rev: (owned) (nullable): the new revision
 * @reason: (owned) (nullable): why it is refused
 *
 * What came of a document that was sent.
 */
typedef struct {
  KqSyncAnswerKind  kind;
  char             *rev;
  char             *reason;
} KqSyncAnswered;

void        kq_sync_page_free             (KqSyncPage    *self);
void        kq_sync_hidden_free           (KqSyncHidden  *self);
void        kq_sync_answered_free         (KqSyncAnswered *self);

KqSyncPage *kq_sync_couch_get_changes     (KqSyncHttp    *http,
                                           const char    *since,
                                           guint          limit,
                                           gsize          max_bytes,
                                           GError       **error);
KqSyncPage *kq_sync_couch_list_changes    (KqSyncHttp    *http,
                                           const char    *since,
                                           guint          limit,
                                           gboolean       all_revs,
                                           GError       **error);
KqSyncPage *kq_sync_couch_get_documents   (KqSyncHttp    *http,
                                           GPtrArray     *ids,
                                           GError       **error);
JsonNode   *kq_sync_couch_get_document    (KqSyncHttp    *http,
                                           const char    *id,
                                           const char    *query,
                                           GError       **error);
GPtrArray  *kq_sync_couch_send_documents  (KqSyncHttp    *http,
                                           GString       *docs,
                                           guint          n,
                                           GError       **error);
char       *kq_sync_couch_get_identity    (KqSyncHttp    *http,
                                           GError       **error);
gboolean    kq_sync_couch_get_checkpoint  (KqSyncHttp    *http,
                                           const char    *client,
                                           char         **checkpoint,
                                           GError       **error);
gboolean    kq_sync_couch_set_checkpoint  (KqSyncHttp    *http,
                                           const char    *client,
                                           const char    *checkpoint,
                                           GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncPage, kq_sync_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncHidden, kq_sync_hidden_free)

G_END_DECLS
