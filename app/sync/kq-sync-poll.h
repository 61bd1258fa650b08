/* kq-sync-poll.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sync-address.h"

G_BEGIN_DECLS

/* Waits for the remote to change, in the thread's main context, by a connection of
 * its own: two that wait would starve everything else of a session. */

typedef struct _KqSyncPoll KqSyncPoll;

/* @data: of whoever began; called once, whatever it is that ended it */
typedef void (*KqSyncPollFunc) (gpointer data);

KqSyncPoll *kq_sync_poll_new  (const KqSyncAddress *address,
                               const char          *user,
                               const char          *password,
                               const char          *since,
                               guint                seconds,
                               KqSyncPollFunc       func,
                               gpointer             data);
void        kq_sync_poll_free (KqSyncPoll          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncPoll, kq_sync_poll_free)

G_END_DECLS
