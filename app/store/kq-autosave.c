/* kq-autosave.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-autosave-private.h"

#include <string.h>

#include "kq-json.h"

/* After the last change, and at most after the first */
#define DELAY     500
#define MAX_DELAY 3000

/**
 * KqAutosave:
 *
 * Saves an open campaign into the library as it changes.
 */

enum {
  PROP_0,
  PROP_STATE,
  PROP_ERROR,
  PROP_VERSION,
  N_PROPS
};

enum {
  CHANGED_UNDERNEATH,
  SAVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqAutosave, kq_autosave, G_TYPE_OBJECT)

static gint64
real_now (gpointer data)
{
  return g_get_monotonic_time () / 1000;
}

static guint
real_add (gpointer    data,
          guint       milliseconds,
          GSourceFunc func,
          gpointer    func_data)
{
  return g_timeout_add (milliseconds, func, func_data);
}

static void
real_remove (gpointer data,
             guint    id)
{
  g_source_remove (id);
}

void
kq_autosave_unschedule (KqAutosave *self)
{
  if (self->timer != 0)
    self->clock.remove (self->clock.data, self->timer);
  self->timer = 0;
}

static gboolean
on_timer (gpointer data)
{
  KqAutosave *self = data;

  self->timer = 0;
  kq_autosave_start (self);

  return G_SOURCE_REMOVE;
}

/* Saves in so many milliseconds, whatever was planned before. */
void
kq_autosave_schedule (KqAutosave *self,
                      guint       milliseconds)
{
  kq_autosave_unschedule (self);
  self->timer = self->clock.add (self->clock.data, milliseconds, on_timer, self);
}

static void
schedule_after_change (KqAutosave *self)
{
  gint64 now = self->clock.now (self->clock.data);

  if (self->first_change < 0)
    self->first_change = now;
  kq_autosave_schedule (self, CLAMP (self->first_change + MAX_DELAY - now, 0, DELAY));
}

static void
on_changed (KqAutosave *self)
{
  self->dirty = TRUE;
  self->has_counts = FALSE;
  if (self->state == KQ_AUTOSAVE_CHANGED)
    return;

  schedule_after_change (self);
  if (self->state == KQ_AUTOSAVE_SAVED)
    kq_autosave_set_state (self, KQ_AUTOSAVE_PENDING);
}

/* Of our own saves we know; what their answer says of others we'll hear. */
static void
on_library_changed (KqAutosave *self,
                    const char *id)
{
  if (self->version != 0 && self->saving == NULL &&
      (id == NULL || g_strcmp0 (id, kq_object_get_id (KQ_OBJECT (self->campaign))) == 0))
    kq_autosave_look (self);
}

static void
kq_autosave_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  KqAutosave *self = KQ_AUTOSAVE (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_VERSION:
      g_value_set_int64 (value, self->version);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_autosave_dispose (GObject *object)
{
  KqAutosave *self = KQ_AUTOSAVE (object);

  kq_autosave_unschedule (self);
  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->campaign);
  g_clear_object (&self->assets);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kq_autosave_parent_class)->dispose (object);
}

static void
kq_autosave_finalize (GObject *object)
{
  KqAutosave *self = KQ_AUTOSAVE (object);

  g_clear_error (&self->error);
  g_clear_pointer (&self->base, json_node_unref);
  g_clear_pointer (&self->snapshot, json_node_unref);
  g_clear_object (&self->saving);
  g_ptr_array_unref (self->flushes);

  G_OBJECT_CLASS (kq_autosave_parent_class)->finalize (object);
}

