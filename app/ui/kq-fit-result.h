/* kq-fit-result.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_FIT_RESULT (kq_fit_result_get_type ())

/* What a picture becomes: what was made of it, and until that is there the part
 * of the picture that it is made of. */
G_DECLARE_FINAL_TYPE (KqFitResult, kq_fit_result, KQ, FIT_RESULT, GtkWidget)

GtkWidget *kq_fit_result_new         (void);
void       kq_fit_result_set_source  (KqFitResult        *self,
                                      GdkTexture         *texture,
                                      int                 width,
                                      int                 height,
                                      double              ratio);
void       kq_fit_result_set_part    (KqFitResult        *self,
                                      const GdkRectangle *part);
void       kq_fit_result_set_texture (KqFitResult        *self,
                                      GdkTexture         *texture);

G_END_DECLS
