/* kq-sync-words.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sync.h"

G_BEGIN_DECLS

/* How it stands with the team, in words. */

char       *kq_sync_describe       (KqSync *sync);
char       *kq_sync_describe_more  (KqSync *sync);
const char *kq_sync_get_icon_name  (KqSync *sync);
gboolean    kq_sync_needs_somebody (KqSync *sync);

G_END_DECLS
