/* kq-reconciler.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-reconciler.h"

#include <glib/gi18n-lib.h>

#include "kq-merge.h"

/**
 * KqReconciler:
 *
 * Brings what others saved into the document. Their version is in the history
 * whatever is decided, so nothing is lost by deciding.
 */
struct _KqReconciler {
  GObject     parent_instance;

  KqDocument *document;  /* (owned) */
  JsonNode   *theirs;    /* (owned) (nullable): what is to be decided about */
  gint64      version;   /* of it */
  GPtrArray  *conflicts; /* (owned) (nullable) (element-type KqConflict): to decide */
};

enum {
  MERGED,
  CONFLICT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqReconciler, kq_reconciler, G_TYPE_OBJECT)

static KqObject *
get_campaign (KqReconciler *self)
{
  return KQ_OBJECT (kq_document_get_campaign (self->document));
}

/* Only what differs is told, so that a field in which somebody types stays as it
 * is. */
static void
take (KqReconciler *self,
      JsonNode     *merged)
{
  KqHistory *history = kq_document_get_history (self->document);
  g_autoptr (JsonNode) theirs = g_steal_pointer (&self->theirs);

  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  kq_history_begin (history, _("changes from elsewhere"));
  kq_object_apply (get_campaign (self), merged);
  kq_history_end (history);
  kq_autosave_rebase (kq_document_get_autosave (self->document), theirs, self->version);
}

/* Those that somebody has to decide; the others are notes on what was kept. */
static GPtrArray *
pick_open (GPtrArray *conflicts)
{
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < conflicts->len; i++)
    {
      KqConflict *conflict = g_ptr_array_index (conflicts, i);

      if (!kq_conflict_is_note (conflict))
        g_ptr_array_add (open, g_object_ref (conflict));
    }

  return open;
}

/* The merge of the campaign as it is now, and what of it has to be decided. */
static JsonNode *
merge (KqReconciler  *self,
       GPtrArray    **open,
       GError       **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  JsonNode *base = kq_autosave_get_base (kq_document_get_autosave (self->document));
  JsonNode *merged;

  merged = kq_merge (base, kq_object_snapshot (get_campaign (self)), self->theirs, &conflicts,
                     error);
  if (merged != NULL)
    *open = pick_open (conflicts);

  return merged;
}

/* What can't be merged is left as it is here, and saved after theirs. */
static void
on_changed_underneath (KqReconciler *self,
                       JsonNode     *theirs,
                       gint64        version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (JsonNode) merged = NULL;

  g_clear_pointer (&self->theirs, json_node_unref);
  self->theirs = json_node_ref (theirs);
  self->version = version;

  merged = merge (self, &open, &error);
  if (merged == NULL)
    {
      g_warning ("%s: %s", kq_document_get_id (self->document), error->message);
      take (self, kq_object_snapshot (get_campaign (self)));
    }
  else if (open->len > 0)
    {
      g_clear_pointer (&self->conflicts, g_ptr_array_unref);
      self->conflicts = g_steal_pointer (&open);
      g_signal_emit (self, signals[CONFLICT], 0);
    }
  else
    {
      take (self, merged);
      g_signal_emit (self, signals[MERGED], 0);
    }
}

static void
kq_reconciler_dispose (GObject *object)
{
  KqReconciler *self = KQ_RECONCILER (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->theirs, json_node_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);

  G_OBJECT_CLASS (kq_reconciler_parent_class)->dispose (object);
}

