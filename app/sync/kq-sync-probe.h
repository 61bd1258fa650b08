/* kq-sync-probe.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sync-http.h"

G_BEGIN_DECLS

/* What exactly is wrong with a connection. These wait. */
gboolean kq_sync_probe         (KqSyncHttp           *http,
                                const KqSyncAddress  *address,
                                const char           *user,
                                GError              **error);
void     kq_sync_probe_explain (KqSyncHttp           *http,
                                const char           *user,
                                GError              **error);

G_END_DECLS
