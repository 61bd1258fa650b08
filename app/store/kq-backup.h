/* kq-backup.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"

G_BEGIN_DECLS

/* How many are kept */
#define KQ_BACKUP_KEEP 3

char     *kq_dated_path  (const char  *path,
                          const char  *what,
                          gint64       now);
void      kq_folder_sync (const char  *path);

gboolean  kq_backup_make (KqSqlite    *db,
                          const char  *path,
                                    gint64       now,
                          GError     **error);

G_END_DECLS
