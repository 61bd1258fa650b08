/* kq-facts-json.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-json.h"

/* One day's facts as a team shares them:
 * {"rows": [{"object": "d1", "hour": 9, "claims": 120, "sales": 5990}]}.
 * A member that isn't there wasn't told. */

static JsonObject *
row_to_object (KqFacts      *self,
               const KqFact *row)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "object", kq_facts_get_object (self, row->object));
  if (row->hour != KQ_FACT_WHOLE_DAY)
    json_object_set_int_member (object, "hour", row->hour);
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    if (row->known & 1 << i)
      json_object_set_int_member (object, kq_measure_get_word (i), row->values[i]);

  return object;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const KqFact *left = *(const KqFact * const *) a, *right = *(const KqFact * const *) b;
  int order = strcmp (kq_facts_get_object (data, left->object),
                      kq_facts_get_object (data, right->object));

  return order != 0 ? order : left->hour - right->hour;
}

/**
 * kq_facts_day_to_node:
 * @self: facts that are settled
 * @day: a day
 *
 * Returns: (transfer full): the day's facts as JSON, by object and hour
 */
JsonNode *
kq_facts_day_to_node (KqFacts *self,
                      gint32   day)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (JsonObject) root = json_object_new ();
  JsonArray *array = json_array_new ();
  const KqFact *rows;
  guint n_rows;

  g_return_val_if_fail (self != NULL, NULL);

  rows = kq_facts_get_rows (self, &n_rows);
  rows += kq_facts_find_day (self, day, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (sorted, (gpointer) &rows[i]);
  g_ptr_array_sort_with_data (sorted, compare_rows, self);
  for (guint i = 0; i < n_rows; i++)
    json_array_add_object_element (array, row_to_object (self, g_ptr_array_index (sorted, i)));
  json_object_set_array_member (root, "rows", array);

  return json_node_init_object (json_node_alloc (), root);
}

static gboolean
refuse (GError     **error,
        const char  *what)
{
  g_set_error (error, KQ_FACTS_ERROR, KQ_FACTS_ERROR_INVALID,
               _("a row of figures has no sound “%s”"), what);

  return FALSE;
}

static const char *
get_id (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "object");
  const char *id;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || kq_json_node_is_number (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  id = json_node_get_string (node);

  return *id != '\0' && strlen (id) <= KQ_FACTS_MAX_ID_BYTES ? id : NULL;
}

static gboolean
add_row (KqFacts     *self,
         gint32       day,
         JsonNode    *node,
         GError     **error)
{
  KqFact row = { .day = day, .hour = KQ_FACT_WHOLE_DAY };
  JsonObject *object;
  JsonNode *member;
  gint64 hour;

  if (!JSON_NODE_HOLDS_OBJECT (node) || get_id (json_node_get_object (node)) == NULL)
    return refuse (error, "object");
  object = json_node_get_object (node);
  row.object = kq_facts_add_object (self, get_id (object));
  member = json_object_get_member (object, "hour");
  if (member != NULL)
    {
      if (!kq_json_node_get_whole (member, &hour) || hour < 0 || hour > 23)
        return refuse (error, "hour");
      row.hour = hour;
    }
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    {
      member = json_object_get_member (object, kq_measure_get_word (i));
      if (member == NULL)
        continue;
      if (!kq_json_node_get_whole (member, &row.values[i]))
        return refuse (error, kq_measure_get_word (i));
      row.known |= 1 << i;
    }

  return kq_facts_add (self, &row, error);
}

/**
 * kq_facts_day_from_node:
 * @self: facts that are being made
 * @day: a day
 * @node: what kq_facts_day_to_node() gave, or somebody else
 * @error: return location for an error of #KqFactsError
 *
 * Adds a day's facts. Members that aren't known are passed over.
 *
 * Returns: whether they could be read; where not, part of them may be there
 */
gboolean
kq_facts_day_from_node (KqFacts   *self,
                        gint32     day,
                        JsonNode  *node,
                        GError   **error)
{
  JsonNode *rows = NULL;
  JsonArray *array;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  if (JSON_NODE_HOLDS_OBJECT (node))
    rows = json_object_get_member (json_node_get_object (node), "rows");
  if (rows == NULL || !JSON_NODE_HOLDS_ARRAY (rows))
    return refuse (error, "rows");

  array = json_node_get_array (rows);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_row (self, day, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}
