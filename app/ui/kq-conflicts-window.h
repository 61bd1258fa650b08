/* kq-conflicts-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-reconciler.h"

G_BEGIN_DECLS

#define KQ_TYPE_CONFLICTS_WINDOW (kq_conflicts_window_get_type ())

/* Asks what counts where two sides changed the same. */
G_DECLARE_FINAL_TYPE (KqConflictsWindow, kq_conflicts_window, KQ, CONFLICTS_WINDOW, AdwWindow)

GtkWidget *kq_conflicts_window_new (GtkWindow    *parent,
                                    KqDocument   *document,
                                    KqReconciler *reconciler);

G_END_DECLS
