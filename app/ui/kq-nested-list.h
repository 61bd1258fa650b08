/* kq-nested-list.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-form.h"

G_BEGIN_DECLS

#define KQ_TYPE_NESTED_LIST (kq_nested_list_get_type ())

/* The group of a form that is a list of objects within the form's object: they
 * are added, removed, moved, and each opens its own form. */
G_DECLARE_FINAL_TYPE (KqNestedList, kq_nested_list, KQ, NESTED_LIST, AdwBin)

GtkWidget *kq_nested_list_new    (const KqFormGroup *group);
void       kq_nested_list_bind   (KqNestedList      *self,
                                  KqDocument        *document,
                                  KqObject          *object);
gboolean   kq_nested_list_reveal (KqNestedList      *self,
                                  KqObject          *object,
                                  guint              field);

/* Whether each picture that is dropped on the list makes an object; and of
 * @pictures (element-type KqPictureFile), from @first on. */
gboolean   kq_nested_list_takes_pictures (KqNestedList *self);
void       kq_nested_list_take_pictures  (KqNestedList *self,
                                          GPtrArray    *pictures,
                                          guint         first);

G_END_DECLS
