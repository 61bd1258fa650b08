/* kq-list-pane-edit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-list-pane-private.h"

#include <glib/gi18n-lib.h>

#include "kq-document-edit.h"
#include "kq-object-row.h"

/* What is done to the list and can be undone. */

/**
 * kq_list_pane_add:
 * @self: a list
 *
 * Adds an object with the values that a new one starts with, and selects it.
 */
void
kq_list_pane_add (KqListPane *self)
{
  g_autoptr (KqObject) object = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (KQ_IS_LIST_PANE (self));

  if (self->list == NULL)
    return;

  object = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (self->list)), NULL);
  id = kq_list_new_id (self->list, self->spec->id_prefix);
  kq_object_set_text (object, kq_object_find_field (object, "id"), id);
  if (self->spec->prepare != NULL)
    self->spec->prepare (self->document, object);

  kq_document_insert (self->document, self->list, kq_list_get_length (self->list), object);
  kq_list_pane_select_object (self, object);
}

/**
 * kq_list_pane_duplicate:
 * @self: a list
 *
 * Puts copies of what is selected behind it, and selects these.
 */
void
kq_list_pane_duplicate (KqListPane *self)
{
  g_autoptr (GPtrArray) objects = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  g_return_if_fail (KQ_IS_LIST_PANE (self));

  objects = kq_list_pane_dup_chosen (self);
  if (objects->len == 0)
    return;

  copies = kq_document_duplicate (self->document, self->list, objects, self->spec->id_prefix);
  kq_list_pane_select (self, copies);
}

/**
 * kq_list_pane_make_next:
 * @self: a list of coupons
 *
 * Adds the next one of the selected coupon's series, and selects it.
 */
void
kq_list_pane_make_next (KqListPane *self)
{
  g_autoptr (KqObject) next = NULL;
  g_autofree char *id = NULL;
  KqObject *last;
  guint position = 0;

  g_return_if_fail (KQ_IS_LIST_PANE (self));

  if (self->chosen->len == 0 || self->spec->dup_next == NULL)
    return;

  id = kq_list_new_id (self->list, self->spec->id_prefix);
  next = self->spec->dup_next (self->document, kq_list_pane_get_selected (self), id, &last);
  kq_list_index_of (self->list, last, &position);
  kq_document_insert (self->document, self->list, position + 1, next);
  kq_list_pane_select_object (self, next);
}

/**
 * kq_list_pane_move:
 * @self: a list
 * @step: −1 for up, 1 for down
 *
 * Moves what is selected by one place.
 */
void
kq_list_pane_move (KqListPane *self,
                   int         step)
{
  g_autoptr (GPtrArray) objects = NULL;

  g_return_if_fail (KQ_IS_LIST_PANE (self));

  objects = kq_list_pane_dup_chosen (self);
  if (objects->len > 0)
    kq_document_step (self->document, self->list, objects, step);
}

static char *
describe_removed (KqListPane *self,
                  GPtrArray  *objects)
{
  g_autofree char *title = NULL;

  if (objects->len > 1)
    return g_strdup_printf (ngettext ("%u object removed", "%u objects removed", objects->len),
                            objects->len);

  title = kq_object_row_dup_title (self->spec, self->document, g_ptr_array_index (objects, 0));

  return g_strdup_printf (_("“%s” removed"), title);
}

/**
 * kq_list_pane_remove:
 * @self: a list
 *
 * Takes what is selected out, and says so with a way back.
 */
void
kq_list_pane_remove (KqListPane *self)
{
  g_autoptr (GPtrArray) objects = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (KQ_IS_LIST_PANE (self));

  objects = kq_list_pane_dup_chosen (self);
  if (objects->len == 0)
    return;

  text = describe_removed (self, objects);
  kq_document_remove (self->document, self->list, objects);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-removed", "s", text);
}
