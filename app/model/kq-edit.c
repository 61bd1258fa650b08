/* kq-edit.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-edit.h"
#include "kq-format.h"
#include "kq-json.h"

static JsonNode *unsealed (JsonNode *node);

/**
 * kq_edit_new:
 * @pointer: (transfer full): what changes
 * @value: (transfer full) (nullable): the new value, or %NULL to take it out
 *
 * Returns: (transfer full): an edit
 */
KqEdit *
kq_edit_new (char     *pointer,
             JsonNode *value)
{
  KqEdit *edit;

  g_return_val_if_fail (pointer != NULL, NULL);

  edit = g_new (KqEdit, 1);
  edit->pointer = pointer;
  edit->value = value;

  return edit;
}

/**
 * kq_edit_free:
 * @edit: (transfer full): an edit
 *
 * Frees it.
 */
void
kq_edit_free (KqEdit *edit)
{
  g_return_if_fail (edit != NULL);

  g_free (edit->pointer);
  g_clear_pointer (&edit->value, json_node_unref);
  g_free (edit);
}

static JsonNode *
unsealed_object (JsonObject *object)
{
  g_autoptr (JsonObject) copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (copy, name, unsealed (member));

  return json_node_init_object (json_node_alloc (), copy);
}

static JsonNode *
unsealed_array (JsonArray *array)
{
  guint n = json_array_get_length (array);
  g_autoptr (JsonArray) copy = json_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    json_array_add_element (copy, unsealed (json_array_get_element (array, i)));

  return json_node_init_array (json_node_alloc (), copy);
}

/* A value may be sealed without being a snapshot that fits where it goes, and
 * what is sealed isn't looked at again by kq_format_check_edited(). */
static JsonNode *
unsealed (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return unsealed_object (json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return unsealed_array (json_node_get_array (node));

  return json_node_ref (node);
}

static JsonNode *
edit_node (JsonNode    *node,
           const char  *pointer,
           JsonNode    *value,
           GError     **error)
{
  g_autoptr (JsonNode) own = value != NULL ? unsealed (value) : NULL;

  return kq_json_pointer_with (node, pointer, own, error);
}

/* Edits within elements of the campaign's lists need no look at the other
 * elements: thousands of them cost as many times one. */

/* The element, and in @rest the pointer from there; none where the edit isn't
 * within one, or would give it another id. */
static KqObject *
find_element (KqCampaign   *campaign,
              const char   *pointer,
              const char  **rest)
{
  const char *second, *third;
  g_autofree char *head = NULL;
  g_autofree char *found = NULL;
  KqObject *element;

  if (*pointer != '/' || (second = strchr (pointer + 1, '/')) == NULL ||
      (third = strchr (second + 1, '/')) == NULL || g_str_equal (third, "/id"))
    return NULL;

  head = g_strndup (pointer, third - pointer);
  element = kq_object_resolve (KQ_OBJECT (campaign), head, NULL);
  found = kq_object_get_pointer (element);
  *rest = third;

  return g_str_equal (found, head) ? element : NULL;
}

/* By each element that is edited what it will hold; %NULL where the edits aren't
 * all within elements, or one doesn't fit. */
static GHashTable *
edit_elements (KqCampaign *campaign,
               GPtrArray  *edits)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (NULL, NULL, NULL,
                                                        (GDestroyNotify) json_node_unref);
  GHashTableIter iter;
  gpointer element, node;

  for (guint i = 0; i < edits->len; i++)
    {
      const KqEdit *edit = g_ptr_array_index (edits, i);
      const char *rest;
      JsonNode *next;

      element = find_element (campaign, edit->pointer, &rest);
      if (element == NULL)
        return NULL;
      node = g_hash_table_lookup (nodes, element);
      next = edit_node (node != NULL ? node : kq_object_snapshot (element), rest, edit->value,
                        NULL);
      if (next == NULL)
        return NULL;
      g_hash_table_insert (nodes, element, next);
    }

  g_hash_table_iter_init (&iter, nodes);
  while (g_hash_table_iter_next (&iter, &element, &node))
    if (!kq_format_check_object (element, node))
      return NULL;

  return g_steal_pointer (&nodes);
}

/* In the order of the edits, so that who hears of it isn't led astray by chance. */
static void
apply_elements (KqCampaign *campaign,
                GPtrArray  *edits,
                GHashTable *nodes)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const KqEdit *edit = g_ptr_array_index (edits, i);
      const char *rest;
      KqObject *element = find_element (campaign, edit->pointer, &rest);
      g_autoptr (JsonNode) node = NULL;

      if (element != NULL && g_hash_table_steal_extended (nodes, element, NULL, (gpointer *) &node))
        kq_object_apply (element, node);
    }
}

static gboolean
edit_whole (KqCampaign  *campaign,
            GPtrArray   *edits,
            GError     **error)
{
  g_autoptr (JsonNode) node = json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));

  for (guint i = 0; i < edits->len; i++)
    {
      const KqEdit *edit = g_ptr_array_index (edits, i);
      JsonNode *next = edit_node (node, edit->pointer, edit->value, error);

      if (next == NULL)
        return FALSE;
      json_node_unref (node);
      node = next;
    }

  if (!kq_format_check_edited (node, error))
    return FALSE;
  kq_object_apply (KQ_OBJECT (campaign), node);

  return TRUE;
}

/**
 * kq_campaign_edit:
 * @campaign: a campaign
 * @edits: (element-type KqEdit): what to change, in this order
 * @error: return location for an error
 *
 * Makes all the edits, or none.
 *
 * Returns: %TRUE, or %FALSE with %G_IO_ERROR_NOT_FOUND where a pointer leads
 *   nowhere, %G_IO_ERROR_INVALID_ARGUMENT where it isn't one, or a
 *   #KqFormatError where a value doesn't fit its field
 */
gboolean
kq_campaign_edit (KqCampaign  *campaign,
                  GPtrArray   *edits,
                  GError     **error)
{
  g_autoptr (GHashTable) nodes = NULL;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), FALSE);
  g_return_val_if_fail (edits != NULL, FALSE);

  nodes = edit_elements (campaign, edits);
  if (nodes == NULL)
    return edit_whole (campaign, edits, error);

  apply_elements (campaign, edits, nodes);

  return TRUE;
}
