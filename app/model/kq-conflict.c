/* kq-conflict.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-conflict.h"
#include "kq-format.h"
#include "kq-id-pointer.h"
#include "kq-json.h"
#include "kq-merge-private.h"

/**
 * KqConflict:
 *
 * A place in which a merge couldn't follow both sides, with what each of them
 * has there.
 */
struct _KqConflict {
  GObject         parent_instance;

  KqConflictKind  kind;
  char           *pointer;  /* (owned) */
  JsonNode       *base;     /* (owned) (nullable) */
  JsonNode       *mine;     /* (owned) (nullable) */
  JsonNode       *theirs;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (KqConflict, kq_conflict, G_TYPE_OBJECT)

static void
kq_conflict_finalize (GObject *object)
{
  KqConflict *self = KQ_CONFLICT (object);

  g_free (self->pointer);
  g_clear_pointer (&self->base, json_node_unref);
  g_clear_pointer (&self->mine, json_node_unref);
  g_clear_pointer (&self->theirs, json_node_unref);

  G_OBJECT_CLASS (kq_conflict_parent_class)->finalize (object);
}

static void
kq_conflict_class_init (KqConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_conflict_finalize;
}

static void
kq_conflict_init (KqConflict *self)
{
}

static JsonNode *
keep (JsonNode *node)
{
  if (node == NULL)
    return NULL;

  json_node_seal (node);

  return json_node_ref (node);
}

/**
 * kq_conflict_new:
 * @kind: what it is
 * @pointer: where, elements of lists named by their ids
 * @base: (nullable): what both sides come from; %NULL where there was nothing
 * @mine: (nullable): what one side has
 * @theirs: (nullable): what the other has
 *
 * Also for a conflict that was stored. The nodes are sealed.
 *
 * Returns: (transfer full): a conflict
 */
KqConflict *
kq_conflict_new (KqConflictKind  kind,
                 const char     *pointer,
                 JsonNode       *base,
                 JsonNode       *mine,
                 JsonNode       *theirs)
{
  KqConflict *self;

  g_return_val_if_fail (pointer != NULL, NULL);

  self = g_object_new (KQ_TYPE_CONFLICT, NULL);
  self->kind = kind;
  self->pointer = g_strdup (pointer);
  self->base = keep (base);
  self->mine = keep (mine);
  self->theirs = keep (theirs);

  return self;
}

/**
 * kq_conflict_get_kind:
 * @self: a conflict
 *
 * Returns: what it is
 */
KqConflictKind
kq_conflict_get_kind (KqConflict *self)
{
  g_return_val_if_fail (KQ_IS_CONFLICT (self), KQ_CONFLICT_VALUE);

  return self->kind;
}

/**
 * kq_conflict_get_pointer:
 * @self: a conflict
 *
 * Returns: (transfer none): where it is: a JSON Pointer in which elements of
 *   lists are named by their ids; see [func@id_pointer_describe]
 */
const char *
kq_conflict_get_pointer (KqConflict *self)
{
  g_return_val_if_fail (KQ_IS_CONFLICT (self), NULL);

  return self->pointer;
}

/**
 * kq_conflict_get_base:
 * @self: a conflict
 *
 * Returns: (transfer none) (nullable): what both sides come from; %NULL where
 *   there was nothing, or a field's default
 */
JsonNode *
kq_conflict_get_base (KqConflict *self)
{
  g_return_val_if_fail (KQ_IS_CONFLICT (self), NULL);

  return self->base;
}

/**
 * kq_conflict_get_mine:
 * @self: a conflict
 *
 * Returns: (transfer none) (nullable): what one side has; %NULL as for base
 */
JsonNode *
kq_conflict_get_mine (KqConflict *self)
{
  g_return_val_if_fail (KQ_IS_CONFLICT (self), NULL);

  return self->mine;
}

/**
 * kq_conflict_get_theirs:
 * @self: a conflict
 *
 * Returns: (transfer none) (nullable): what the other has; %NULL as for base
 */
JsonNode *
kq_conflict_get_theirs (KqConflict *self)
{
  g_return_val_if_fail (KQ_IS_CONFLICT (self), NULL);

  return self->theirs;
}

/**
 * kq_conflict_is_note:
 * @self: a conflict
 *
 * Returns: whether it only says what was done, and nobody need decide
 */
gboolean
kq_conflict_is_note (KqConflict *self)
{
  g_return_val_if_fail (KQ_IS_CONFLICT (self), FALSE);

  return self->kind == KQ_CONFLICT_KEPT_EDITED || self->kind == KQ_CONFLICT_KEPT_USED;
}

static JsonNode *
array_of (GPtrArray *keys,
          KqKeyed   *keyed)
{
  g_autoptr (JsonArray) array = json_array_sized_new (keys->len);

  for (guint i = 0; i < keys->len; i++)
    json_array_add_element (array, json_node_ref (kq_keyed_get (keyed, g_ptr_array_index (keys, i))));

  return json_node_init_array (json_node_alloc (), array);
}

static gboolean
is_list_of_texts (JsonNode *node)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (json_node_get_value_type (element) != G_TYPE_STRING || kq_json_node_is_number (element))
        return FALSE;
    }

  return TRUE;
}

