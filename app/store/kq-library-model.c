/* kq-library-model.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-model-private.h"

#include <string.h>

#include "kq-library-item-private.h"

/**
 * KqLibraryModel:
 *
 * A list of the library's campaigns that follows it.
 */
enum {
  PROP_0,
  PROP_SEARCH,
  PROP_SORT,
  PROP_FLAGS,
  PROP_LOADING,
  PROP_N_CAMPAIGNS,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return KQ_TYPE_LIBRARY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return KQ_LIBRARY_MODEL (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  KqLibraryModel *self = KQ_LIBRARY_MODEL (model);

  return position < self->shown->len ? g_object_ref (g_ptr_array_index (self->shown, position))
                                     : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KqLibraryModel, kq_library_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* What is shown */

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_names (KqLibraryItem *a,
               KqLibraryItem *b)
{
  int order = strcmp (kq_library_item_get_key (a), kq_library_item_get_key (b));

  return order != 0 ? order : strcmp (kq_library_item_get_id (a), kq_library_item_get_id (b));
}

/* The least of all seconds is that of no time. */
static int
compare_by (KqLibrarySort  sort,
            KqLibraryItem *a,
            KqLibraryItem *b)
{
  switch (sort)
    {
    case KQ_LIBRARY_SORT_UPDATED:
      return compare_numbers (kq_library_item_get_updated (b), kq_library_item_get_updated (a));
    case KQ_LIBRARY_SORT_START:
      return compare_numbers (kq_library_item_get_start (b).seconds,
                              kq_library_item_get_start (a).seconds);
    case KQ_LIBRARY_SORT_ERRORS:
      return compare_numbers (kq_library_item_get_errors (b), kq_library_item_get_errors (a));
    case KQ_LIBRARY_SORT_NAME:
    default:
      return 0;
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  KqLibraryModel *self = data;
  KqLibraryItem *left = *(KqLibraryItem * const *) a, *right = *(KqLibraryItem * const *) b;
  int order = compare_by (self->sort, left, right);

  return order != 0 ? order : compare_names (left, right);
}

static gboolean
is_of_state (KqLibraryModel *self,
             KqLibraryItem  *item)
{
  return (self->flags & 1u << kq_library_item_get_state (item)) != 0;
}

static gboolean
is_shown (KqLibraryModel *self,
          KqLibraryItem  *item)
{
  return is_of_state (self, item) &&
         (self->found == NULL || g_hash_table_contains (self->found, kq_library_item_get_id (item)));
}

static void
set_n_campaigns (KqLibraryModel *self,
                 guint           n)
{
  if (self->n_campaigns == n)
    return;

  self->n_campaigns = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CAMPAIGNS]);
}

static GPtrArray *
choose_items (KqLibraryModel *self,
              guint          *n_campaigns)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  *n_campaigns = 0;
  for (guint i = 0; i < self->sorted->len; i++)
    {
      KqLibraryItem *item = g_ptr_array_index (self->sorted, i);

      *n_campaigns += is_of_state (self, item);
      if (is_shown (self, item))
        g_ptr_array_add (shown, g_object_ref (item));
    }

  return shown;
}

/* From the first that differs to the last that does, at once. */
void
kq_library_model_show (KqLibraryModel *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->shown);
  guint start = 0, end = 0, shorter, n_campaigns;

  self->shown = choose_items (self, &n_campaigns);
  shorter = MIN (old->len, self->shown->len);
  while (start < shorter &&
         g_ptr_array_index (old, start) == g_ptr_array_index (self->shown, start))
    start++;
  while (end < shorter - start &&
         g_ptr_array_index (old, old->len - 1 - end) ==
         g_ptr_array_index (self->shown, self->shown->len - 1 - end))
    end++;

  if (old->len != start + end || self->shown->len != start + end)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                self->shown->len - start - end);
  set_n_campaigns (self, n_campaigns);
}

void
kq_library_model_sort_items (KqLibraryModel *self)
{
  g_ptr_array_sort_with_data (self->sorted, compare_items, self);
}

