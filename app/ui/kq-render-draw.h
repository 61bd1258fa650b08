/* kq-render-draw.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-pictures.h"
#include "kq-view.h"

G_BEGIN_DECLS

GBytes *kq_render_draw (KqView      *view,
                        KqPictures  *pictures,
                        int          scale,
                        GError     **error);

G_END_DECLS
