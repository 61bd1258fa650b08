/* kq-sync-secret.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sync-address.h"

G_BEGIN_DECLS

/* Passwords, which are in the keyring and nowhere else. These wait for it: not for
 * the main thread. */
char     *kq_sync_secret_lookup (const KqSyncAddress  *address,
                                 const char           *user,
                                 GCancellable         *cancellable,
                                 GError              **error);
gboolean  kq_sync_secret_store  (const KqSyncAddress  *address,
                                 const char           *user,
                                 const char           *password,
                                 GCancellable         *cancellable,
                                 GError              **error);
gboolean  kq_sync_secret_clear  (const KqSyncAddress  *address,
                                 const char           *user,
                                 GCancellable         *cancellable,
                                 GError              **error);
void      kq_sync_secret_free   (char                 *password);

G_END_DECLS
