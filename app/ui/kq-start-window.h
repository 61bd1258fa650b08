/* kq-start-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KQ_TYPE_START_WINDOW (kq_start_window_get_type ())

/* Where one begins: new, open, recent files, samples; and what couldn't be
 * opened. */
G_DECLARE_FINAL_TYPE (KqStartWindow, kq_start_window, KQ, START_WINDOW, AdwApplicationWindow)

GtkWidget *kq_start_window_new        (GtkApplication *application);
void       kq_start_window_show_error (KqStartWindow  *self,
                                       GFile          *file,
                                       const char     *reason);

G_END_DECLS
