/* kq-object-row.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-list-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_OBJECT_ROW (kq_object_row_get_type ())

/* An object in a list: its name, what is said of it, platform and findings. */
G_DECLARE_FINAL_TYPE (KqObjectRow, kq_object_row, KQ, OBJECT_ROW, GtkWidget)

GtkWidget *kq_object_row_new        (const KqListSpec *spec);
void       kq_object_row_set_object (KqObjectRow      *self,
                                     KqDocument       *document,
                                     KqObject         *object);
KqObject  *kq_object_row_get_object (KqObjectRow      *self);

char      *kq_object_row_dup_title  (const KqListSpec *spec,
                                     KqDocument       *document,
                                     KqObject         *object);
char      *kq_object_row_dup_text   (const KqListSpec *spec,
                                     KqDocument       *document,
                                     KqObject         *object);

G_END_DECLS
