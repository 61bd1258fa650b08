/* kq-difference.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-difference-private.h"
#include "kq-id-pointer.h"
#include "kq-name.h"

/**
 * KqDifference:
 *
 * A place in which two versions of a campaign differ. It is put into words
 * when asked, each side by the names that it has then.
 */
struct _KqDifference {
  GObject           parent_instance;

  KqDifferenceKind  kind;
  char             *pointer;    /* (owned) */
  KqCampaign       *campaigns[2]; /* (owned): before and after */
  JsonNode         *values[2];  /* (owned) (nullable) */
};

typedef enum {
  BEFORE,
  AFTER,
} Side;

G_DEFINE_FINAL_TYPE (KqDifference, kq_difference, G_TYPE_OBJECT)

static void
kq_difference_finalize (GObject *object)
{
  KqDifference *self = KQ_DIFFERENCE (object);

  g_free (self->pointer);
  for (Side side = BEFORE; side <= AFTER; side++)
    {
      g_clear_object (&self->campaigns[side]);
      g_clear_pointer (&self->values[side], json_node_unref);
    }

  G_OBJECT_CLASS (kq_difference_parent_class)->finalize (object);
}

static void
kq_difference_class_init (KqDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_difference_finalize;
}

static void
kq_difference_init (KqDifference *self)
{
}

KqDifference *
kq_difference_new (KqDifferenceKind  kind,
                   const char       *pointer,
                   KqCampaign       *campaigns[2],
                   JsonNode         *before,
                   JsonNode         *after)
{
  KqDifference *self = g_object_new (KQ_TYPE_DIFFERENCE, NULL);

  self->kind = kind;
  self->pointer = g_strdup (pointer);
  self->campaigns[BEFORE] = g_object_ref (campaigns[BEFORE]);
  self->campaigns[AFTER] = g_object_ref (campaigns[AFTER]);
  self->values[BEFORE] = before != NULL ? json_node_ref (before) : NULL;
  self->values[AFTER] = after != NULL ? json_node_ref (after) : NULL;

  return self;
}

/* What is gone is only there before. */
static KqObject *
find_object (KqDifference *self,
             guint        *index,
             const char  **rest)
{
  Side side = self->kind == KQ_DIFFERENCE_REMOVED ? BEFORE : AFTER;

  return kq_id_pointer_find (self->pointer, self->campaigns[side], index, rest);
}

/**
 * kq_difference_get_kind:
 * @self: a difference
 *
 * Returns: how they differ
 */
KqDifferenceKind
kq_difference_get_kind (KqDifference *self)
{
  g_return_val_if_fail (KQ_IS_DIFFERENCE (self), KQ_DIFFERENCE_CHANGED);

  return self->kind;
}

/**
 * kq_difference_get_pointer:
 * @self: a difference
 *
 * Returns: (transfer none): where: a JSON Pointer in which elements of lists
 *   are named by their ids
 */
const char *
kq_difference_get_pointer (KqDifference *self)
{
  g_return_val_if_fail (KQ_IS_DIFFERENCE (self), NULL);

  return self->pointer;
}

/**
 * kq_difference_get_object:
 * @self: a difference
 *
 * Returns: (transfer none): the nearest object, as it is after, or before
 *   where it is gone; it lives as long as @self
 */
KqObject *
kq_difference_get_object (KqDifference *self)
{
  g_return_val_if_fail (KQ_IS_DIFFERENCE (self), NULL);

  return find_object (self, NULL, NULL);
}

/**
 * kq_difference_get_field:
 * @self: a difference
 *
 * Returns: the row of the field in the object's table; %KQ_NO_FIELD where the
 *   object itself is new or gone, or no table knows the member
 */
guint
kq_difference_get_field (KqDifference *self)
{
  guint index;

  g_return_val_if_fail (KQ_IS_DIFFERENCE (self), KQ_NO_FIELD);

  find_object (self, &index, NULL);

  return index;
}

/**
 * kq_difference_get_before:
 * @self: a difference
 *
 * Returns: (transfer none) (nullable): what was there; %NULL for nothing, or
 *   the default
 */
JsonNode *
kq_difference_get_before (KqDifference *self)
{
  g_return_val_if_fail (KQ_IS_DIFFERENCE (self), NULL);

  return self->values[BEFORE];
}

/**
 * kq_difference_get_after:
 * @self: a difference
 *
 * Returns: (transfer none) (nullable): what is there; %NULL likewise
 */
JsonNode *
kq_difference_get_after (KqDifference *self)
{
  g_return_val_if_fail (KQ_IS_DIFFERENCE (self), NULL);

  return self->values[AFTER];
}

/**
 * kq_difference_dup_object_label:
 * @self: a difference
 *
 * Returns: (transfer full): “Coupon 满599减100”, or “Campaign”
 */
char *
kq_difference_dup_object_label (KqDifference *self)
{
  KqObject *object;
  char *place;

  g_return_val_if_fail (KQ_IS_DIFFERENCE (self), NULL);

  object = find_object (self, NULL, NULL);
  place = kq_object_describe_place (object);

  return place != NULL ? place : g_strdup (kq_object_get_label (object));
}

/**
 * kq_difference_dup_field_label:
 * @self: a difference
 *
 * Returns: (transfer full) (nullable): “Amount off”; what the file calls it
 *   where no table knows it; %NULL where the object itself is meant
 */
char *
kq_difference_dup_field_label (KqDifference *self)
{
  KqObject *object;
  const char *rest;
  guint index;

  g_return_val_if_fail (KQ_IS_DIFFERENCE (self), NULL);

  object = find_object (self, &index, &rest);
  if (index != KQ_NO_FIELD)
    return g_strdup (kq_object_get_field_label (object, index));

  return *rest != '\0' ? g_strdup (rest + 1) : NULL;
}

/**
 * kq_difference_dup_before_text:
 * @self: a difference
 *
 * Returns: (transfer full) (nullable): what was there, in people's words, or
 *   what the object was called; %NULL where it is new
 */
char *
kq_difference_dup_before_text (KqDifference *self)
{
  g_return_val_if_fail (KQ_IS_DIFFERENCE (self), NULL);

  if (self->kind == KQ_DIFFERENCE_ADDED)
    return NULL;

  return kq_id_pointer_describe_value (self->pointer, self->campaigns[BEFORE], self->values[BEFORE]);
}

/**
 * kq_difference_dup_after_text:
 * @self: a difference
 *
 * Returns: (transfer full) (nullable): what is there, likewise; %NULL where it
 *   is gone
 */
char *
kq_difference_dup_after_text (KqDifference *self)
{
  g_return_val_if_fail (KQ_IS_DIFFERENCE (self), NULL);

  if (self->kind == KQ_DIFFERENCE_REMOVED)
    return NULL;

  return kq_id_pointer_describe_value (self->pointer, self->campaigns[AFTER], self->values[AFTER]);
}
