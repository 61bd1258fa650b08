/* kq-desk.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-desk.h"

#include <glib/gi18n-lib.h>

#include "kq-conflict.h"
#include "kq-format.h"
#include "kq-merge.h"

/* Campaigns whose undo is kept after they were closed; beyond it that of the one
 * closed first is forgotten. */
#define MAX_KEPT 16

/**
 * KqDesk:
 *
 * Opens campaigns of a library, none twice, and keeps the histories of those
 * that were closed until the program ends.
 */
struct _KqDesk {
  GObject     parent_instance;

  KqLibrary  *library; /* (owned) */
  GHashTable *open;    /* (owned) (element-type utf8 KqDocument): by id */
  GQueue      kept;    /* (element-type Kept): the last closed first */
};

G_DEFINE_FINAL_TYPE (KqDesk, kq_desk, G_TYPE_OBJECT)

/* What is left of a campaign that was closed. */
typedef struct {
  KqCampaign *campaign; /* (owned) */
  KqHistory  *history;  /* (owned) */
  gint64      version;  /* the one that it equals */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_object_unref (kept->campaign);
  g_object_unref (kept->history);
  g_free (kept);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kept, kept_free)

static const char *
get_id (KqCampaign *campaign)
{
  return kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_ID);
}

/* (nullable) (transfer full): what was kept of the campaign, which it isn't any
 * more */
static Kept *
take_kept (KqDesk     *self,
           const char *id)
{
  for (GList *l = self->kept.head; l != NULL; l = l->next)
    {
      Kept *kept = l->data;

      if (!g_str_equal (get_id (kept->campaign), id))
        continue;
      g_queue_delete_link (&self->kept, l);
      return kept;
    }

  return NULL;
}

static void
keep (KqDesk     *self,
      KqDocument *document)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->campaign = g_object_ref (kq_document_get_campaign (document));
  kept->history = g_object_ref (kq_document_get_history (document));
  kept->version = kq_autosave_get_version (kq_document_get_autosave (document));
  kq_history_break (kept->history);
  g_queue_push_head (&self->kept, kept);
  if (self->kept.length > MAX_KEPT)
    kept_free (g_queue_pop_tail (&self->kept));
}

/* What others did to it while it was closed is one more step. */
static void
catch_up (Kept     *kept,
          JsonNode *newest)
{
  kq_history_begin (kept->history, _("changes from elsewhere"));
  kq_object_apply (KQ_OBJECT (kept->campaign), newest);
  kq_history_end (kept->history);
}

/* (transfer full) */
static KqDocument *
make_document (KqDesk     *self,
               const char *id,
               JsonNode   *newest,
               gint64      version)
{
  g_autoptr (Kept) kept = take_kept (self, id);
  g_autoptr (KqCampaign) campaign = NULL;

  if (kept != NULL)
    {
      if (kept->version != version)
        catch_up (kept, newest);
      return kq_document_new_in_library (self->library, kept->campaign, kept->history, version);
    }

  campaign = kq_format_to_campaign (newest);

  return kq_document_new_in_library (self->library, campaign, NULL, version);
}

static void
kq_desk_dispose (GObject *object)
{
  KqDesk *self = KQ_DESK (object);

  g_hash_table_remove_all (self->open);
  g_queue_clear_full (&self->kept, kept_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kq_desk_parent_class)->dispose (object);
}

static void
kq_desk_finalize (GObject *object)
{
  g_hash_table_unref (KQ_DESK (object)->open);

  G_OBJECT_CLASS (kq_desk_parent_class)->finalize (object);
}

static void
kq_desk_class_init (KqDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kq_desk_dispose;
  object_class->finalize = kq_desk_finalize;
}

static void
kq_desk_init (KqDesk *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_queue_init (&self->kept);
}

/**
 * kq_desk_new:
 * @library: a library
 *
 * Returns: (transfer full): a desk with nothing open
 */
KqDesk *
kq_desk_new (KqLibrary *library)
{
  KqDesk *self;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);

  self = g_object_new (KQ_TYPE_DESK, NULL);
  self->library = g_object_ref (library);

  return self;
}

/**
 * kq_desk_get_library:
 * @self: a desk
 *
 * Returns: (transfer none): its library
 */
KqLibrary *
kq_desk_get_library (KqDesk *self)
{
  g_return_val_if_fail (KQ_IS_DESK (self), NULL);

  return self->library;
}

/**
 * kq_desk_find:
 * @self: a desk
 * @id: a campaign's id
 *
 * Returns: (transfer none) (nullable): the campaign, where it is open
 */
KqDocument *
kq_desk_find (KqDesk     *self,
              const char *id)
{
  g_return_val_if_fail (KQ_IS_DESK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->open, id);
}

/**
 * kq_desk_list:
 * @self: a desk
 *
 * Returns: (transfer container) (element-type KqDocument): what is open
 */
GPtrArray *
kq_desk_list (KqDesk *self)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer document;

  g_return_val_if_fail (KQ_IS_DESK (self), documents);

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    g_ptr_array_add (documents, g_object_ref (document));

  return documents;
}

static KqDocument *
put (KqDesk     *self,
     KqDocument *document)
{
  g_hash_table_insert (self->open, g_strdup (kq_document_get_id (document)), document);

  return document;
}

/**
 * kq_desk_create:
 * @self: a desk
 * @name: a name
 *
 * Makes a campaign, which the library has shortly.
 *
 * Returns: (transfer none): it, open
 */