/* The list in the order of the keys in @value. What came since stands behind
 * what it stands behind now, what is gone stays so. */
static JsonNode *
reorder (KqConflict  *self,
         KqKeyed     *keyed,
         JsonNode    *value,
         GError     **error)
{
  g_autoptr (KqKeyed) wanted = NULL;
  g_autoptr (GPtrArray) keys = NULL;

  if (value != NULL && is_list_of_texts (value))
    wanted = kq_keyed_new_texts (value);
  if (wanted == NULL)
    {
      g_set_error (error, KQ_FORMAT_ERROR, KQ_FORMAT_ERROR_TYPE,
                   _("%s: expected a list of ids, each once"), self->pointer);
      return NULL;
    }
  keys = kq_merge_order_of (wanted, keyed, keyed->nodes);

  return array_of (keys, keyed);
}

/* @wanted: (out): what is to stand there, %NULL for nothing */
static gboolean
find_wanted (KqConflict  *self,
             JsonNode    *campaign,
             JsonNode    *value,
             JsonNode   **wanted,
             GError     **error)
{
  g_autoptr (KqKeyed) list = NULL;

  if (self->kind == KQ_CONFLICT_ORDER)
    list = kq_id_pointer_get_list (self->pointer, campaign);
  if (list == NULL)
    {
      *wanted = value != NULL ? json_node_ref (value) : NULL;
      return TRUE;
    }

  *wanted = reorder (self, list, value, error);
  return *wanted != NULL;
}

/**
 * kq_conflict_resolve:
 * @self: a conflict
 * @campaign: the campaign that it is open in
 * @value: (nullable): what is to be there, one of the conflict's values or a
 *   new one; for an order a list of keys; %NULL for nothing, or the default
 * @error: return location for an error
 *
 * Settles a conflict. A note can be settled too: with %NULL what was kept goes
 * after all.
 *
 * Returns: (transfer full): the campaign with @value, sealed and canonical; or
 *   %NULL with %G_IO_ERROR_NOT_FOUND where the place is gone, or a
 *   #KqFormatError where @value doesn't fit it
 */
JsonNode *
kq_conflict_resolve (KqConflict  *self,
                     JsonNode    *campaign,
                     JsonNode    *value,
                     GError     **error)
{
  g_autofree char *plain = NULL;
  g_autoptr (JsonNode) wanted = NULL;
  g_autoptr (JsonNode) resolved = NULL;

  g_return_val_if_fail (KQ_IS_CONFLICT (self), NULL);
  g_return_val_if_fail (campaign != NULL, NULL);

  plain = kq_id_pointer_to_plain (self->pointer, campaign);
  if (plain == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("%s isn’t there any more: there is nothing left to decide"), self->pointer);
      return NULL;
    }
  if (!find_wanted (self, campaign, value, &wanted, error))
    return NULL;

  resolved = kq_json_pointer_with (campaign, plain, wanted, error);
  if (resolved == NULL || !kq_format_check (resolved, error) ||
      !kq_format_check_size (resolved, error))
    return NULL;

  return kq_format_canonical (resolved);
}
