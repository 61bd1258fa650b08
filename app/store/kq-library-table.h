/* kq-library-table.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sqlite.h"

G_BEGIN_DECLS

/* The one row of the library itself: its counter of changes and its clock.
 *
 * Ages are told by the library's own clock, which a wrong clock of the machine
 * can't hurry: it runs by the machine's from one change to the next, never
 * backwards, and never by more than KQ_LIBRARY_MAX_STEP at once. Where the
 * library isn't used for a while, histories are so much longer. */

#define KQ_HOUR ((gint64) 60 * 60 * 1000)
#define KQ_DAY  (24 * KQ_HOUR)
/* Less than a day, so that even the largest jump leaves what was saved shortly
 * before it within the day of which all is kept. */
#define KQ_LIBRARY_MAX_STEP (20 * KQ_HOUR)

/* Both within a transaction; times in milliseconds */
gboolean  kq_library_table_advance  (KqSqlite  *db,
                                     gint64     now,
                                     gint64    *change,
                                     gint64    *clock,
                                     GError   **error);
gboolean  kq_library_table_tidied   (KqSqlite  *db,
                                     gint64     now,
                                     GError   **error);
/* Those who follow by changes have to read everything anew. */
gboolean  kq_library_table_purged   (KqSqlite  *db,
                                     GError   **error);
gboolean  kq_library_table_get      (KqSqlite  *db,
                                     gint64    *change,
                                     gint64    *purged,
                                     gint64    *tidied,
                                     GError   **error);
gboolean  kq_library_table_set_clock (KqSqlite *db,
                                     gint64     clock,
                                     GError   **error);

G_END_DECLS
