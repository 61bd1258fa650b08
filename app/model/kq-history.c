/* kq-history.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-history.h"
#include "kq-json.h"

/* Steps that can be undone; the oldest is forgotten beyond it. */
#define MAX_STEPS 1000

/**
 * KqHistory:
 *
 * Undo and redo of a campaign: a row of snapshots, which share what didn't
 * change between them. Each change is a step; typing in one field is one step
 * until [method@History.break]; what is done between [method@History.begin]
 * and [method@History.end] is one step with a name of its own.
 */
struct _KqHistory {
  GObject     parent_instance;

  KqCampaign *campaign;      /* (owned) */
  GPtrArray  *steps;         /* (owned) (element-type Step): states, oldest first */
  guint       current;       /* the state that the campaign is in */
  JsonNode   *clean;         /* (owned) */

  guint       depth;         /* begin() without end() */
  char       *name;          /* (owned) (nullable): of the step that is open */
  gboolean    dirty;         /* something changed in it */
  gboolean    restoring;

  KqObject   *typing;        /* (owned) (nullable): where the last step was typed */
  guint       typing_field;
};

/* A state of the campaign, and what led to it. */
typedef struct {
  JsonNode *snapshot;        /* (owned) */
  char     *name;            /* (owned) (nullable): none for the first */
} Step;

enum {
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_CLEAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KqHistory, kq_history, G_TYPE_OBJECT)

static Step *
step_new (JsonNode   *snapshot,
          const char *name)
{
  Step *step = g_new (Step, 1);

  step->snapshot = json_node_ref (snapshot);
  step->name = g_strdup (name);

  return step;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  json_node_unref (step->snapshot);
  g_free (step->name);
  g_free (step);
}

static Step *
step_at (KqHistory *self,
         guint      position)
{
  return g_ptr_array_index (self->steps, position);
}

