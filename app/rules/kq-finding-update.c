/* kq-finding-update.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-finding-list-private.h"
#include "kq-finding-private.h"

/* Findings that are looked at in one step. */
#define STRETCH 32
/* Objects that are let go of in one step: each step looks for those that are left. */
#define FREED_OBJECTS 512

enum {
  STAGE_HEAD,   /* what both begin with */
  STAGE_TAIL,   /* what both end with */
  STAGE_INDEX,  /* the rest of the old ones, by what they say */
  STAGE_KEEP,   /* what the list will hold */
  STAGE_READY,
};

static guint
hash_place (gconstpointer finding)
{
  KqFinding *self = (KqFinding *) finding;

  return g_str_hash (kq_finding_get_rule (self)) * 31 +
         g_str_hash (kq_finding_get_pointer (self));
}

static gboolean
is_equal (gconstpointer a,
          gconstpointer b)
{
  return kq_finding_equal ((KqFinding *) a, (KqFinding *) b);
}

KqFindingUpdate *
kq_finding_update_new (KqFindingList *list,
                       GPtrArray     *findings)
{
  KqFindingUpdate *self = g_new0 (KqFindingUpdate, 1);

  self->old = g_ptr_array_ref (kq_finding_list_peek (list));
  self->found = g_ptr_array_ref (findings);
  self->kept = g_ptr_array_new_full (findings->len, g_object_unref);
  self->counts = kq_finding_counts_new ();
  self->middle = g_hash_table_new (hash_place, is_equal);

  return self;
}

static gboolean
free_stretch (GPtrArray *array)
{
  guint n = MIN (array->len, STRETCH);

  g_ptr_array_set_size (array, array->len - n);

  return n > 0;
}

gboolean
kq_finding_update_free_step (KqFindingUpdate *self)
{
  g_clear_pointer (&self->middle, g_hash_table_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (self->counts != NULL && kq_finding_counts_free_some (self->counts, FREED_OBJECTS))
    return TRUE;

  g_clear_pointer (&self->counts, kq_finding_counts_free);
  if (self->kept != NULL && free_stretch (self->kept))
    return TRUE;

  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->old, g_ptr_array_unref);
  g_free (self);

  return FALSE;
}

/* Whether the element so far from the beginning, or from the end, is in both. */
static gboolean
is_in_both (KqFindingUpdate *self,
            guint            from_head,
            guint            from_tail)
{
  GPtrArray *old = self->old, *found = self->found;

  if (from_head + from_tail >= MIN (old->len, found->len))
    return FALSE;
  if (self->stage == STAGE_HEAD)
    return kq_finding_equal (g_ptr_array_index (old, from_head),
                             g_ptr_array_index (found, from_head));

  return kq_finding_equal (g_ptr_array_index (old, old->len - 1 - from_tail),
                           g_ptr_array_index (found, found->len - 1 - from_tail));
}

static gboolean
compare_stretch (KqFindingUpdate *self,
                 guint           *n)
{
  for (guint i = 0; i < STRETCH; i++)
    {
      if (!is_in_both (self, self->head, self->tail))
        return FALSE;
      (*n)++;
    }

  return TRUE;
}

static gboolean
index_stretch (KqFindingUpdate *self)
{
  guint end = self->old->len - self->tail;

  for (guint i = 0; i < STRETCH && self->next < end; i++)
    g_hash_table_add (self->middle, g_ptr_array_index (self->old, self->next++));

  return self->next < end;
}

/* The old finding that says the same as the one at @i, or that one. */
static KqFinding *
choose (KqFindingUpdate *self,
        guint            i)
{
  KqFinding *finding = g_ptr_array_index (self->found, i);
  gpointer before;

  if (i < self->head)
    return g_ptr_array_index (self->old, i);
  if (i >= self->found->len - self->tail)
    return g_ptr_array_index (self->old, i + self->old->len - self->found->len);
  if (g_hash_table_steal_extended (self->middle, finding, &before, NULL))
    return before;

  return finding;
}

static gboolean
keep_stretch (KqFindingUpdate *self)
{
  guint end = MIN (self->found->len, self->kept->len + STRETCH);

  for (guint i = self->kept->len; i < end; i++)
    {
      KqFinding *finding = choose (self, i);

      g_ptr_array_add (self->kept, g_object_ref (finding));
      kq_finding_counts_add (self->counts, finding);
    }

  return end < self->found->len;
}

gboolean
kq_finding_update_step (KqFindingUpdate *self)
{
  gboolean goes_on = FALSE;

  switch (self->stage)
    {
    case STAGE_HEAD:
      goes_on = compare_stretch (self, &self->head);
      self->next = self->head;
      break;
    case STAGE_TAIL:
      goes_on = compare_stretch (self, &self->tail);
      break;
    case STAGE_INDEX:
      goes_on = index_stretch (self);
      break;
    case STAGE_KEEP:
      goes_on = keep_stretch (self);
      break;
    default:
      return FALSE;
    }
  if (!goes_on)
    self->stage++;

  return TRUE;
}