/* Two lists that are in order become one. */
static void
merge (KqLibraryModel *self,
       GPtrArray      *left,
       GPtrArray      *right)
{
  guint i = 0, j = 0;

  while (i < left->len || j < right->len)
    {
      gboolean is_left = j == right->len ||
                         (i < left->len &&
                          compare_items (&left->pdata[i], &right->pdata[j], self) <= 0);

      g_ptr_array_add (self->sorted, is_left ? left->pdata[i++] : right->pdata[j++]);
    }
}

/**
 * kq_library_model_place_items:
 * @self: a model
 * @changed: (element-type KqLibraryItem): those that may be out of their places
 *
 * Brings them there. The others are in order already: to sort them all with each
 * change of one would be most of what a change costs.
 */
void
kq_library_model_place_items (KqLibraryModel *self,
                              GHashTable     *changed)
{
  gsize n_items;
  g_autofree gpointer *items = g_ptr_array_steal (self->sorted, &n_items);
  g_autoptr (GPtrArray) still = g_ptr_array_sized_new (n_items);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  for (gsize i = 0; i < n_items; i++)
    g_ptr_array_add (g_hash_table_contains (changed, items[i]) ? moved : still, items[i]);
  g_ptr_array_sort_with_data (moved, compare_items, self);
  merge (self, still, moved);
}

