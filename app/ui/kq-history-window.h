/* kq-history-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_HISTORY_WINDOW (kq_history_window_get_type ())

/* The saved versions of a campaign: to compare with today, to look at, and to
 * bring back. Signal “brought-back” (const char *title). */
G_DECLARE_FINAL_TYPE (KqHistoryWindow, kq_history_window, KQ, HISTORY_WINDOW, AdwWindow)

GtkWidget *kq_history_window_new (GtkWindow  *parent,
                                  KqLibrary  *library,
                                  KqDocument *document);

G_END_DECLS
