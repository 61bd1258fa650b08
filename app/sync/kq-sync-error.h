/* kq-sync-error.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KQ_SYNC_ERROR (kq_sync_error_quark ())

/**
 * KqSyncError:
 * @KQ_SYNC_ERROR_ADDRESS: the address is no address of a database, or there is
 *   none
 * @KQ_SYNC_ERROR_PLAIN: it isn't encrypted, and not of this machine
 * @KQ_SYNC_ERROR_NAME: no machine has that name
 * @KQ_SYNC_ERROR_CERTIFICATE: the server isn't who it should be
 * @KQ_SYNC_ERROR_OFFLINE: the server can't be reached, or stopped answering
 * @KQ_SYNC_ERROR_PASSWORD: a password is needed, or the user or password is wrong
 * @KQ_SYNC_ERROR_RIGHT: the user has no right to the database
 * @KQ_SYNC_ERROR_DATABASE: the server has no such database
 * @KQ_SYNC_ERROR_FOREIGN: what answers isn't a CouchDB
 * @KQ_SYNC_ERROR_REDIRECT: the server says that it is elsewhere
 * @KQ_SYNC_ERROR_REPLY: an answer can't be read
 * @KQ_SYNC_ERROR_LIMIT: an answer is larger than anything that can be meant
 * @KQ_SYNC_ERROR_BUSY: the server can't just now, or others are always first
 * @KQ_SYNC_ERROR_DELETIONS: the team deleted so much that it has to be confirmed
 * @KQ_SYNC_ERROR_KEYRING: the keyring can't be asked
 *
 * Why the library couldn't be brought together with the remote. The message, in
 * the user's language, says what to do.
 */
typedef enum {
  KQ_SYNC_ERROR_ADDRESS,
  KQ_SYNC_ERROR_PLAIN,
  KQ_SYNC_ERROR_NAME,
  KQ_SYNC_ERROR_CERTIFICATE,
  KQ_SYNC_ERROR_OFFLINE,
  KQ_SYNC_ERROR_PASSWORD,
  KQ_SYNC_ERROR_RIGHT,
  KQ_SYNC_ERROR_DATABASE,
  KQ_SYNC_ERROR_FOREIGN,
  KQ_SYNC_ERROR_REDIRECT,
  KQ_SYNC_ERROR_REPLY,
  KQ_SYNC_ERROR_LIMIT,
  KQ_SYNC_ERROR_BUSY,
  KQ_SYNC_ERROR_DELETIONS,
  KQ_SYNC_ERROR_KEYRING,
} KqSyncError;

GQuark   kq_sync_error_quark        (void);
gboolean kq_sync_error_is_transient (const GError *error);
void     kq_sync_error_set_no_password (const char  *user,
                                     const char  *url,
                                     GError     **error);

G_END_DECLS
