/* kq-list.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-object-private.h"

/**
 * KqList:
 *
 * The children in one field of an object, in their order: a #GListModel that
 * tells one `items-changed` for each change, however large.
 */
struct _KqList {
  GObject     parent_instance;

  KqObject   *owner;    /* (unowned): holds this list */
  guint       field;
  GType       type;
  GPtrArray  *children; /* (owned) (element-type KqObject) */
  GHashTable *by_id;    /* (owned) (nullable): made when first asked for */
  JsonNode   *snapshot; /* (owned) (nullable): sealed, dropped by any change */
};

static GType
kq_list_get_item_type (GListModel *model)
{
  return KQ_LIST (model)->type;
}

static guint
kq_list_get_n_items (GListModel *model)
{
  return KQ_LIST (model)->children->len;
}

static gpointer
kq_list_get_item (GListModel *model,
                  guint       position)
{
  KqList *self = KQ_LIST (model);

  if (position >= self->children->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->children, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = kq_list_get_item_type;
  iface->get_n_items = kq_list_get_n_items;
  iface->get_item = kq_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KqList, kq_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
kq_list_finalize (GObject *object)
{
  KqList *self = KQ_LIST (object);

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->snapshot, json_node_unref);

  G_OBJECT_CLASS (kq_list_parent_class)->finalize (object);
}

static void
kq_list_class_init (KqListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_list_finalize;
}

static void
kq_list_init (KqList *self)
{
  self->children = g_ptr_array_new_with_free_func (g_object_unref);
}

KqList *
kq_list_new (KqObject *owner,
             guint     field,
             GType     type)
{
  KqList *self = g_object_new (KQ_TYPE_LIST, NULL);

  self->owner = owner;
  self->field = field;
  self->type = type;

  return self;
}

GType
kq_list_get_child_type (KqList *self)
{
  return self->type;
}

/* All children at once, for those who look at ten thousand after each edit. */
KqObject * const *
kq_list_peek (KqList *self,
              guint  *n_children)
{
  *n_children = self->children->len;

  return (KqObject * const *) self->children->pdata;
}

JsonNode *
kq_list_get_snapshot (KqList *self)
{
  return self->snapshot;
}

void
kq_list_set_snapshot (KqList   *self,
                      JsonNode *snapshot)
{
  if (snapshot != NULL)
    json_node_ref (snapshot);
  g_clear_pointer (&self->snapshot, json_node_unref);
  self->snapshot = snapshot;
}

/* An id in the list has changed. */
void
kq_list_forget_ids (KqList *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
}

/* The owner goes away, while others may still hold the list. */
void
kq_list_dispose_items (KqList *self)
{
  guint n = self->children->len;

  if (self->owner != NULL)
    kq_object_drop_snapshot (self->owner);
  self->owner = NULL;
  for (guint i = 0; i < n; i++)
    kq_object_set_parent (g_ptr_array_index (self->children, i), NULL, KQ_NO_FIELD);
  g_ptr_array_set_size (self->children, 0);
  kq_list_forget_ids (self);
  kq_list_set_snapshot (self, NULL);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

/* What stood in the list stands in it no more, or something else does. */
static void
kq_list_changed (KqList *self,
                 guint   position,
                 guint   removed,
                 guint   added)
{
  kq_list_forget_ids (self);
  kq_list_set_snapshot (self, NULL);
  if (self->owner != NULL)
    kq_object_drop_snapshot (self->owner);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (self->owner != NULL)
    kq_object_touch (self->owner, self->field);
}

/**
 * kq_list_get_length:
 * @self: a list
 *
 * Returns: how many children it has
 */
guint
kq_list_get_length (KqList *self)
{
  g_return_val_if_fail (KQ_IS_LIST (self), 0);

  return self->children->len;
}

/**
 * kq_list_get:
 * @self: a list
 * @position: a position in it
 *
 * Returns: (transfer none): the child there
 */
KqObject *
kq_list_get (KqList *self,
             guint   position)
{
  g_return_val_if_fail (KQ_IS_LIST (self), NULL);
  g_return_val_if_fail (position < self->children->len, NULL);

  return g_ptr_array_index (self->children, position);
}

/**
 * kq_list_get_owner:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the object that holds the list
 */
KqObject *
kq_list_get_owner (KqList *self)
{
  g_return_val_if_fail (KQ_IS_LIST (self), NULL);

  return self->owner;
}

/**
 * kq_list_find:
 * @self: a list
 * @id: an id, or a name where the list is a map
 *
 * Finds a child in constant time.
 *
 * Returns: (transfer none) (nullable): the child
 */
KqObject *
kq_list_find (KqList     *self,
              const char *id)
{
  g_return_val_if_fail (KQ_IS_LIST (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (self->by_id == NULL)
    {
      self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = self->children->len; i-- > 0;)
        {
          KqObject *child = g_ptr_array_index (self->children, i);

          g_hash_table_replace (self->by_id, (gpointer) kq_object_get_id (child), child);
        }
    }

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * kq_list_index_of:
 * @self: a list
 * @object: an object
 * @position: (out) (optional): where it is
 *
 * Returns: whether it is in the list
 */
gboolean
kq_list_index_of (KqList   *self,
                  KqObject *object,
                  guint    *position)
{
  guint *hint;

  g_return_val_if_fail (KQ_IS_LIST (self), FALSE);
  g_return_val_if_fail (KQ_IS_OBJECT (object), FALSE);

  /* Each child remembers where it was last seen. When one is wrong, most of
   * those behind it are: all are set right, so that asking for the places of
   * a whole list stays linear. */
  hint = &kq_object_priv (object)->position;
  if (*hint >= self->children->len || g_ptr_array_index (self->children, *hint) != object)
    for (guint i = 0; i < self->children->len; i++)
      kq_object_priv (g_ptr_array_index (self->children, i))->position = i;
  if (*hint >= self->children->len || g_ptr_array_index (self->children, *hint) != object)
    return FALSE;

  if (position != NULL)
    *position = *hint;

  return TRUE;
}

/**
 * kq_list_new_id:
 * @self: a list
 * @prefix: how the id begins
 *
 * An id that is free here, and all but surely on a colleague's desktop too.
 *
 * Returns: (transfer full): the id
 */
char *
kq_list_new_id (KqList     *self,
                const char *prefix)
{
  g_return_val_if_fail (KQ_IS_LIST (self), NULL);
  g_return_val_if_fail (prefix != NULL, NULL);

  for (;;)
    {
      g_autofree char *id = g_strdup_printf ("%s-%08x", prefix, g_random_int ());

      if (kq_list_find (self, id) == NULL)
        return g_steal_pointer (&id);
    }
}

/**
 * kq_list_append:
 * @self: a list
 * @object: an object that is nowhere else
 *
 * Puts @object at the end.
 */
void
kq_list_append (KqList   *self,
                KqObject *object)
{
  g_return_if_fail (KQ_IS_LIST (self));

  kq_list_insert (self, self->children->len, object);
}

/* What is in a map has a name that is its own. */
static gboolean
fits_map (KqList   *self,
          KqObject *object)
{
  const char *name = kq_object_priv (object)->name;

  if (self->owner == NULL || kq_object_get_field (self->owner, self->field)->kind != KQ_FIELD_MAP)
    return TRUE;

  return name != NULL && kq_list_find (self, name) == NULL;
}

/**
 * kq_list_insert:
 * @self: a list
 * @position: where
 * @object: an object of the list's type that is nowhere else; in a map only
 *   one that was taken out of it: new ones come by [func@campaign_edit]
 *
 * Puts @object into the list.
 */
void
kq_list_insert (KqList   *self,
                guint     position,
                KqObject *object)
{
  g_return_if_fail (KQ_IS_LIST (self));
  g_return_if_fail (position <= self->children->len);
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (object, self->type));
  g_return_if_fail (kq_object_get_parent (object) == NULL);
  g_return_if_fail (fits_map (self, object));

  g_ptr_array_insert (self->children, position, g_object_ref (object));
  kq_object_set_parent (object, self->owner, self->field);
  kq_list_changed (self, position, 0, 1);
}

/**
 * kq_list_remove:
 * @self: a list
 * @position: which
 *
 * Takes a child out of the list.
 */
void
kq_list_remove (KqList *self,
                guint   position)
{
  g_return_if_fail (KQ_IS_LIST (self));
  g_return_if_fail (position < self->children->len);

  kq_object_set_parent (g_ptr_array_index (self->children, position), NULL, KQ_NO_FIELD);
  g_ptr_array_remove_index (self->children, position);
  kq_list_changed (self, position, 1, 0);
}

/**
 * kq_list_move:
 * @self: a list
 * @from: which child
 * @to: where it will stand
 *
 * Moves a child within the list.
 */
void
kq_list_move (KqList *self,
              guint   from,
              guint   to)
{
  guint first = MIN (from, to), n = MAX (from, to) - first + 1;
  gpointer child;

  g_return_if_fail (KQ_IS_LIST (self));
  g_return_if_fail (from < self->children->len && to < self->children->len);

  if (from == to)
    return;

  child = g_ptr_array_steal_index (self->children, from);
  g_ptr_array_insert (self->children, to, child);
  kq_list_changed (self, first, n, n);
}

/**
 * kq_list_set:
 * @self: a list
 * @objects: (array length=n_objects) (transfer none): all children, in order;
 *   each is in this list already, or nowhere
 * @n_objects: how many
 *
 * Makes the list hold exactly @objects, and tells only of the stretch that
 * differs.
 */
void
kq_list_set (KqList    *self,
             KqObject **objects,
             guint      n_objects)
{
  g_autoptr (GPtrArray) old = NULL;
  guint head = 0, tail = 0;

  g_return_if_fail (KQ_IS_LIST (self));

  if (self->children->len == n_objects &&
      (n_objects == 0 || memcmp (self->children->pdata, objects, n_objects * sizeof *objects) == 0))
    return;

  old = g_steal_pointer (&self->children);
  while (head < MIN (old->len, n_objects) && g_ptr_array_index (old, head) == objects[head])
    head++;
  while (tail < MIN (old->len, n_objects) - head &&
         g_ptr_array_index (old, old->len - 1 - tail) == objects[n_objects - 1 - tail])
    tail++;

  for (guint i = head; i < old->len - tail; i++)
    kq_object_set_parent (g_ptr_array_index (old, i), NULL, KQ_NO_FIELD);

  self->children = g_ptr_array_new_full (n_objects, g_object_unref);
  for (guint i = 0; i < n_objects; i++)
    {
      g_ptr_array_add (self->children, g_object_ref (objects[i]));
      kq_object_set_parent (objects[i], self->owner, self->field);
    }

  kq_list_changed (self, head, old->len - tail - head, n_objects - tail - head);
}