KqDocument *
kq_desk_create (KqDesk     *self,
                const char *name)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (KqCampaign) campaign = NULL;

  g_return_val_if_fail (KQ_IS_DESK (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  campaign = kq_campaign_new (id, name);

  return kq_desk_add (self, campaign);
}

/**
 * kq_desk_add:
 * @self: a desk
 * @campaign: (transfer none): a campaign that is new, and that nobody else edits
 *
 * Takes a campaign that was made elsewhere, and which the library has shortly.
 *
 * Returns: (transfer none): it, open
 */
KqDocument *
kq_desk_add (KqDesk     *self,
             KqCampaign *campaign)
{
  g_return_val_if_fail (KQ_IS_DESK (self), NULL);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);

  return put (self, kq_document_new_in_library (self->library, campaign, NULL, 0));
}

/* It may have been opened meanwhile, by a second click. */
static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  KqDesk *self = g_task_get_source_object (task);
  const char *id = g_task_get_task_data (task);
  KqDocument *document = kq_desk_find (self, id);
  g_autoptr (JsonNode) newest = NULL;
  GError *error = NULL;
  gint64 version;

  newest = kq_library_load_finish (KQ_LIBRARY (source), result, &version, &error);
  if (newest == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (document == NULL)
    document = put (self, make_document (self, id, newest, version));
  g_task_return_pointer (task, g_object_ref (document), g_object_unref);
}

/**
 * kq_desk_open_async:
 * @self: a desk
 * @id: a campaign of the library
 * @cancellable: (nullable): to give up
 * @callback: called when done
 * @data: its data
 *
 * Opens a campaign, with the undo and redo that it had where it was open before.
 */
void
kq_desk_open_async (KqDesk              *self,
                    const char          *id,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  KqDocument *document;

  g_return_if_fail (KQ_IS_DESK (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kq_desk_open_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  document = kq_desk_find (self, id);
  if (document != NULL)
    g_task_return_pointer (task, g_object_ref (document), g_object_unref);
  else
    kq_library_load_async (self->library, id, 0, cancellable, on_loaded, g_steal_pointer (&task));
}

/**
 * kq_desk_open_finish:
 * @self: a desk
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full): the campaign, or %NULL with an error as of
 *   kq_library_load()
 */
KqDocument *
kq_desk_open_finish (KqDesk        *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kq_desk_close:
 * @self: a desk
 * @document: what is open on it
 *
 * Lets go of a campaign. Its undo and redo are kept if all of it is saved; if
 * not, what isn't is given up.
 */
void
kq_desk_close (KqDesk     *self,
               KqDocument *document)
{
  const char *id;

  g_return_if_fail (KQ_IS_DESK (self));
  g_return_if_fail (KQ_IS_DOCUMENT (document));

  id = kq_document_get_id (document);
  if (kq_desk_find (self, id) != document)
    return;

  if (kq_document_is_kept (document))
    keep (self, document);
  g_hash_table_remove (self->open, id);
}

/* (transfer full): what both sides changed, and mine where nobody can be asked;
 * mine alone where that can't be merged */
static JsonNode *
merge_mine (JsonNode *base,
            JsonNode *mine,
            JsonNode *theirs)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  JsonNode *merged = kq_merge (base, mine, theirs, &conflicts, NULL);

  for (guint i = 0; merged != NULL && i < conflicts->len; i++)
    {
      KqConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autoptr (JsonNode) before = merged;

      merged = kq_conflict_is_note (conflict)
               ? json_node_ref (before)
               : kq_conflict_resolve (conflict, before, kq_conflict_get_mine (conflict), NULL);
    }

  return merged != NULL ? merged : json_node_ref (mine);
}

/* What others changed meanwhile can't be asked about any more. Their version stays
 * in the history. */
static gboolean
save_merged (KqDesk      *self,
             KqDocument  *document,
             GError     **error)
{
  g_autoptr (KqLibrarySave) save = NULL;
  g_autoptr (JsonNode) theirs = NULL;
  g_autoptr (JsonNode) merged = NULL;
  gint64 version;

  theirs = kq_library_load (self->library, kq_document_get_id (document), 0, &version, NULL, error);
  if (theirs == NULL)
    return FALSE;
  merged = merge_mine (kq_autosave_get_base (kq_document_get_autosave (document)),
                       kq_object_snapshot (KQ_OBJECT (kq_document_get_campaign (document))),
                       theirs);
  save = kq_library_save_new (merged, version, KQ_VERSION_MERGE);
  g_set_object (&save->assets, kq_document_get_assets (document));

  return kq_library_save (self->library, save, NULL, error) != 0;
}

static gboolean
flush (KqDesk      *self,
       KqDocument  *document,
       GError     **error)
{
  g_autoptr (GError) local_error = NULL;

  if (kq_autosave_flush (kq_document_get_autosave (document), &local_error))
    return TRUE;
  if (g_error_matches (local_error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_CHANGED))
    return save_merged (self, document, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * kq_desk_flush:
 * @self: a desk
 * @error: return location for an error
 *
 * Saves all that is open, now, and waits for it: for the end of the session. What
 * others saved meanwhile is merged; where both changed the same, this side counts.
 *
 * Returns: whether all is saved; if not, the rest is nevertheless, and the
 *   error is of the first that isn't, as of kq_library_save()
 */
gboolean
kq_desk_flush (KqDesk  *self,
               GError **error)
{
  g_autoptr (GPtrArray) documents = NULL;
  gboolean is_saved = TRUE;

  g_return_val_if_fail (KQ_IS_DESK (self), TRUE);

  documents = kq_desk_list (self);
  for (guint i = 0; i < documents->len; i++)
    {
      KqDocument *document = g_ptr_array_index (documents, i);

      is_saved = flush (self, document, is_saved ? error : NULL) && is_saved;
    }

  return is_saved;
}
