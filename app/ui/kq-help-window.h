/* kq-help-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KQ_TYPE_HELP_WINDOW (kq_help_window_get_type ())

G_DECLARE_FINAL_TYPE (KqHelpWindow, kq_help_window, KQ, HELP_WINDOW, AdwWindow)

GtkWidget *kq_help_window_new (GtkWindow  *parent,
                               const char *section);

G_END_DECLS
