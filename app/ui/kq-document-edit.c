/* kq-document-edit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-document-edit.h"

#include <glib/gi18n-lib.h>

static KqHistory *
begin_step (KqDocument *self,
            const char *format,
            KqObject   *object)
{
  KqHistory *history = kq_document_get_history (self);
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", kq_object_get_label (object), 1);
  kq_history_begin (history, name->str);

  return history;
}

/* Parts the list into @objects and the others, each in the list's own order.
 * As sets, for a list of ten thousand may be selected as a whole. */
static void
part (KqList     *list,
      GPtrArray  *objects,
      GPtrArray **inside,
      GPtrArray **outside)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < objects->len; i++)
    g_hash_table_add (set, g_ptr_array_index (objects, i));

  *inside = g_ptr_array_new_with_free_func (g_object_unref);
  *outside = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *object = kq_list_get (list, i);

      g_ptr_array_add (g_hash_table_contains (set, object) ? *inside : *outside,
                       g_object_ref (object));
    }
}

/* Puts @some between the objects of @order in front of place @position. */
static void
set_with (KqList    *list,
          GPtrArray *order,
          guint      position,
          GPtrArray *some)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < position; i++)
    g_ptr_array_add (all, g_ptr_array_index (order, i));
  g_ptr_array_extend (all, some, NULL, NULL);
  for (guint i = position; i < order->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (order, i));

  kq_list_set (list, (KqObject **) all->pdata, all->len);
}

/**
 * kq_object_find_list_of:
 * @object: an object
 * @position: (out) (optional): its place in the list
 *
 * Returns: (transfer none) (nullable): the list that it is in
 */
KqList *
kq_object_find_list_of (KqObject *object,
                        guint    *position)
{
  KqObject *parent;

  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);

  parent = kq_object_get_parent (object);
  if (parent == NULL)
    return NULL;

  KQ_FOREACH_FIELD (parent, KQ_KIND (CHILDREN), i)
    {
      KqList *list = kq_object_get_list (parent, i);

      if (g_type_is_a (G_OBJECT_TYPE (object), g_list_model_get_item_type (G_LIST_MODEL (list))) &&
          kq_list_index_of (list, object, position))
        return list;
    }

  return NULL;
}

/**
 * kq_document_insert:
 * @self: a document
 * @list: a list of its campaign
 * @position: where
 * @object: an object that is nowhere else
 *
 * Puts an object into a list.
 */
void
kq_document_insert (KqDocument *self,
                    KqList     *list,
                    guint       position,
                    KqObject   *object)
{
  KqHistory *history;

  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (KQ_IS_OBJECT (object));

  history = begin_step (self, _("add “%s”"), object);
  kq_list_insert (list, position, object);
  kq_history_end (history);
}

/**
 * kq_document_remove:
 * @self: a document
 * @list: a list of its campaign
 * @objects: (element-type KqObject): what to take out of it
 *
 * Takes objects out of a list.
 */
void
kq_document_remove (KqDocument *self,
                    KqList     *list,
                    GPtrArray  *objects)
{
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  KqHistory *history;

  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (objects != NULL);

  part (list, objects, &removed, &kept);
  if (removed->len == 0)
    return;

  history = begin_step (self, _("remove “%s”"), g_ptr_array_index (removed, 0));
  kq_list_set (list, (KqObject **) kept->pdata, kept->len);
  kq_history_end (history);
}

/**
 * kq_document_move:
 * @self: a document
 * @list: a list of its campaign
 * @objects: (element-type KqObject): objects of the list
 * @position: in front of which place of the present order they shall stand
 *   together; the length of the list for its end
 *
 * Moves objects within a list. They keep their order.
 */
void
kq_document_move (KqDocument *self,
                  KqList     *list,
                  GPtrArray  *objects,
                  guint       position)
{
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) others = NULL;
  KqHistory *history;
  guint before = position;

  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (objects != NULL);
  g_return_if_fail (position <= kq_list_get_length (list));

  part (list, objects, &moved, &others);
  if (moved->len == 0)
    return;

  for (guint i = 0; i < moved->len; i++)
    {
      guint place = 0;

      kq_list_index_of (list, g_ptr_array_index (moved, i), &place);
      before -= place < position;
    }

  history = begin_step (self, _("move “%s”"), g_ptr_array_index (moved, 0));
  set_with (list, others, before, moved);
  kq_history_end (history);
}

/**
 * kq_document_step:
 * @self: a document
 * @list: a list of its campaign
 * @objects: (element-type KqObject): objects of the list
 * @step: −1 for up, 1 for down
 *
 * Moves objects by one place, to stand together. At the end of the list they
 * stay.
 */
void
kq_document_step (KqDocument *self,
                  KqList     *list,
                  GPtrArray  *objects,
                  int         step)
{
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) others = NULL;
  guint first = 0, last = 0;

  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (step == -1 || step == 1);

  part (list, objects, &moved, &others);
  if (moved->len == 0)
    return;

  kq_list_index_of (list, g_ptr_array_index (moved, 0), &first);
  kq_list_index_of (list, g_ptr_array_index (moved, moved->len - 1), &last);
  if (step < 0 ? first == 0 : last + 1 == kq_list_get_length (list))
    return;

  kq_document_move (self, list, moved, step < 0 ? first - 1 : last + 2);
}

/**
 * kq_document_duplicate:
 * @self: a document
 * @list: a list of its campaign
 * @objects: (element-type KqObject): objects of the list
 * @id_prefix: how the ids of the copies begin
 *
 * Puts copies of objects behind the last of them.
 *
 * Returns: (transfer full) (element-type KqObject): the copies
 */
GPtrArray *
kq_document_duplicate (KqDocument *self,
                       KqList     *list,
                       GPtrArray  *objects,
                       const char *id_prefix)
{
  g_autoptr (GPtrArray) originals = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) order = NULL;
  GPtrArray *copies;
  KqHistory *history;
  guint last = 0;

  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (objects != NULL && objects->len > 0, NULL);

  part (list, objects, &originals, &others);
  copies = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < originals->len; i++)
    {
      g_autofree char *id = kq_list_new_id (list, id_prefix);

      g_ptr_array_add (copies, kq_object_duplicate (g_ptr_array_index (originals, i), id));
    }

  order = g_ptr_array_new ();
  for (guint i = 0; i < kq_list_get_length (list); i++)
    g_ptr_array_add (order, kq_list_get (list, i));
  kq_list_index_of (list, g_ptr_array_index (originals, originals->len - 1), &last);

  history = begin_step (self, _("duplicate “%s”"), g_ptr_array_index (originals, 0));
  set_with (list, order, last + 1, copies);
  kq_history_end (history);

  return copies;
}
