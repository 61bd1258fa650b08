/* kq-list-pane.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kq-list-section.h"

G_BEGIN_DECLS

#define KQ_TYPE_LIST_PANE (kq_list_pane_get_type ())

/* A list of the campaign with a search, and the selected object's form below. */
G_DECLARE_FINAL_TYPE (KqListPane, kq_list_pane, KQ, LIST_PANE, GtkWidget)

GtkWidget *kq_list_pane_new          (const KqListSpec *spec);
void       kq_list_pane_set_document (KqListPane       *self,
                                      KqDocument       *document);
KqObject  *kq_list_pane_get_selected (KqListPane       *self);
gboolean   kq_list_pane_contains     (KqListPane       *self,
                                      KqObject         *object);

void       kq_list_pane_reveal       (KqListPane       *self,
                                      KqObject         *object,
                                      guint             field);
void       kq_list_pane_add          (KqListPane       *self);
void       kq_list_pane_duplicate    (KqListPane       *self);
void       kq_list_pane_make_next    (KqListPane       *self);
void       kq_list_pane_move         (KqListPane       *self,
                                      int               step);
void       kq_list_pane_remove       (KqListPane       *self);
void       kq_list_pane_search       (KqListPane       *self);

G_END_DECLS
