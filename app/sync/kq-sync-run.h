/* kq-sync-run.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library-sync.h"
#include "kq-sync-http.h"

G_BEGIN_DECLS

/**
 * KqSyncNoted:
 * @campaign: (owned): a campaign's id
 * @note: what became of it
 * @n_kept: how many of its parts were kept that one side had taken out
 */
typedef struct {
  char       *campaign;
  KqSyncNote  note;
  guint       n_kept;
} KqSyncNoted;

/**
 * KqSyncReport:
 * @received: campaigns and figures that came
 * @merged: how many of them were merged with what is here
 * @sent: campaigns and figures that went
 * @pictures_received: pictures that came
 * @pictures_sent: pictures that went
 * @bytes: sent and received, as the server's answers have them
 * @noted: (owned) (element-type KqSyncNoted): what people should be told
 * @counts: how it stands
 *
 * What was done.
 */
typedef struct {
  guint         received;
  guint         merged;
  guint         sent;
  guint         pictures_received;
  guint         pictures_sent;
  guint64       bytes;
  GPtrArray    *noted;
  KqSyncCounts  counts;
} KqSyncReport;

KqSyncReport *kq_sync_report_new  (void);
void          kq_sync_report_free (KqSyncReport *self);

typedef void (*KqSyncProgressFunc) (const KqSyncReport *report,
                                    gpointer            data);

/**
 * KqSyncRun:
 * @library: (unowned): the library
 * @http: (unowned): the remote
 * @remote: (owned): the library's idea of the remote
 * @user: (unowned): who we are there
 * @answer: what people say to deletions
 * @report: (unowned): what was done so far
 * @progress: (nullable): told of @report from time to time
 * @data: for @progress
 * @limit: how many documents a page has at present
 * @is_ours: whether what changed there last may be ours alone
 *
 * Bringing a library and its remote together once, in one thread, waiting.
 */
typedef struct {
  KqLibrary          *library;
  KqSyncHttp         *http;
  KqSyncRemote       *remote;
  const char         *user;
  KqSyncAnswer        answer;
  KqSyncReport       *report;
  KqSyncProgressFunc  progress;
  gpointer            data;
  guint               limit;
  gboolean            is_ours;
} KqSyncRun;

/**
 * KqSyncWaiting:
 * @is_begun: whether there is something to wait for
 * @result: (owned) (nullable): what came of it
 *
 * Something that the library does meanwhile.
 */
typedef struct {
  gboolean      is_begun;
  GAsyncResult *result;
} KqSyncWaiting;

void          kq_sync_waiting_done (GObject       *source,
                                    GAsyncResult  *result,
                                    gpointer       waiting);
GAsyncResult *kq_sync_waiting_end  (KqSyncWaiting *self);

gboolean kq_sync_run            (KqSyncRun     *self,
                                 GError       **error);
void     kq_sync_run_tell       (KqSyncRun     *self);

/* Its parts */
gboolean kq_sync_pull           (KqSyncRun     *self,
                                 GError       **error);
gboolean kq_sync_pull_again     (KqSyncRun     *self,
                                 GError       **error);
gboolean kq_sync_pull_documents (KqSyncRun     *self,
                                 GPtrArray     *ids,
                                 GError       **error);
gboolean kq_sync_push           (KqSyncRun     *self,
                                 gboolean      *stale,
                                 GError       **error);
gboolean kq_sync_send_pictures  (KqSyncRun     *self,
                                 GPtrArray     *documents,
                                 GError       **error);
gboolean kq_sync_mend_pictures  (KqSyncRun     *self,
                                 GError       **error);
gboolean kq_sync_fetch_pictures (KqSyncRun     *self,
                                 GError       **error);
gboolean kq_sync_merge_hidden   (KqSyncRun     *self,
                                 const char    *id,
                                 GPtrArray     *documents,
                                 GPtrArray     *problems,
                                 GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncReport, kq_sync_report_free)

G_END_DECLS
