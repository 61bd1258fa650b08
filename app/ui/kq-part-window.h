/* kq-part-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-profiles.h"

G_BEGIN_DECLS

#define KQ_TYPE_PART_WINDOW (kq_part_window_get_type ())

/* Which part of a picture is kept for one kind of images. Signal “chosen” once
 * that is said. */
G_DECLARE_FINAL_TYPE (KqPartWindow, kq_part_window, KQ, PART_WINDOW, AdwWindow)

GtkWidget *kq_part_window_new       (GBytes             *picture,
                                     const KqImageKind  *kind,
                                     const GdkRectangle *frame);
void       kq_part_window_get_frame (KqPartWindow       *self,
                                     GdkRectangle       *frame);

G_END_DECLS
