/* kq-sync-plan.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-plan.h"

#include "kq-format.h"
#include "kq-json.h"
#include "kq-merge.h"

/* So much of the id of what it is a copy of, and of the digest of its content:
 * together no longer than an id may be. */
#define COPY_PREFIX 40
#define COPY_DIGEST 16

static void
set (JsonNode **place,
     JsonNode  *node)
{
  *place = node != NULL ? json_node_ref (node) : NULL;
}

/* The same id for the same content, whoever makes the copy and however often. */
static char *
copy_id (JsonNode *mine)
{
  const char *id = json_object_get_string_member (json_node_get_object (mine), "id");
  g_autoptr (JsonNode) canonical = kq_format_canonical (mine);
  gsize length;
  g_autofree char *text = kq_json_write (canonical, &length);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, length);

  return g_strdup_printf ("%.*s-%.*s", COPY_PREFIX, id, COPY_DIGEST, digest);
}

static JsonNode *
copy_of (JsonNode *mine)
{
  g_autofree char *id = copy_id (mine);
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), id);
  JsonNode *copy = kq_json_pointer_with (mine, "/id", value, NULL);

  json_node_seal (copy);

  return copy;
}

static void
split (KqSyncPlan *self,
       JsonNode   *mine,
       JsonNode   *theirs)
{
  set (&self->current, theirs);
  self->copy = copy_of (mine);
  self->note = KQ_SYNC_NOTE_SPLIT;
}

/* What the walk can't make one, for its size, stays two. */
static void
merge (KqSyncPlan *self,
       JsonNode   *base,
       JsonNode   *mine,
       JsonNode   *theirs)
{
  GPtrArray *conflicts = NULL;

  self->current = kq_merge (base, mine, theirs, &conflicts, NULL);
  if (self->current == NULL)
    {
      split (self, mine, theirs);
      return;
    }

  g_ptr_array_unref (self->conflicts);
  self->conflicts = conflicts;
  self->send = !kq_json_identical (self->current, theirs);
  if (self->send)
    set (&self->keep, theirs);
}

static void
plan_both (KqSyncPlan *self,
           JsonNode   *base,
           JsonNode   *mine,
           JsonNode   *theirs)
{
  if (kq_json_identical (mine, theirs) || (base != NULL && kq_json_identical (mine, base)))
    {
      set (&self->current, theirs);
    }
  else if (base == NULL)
    {
      split (self, mine, theirs);
    }
  else if (kq_json_identical (theirs, base))
    {
      set (&self->current, mine);
      self->send = TRUE;
    }
  else
    {
      merge (self, base, mine, theirs);
    }
}

static void
plan_deleted_there (KqSyncPlan *self,
                    JsonNode   *base,
                    JsonNode   *mine)
{
  if (mine == NULL || (base != NULL && kq_json_identical (mine, base)))
    return;

  set (&self->current, mine);
  self->send = TRUE;
  self->note = KQ_SYNC_NOTE_KEPT_MINE;
}

/* Where nothing was agreed on, what is deleted here never was theirs. */
static void
plan_deleted_here (KqSyncPlan *self,
                   JsonNode   *base,
                   JsonNode   *theirs)
{
  if (base != NULL && kq_json_identical (theirs, base))
    {
      self->send = TRUE;
      return;
    }

  set (&self->current, theirs);
  if (base != NULL)
    self->note = KQ_SYNC_NOTE_KEPT_THEIRS;
}

/**
 * kq_sync_plan_new:
 * @base: (nullable): what both last agreed on, %NULL where that isn't known
 * @mine: (nullable): the campaign here, %NULL where there is none or it was
 *   deleted
 * @theirs: (nullable): the campaign there, %NULL where it was deleted
 *
 * Decides what becomes of a campaign. All versions are canonical and sealed, and
 * the outcome depends on them alone: it is the same on whichever desktop and at
 * whatever time, but for who is called mine. Edited wins over deleted.
 *
 * Returns: (transfer full): the plan
 */
KqSyncPlan *
kq_sync_plan_new (JsonNode *base,
                  JsonNode *mine,
                  JsonNode *theirs)
{
  KqSyncPlan *self = g_new0 (KqSyncPlan, 1);

  self->conflicts = g_ptr_array_new_with_free_func (g_object_unref);
  if (theirs == NULL)
    plan_deleted_there (self, base, mine);
  else if (mine == NULL)
    plan_deleted_here (self, base, theirs);
  else
    plan_both (self, base, mine, theirs);

  return self;
}

void
kq_sync_plan_free (KqSyncPlan *self)
{
  g_clear_pointer (&self->current, json_node_unref);
  g_clear_pointer (&self->keep, json_node_unref);
  g_clear_pointer (&self->copy, json_node_unref);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
