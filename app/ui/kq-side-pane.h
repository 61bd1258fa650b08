/* kq-side-pane.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KQ_TYPE_SIDE_PANE (kq_side_pane_get_type ())

G_DECLARE_FINAL_TYPE (KqSidePane, kq_side_pane, KQ, SIDE_PANE, AdwBin)

int  kq_side_pane_get_wanted_width (KqSidePane *self);
void kq_side_pane_set_wanted_width (KqSidePane *self,
                                    int         width);
void kq_side_pane_widen            (KqSidePane *self,
                                    int         by);

G_END_DECLS
