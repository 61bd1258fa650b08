/* kq-sync-once.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sync-run.h"

G_BEGIN_DECLS

/* For the terminal: one full push and pull, waiting. */
gboolean kq_sync_once_connect (KqLibrary            *library,
                               const char           *server,
                               const char           *user,
                               GError              **error);
gboolean kq_sync_once         (KqLibrary            *library,
                               const char           *password,
                               KqSyncAnswer          answer,
                               KqSyncReport         *report,
                               GCancellable         *cancellable,
                               GError              **error);
gboolean kq_sync_once_with    (KqLibrary            *library,
                               const char           *password,
                               KqSyncAnswer          answer,
                               const KqSyncHttpOptions *options,
                               KqSyncReport         *report,
                               GCancellable         *cancellable,
                               GError              **error);

G_END_DECLS
