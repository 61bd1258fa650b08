/* kq-merge-uses.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-json.h"
#include "kq-merge-private.h"
#include "kq-object-private.h"

/* What one side took out while the other began to refer to it. Taken out, it
 * would leave a reference to nothing that neither side wrote. A reference that
 * is left with nothing by the side that took out itself is its own affair. */

typedef void (*Visit) (const char *pointer,
                       const char *target,
                       gpointer    data);

typedef struct {
  GString  *pointer;
  Visit     visit;
  gpointer  data;
} Visitor;

static void visit_object (Visitor       *visitor,
                          KqObjectClass *klass,
                          JsonNode      *node);

static void
visit_reference (Visitor    *visitor,
                 const char *list,
                 const char *id)
{
  g_autoptr (GString) target = g_string_new (NULL);

  kq_json_pointer_append (target, list);
  kq_json_pointer_append (target, id);
  visitor->visit (visitor->pointer->str, target->str, visitor->data);
}

static void
visit_references (Visitor       *visitor,
                  const KqField *field,
                  JsonNode      *node)
{
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    visit_reference (visitor, field->list, json_array_get_string_element (array, i));
}

static void
visit_keyed (Visitor       *visitor,
             KqObjectClass *klass,
             const KqKeyed *keyed)
{
  for (guint i = 0; i < keyed->keys->len; i++)
    {
      const char *key = g_ptr_array_index (keyed->keys, i);
      gsize mark = visitor->pointer->len;

      kq_json_pointer_append (visitor->pointer, key);
      visit_object (visitor, klass, kq_keyed_get (keyed, key));
      g_string_truncate (visitor->pointer, mark);
    }
}

static void
visit_field (Visitor       *visitor,
             const KqField *field,
             JsonNode      *node)
{
  g_autoptr (KqObjectClass) klass = NULL;
  g_autoptr (KqKeyed) keyed = NULL;

  if (field->child_type != NULL)
    klass = g_type_class_ref (field->child_type ());

  switch ((int) field->kind)
    {
    case KQ_FIELD_REF:
      visit_reference (visitor, field->list, json_node_get_string (node));
      break;
    case KQ_FIELD_REFS:
      visit_references (visitor, field, node);
      break;
    case KQ_FIELD_IMAGE:
      visit_reference (visitor, "assets", json_node_get_string (node));
      break;
    case KQ_FIELD_CHILD:
      visit_object (visitor, klass, node);
      break;
    case KQ_FIELD_CHILDREN:
    case KQ_FIELD_MAP:
      keyed = field->kind == KQ_FIELD_MAP ? kq_keyed_new_members (NULL, node)
                                          : kq_keyed_new_list (klass, node);
      /* Objects that nothing tells apart, advice put away, refer to none. */
      if (keyed != NULL)
        visit_keyed (visitor, klass, keyed);
      break;
    default:
      break;
    }
}

static void
visit_object (Visitor       *visitor,
              KqObjectClass *klass,
              JsonNode      *node)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  guint next = 0;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      guint index = kq_object_class_find (klass, name, &next);
      gsize mark = visitor->pointer->len;

      if (index == KQ_NO_FIELD)
        continue;
      kq_json_pointer_append (visitor->pointer, name);
      visit_field (visitor, &klass->fields[index], member);
      g_string_truncate (visitor->pointer, mark);
    }
}

typedef struct {
  GHashTable *removed;   /* (unowned): pointer → KqRemoval */
  GHashTable *mine;      /* (owned): the references to them that mine has */
  GHashTable *theirs;    /* (owned) */
  GHashTable *used;      /* (owned): what is used after all */
  GQueue      open;      /* of KqRemoval: used, and not yet looked into */
} Search;

static char *
reference (const char *pointer,
           const char *target)
{
  return g_strconcat (pointer, "\x1f", target, NULL);
}

typedef struct {
  GHashTable *removed;
  GHashTable *references;
} Collection;

static void
collect (const char *pointer,
         const char *target,
         gpointer    data)
{
  Collection *collection = data;

  if (g_hash_table_contains (collection->removed, target))
    g_hash_table_add (collection->references, reference (pointer, target));
}

static void
visit (KqObjectClass *klass,
       JsonNode      *node,
       const char    *pointer,
       Visit          func,
       gpointer       data)
{
  g_autoptr (GString) place = g_string_new (pointer);
  Visitor visitor = { place, func, data };

  visit_object (&visitor, klass, node);
}

static GHashTable *
collect_references (KqObjectClass *klass,
                    JsonNode      *campaign,
                    GHashTable    *removed)
{
  Collection collection = { removed, NULL };

  collection.references = g_hash_table_new_full (kq_keyed_hash, g_str_equal, g_free, NULL);
  visit (klass, campaign, "", collect, &collection);

  return collection.references;
}

static void
find_use (const char *pointer,
          const char *target,
          gpointer    data)
{
  Search *search = data;
  KqRemoval *removal = g_hash_table_lookup (search->removed, target);
  g_autofree char *key = NULL;

  if (removal == NULL || g_hash_table_contains (search->used, target))
    return;

  key = reference (pointer, target);
  if (g_hash_table_contains (removal->by_mine ? search->mine : search->theirs, key))
    return;

  g_hash_table_add (search->used, g_strdup (target));
  g_queue_push_tail (&search->open, removal);
}

/* @merged: what a first walk gave
 * @removed: pointer to what it left out, → #KqRemoval
 *
 * Returns: (transfer full): pointers to what is to be kept of that, with what
 *   that refers to in turn */
GHashTable *
kq_merge_find_used (JsonNode   *merged,
                    JsonNode   *mine,
                    JsonNode   *theirs,
                    GHashTable *removed)
{
  g_autoptr (KqObjectClass) klass = g_type_class_ref (KQ_TYPE_CAMPAIGN);
  Search search = { removed, NULL, NULL, NULL, G_QUEUE_INIT };
  KqRemoval *removal;

  search.mine = collect_references (klass, mine, removed);
  search.theirs = collect_references (klass, theirs, removed);
  search.used = g_hash_table_new_full (kq_keyed_hash, g_str_equal, g_free, NULL);

  visit (klass, merged, "", find_use, &search);
  while ((removal = g_queue_pop_head (&search.open)) != NULL)
    {
      g_autoptr (KqObjectClass) kept = g_type_class_ref (removal->type);

      visit (kept, removal->node, removal->pointer, find_use, &search);
    }

  g_hash_table_unref (search.mine);
  g_hash_table_unref (search.theirs);

  return search.used;
}
