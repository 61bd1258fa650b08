/* kq-tool-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KQ_TYPE_TOOL_WINDOW (kq_tool_window_get_type ())

/* A window in which something is made: groups of rows, a button that makes it,
 * toasts, and what is under way ends with it. */
G_DECLARE_DERIVABLE_TYPE (KqToolWindow, kq_tool_window, KQ, TOOL_WINDOW, AdwWindow)

struct _KqToolWindowClass {
  AdwWindowClass parent_class;
};

AdwPreferencesGroup *kq_tool_window_add_group       (KqToolWindow *self,
                                                     const char   *title);
void                 kq_tool_window_adopt_group     (KqToolWindow        *self,
                                                     AdwPreferencesGroup *group);
void                 kq_tool_window_remove_group    (KqToolWindow        *self,
                                                     AdwPreferencesGroup *group);
GtkWidget           *kq_tool_window_add_button      (KqToolWindow *self,
                                                     const char   *label);
GCancellable        *kq_tool_window_get_cancellable (KqToolWindow *self);
void                 kq_tool_window_cancel          (KqToolWindow *self);
void                 kq_tool_window_toast_undo      (KqToolWindow *self,
                                                     const char   *text,
                                                     GCallback     undo);
void                 kq_tool_window_toast           (KqToolWindow *self,
                                                     const char   *text);

G_END_DECLS
