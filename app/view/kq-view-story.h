/* kq-view-story.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-view.h"

G_BEGIN_DECLS

/**
 * KqStoryKind:
 * @KQ_STORY_PERSONAS: `personas`, several persons at one moment
 * @KQ_STORY_MOMENTS: `moments`, one person at several moments
 *
 * Along what a story goes.
 */
typedef enum {
  KQ_STORY_PERSONAS,
  KQ_STORY_MOMENTS,
} KqStoryKind;

/**
 * KqStoryFrame:
 * @title: who it is, or when
 * @text: (nullable): what has just changed
 * @view: what that person sees then
 *
 * One phone of a story.
 */
typedef struct {
  char   *title;
  char   *text;
  KqView *view;
} KqStoryFrame;

/* More phones than these fit no sheet of paper. */
#define KQ_STORY_MAX_FRAMES 12

GPtrArray *kq_view_story      (KqCampaign        *campaign,
                               const KqViewQuery *query,
                               KqStoryKind        kind);
void       kq_story_frame_free (KqStoryFrame     *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqStoryFrame, kq_story_frame_free)

G_END_DECLS
