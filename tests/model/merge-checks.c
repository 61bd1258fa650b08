/* merge-checks.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "merge-checks.h"

#include "kq-format.h"
#include "kq-id-pointer.h"
#include "kq-json.h"

/* What a merge promises, asked without using what it is made of: leaves are
 * found by looking at the JSON alone. */

static const char * const kinds[] = { "value", "order", "edited", "used" };

static char *
to_text (JsonNode *node)
{
  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("-");
}

char *
merge_list (GPtrArray *conflicts,
            gboolean   swapped)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      KqConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *base = to_text (kq_conflict_get_base (conflict));
      g_autofree char *mine = to_text (kq_conflict_get_mine (conflict));
      g_autofree char *theirs = to_text (kq_conflict_get_theirs (conflict));

      g_string_append_printf (list, "%s%s %s %s %s %s", i > 0 ? "\n" : "",
                              kinds[kq_conflict_get_kind (conflict)],
                              kq_conflict_get_pointer (conflict), base,
                              swapped ? theirs : mine, swapped ? mine : theirs);
    }

  return g_string_free (list, FALSE);
}

static void append_plain (GString  *text,
                          JsonNode *node);

static void
append_object (GString    *text,
               JsonObject *object)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (object), (GCompareFunc) strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_string_append_printf (text, "{%s:", (const char *) l->data);
      append_plain (text, json_object_get_member (object, l->data));
    }
  g_string_append_c (text, '}');
}

/* What a value says, however it is written */
static void
append_plain (GString  *text,
              JsonNode *node)
{
  gint64 whole;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      append_object (text, json_node_get_object (node));
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_string_append_c (text, '[');
          append_plain (text, json_array_get_element (array, i));
        }
      g_string_append_c (text, ']');
    }
  else if (kq_json_node_get_whole (node, &whole))
    {
      g_string_append_printf (text, "%" G_GINT64_FORMAT, whole);
    }
  else
    {
      g_autofree char *json = json_to_string (node, FALSE);

      g_string_append (text, json);
    }
}

static char *
to_plain (JsonNode *node)
{
  GString *text = g_string_new (NULL);

  if (node != NULL)
    append_plain (text, node);

  return g_string_free (text, FALSE);
}

static const char *
text_member (JsonNode   *node,
             const char *name)
{
  JsonNode *member = json_object_get_member (json_node_get_object (node), name);

  return member != NULL && json_node_get_value_type (member) == G_TYPE_STRING
         ? json_node_get_string (member) : NULL;
}

/* What the pointers call an element, as the format says it */
static char *
key_of (JsonNode   *element,
        const char *list)
{
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (element))
    return NULL;

  id = text_member (element, "id");
  if (g_str_equal (list, "/setup"))
    id = text_member (element, "step") != NULL ? text_member (element, "step") : "";
  if (g_str_equal (list, "/dismissed"))
    return g_strdup_printf ("%s:%s", text_member (element, "rule") != NULL ? text_member (element, "rule") : "",
                            text_member (element, "object") != NULL ? text_member (element, "object") : "");

  return g_strdup (id);
}

static void add_leaves (GHashTable *leaves,
                        const char *pointer,
                        JsonNode   *node);

static char *
join (const char *pointer,
      const char *token)
{
  GString *joined = g_string_new (pointer);

  kq_json_pointer_append (joined, token);

  return g_string_free (joined, FALSE);
}

/* Whether something tells them apart; then their leaves are added. */
static gboolean
add_elements (GHashTable *leaves,
              const char *pointer,
              JsonArray  *array)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *key = key_of (json_array_get_element (array, i), pointer);

      if (key == NULL || !g_hash_table_add (seen, g_steal_pointer (&key)))
        return FALSE;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *key = key_of (json_array_get_element (array, i), pointer);
      g_autofree char *joined = join (pointer, key);

      add_leaves (leaves, joined, json_array_get_element (array, i));
    }

  return TRUE;
}