static void
kq_reconciler_class_init (KqReconcilerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_reconciler_dispose;

  /**
   * KqReconciler::merged:
   * @self: the reconciler
   *
   * What others changed is in the campaign now.
   */
  signals[MERGED] = g_signal_new ("merged", KQ_TYPE_RECONCILER, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KqReconciler::conflict:
   * @self: the reconciler
   *
   * Others changed what was changed here too: see
   * [method@Reconciler.get_conflicts]. Nothing is saved until
   * [method@Reconciler.resolve]. Emitted again where they go on.
   */
  signals[CONFLICT] = g_signal_new ("conflict", KQ_TYPE_RECONCILER, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_reconciler_init (KqReconciler *self)
{
}

/**
 * kq_reconciler_new:
 * @document: a document of a library
 *
 * Returns: (transfer full): what merges into it, from now on
 */
KqReconciler *
kq_reconciler_new (KqDocument *document)
{
  KqReconciler *self;

  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (kq_document_get_autosave (document) != NULL, NULL);

  self = g_object_new (KQ_TYPE_RECONCILER, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (kq_document_get_autosave (document), "changed-underneath",
                           G_CALLBACK (on_changed_underneath), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * kq_reconciler_get_conflicts:
 * @self: a reconciler
 *
 * Returns: (transfer none) (nullable) (element-type KqConflict): what has to be
 *   decided; %NULL where nothing has
 */
GPtrArray *
kq_reconciler_get_conflicts (KqReconciler *self)
{
  g_return_val_if_fail (KQ_IS_RECONCILER (self), NULL);

  return self->conflicts;
}

/**
 * kq_reconciler_get_theirs:
 * @self: a reconciler
 *
 * Returns: (transfer none) (nullable): the campaign as others saved it, while
 *   there is something to decide
 */
JsonNode *
kq_reconciler_get_theirs (KqReconciler *self)
{
  g_return_val_if_fail (KQ_IS_RECONCILER (self), NULL);

  return self->theirs;
}

/* Whether theirs was chosen at @pointer; what is in conflict only now keeps what
 * stands here. */
static gboolean
is_theirs (GPtrArray      *asked,
           const gboolean *theirs,
           const char     *pointer)
{
  for (guint i = 0; i < asked->len; i++)
    if (g_str_equal (kq_conflict_get_pointer (g_ptr_array_index (asked, i)), pointer))
      return theirs[i];

  return FALSE;
}

/* (transfer full): @merged as it was decided */
static JsonNode *
decide (GPtrArray       *open,
        GPtrArray       *asked,
        const gboolean  *theirs,
        JsonNode        *merged,
        GError         **error)
{
  g_autoptr (JsonNode) node = json_node_ref (merged);

  for (guint i = 0; i < open->len; i++)
    {
      KqConflict *conflict = g_ptr_array_index (open, i);
      gboolean is_chosen = is_theirs (asked, theirs, kq_conflict_get_pointer (conflict));
      JsonNode *next = kq_conflict_resolve (conflict, node,
                                            is_chosen ? kq_conflict_get_theirs (conflict)
                                                      : kq_conflict_get_mine (conflict), error);

      if (next == NULL)
        return NULL;
      json_node_unref (node);
      node = next;
    }

  return g_steal_pointer (&node);
}

/**
 * kq_reconciler_resolve:
 * @self: a reconciler with conflicts
 * @theirs: (array): for each of the conflicts, whether theirs is taken
 * @error: return location for an error
 *
 * Merges as it was decided, as one step that can be undone. The campaign may
 * have been edited since it was asked.
 *
 * Returns: whether it is merged; if not, all is as it was, and the error is of
 *   kq_merge() or kq_conflict_resolve()
 */
gboolean
kq_reconciler_resolve (KqReconciler    *self,
                       const gboolean  *theirs,
                       GError         **error)
{
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (JsonNode) merged = NULL;
  g_autoptr (JsonNode) decided = NULL;

  g_return_val_if_fail (KQ_IS_RECONCILER (self), FALSE);
  g_return_val_if_fail (self->conflicts != NULL, FALSE);
  g_return_val_if_fail (theirs != NULL, FALSE);

  merged = merge (self, &open, error);
  if (merged == NULL)
    return FALSE;
  decided = decide (open, self->conflicts, theirs, merged, error);
  if (decided == NULL)
    return FALSE;

  take (self, decided);
  g_signal_emit (self, signals[MERGED], 0);

  return TRUE;
}
