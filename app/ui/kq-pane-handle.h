/* kq-pane-handle.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_PANE_HANDLE (kq_pane_handle_get_type ())

G_DECLARE_FINAL_TYPE (KqPaneHandle, kq_pane_handle, KQ, PANE_HANDLE, GtkWidget)

G_END_DECLS
