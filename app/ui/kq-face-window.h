/* kq-face-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-document.h"
#include "kq-tool-window.h"

G_BEGIN_DECLS

#define KQ_TYPE_FACE_WINDOW (kq_face_window_get_type ())

/* Makes a card face, for those who have no designer. */
G_DECLARE_FINAL_TYPE (KqFaceWindow, kq_face_window, KQ, FACE_WINDOW, KqToolWindow)

GtkWidget *kq_face_window_new (KqDocument *document,
                               KqObject   *object,
                               guint       field);

G_END_DECLS
