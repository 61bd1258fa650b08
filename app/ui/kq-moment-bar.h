/* kq-moment-bar.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-time.h"

G_BEGIN_DECLS

#define KQ_TYPE_MOMENT_BAR (kq_moment_bar_get_type ())

/* Where a moment is chosen. Signal “changed” when the user chose another. */
G_DECLARE_FINAL_TYPE (KqMomentBar, kq_moment_bar, KQ, MOMENT_BAR, AdwBin)

GtkWidget *kq_moment_bar_new         (void);
void       kq_moment_bar_set_period  (KqMomentBar *self,
                                      KqTime       from,
                                      KqTime       to);
void       kq_moment_bar_set_zone    (KqMomentBar *self,
                                      GTimeZone   *zone);
void       kq_moment_bar_set_moment  (KqMomentBar *self,
                                      KqTime       moment);
KqTime     kq_moment_bar_get_moment  (KqMomentBar *self);
void       kq_moment_bar_set_changes (KqMomentBar *self,
                                      GPtrArray   *changes);
GtkWidget *kq_moment_bar_get_entry   (KqMomentBar *self);

G_END_DECLS
