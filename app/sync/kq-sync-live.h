/* kq-sync-live.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sync-run.h"

G_BEGIN_DECLS

/* The thread that keeps a library and its remote together for as long as a program
 * runs. */

typedef struct _KqSyncLive KqSyncLive;

/**
 * KqSyncState:
 * @KQ_SYNC_STATE_NONE: there is no remote
 * @KQ_SYNC_STATE_WORKING: something is being sent or read
 * @KQ_SYNC_STATE_DONE: both have the same, and each is looked after
 * @KQ_SYNC_STATE_OFFLINE: the remote can't be reached; it is tried again
 * @KQ_SYNC_STATE_PASSWORD: a password is needed
 * @KQ_SYNC_STATE_ASKING: people have to say what becomes of deletions
 * @KQ_SYNC_STATE_FAILED: somebody has to mend something; it isn't tried again before
 */
typedef enum {
  KQ_SYNC_STATE_NONE,
  KQ_SYNC_STATE_WORKING,
  KQ_SYNC_STATE_DONE,
  KQ_SYNC_STATE_OFFLINE,
  KQ_SYNC_STATE_PASSWORD,
  KQ_SYNC_STATE_ASKING,
  KQ_SYNC_STATE_FAILED,
} KqSyncState;

/**
 * KqSyncNews:
 * @state: how it stands
 * @error: (owned) (nullable): why it doesn't
 * @report: (owned): what was done, by the present or the last run
 * @url: (owned): where the remote is; "" for none
 * @user: (owned): who we are there
 * @offline_since: when the remote was last reached, in milliseconds since
 *   1970-01-01T00:00:00Z; 0 where it is, or never was
 */
typedef struct {
  KqSyncState   state;
  GError       *error;
  KqSyncReport *report;
  char         *url;
  char         *user;
  gint64        offline_since;
} KqSyncNews;

/* Called on the thread; takes the news over. */
typedef void (*KqSyncNewsFunc) (KqSyncNews *news,
                                gpointer    data);

KqSyncLive *kq_sync_live_new      (KqLibrary               *library,
                                   const KqSyncHttpOptions *options,
                                   KqSyncNewsFunc           func,
                                   gpointer                 data,
                                   GDestroyNotify           free_data);
void        kq_sync_live_stop     (KqSyncLive              *self);
/* From any thread: there may be something to do. @is_urgent: also where it was
 * tried in vain just now. */
void        kq_sync_live_wake     (KqSyncLive              *self,
                                   gboolean                 is_urgent);
void        kq_sync_live_answer   (KqSyncLive              *self,
                                   KqSyncAnswer             answer);
void        kq_sync_live_give     (KqSyncLive              *self,
                                   const char              *url,
                                   const char              *user,
                                   const char              *password);
void        kq_sync_live_begin    (KqSyncLive              *self,
                                   gboolean                 is_kept);
void        kq_sync_news_free     (KqSyncNews              *news);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncNews, kq_sync_news_free)

G_END_DECLS