static gboolean
is_texts (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (json_node_get_value_type (json_array_get_element (array, i)) != G_TYPE_STRING)
      return FALSE;

  return TRUE;
}

static void
add_array (GHashTable *leaves,
           const char *pointer,
           JsonNode   *node)
{
  JsonArray *array = json_node_get_array (node);

  if (json_array_get_length (array) > 0 && is_texts (array))
    {
      for (guint i = 0; i < json_array_get_length (array); i++)
        g_hash_table_insert (leaves, g_strconcat (pointer, "\x1f", json_array_get_string_element (array, i), NULL),
                             g_strdup (""));
    }
  else if (!add_elements (leaves, pointer, array))
    {
      g_hash_table_insert (leaves, g_strdup (pointer), to_plain (node));
    }
}

/* pointer → text of each value that holds no other; a text of a list by itself */
static void
add_leaves (GHashTable *leaves,
            const char *pointer,
            JsonNode   *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &member))
        {
          g_autofree char *joined = join (pointer, name);

          add_leaves (leaves, joined, member);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    add_array (leaves, pointer, node);
  else
    g_hash_table_insert (leaves, g_strdup (pointer), to_plain (node));
}

static GHashTable *
leaves_of (JsonNode   *node,
           const char *pointer)
{
  GHashTable *leaves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (node != NULL)
    add_leaves (leaves, pointer, node);

  return leaves;
}

static gboolean
is_within (const char *pointer,
           const char *above)
{
  gsize length = strlen (above);

  return strncmp (pointer, above, length) == 0 && (pointer[length] == '\0' || pointer[length] == '/' ||
                                                   pointer[length] == '\x1f');
}

static gboolean
same_leaf (GHashTable *leaves,
           const char *pointer,
           const char *text)
{
  return g_strcmp0 (g_hash_table_lookup (leaves, pointer), text) == 0;
}

/* Whether a record holds the leaf of that side, or, with @text %NULL, is about
 * the place. */
static gboolean
is_recorded (GPtrArray  *conflicts,
             gboolean    by_mine,
             const char *pointer,
             const char *text)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      KqConflict *conflict = g_ptr_array_index (conflicts, i);
      const char *place = kq_conflict_get_pointer (conflict);
      g_autoptr (GHashTable) leaves = NULL;

      if (kq_conflict_get_kind (conflict) == KQ_CONFLICT_ORDER || !is_within (pointer, place))
        continue;
      leaves = leaves_of (by_mine ? kq_conflict_get_mine (conflict) : kq_conflict_get_theirs (conflict), place);
      if (text == NULL || same_leaf (leaves, pointer, text))
        return TRUE;
    }

  return FALSE;
}

typedef struct {
  GHashTable *base;
  GHashTable *sides[2];
  GHashTable *merged;
  GPtrArray  *conflicts;
} Leaves;

/* Each leaf that a side changed is there, or recorded. */
static char *
lost_leaf (const Leaves *leaves,
           guint         side)
{
  GHashTableIter iter;
  const char *pointer, *text;

  g_hash_table_iter_init (&iter, leaves->sides[side]);
  while (g_hash_table_iter_next (&iter, (gpointer *) &pointer, (gpointer *) &text))
    if (!same_leaf (leaves->base, pointer, text) && !same_leaf (leaves->merged, pointer, text) &&
        !is_recorded (leaves->conflicts, side == 0, pointer, text))
      return g_strdup_printf ("%s: %s of side %u is lost", pointer, text, side);

  return NULL;
}

/* What a side took out is gone, unless the other changed it, or it is said. */
static char *
ignored_removal (const Leaves *leaves,
                 guint         side)
{
  GHashTableIter iter;
  const char *pointer, *text;

  g_hash_table_iter_init (&iter, leaves->base);
  while (g_hash_table_iter_next (&iter, (gpointer *) &pointer, (gpointer *) &text))
    if (!g_hash_table_contains (leaves->sides[side], pointer) && same_leaf (leaves->merged, pointer, text) &&
        same_leaf (leaves->sides[1 - side], pointer, text) &&
        !is_recorded (leaves->conflicts, side == 0, pointer, NULL))
      return g_strdup_printf ("%s: %s was taken out by side %u", pointer, text, side);

  return NULL;
}

