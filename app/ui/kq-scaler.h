/* kq-scaler.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_SCALER (kq_scaler_get_type ())

/* Shows its child at a size of its own, scaled to the room that there is. */
G_DECLARE_FINAL_TYPE (KqScaler, kq_scaler, KQ, SCALER, GtkWidget)

GtkWidget *kq_scaler_new               (GtkWidget *child,
                                        int        width,
                                        int        height);
void       kq_scaler_set_natural_scale (KqScaler  *self,
                                        float      scale);

G_END_DECLS
