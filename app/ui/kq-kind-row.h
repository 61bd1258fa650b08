/* kq-kind-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-kind-set.h"

G_BEGIN_DECLS

#define KQ_TYPE_KIND_ROW (kq_kind_row_get_type ())

/* One kind of image: whether it is wanted, which part of the picture it keeps,
 * and how that looks. Signal “wanted” when it is, or isn't any more. */
G_DECLARE_FINAL_TYPE (KqKindRow, kq_kind_row, KQ, KIND_ROW, AdwActionRow)

GtkWidget *kq_kind_row_new         (const KqImageKind *kind);
void       kq_kind_row_set_picture (KqKindRow         *self,
                                    GBytes            *picture);
gboolean   kq_kind_row_is_wanted   (KqKindRow         *self);
void       kq_kind_row_add_to      (KqKindRow         *self,
                                    KqKindSet         *set);

G_END_DECLS
