/* kq-fix-batch.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-fix-all-private.h"

/* A mend is made for the campaign as it is. Two of one round may both be made
 * where neither changes what the other reads: the elements of the campaign's
 * lists that it changes, the one that it was found at, and what those refer to.
 * What a mend says of the neighbours in a list (the next claim window, another
 * pack's period) may be out of date by then; the next round sees to that. */

struct _KqFixBatch {
  KqCampaign *campaign;  /* (owned) */
  GPtrArray  *fixes;     /* (owned) (element-type GPtrArray): edits of each mend */
  GHashTable *changed;   /* (owned) (element-type KqObject) */
  GHashTable *read;      /* (owned) (element-type KqObject) */
};

KqFixBatch *
kq_fix_batch_new (KqCampaign *campaign)
{
  KqFixBatch *self = g_new0 (KqFixBatch, 1);

  self->campaign = g_object_ref (campaign);
  self->fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->changed = g_hash_table_new (NULL, NULL);
  self->read = g_hash_table_new (NULL, NULL);

  return self;
}

void
kq_fix_batch_free (KqFixBatch *self)
{
  g_hash_table_unref (self->read);
  g_hash_table_unref (self->changed);
  g_ptr_array_unref (self->fixes);
  g_object_unref (self->campaign);
  g_free (self);
}

/* The element of a list of the campaign that @object is or is in, or the campaign. */
static KqObject *
get_element (KqFixBatch *self,
             KqObject   *object)
{
  KqObject *campaign = KQ_OBJECT (self->campaign);

  while (object != campaign && kq_object_get_parent (object) != campaign)
    object = kq_object_get_parent (object);

  return object;
}

static KqObject *
resolve_element (KqFixBatch *self,
                 const char *pointer)
{
  KqObject *object = kq_object_resolve (KQ_OBJECT (self->campaign), pointer, NULL);

  return object != NULL ? get_element (self, object) : KQ_OBJECT (self->campaign);
}

static void
add_referred (KqFixBatch *self,
              GHashTable *objects,
              KqObject   *object,
              guint       index)
{
  const KqField *field = kq_object_get_field (object, index);
  guint list = kq_object_find_field (KQ_OBJECT (self->campaign), field->list);
  const char *single[] = { NULL, NULL };
  const char * const *ids = single;

  if (field->kind == KQ_FIELD_REFS)
    ids = kq_object_get_texts (object, index);
  else
    single[0] = kq_object_get_text (object, index);

  for (; *ids != NULL; ids++)
    {
      KqObject *target = kq_list_find (kq_object_get_list (KQ_OBJECT (self->campaign), list), *ids);

      if (target != NULL)
        g_hash_table_add (objects, target);
    }
}

/* What @object and all below it refer to. */
static void
add_all_referred (KqFixBatch *self,
                  GHashTable *objects,
                  KqObject   *object)
{
  KQ_FOREACH_FIELD (object, KQ_KIND (REF) | KQ_KIND (REFS), i)
    add_referred (self, objects, object, i);
  KQ_FOREACH_FIELD (object, KQ_KIND (CHILDREN), i)
    for (guint j = 0; j < kq_list_get_length (kq_object_get_list (object, i)); j++)
      add_all_referred (self, objects, kq_list_get (kq_object_get_list (object, i), j));
}

static void
add_read (KqFixBatch *self,
          GHashTable *read,
          KqObject   *element)
{
  if (!g_hash_table_add (read, element) || element == KQ_OBJECT (self->campaign))
    return;

  add_all_referred (self, read, element);
}

static gboolean
meets (GHashTable *a,
       GHashTable *b)
{
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    if (g_hash_table_contains (b, object))
      return TRUE;

  return FALSE;
}

static void
take_in (GHashTable *objects,
         GHashTable *more)
{
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, more);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    g_hash_table_add (objects, object);
}

/* Takes the finding's mend in, unless it meets another's; whether it did. */
gboolean
kq_fix_batch_add (KqFixBatch *self,
                  KqFinding  *finding)
{
  GPtrArray *edits = kq_finding_get_fix (finding);
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) read = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      const KqEdit *edit = g_ptr_array_index (edits, i);

      g_hash_table_add (changed, resolve_element (self, edit->pointer));
    }
  if (meets (changed, self->read))
    return FALSE;

  add_read (self, read, get_element (self, kq_finding_get_object (finding)));
  {
    GHashTableIter iter;
    gpointer element;

    g_hash_table_iter_init (&iter, changed);
    while (g_hash_table_iter_next (&iter, &element, NULL))
      add_read (self, read, element);
  }
  if (meets (read, self->changed))
    return FALSE;

  take_in (self->changed, changed);
  take_in (self->read, read);
  g_ptr_array_add (self->fixes, g_ptr_array_ref (edits));

  return TRUE;
}

static gboolean
apply_one_by_one (KqFixBatch  *self,
                  guint       *n_fixed,
                  GError     **error)
{
  for (guint i = 0; i < self->fixes->len; i++)
    {
      if (!kq_campaign_edit (self->campaign, g_ptr_array_index (self->fixes, i), error))
        return FALSE;
      (*n_fixed)++;
    }

  return TRUE;
}

/* Makes all of them at once; where one fails, those before it. */
gboolean
kq_fix_batch_apply (KqFixBatch  *self,
                    guint       *n_fixed,
                    GError     **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();

  for (guint i = 0; i < self->fixes->len; i++)
    {
      GPtrArray *fix = g_ptr_array_index (self->fixes, i);

      for (guint j = 0; j < fix->len; j++)
        g_ptr_array_add (edits, g_ptr_array_index (fix, j));
    }
  if (!kq_campaign_edit (self->campaign, edits, NULL))
    return apply_one_by_one (self, n_fixed, error);

  *n_fixed += self->fixes->len;

  return TRUE;
}
