/* kq-wrap-box.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_WRAP_BOX (kq_wrap_box_get_type ())

/* A horizontal box that goes on in another line where the least of its children
 * have no room side by side. Property “spacing”, in logical pixels. */
G_DECLARE_FINAL_TYPE (KqWrapBox, kq_wrap_box, KQ, WRAP_BOX, GtkWidget)

GtkWidget *kq_wrap_box_new    (int        spacing);
void       kq_wrap_box_append (KqWrapBox *self,
                               GtkWidget *child);

G_END_DECLS
