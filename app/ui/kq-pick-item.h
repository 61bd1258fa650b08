/* kq-pick-item.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define KQ_TYPE_PICK_ITEM (kq_pick_item_get_type ())

/* Something to be picked: properties “label” and “chosen”. */
G_DECLARE_FINAL_TYPE (KqPickItem, kq_pick_item, KQ, PICK_ITEM, GObject)

KqPickItem *kq_pick_item_new        (const char *id,
                                     const char *label,
                                     const char *detail,
                                     gboolean    chosen);
const char *kq_pick_item_get_id     (KqPickItem *self);
const char *kq_pick_item_get_label  (KqPickItem *self);
const char *kq_pick_item_get_detail (KqPickItem *self);
gboolean    kq_pick_item_get_chosen (KqPickItem *self);
void        kq_pick_item_set_chosen (KqPickItem *self,
                                     gboolean    chosen);

G_END_DECLS