/* Nothing is there that neither side has. */
static char *
invented_leaf (const Leaves *leaves)
{
  GHashTableIter iter;
  const char *pointer, *text;

  g_hash_table_iter_init (&iter, leaves->merged);
  while (g_hash_table_iter_next (&iter, (gpointer *) &pointer, (gpointer *) &text))
    if (!same_leaf (leaves->sides[0], pointer, text) && !same_leaf (leaves->sides[1], pointer, text))
      return g_strdup_printf ("%s: %s was invented", pointer, text);

  return NULL;
}

static JsonNode *
canonical (JsonNode *node)
{
  g_autoptr (KqObject) campaign = NULL;

  if (node == NULL)
    return NULL;
  campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);

  return json_node_ref (kq_object_snapshot (campaign));
}

static char *
leaf_complaint (JsonNode  *base,
                JsonNode  *mine,
                JsonNode  *theirs,
                JsonNode  *merged,
                GPtrArray *conflicts)
{
  g_autoptr (GHashTable) of_base = leaves_of (base, "");
  g_autoptr (GHashTable) of_mine = leaves_of (mine, "");
  g_autoptr (GHashTable) of_theirs = leaves_of (theirs, "");
  g_autoptr (GHashTable) of_merged = leaves_of (merged, "");
  const Leaves leaves = { of_base, { of_mine, of_theirs }, of_merged, conflicts };
  char *complaint = NULL;

  for (guint side = 0; complaint == NULL && side < 2; side++)
    complaint = lost_leaf (&leaves, side);
  for (guint side = 0; complaint == NULL && side < 2; side++)
    complaint = ignored_removal (&leaves, side);

  return complaint != NULL ? complaint : invented_leaf (&leaves);
}

static char *
merged_text (JsonNode   *base,
             JsonNode   *mine,
             JsonNode   *theirs,
             GPtrArray **conflicts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) merged = kq_merge (base, mine, theirs, conflicts, &error);

  g_assert_no_error (error);

  return kq_json_write (merged, NULL);
}

static char *
expect_text (const char *what,
             const char *expected,
             const char *text)
{
  if (g_str_equal (expected, text))
    return NULL;

  return g_strdup_printf ("%s: expected %s, not %s", what, expected, text);
}

/* merge (base, side, side) and merge (base, base, side) are that side, which is
 * canonical. */
static char *
identity_complaint (JsonNode *base,
                    JsonNode *other,
                    JsonNode *side)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *expected = kq_json_write (side, NULL);
  g_autofree char *text = merged_text (base, other, side, &conflicts);
  char *complaint = expect_text (other == side ? "both alike" : "one alone", expected, text);

  if (complaint == NULL && conflicts->len > 0)
    complaint = merge_list (conflicts, FALSE);

  return complaint;
}

static char *
symmetry_complaint (JsonNode   *base,
                    JsonNode   *mine,
                    JsonNode   *theirs,
                    const char *merged,
                    GPtrArray  *conflicts)
{
  g_autoptr (GPtrArray) swapped = NULL;
  g_autofree char *text = merged_text (base, theirs, mine, &swapped);
  g_autofree char *list = merge_list (conflicts, FALSE);
  g_autofree char *swapped_list = merge_list (swapped, TRUE);
  char *complaint = expect_text ("sides exchanged", merged, text);

  return complaint != NULL ? complaint : expect_text ("conflicts, sides exchanged", list, swapped_list);
}

