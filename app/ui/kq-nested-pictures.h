/* kq-nested-pictures.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-form.h"
#include "kq-list.h"

G_BEGIN_DECLS

#define KQ_TYPE_NESTED_PICTURES (kq_nested_pictures_get_type ())

/* What makes an object of each picture that a list within a form is given, and
 * says what became of those that it couldn't. */
G_DECLARE_FINAL_TYPE (KqNestedPictures, kq_nested_pictures, KQ, NESTED_PICTURES, AdwBin)

GtkWidget *kq_nested_pictures_new         (const KqNestedSpec *spec,
                                           GtkWidget          *target);
GtkWidget *kq_nested_pictures_make_button (KqNestedPictures   *self);
void       kq_nested_pictures_bind        (KqNestedPictures   *self,
                                           KqDocument         *document,
                                           KqList             *list);
void       kq_nested_pictures_take        (KqNestedPictures   *self,
                                           GPtrArray          *pictures,
                                           guint               first);

G_END_DECLS
