/* kq-render-draw.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-pictures.h"
#include "kq-view.h"

G_BEGIN_DECLS

typedef enum {
  KQ_RENDER_PNG,
  KQ_RENDER_PDF,
} KqRenderFormat;

typedef void (*KqRenderPaint) (cairo_t  *cr,
                               gpointer  data);

GBytes        *kq_render_draw  (KqView          *view,
                                KqPictures      *pictures,
                                int              scale,
                                GError         **error);
GskRenderNode *kq_render_node  (KqView          *view,
                                KqPictures      *pictures);
GBytes        *kq_render_paint (KqRenderPaint    paint,
                                gpointer         data,
                                KqRenderFormat   format,
                                int              width,
                                int              height,
                                int              scale,
                                GError         **error);

G_END_DECLS