static void
kq_autosave_class_init (KqAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = kq_autosave_get_property;
  object_class->dispose = kq_autosave_dispose;
  object_class->finalize = kq_autosave_finalize;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, KQ_AUTOSAVE_CHANGED, 0, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_VERSION] = g_param_spec_int64 ("version", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KqAutosave::changed-underneath:
   * @self: the autosave
   * @theirs: what they saved, sealed
   * @version: its number
   *
   * Somebody else saved the campaign since “version”.
   */
  signals[CHANGED_UNDERNEATH] =
    g_signal_new ("changed-underneath", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 2, JSON_TYPE_NODE, G_TYPE_INT64);

  /**
   * KqAutosave::saved:
   * @self: the autosave
   * @version: the version that holds what was saved
   *
   * A save came to a good end.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
kq_autosave_init (KqAutosave *self)
{
  self->clock = (KqAutosaveClock) { real_now, real_add, real_remove, NULL };
  self->first_change = -1;
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
}

void
kq_autosave_set_state (KqAutosave      *self,
                       KqAutosaveState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* @error: (transfer full) (nullable) */
void
kq_autosave_take_error (KqAutosave *self,
                        GError     *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

void
kq_autosave_set_base (KqAutosave *self,
                      JsonNode   *base,
                      gint64      version)
{
  json_node_ref (base);
  g_clear_pointer (&self->base, json_node_unref);
  self->base = base;
  if (self->version == version)
    return;

  self->version = version;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERSION]);
}

void
kq_autosave_emit_saved (KqAutosave *self)
{
  g_signal_emit (self, signals[SAVED], 0, self->version);
}

void
kq_autosave_emit_changed (KqAutosave *self,
                          JsonNode   *theirs,
                          gint64      version)
{
  g_signal_emit (self, signals[CHANGED_UNDERNEATH], 0, theirs, version);
}

/* Before anything happened. */
void
kq_autosave_set_clock (KqAutosave            *self,
                       const KqAutosaveClock *clock)
{
  gboolean planned = self->timer != 0;

  kq_autosave_unschedule (self);
  self->clock = *clock;
  self->first_change = -1;
  if (planned)
    schedule_after_change (self);
}

/**
 * kq_autosave_new:
 * @library: where to
 * @campaign: an open campaign
 * @assets: (nullable): where its pictures are
 * @version: the version of the library that the campaign equals, 0 for one that
 *   is new to the library, and so is saved shortly
 *
 * Returns: (transfer full): what saves it as it changes
 */