static void
notify_all (KqHistory *self)
{
  for (guint i = PROP_CAN_UNDO; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* What was done and done back is no step: undoing it would seem to do nothing. */
static gboolean
is_as_in (KqHistory *self,
          guint      position)
{
  return kq_json_equal (step_at (self, position)->snapshot,
                        kq_object_snapshot (KQ_OBJECT (self->campaign)));
}

static gboolean
record (KqHistory  *self,
        const char *name)
{
  JsonNode *snapshot = kq_object_snapshot (KQ_OBJECT (self->campaign));

  if (is_as_in (self, self->current))
    return FALSE;

  if (self->current + 1 < self->steps->len)
    g_ptr_array_set_size (self->steps, self->current + 1);
  g_ptr_array_add (self->steps, step_new (snapshot, name));
  if (self->steps->len > MAX_STEPS + 1)
    g_ptr_array_remove_index (self->steps, 0);
  self->current = self->steps->len - 1;
  notify_all (self);

  return TRUE;
}

/* More of what the last step has begun, or all of it taken back. */
static void
extend (KqHistory *self)
{
  Step *step = step_at (self, self->current);

  if (is_as_in (self, self->current - 1))
    {
      g_ptr_array_set_size (self->steps, self->current);
      self->current--;
      g_clear_object (&self->typing);
      notify_all (self);
      return;
    }

  json_node_unref (step->snapshot);
  step->snapshot = json_node_ref (kq_object_snapshot (KQ_OBJECT (self->campaign)));
  notify_all (self);
}

static gboolean
is_typed (KqFieldKind kind)
{
  return kind == KQ_FIELD_TEXT || kind == KQ_FIELD_INT || kind == KQ_FIELD_FEN ||
         kind == KQ_FIELD_TIME || kind == KQ_FIELD_ID;
}

static void
record_change (KqHistory *self,
               KqObject  *origin,
               guint      index)
{
  const KqField *field = index != KQ_NO_FIELD ? kq_object_get_field (origin, index) : NULL;
  g_autofree char *name = NULL;

  if (field != NULL && self->typing == origin && self->typing_field == index &&
      self->current + 1 == self->steps->len)
    {
      extend (self);
      return;
    }

  g_clear_object (&self->typing);
  if (field != NULL)
    name = g_strdup_printf (_("change “%s”"), kq_object_get_field_label (origin, index));
  if (record (self, name != NULL ? name : _("change")) &&
      field != NULL && is_typed (field->kind))
    {
      self->typing = g_object_ref (origin);
      self->typing_field = index;
    }
}

static void
on_changed (KqHistory *self,
            KqObject  *origin,
            guint      index)
{
  if (self->restoring)
    return;
  if (self->depth > 0)
    self->dirty = TRUE;
  else
    record_change (self, origin, index);
}

static void
restore (KqHistory *self,
         guint      position)
{
  self->current = position;
  g_clear_object (&self->typing);
  self->restoring = TRUE;
  kq_object_restore (KQ_OBJECT (self->campaign), step_at (self, position)->snapshot);
  self->restoring = FALSE;
  notify_all (self);
}

static void
kq_history_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  KqHistory *self = KQ_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, kq_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, kq_history_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, kq_history_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, kq_history_get_redo_name (self));
      break;
    case PROP_CLEAN:
      g_value_set_boolean (value, kq_history_is_clean (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_history_dispose (GObject *object)
{
  KqHistory *self = KQ_HISTORY (object);

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);
  g_clear_object (&self->campaign);
  g_clear_object (&self->typing);

  G_OBJECT_CLASS (kq_history_parent_class)->dispose (object);
}

static void
kq_history_finalize (GObject *object)
{
  KqHistory *self = KQ_HISTORY (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->clean, json_node_unref);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (kq_history_parent_class)->finalize (object);
}

static void
kq_history_class_init (KqHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kq_history_get_property;
  object_class->dispose = kq_history_dispose;
  object_class->finalize = kq_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_CLEAN] = g_param_spec_boolean ("clean", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kq_history_init (KqHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
}

/**
 * kq_history_new:
 * @campaign: a campaign
 *
 * Returns: (transfer full): a history that begins, clean, with the campaign
 *   as it is
 */
KqHistory *
kq_history_new (KqCampaign *campaign)
{
  KqHistory *self;
  JsonNode *snapshot;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  self = g_object_new (KQ_TYPE_HISTORY, NULL);
  self->campaign = g_object_ref (campaign);
  snapshot = kq_object_snapshot (KQ_OBJECT (campaign));
  g_ptr_array_add (self->steps, step_new (snapshot, NULL));
  self->clean = json_node_ref (snapshot);
  g_signal_connect_swapped (campaign, "changed", G_CALLBACK (on_changed), self);

  return self;
}

/**
 * kq_history_begin:
 * @self: a history
 * @name: what is about to be done, in the user's language: “remove coupon”
 *
 * Begins a step. Within another step it only adds to that one.
 */
void
kq_history_begin (KqHistory  *self,
                  const char *name)
{
  g_return_if_fail (KQ_IS_HISTORY (self));
  g_return_if_fail (name != NULL);

  if (self->depth++ > 0)
    return;

  g_clear_pointer (&self->name, g_free);
  self->name = g_strdup (name);
  self->dirty = FALSE;
}

/**
 * kq_history_end:
 * @self: a history
 *
 * Ends the step that [method@History.begin] began. Where nothing changed in
 * it there is no step.
 */
void
kq_history_end (KqHistory *self)
{
  g_return_if_fail (KQ_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0 || !self->dirty)
    return;

  g_clear_object (&self->typing);
  record (self, self->name);
}

/**
 * kq_history_break:
 * @self: a history
 *
 * What is typed from now on is a step of its own: the row was left.
 */
void
kq_history_break (KqHistory *self)
{
  g_return_if_fail (KQ_IS_HISTORY (self));

  g_clear_object (&self->typing);
}

/**
 * kq_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to undo
 */
gboolean
kq_history_can_undo (KqHistory *self)
{
  g_return_val_if_fail (KQ_IS_HISTORY (self), FALSE);

  return self->current > 0;
}

/**
 * kq_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to do again
 */
gboolean
kq_history_can_redo (KqHistory *self)
{
  g_return_val_if_fail (KQ_IS_HISTORY (self), FALSE);

  return self->current + 1 < self->steps->len;
}

/**
 * kq_history_get_undo_name:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what undoing would undo
 */
const char *
kq_history_get_undo_name (KqHistory *self)
{
  g_return_val_if_fail (KQ_IS_HISTORY (self), NULL);

  return kq_history_can_undo (self) ? step_at (self, self->current)->name : NULL;
}

/**
 * kq_history_get_redo_name:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what redoing would do again
 */
const char *
kq_history_get_redo_name (KqHistory *self)
{
  g_return_val_if_fail (KQ_IS_HISTORY (self), NULL);

  return kq_history_can_redo (self) ? step_at (self, self->current + 1)->name : NULL;
}

/**
 * kq_history_undo:
 * @self: a history
 *
 * Brings the campaign back to before the last step, in place. Does nothing
 * where there is none.
 */
void
kq_history_undo (KqHistory *self)
{
  g_return_if_fail (KQ_IS_HISTORY (self));
  g_return_if_fail (self->depth == 0);

  if (kq_history_can_undo (self))
    restore (self, self->current - 1);
}

/**
 * kq_history_redo:
 * @self: a history
 *
 * Does the last step again that was undone. Does nothing where there is none.
 */
void
kq_history_redo (KqHistory *self)
{
  g_return_if_fail (KQ_IS_HISTORY (self));
  g_return_if_fail (self->depth == 0);

  if (kq_history_can_redo (self))
    restore (self, self->current + 1);
}

/**
 * kq_history_mark_clean:
 * @self: a history
 *
 * The campaign as it is has been saved.
 */
void
kq_history_mark_clean (KqHistory *self)
{
  g_return_if_fail (KQ_IS_HISTORY (self));

  json_node_unref (self->clean);
  self->clean = json_node_ref (kq_object_snapshot (KQ_OBJECT (self->campaign)));
  g_clear_object (&self->typing);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLEAN]);
}

/**
 * kq_history_is_clean:
 * @self: a history
 *
 * Returns: whether the campaign is as it was when it was last saved
 */
gboolean
kq_history_is_clean (KqHistory *self)
{
  g_return_val_if_fail (KQ_IS_HISTORY (self), TRUE);

  return kq_json_equal (self->clean, kq_object_snapshot (KQ_OBJECT (self->campaign)));
}
