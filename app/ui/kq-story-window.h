/* kq-story-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"
#include "kq-view-query.h"

G_BEGIN_DECLS

#define KQ_TYPE_STORY_WINDOW (kq_story_window_get_type ())

/* Phones side by side: one a persona, or one a moment. */
G_DECLARE_FINAL_TYPE (KqStoryWindow, kq_story_window, KQ, STORY_WINDOW, AdwWindow)

GtkWidget *kq_story_window_new (KqDocument        *document,
                                const KqViewQuery *query);

G_END_DECLS
