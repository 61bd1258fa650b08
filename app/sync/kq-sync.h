/* kq-sync.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sync-live.h"

G_BEGIN_DECLS

#define KQ_TYPE_SYNC (kq_sync_get_type ())

/* A library and the team's remote, for a program with windows: what is done happens
 * in a thread, and how it stands is told in the main context of whoever made it.
 *
 * Signal “changed”: any of what the getters say is another. */
G_DECLARE_FINAL_TYPE (KqSync, kq_sync, KQ, SYNC, GObject)

KqSync       *kq_sync_new               (KqLibrary            *library);
/* Ends the thread; the last unref does so as well. */
void          kq_sync_stop              (KqSync               *self);
/* At once, for “try again” and for whoever knows that there is a network */
void          kq_sync_wake              (KqSync               *self);

KqSyncState   kq_sync_get_state         (KqSync               *self);
/* (nullable): why not, for %KQ_SYNC_STATE_OFFLINE and those after it */
const GError *kq_sync_get_error         (KqSync               *self);
/* What the present run did so far, or the last one */
const KqSyncReport *
              kq_sync_get_report        (KqSync               *self);
/* In milliseconds since 1970-01-01T00:00:00Z; 0 where it isn't offline */
gint64        kq_sync_get_offline_since (KqSync               *self);

/* Where the remote is, and who we are there; "" for none */
const char   *kq_sync_get_url           (KqSync               *self);
const char   *kq_sync_get_user          (KqSync               *self);

/* Tries a connection without keeping anything of it; @password (nullable) is the
 * keyring's with NULL. Errors are of KqSyncError and say exactly what is wrong. */
void          kq_sync_test_async        (KqSync               *self,
                                         const char           *url,
                                         const char           *user,
                                         const char           *password,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
gboolean      kq_sync_test_finish       (KqSync               *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* Connects, and keeps the password in the keyring; where there is none, for as long
 * as the program runs. */
void          kq_sync_connect_async     (KqSync               *self,
                                         const char           *url,
                                         const char           *user,
                                         const char           *password,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
gboolean      kq_sync_connect_finish    (KqSync               *self,
                                         GAsyncResult         *result,
                                         GError              **error);
void          kq_sync_disconnect_async  (KqSync               *self,
                                         GAsyncReadyCallback   callback,
                                         gpointer              data);
gboolean      kq_sync_disconnect_finish (KqSync               *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* For %KQ_SYNC_STATE_ASKING */
void          kq_sync_answer            (KqSync               *self,
                                         KqSyncAnswer          answer);

G_END_DECLS