/* Merging with a side again changes nothing, and has nothing new to say. */
static char *
again_complaint (JsonNode  *base,
                 JsonNode  *merged,
                 JsonNode  *side,
                 GPtrArray *conflicts)
{
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *expected = kq_json_write (merged, NULL);
  g_autofree char *text = merged_text (base, merged, side, &again);
  char *complaint = expect_text ("merged again", expected, text);
  guint known = 0;

  for (guint i = 0; complaint == NULL && i < again->len; i++)
    {
      KqConflict *conflict = g_ptr_array_index (again, i);
      const char *pointer = kq_conflict_get_pointer (conflict);

      while (known < conflicts->len &&
             strcmp (kq_conflict_get_pointer (g_ptr_array_index (conflicts, known)), pointer) < 0)
        known++;
      if (known == conflicts->len ||
          !g_str_equal (kq_conflict_get_pointer (g_ptr_array_index (conflicts, known)), pointer))
        complaint = g_strdup_printf ("%s: new when merged again", pointer);
    }

  return complaint;
}

/* What is at the place of a conflict, as it would be given to resolve it */
static char *
value_at (KqConflict *conflict,
          JsonNode   *campaign)
{
  g_autofree char *plain = kq_id_pointer_to_plain (kq_conflict_get_pointer (conflict), campaign);

  return to_plain (plain != NULL ? kq_json_pointer_get (campaign, plain) : NULL);
}

static char *
resolve_complaint (KqConflict *conflict,
                   JsonNode   *merged,
                   JsonNode   *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) resolved = kq_conflict_resolve (conflict, merged, value, &error);
  g_autofree char *expected = to_plain (value);
  g_autofree char *text = NULL;

  if (resolved == NULL)
    return g_strdup_printf ("%s: %s", kq_conflict_get_pointer (conflict), error->message);
  if (!kq_format_check (resolved, &error))
    return g_strdup (error->message);
  if (kq_conflict_get_kind (conflict) == KQ_CONFLICT_ORDER)
    return NULL;

  text = value_at (conflict, resolved);

  return expect_text (kq_conflict_get_pointer (conflict), expected, text);
}

static char *
resolving_complaint (JsonNode  *merged,
                     GPtrArray *conflicts,
                     guint      turn)
{
  char *complaint = NULL;

  for (guint i = 0; complaint == NULL && i < conflicts->len; i++)
    {
      KqConflict *conflict = g_ptr_array_index (conflicts, i);

      complaint = resolve_complaint (conflict, merged, turn == 0 ? kq_conflict_get_mine (conflict)
                                                                 : kq_conflict_get_theirs (conflict));
    }

  return complaint;
}

static char *
form_complaint (JsonNode *merged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = kq_json_write (merged, NULL);
  g_autofree char *canonical_text = NULL;

  if (!kq_format_check (merged, &error))
    return g_strdup (error->message);

  node = canonical (merged);
  canonical_text = kq_json_write (node, NULL);

  return expect_text ("canonical", canonical_text, text);
}

char *
merge_complaint (JsonNode *base,
                 JsonNode *mine,
                 JsonNode *theirs,
                 guint     turn)
{
  g_autoptr (JsonNode) plain_base = canonical (base);
  g_autoptr (JsonNode) plain_mine = canonical (mine);
  g_autoptr (JsonNode) plain_theirs = canonical (theirs);
  JsonNode *side = turn == 0 ? plain_mine : plain_theirs;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) merged = kq_merge (base, mine, theirs, &conflicts, &error);
  g_autofree char *text = NULL;
  char *complaint;

  g_assert_no_error (error);
  text = kq_json_write (merged, NULL);

  complaint = form_complaint (merged);
  if (complaint == NULL)
    complaint = leaf_complaint (plain_base, plain_mine, plain_theirs, merged, conflicts);
  if (complaint == NULL)
    complaint = symmetry_complaint (base, mine, theirs, text, conflicts);
  if (complaint == NULL)
    complaint = identity_complaint (plain_base, turn == 0 && base != NULL ? plain_base : side, side);
  if (complaint == NULL)
    complaint = again_complaint (plain_base, merged, side, conflicts);

  return complaint != NULL ? complaint : resolving_complaint (merged, conflicts, turn);
}
