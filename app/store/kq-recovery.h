/* kq-recovery.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"
#include "kq-sqlite.h"

G_BEGIN_DECLS

gboolean  kq_recovery_run     (const char       *path,
                               gboolean          is_library,
                               KqSqlite         *into,
                               gint64            now,
                               KqLibraryReport  *report,
                               GError          **error);

KqSqlite *kq_recovery_patched (const char       *path,
                               gboolean          is_library,
                               const char       *like,
                               const char       *copy);

G_END_DECLS
