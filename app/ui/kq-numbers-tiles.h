/* kq-numbers-tiles.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-funnel.h"

G_BEGIN_DECLS

#define KQ_TYPE_NUMBERS_TILES (kq_numbers_tiles_get_type ())

/* The figures of a period at a glance. */
G_DECLARE_FINAL_TYPE (KqNumbersTiles, kq_numbers_tiles, KQ, NUMBERS_TILES, AdwBin)

GtkWidget *kq_numbers_tiles_new  (void);
void       kq_numbers_tiles_show (KqNumbersTiles *self,
                                  const KqFunnel *now,
                                  const KqFunnel *before,
                                  const char     *currency);

G_END_DECLS
