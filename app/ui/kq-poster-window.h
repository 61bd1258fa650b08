/* kq-poster-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-document.h"
#include "kq-tool-window.h"

G_BEGIN_DECLS

#define KQ_TYPE_POSTER_WINDOW (kq_poster_window_get_type ())

/* Saves the poster of a member card, and the code that is on it. */
G_DECLARE_FINAL_TYPE (KqPosterWindow, kq_poster_window, KQ, POSTER_WINDOW, KqToolWindow)

GtkWidget *kq_poster_window_new (KqDocument *document,
                                 KqObject   *card);

G_END_DECLS