KqAutosave *
kq_autosave_new (KqLibrary     *library,
                 KqCampaign    *campaign,
                 KqAssetSource *assets,
                 gint64         version)
{
  KqAutosave *self;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (assets == NULL || KQ_IS_ASSET_SOURCE (assets), NULL);
  g_return_val_if_fail (version >= 0, NULL);

  self = g_object_new (KQ_TYPE_AUTOSAVE, NULL);
  self->library = g_object_ref (library);
  self->campaign = g_object_ref (campaign);
  g_set_object (&self->assets, assets);
  if (version != 0)
    kq_autosave_set_base (self, kq_object_snapshot (KQ_OBJECT (campaign)), version);
  else
    on_changed (self);
  g_signal_connect_swapped (campaign, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (library, "changed", G_CALLBACK (on_library_changed), self);

  return self;
}

/**
 * kq_autosave_get_state:
 * @self: an autosave
 *
 * Returns: where the campaign's changes are
 */
KqAutosaveState
kq_autosave_get_state (KqAutosave *self)
{
  g_return_val_if_fail (KQ_IS_AUTOSAVE (self), KQ_AUTOSAVE_SAVED);

  return self->state;
}

/**
 * kq_autosave_get_error:
 * @self: an autosave
 *
 * Returns: (transfer none) (nullable): why the last save failed
 */
const GError *
kq_autosave_get_error (KqAutosave *self)
{
  g_return_val_if_fail (KQ_IS_AUTOSAVE (self), NULL);

  return self->error;
}

/**
 * kq_autosave_get_version:
 * @self: an autosave
 *
 * Returns: the library's version that the next save is made from, 0 for none
 */
gint64
kq_autosave_get_version (KqAutosave *self)
{
  g_return_val_if_fail (KQ_IS_AUTOSAVE (self), 0);

  return self->version;
}

/**
 * kq_autosave_get_base:
 * @self: an autosave
 *
 * Returns: (transfer none) (nullable): what that version holds, sealed
 */
JsonNode *
kq_autosave_get_base (KqAutosave *self)
{
  g_return_val_if_fail (KQ_IS_AUTOSAVE (self), NULL);

  return self->base;
}

/**
 * kq_autosave_set_counts:
 * @self: an autosave
 * @counts: (array fixed-size=3): how many errors, warnings and advice the
 *   campaign has as it is now
 * @checked: when they were counted, in seconds since 1970-01-01T00:00:00Z
 *
 * Says what the check of the campaign found: stored with the next save, or by
 * itself where there is nothing else to save.
 */
void
kq_autosave_set_counts (KqAutosave *self,
                        const int   counts[3],
                        gint64      checked)
{
  g_return_if_fail (KQ_IS_AUTOSAVE (self));

  memcpy (self->counts, counts, sizeof self->counts);
  self->checked = checked;
  self->has_counts = TRUE;
  if (self->state == KQ_AUTOSAVE_SAVED)
    kq_autosave_send_counts (self);
}

/**
 * kq_autosave_set_kind:
 * @self: an autosave
 * @kind: what the next version comes from
 *
 * Says what the changes that aren't saved yet come from. Those that come after
 * the next save are edits again.
 */
void
kq_autosave_set_kind (KqAutosave    *self,
                      KqVersionKind  kind)
{
  g_return_if_fail (KQ_IS_AUTOSAVE (self));

  self->kind = kind;
}

/**
 * kq_autosave_rebase:
 * @self: an autosave
 * @theirs: what “changed-underneath” told of
 * @version: its number
 *
 * Says that the campaign now holds @theirs, and perhaps more, which is saved
 * shortly, as a merge.
 */
void
kq_autosave_rebase (KqAutosave *self,
                    JsonNode   *theirs,
                    gint64      version)
{
  g_return_if_fail (KQ_IS_AUTOSAVE (self));
  g_return_if_fail (JSON_NODE_HOLDS_OBJECT (theirs));
  g_return_if_fail (version > 0);

  kq_autosave_take_error (self, NULL);
  kq_autosave_set_base (self, theirs, version);
  self->dirty = !kq_json_equal (theirs, kq_object_snapshot (KQ_OBJECT (self->campaign)));
  if (self->dirty)
    {
      self->kind = KQ_VERSION_MERGE;
      schedule_after_change (self);
    }
  else
    kq_autosave_unschedule (self);
  if (self->saving == NULL)
    kq_autosave_set_state (self, self->dirty ? KQ_AUTOSAVE_PENDING : KQ_AUTOSAVE_SAVED);
}

static gboolean
is_saved (KqAutosave *self)
{
  return self->state == KQ_AUTOSAVE_SAVED && !self->dirty;
}

/**
 * kq_autosave_flush:
 * @self: an autosave
 * @error: return location for an error
 *
 * Saves at once what isn't saved, and waits: for the end of the program.
 * “changed-underneath” isn't emitted before it returns:
 * %KQ_LIBRARY_ERROR_CHANGED is an error like another here.
 *
 * Returns: whether all is in the library; errors as of kq_library_save()
 */
gboolean
kq_autosave_flush (KqAutosave  *self,
                   GError     **error)
{
  g_return_val_if_fail (KQ_IS_AUTOSAVE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  kq_autosave_wait (self);
  if (!is_saved (self))
    {
      kq_autosave_start (self);
      kq_autosave_wait (self);
    }
  if (is_saved (self))
    return TRUE;

  /* For whoever goes on after all. */
  if (self->state == KQ_AUTOSAVE_CHANGED)
    kq_autosave_look (self);
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * kq_autosave_flush_async:
 * @self: an autosave
 * @cancellable: (nullable): to give up waiting; what is begun is finished
 * @callback: called when done
 * @data: its data
 *
 * Saves at once what isn't saved.
 */
void
kq_autosave_flush_async (KqAutosave          *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  GTask *task;

  g_return_if_fail (KQ_IS_AUTOSAVE (self));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kq_autosave_flush_async);
  if (is_saved (self))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  g_ptr_array_add (self->flushes, task);
  if (self->saving == NULL)
    kq_autosave_start (self);
}

/**
 * kq_autosave_flush_finish:
 * @self: an autosave
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether all is in the library; errors as of kq_library_save()
 */
gboolean
kq_autosave_flush_finish (KqAutosave    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
