/* kq-library-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-application.h"

G_BEGIN_DECLS

#define KQ_TYPE_LIBRARY_WINDOW (kq_library_window_get_type ())

/* The campaigns of the library: to find, to open, to put away. Where one begins. */
G_DECLARE_FINAL_TYPE (KqLibraryWindow, kq_library_window, KQ, LIBRARY_WINDOW, AdwApplicationWindow)

GtkWidget *kq_library_window_new            (KqApplication   *application);
void       kq_library_window_follow_library (KqLibraryWindow *self);
void       kq_library_window_toast          (KqLibraryWindow *self,
                                             const char      *text);
void       kq_library_window_show_error     (KqLibraryWindow *self,
                                             const char      *title,
                                             const char      *reason);

G_END_DECLS