void
kq_library_model_set_loading (KqLibraryModel *self,
                              gboolean        loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* @error: (transfer full) (nullable) */
void
kq_library_model_take_error (KqLibraryModel *self,
                             GError         *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
kq_library_model_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  KqLibraryModel *self = KQ_LIBRARY_MODEL (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_SORT:
      g_value_set_int (value, self->sort);
      break;
    case PROP_FLAGS:
      g_value_set_uint (value, self->flags);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_N_CAMPAIGNS:
      g_value_set_uint (value, self->n_campaigns);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_library_model_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  KqLibraryModel *self = KQ_LIBRARY_MODEL (object);

  switch (id)
    {
    case PROP_SEARCH:
      kq_library_model_set_search (self, g_value_get_string (value));
      break;
    case PROP_SORT:
      kq_library_model_set_sort (self, g_value_get_int (value));
      break;
    case PROP_FLAGS:
      kq_library_model_set_flags (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_library_model_dispose (GObject *object)
{
  KqLibraryModel *self = KQ_LIBRARY_MODEL (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kq_library_model_parent_class)->dispose (object);
}

static void
kq_library_model_finalize (GObject *object)
{
  KqLibraryModel *self = KQ_LIBRARY_MODEL (object);

  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->sorted);
  g_ptr_array_unref (self->shown);
  g_free (self->search);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (kq_library_model_parent_class)->finalize (object);
}

static void
kq_library_model_class_init (KqLibraryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = kq_library_model_get_property;
  object_class->set_property = kq_library_model_set_property;
  object_class->dispose = kq_library_model_dispose;
  object_class->finalize = kq_library_model_finalize;

  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", writable);
  properties[PROP_SORT] = g_param_spec_int ("sort", NULL, NULL, 0, KQ_LIBRARY_SORT_ERRORS, 0,
                                            writable);
  properties[PROP_FLAGS] = g_param_spec_uint ("flags", NULL, NULL, 0, KQ_LIBRARY_LIST_ALL,
                                              KQ_LIBRARY_LIST_ACTIVE, writable);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, readable);
  properties[PROP_N_CAMPAIGNS] = g_param_spec_uint ("n-campaigns", NULL, NULL, 0, G_MAXUINT, 0,
                                                    readable);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kq_library_model_init (KqLibraryModel *self)
{
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->sorted = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->search = g_strdup ("");
  self->flags = KQ_LIBRARY_LIST_ACTIVE;
  self->loading = TRUE;
  self->change = -1;
}

/**
 * kq_library_model_new:
 * @library: a library
 *
 * Returns: (transfer full): a list of its campaigns, which is empty until they
 *   are read
 */
KqLibraryModel *
kq_library_model_new (KqLibrary *library)
{
  KqLibraryModel *self;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);

  self = g_object_new (KQ_TYPE_LIBRARY_MODEL, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_swapped (library, "changed", G_CALLBACK (kq_library_model_read), self);
  kq_library_model_read (self);

  return self;
}

/**
 * kq_library_model_get_library:
 * @self: a model
 *
 * Returns: (transfer none): its library
 */
KqLibrary *
kq_library_model_get_library (KqLibraryModel *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_MODEL (self), NULL);

  return self->library;
}

/**
 * kq_library_model_get_search:
 * @self: a model
 *
 * Returns: (transfer none): what is searched for, "" for nothing
 */
const char *
kq_library_model_get_search (KqLibraryModel *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_MODEL (self), NULL);

  return self->search;
}

/**
 * kq_library_model_set_search:
 * @self: a model
 * @search: (nullable): words
 *
 * Shows only campaigns that hold all of the words.
 */
void
kq_library_model_set_search (KqLibraryModel *self,
                             const char     *search)
{
  const char *text = search != NULL ? search : "";

  g_return_if_fail (KQ_IS_LIBRARY_MODEL (self));

  if (g_str_equal (self->search, text))
    return;

  g_free (self->search);
  self->search = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
  kq_library_model_find_words (self);
}

/**
 * kq_library_model_get_sort:
 * @self: a model
 *
 * Returns: its order
 */
KqLibrarySort
kq_library_model_get_sort (KqLibraryModel *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_MODEL (self), KQ_LIBRARY_SORT_UPDATED);

  return self->sort;
}

/**
 * kq_library_model_set_sort:
 * @self: a model
 * @sort: an order
 *
 * Orders the campaigns.
 */
void
kq_library_model_set_sort (KqLibraryModel *self,
                           KqLibrarySort   sort)
{
  g_return_if_fail (KQ_IS_LIBRARY_MODEL (self));

  if (self->sort == sort)
    return;

  self->sort = sort;
  kq_library_model_sort_items (self);
  kq_library_model_show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

/**
 * kq_library_model_get_flags:
 * @self: a model
 *
 * Returns: which states are shown
 */
KqLibraryListFlags
kq_library_model_get_flags (KqLibraryModel *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_MODEL (self), 0);

  return self->flags;
}

/**
 * kq_library_model_set_flags:
 * @self: a model
 * @flags: which states to show
 *
 * Shows only campaigns of these states.
 */
void
kq_library_model_set_flags (KqLibraryModel     *self,
                            KqLibraryListFlags  flags)
{
  g_return_if_fail (KQ_IS_LIBRARY_MODEL (self));

  if (self->flags == flags)
    return;

  self->flags = flags;
  kq_library_model_show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FLAGS]);
}

/**
 * kq_library_model_is_loading:
 * @self: a model
 *
 * Returns: whether the list isn't yet what it is asked to be
 */
gboolean
kq_library_model_is_loading (KqLibraryModel *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_MODEL (self), FALSE);

  return self->loading;
}

/**
 * kq_library_model_get_n_campaigns:
 * @self: a model
 *
 * Returns: how many campaigns there are of the states that are shown, found or
 *   not
 */
guint
kq_library_model_get_n_campaigns (KqLibraryModel *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_MODEL (self), 0);

  return self->n_campaigns;
}

/**
 * kq_library_model_get_error:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): why the library couldn't be read the last
 *   time
 */
const GError *
kq_library_model_get_error (KqLibraryModel *self)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_MODEL (self), NULL);

  return self->error;
}

/**
 * kq_library_model_find:
 * @self: a model
 * @id: a campaign's id
 *
 * Returns: (transfer none) (nullable): its item, shown or not
 */
KqLibraryItem *
kq_library_model_find (KqLibraryModel *self,
                       const char     *id)
{
  g_return_val_if_fail (KQ_IS_LIBRARY_MODEL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->items, id);
}
