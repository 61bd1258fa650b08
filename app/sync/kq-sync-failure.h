/* kq-sync-failure.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "kq-sync-address.h"

G_BEGIN_DECLS

/* What went wrong with a request, in people's words. */
void     kq_sync_failure_set        (SoupMessage          *message,
                                     const KqSyncAddress  *address,
                                     const GError         *cause,
                                     GError              **error);
gboolean kq_sync_failure_is_status  (guint                 status);
void     kq_sync_failure_set_status (guint                 status,
                                     const KqSyncAddress  *address,
                                     GError              **error);

G_END_DECLS
