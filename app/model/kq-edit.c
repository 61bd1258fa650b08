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
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), FALSE);
  g_return_val_if_fail (edits != NULL, FALSE);

  node = json_node_ref (kq_object_snapshot (KQ_OBJECT (campaign)));
  for (guint i = 0; i < edits->len; i++)
    {
      const KqEdit *edit = g_ptr_array_index (edits, i);
      g_autoptr (JsonNode) value = edit->value != NULL ? unsealed (edit->value) : NULL;
      JsonNode *next = kq_json_pointer_with (node, edit->pointer, value, error);

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
