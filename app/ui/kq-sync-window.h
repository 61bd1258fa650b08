/* kq-sync-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-sync.h"
#include "kq-tool-window.h"

G_BEGIN_DECLS

#define KQ_TYPE_SYNC_WINDOW (kq_sync_window_get_type ())

/* The team's server: connected to, looked after, and left. */
G_DECLARE_FINAL_TYPE (KqSyncWindow, kq_sync_window, KQ, SYNC_WINDOW, KqToolWindow)

GtkWidget *kq_sync_window_new (KqLibrary *library,
                               KqSync    *sync);

G_END_DECLS
