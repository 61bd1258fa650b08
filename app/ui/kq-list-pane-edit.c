/* kq-list-pane-edit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-list-pane-private.h"

#include <glib/gi18n-lib.h>

#include "kq-object-row.h"

/* What is done to the list and can be undone. */

static KqHistory *
begin_step (KqListPane *self,
            const char *format,
            KqObject   *object)
{
  KqHistory *history = kq_document_get_history (self->document);
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", kq_object_get_label (object), 1);
  kq_history_begin (history, name->str);

  return history;
}

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
  KqHistory *history;

  g_return_if_fail (KQ_IS_LIST_PANE (self));

  if (self->list == NULL)
    return;

  object = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (self->list)), NULL);
  id = kq_list_new_id (self->list, self->spec->id_prefix);
  kq_object_set_text (object, kq_object_find_field (object, "id"), id);
  if (self->spec->prepare != NULL)
    self->spec->prepare (self->document, object);

  history = begin_step (self, _("add “%s”"), object);
  kq_list_append (self->list, object);
  kq_history_end (history);

  kq_list_pane_select (self, object);
}

/**
 * kq_list_pane_duplicate:
 * @self: a list
 *
 * Puts a copy of the selected object behind it, and selects that.
 */
void
kq_list_pane_duplicate (KqListPane *self)
{
  KqObject *object;
  g_autoptr (KqObject) copy = NULL;
  g_autofree char *id = NULL;
  KqHistory *history;
  guint position;

  g_return_if_fail (KQ_IS_LIST_PANE (self));

  object = kq_list_pane_get_selected (self);
  if (object == NULL || !kq_list_index_of (self->list, object, &position))
    return;

  id = kq_list_new_id (self->list, self->spec->id_prefix);
  copy = kq_object_duplicate (object, id);
  history = begin_step (self, _("duplicate “%s”"), object);
  kq_list_insert (self->list, position + 1, copy);
  kq_history_end (history);

  kq_list_pane_select (self, copy);
}

/**
 * kq_list_pane_remove:
 * @self: a list
 *
 * Takes the selected object out, and says so with a way back.
 */
void
kq_list_pane_remove (KqListPane *self)
{
  KqObject *object;
  g_autofree char *title = NULL;
  KqHistory *history;
  guint position;

  g_return_if_fail (KQ_IS_LIST_PANE (self));

  object = kq_list_pane_get_selected (self);
  if (object == NULL || !kq_list_index_of (self->list, object, &position))
    return;

  title = kq_object_row_dup_title (self->spec, self->document, object);
  history = begin_step (self, _("remove “%s”"), object);
  kq_list_remove (self->list, position);
  kq_history_end (history);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-removed", "s", title);
}
