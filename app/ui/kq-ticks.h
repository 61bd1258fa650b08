/* kq-ticks.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KQ_TYPE_TICKS (kq_ticks_get_type ())

/* Ticks along a slider. */
G_DECLARE_FINAL_TYPE (KqTicks, kq_ticks, KQ, TICKS, GtkWidget)

GtkWidget *kq_ticks_new   (GtkRange     *range);
void       kq_ticks_clear (KqTicks      *self);
void       kq_ticks_add   (KqTicks      *self,
                           double        value);

G_END_DECLS
