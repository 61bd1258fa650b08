/* kq-list-pane-layout.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_LIST_PANE_LAYOUT (kq_list_pane_layout_get_type ())

/* One below the other: the first as high as it needs, the second too but at
 * most 40 % of the whole, the last what is left. */
G_DECLARE_FINAL_TYPE (KqListPaneLayout, kq_list_pane_layout, KQ, LIST_PANE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *kq_list_pane_layout_new (void);

G_END_DECLS
