/* shim-vfs.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file system of SQLite's that does what a test wants to whatever changes a
 * file (a write, a sync, a truncation, a removal), and else passes on to the real
 * one. For one thread at a time. */

/* First thing in the program */
void   shim_install    (void);
/* SIGKILL in place of the @n-th of them from now; 0 for never. A write may be
 * half done by then. */
void   shim_kill_at    (guint n);
/* Each fails with that many chances in a thousand: disk full, I/O error, or after
 * half of the write; 0 for none. */
void   shim_fail       (guint per_mille,
                        guint seed);
/* How many there were */
guint  shim_count      (void);

G_END_DECLS
