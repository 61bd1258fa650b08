/* kq-story-draw.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-render-draw.h"

G_BEGIN_DECLS

GBytes *kq_story_draw (GPtrArray       *frames,
                       const char      *title,
                       KqPictures      *pictures,
                       KqRenderFormat   format,
                       int              scale,
                       GError         **error);

G_END_DECLS
