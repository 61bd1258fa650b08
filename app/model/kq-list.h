/* kq-list.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"

G_BEGIN_DECLS

#define KQ_TYPE_LIST (kq_list_get_type ())

G_DECLARE_FINAL_TYPE (KqList, kq_list, KQ, LIST, GObject)

guint     kq_list_get_length (KqList     *self);
KqObject *kq_list_get        (KqList     *self,
                              guint       position);
KqObject *kq_list_find       (KqList     *self,
                              const char *id);
gboolean  kq_list_index_of   (KqList     *self,
                              KqObject   *object,
                              guint      *position);
KqObject *kq_list_get_owner  (KqList     *self);
char     *kq_list_new_id     (KqList     *self,
                              const char *prefix);

void      kq_list_append     (KqList     *self,
                              KqObject   *object);
void      kq_list_insert     (KqList     *self,
                              guint       position,
                              KqObject   *object);
void      kq_list_remove     (KqList     *self,
                              guint       position);
void      kq_list_move       (KqList     *self,
                              guint       from,
                              guint       to);
void      kq_list_set        (KqList     *self,
                              KqObject  **objects,
                              guint       n_objects);

G_END_DECLS
