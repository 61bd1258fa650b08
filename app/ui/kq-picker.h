/* kq-picker.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-pick-item.h"

G_BEGIN_DECLS

#define KQ_TYPE_PICKER (kq_picker_get_type ())

/* A list to pick from, with a search where it is long. Signal “picked”
 * (KqPickItem *item): the user has chosen @item, or no longer. */
G_DECLARE_FINAL_TYPE (KqPicker, kq_picker, KQ, PICKER, AdwBin)

GtkWidget *kq_picker_new       (gboolean    multiple);
void       kq_picker_set_items (KqPicker   *self,
                                GListModel *items);

G_END_DECLS
