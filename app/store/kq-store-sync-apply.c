/* kq-store-sync-apply.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaigns-table.h"
#include "kq-format.h"
#include "kq-id-pointer.h"
#include "kq-json.h"
#include "kq-library-table.h"
#include "kq-remote-table.h"
#include "kq-store.h"
#include "kq-sync-campaigns-table.h"
#include "kq-sync-conflicts-table.h"
#include "kq-sync-problems-table.h"
#include "kq-sync-seen-table.h"
#include "kq-versions-table.h"

/* Documents of the remote into the library, each as kq_sync_plan_new() has it. */

/* A document that is being applied. */
typedef struct {
  KqStore        *store;   /* (unowned) */
  KqSyncIncoming *in;      /* (unowned) */
  gint64          change;
  gint64          clock;
  KqCampaignHead  head;
  gboolean        exists;
  KqSyncRow       row;
} Applying;

static void
applying_clear (Applying *self)
{
  kq_sync_row_clear (&self->row);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Applying, applying_clear)

static void
set_text (char       **place,
          const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static gboolean
find_head (Applying  *self,
           GError   **error)
{
  KqStep step = kq_campaigns_table_find (self->store->db, self->in->id, &self->head, error);

  self->exists = step == KQ_STEP_ROW;
  self->row.campaign = self->head.key;

  return step != KQ_STEP_FAILED;
}

static gboolean
find (Applying  *self,
      GError   **error)
{
  return find_head (self, error) &&
         kq_sync_campaigns_table_get (self->store->db, self->head.key, &self->row, error) !=
         KQ_STEP_FAILED;
}

static gboolean
save_row (Applying  *self,
          GError   **error)
{
  set_text (&self->row.rev, self->in->rev);

  return kq_sync_campaigns_table_set (self->store->db, &self->row, error) &&
         kq_campaigns_table_touch_key (self->store->db, self->head.key, self->change, error);
}

/* The edit that the document is may be one of ours that arrived, the one that was
 * agreed on, or an older one: then the remote went back, and needs what is here. */
static gboolean
take_known (Applying  *self,
            gint64     version,
            GError   **error)
{
  self->in->outcome = KQ_SYNC_OUTCOME_KNOWN;
  self->row.gone = self->in->deleted ? KQ_SYNC_GONE_TAKEN : KQ_SYNC_GONE_NOT;
  self->row.ahead = version < self->row.base;
  if (version > self->row.base || self->row.base == 0)
    {
      self->row.base = version;
      set_text (&self->row.edit, self->in->edit);
      set_text (&self->row.contains, self->in->contains);
    }

  return save_row (self, error);
}

/* A tombstone that was passed since is no news; the edit on top of it is. */
static gboolean
is_passed (const Applying *self)
{
  return self->in->deleted && self->row.gone == KQ_SYNC_GONE_NOT && *self->row.rev != '\0' &&
         !g_str_equal (self->row.edit, self->in->edit);
}

/* A version of the history, %NULL where it isn't there any more or can't be read */
static gboolean
load (Applying   *self,
      gint64      number,
      JsonNode  **node,
      GError    **error)
{
  g_auto (KqContent) content = { 0 };
  g_autoptr (GBytes) text = NULL;
  KqStep step;

  *node = NULL;
  step = kq_versions_table_get (self->store->db, self->head.key, number, &content, error);
  if (step == KQ_STEP_ROW)
    text = kq_content_decode (&content, NULL);
  if (text != NULL)
    *node = kq_format_parse (text, NULL);

  return step != KQ_STEP_FAILED;
}

/* The document may contain edits of ours of which no answer came, or others that
 * are here: the newest of them is what both come from. */
static gboolean
find_base (Applying  *self,
           gint64    *base,
           GError   **error)
{
  g_auto (GStrv) edits = g_strsplit (self->in->contains, " ", -1);

  *base = self->row.base;
  for (guint i = 0; edits[i] != NULL; i++)
    {
      gint64 version = 0;
      KqStep step = kq_sync_edits_table_get (self->store->db, self->head.key, edits[i], &version,
                                             error);

      if (step == KQ_STEP_FAILED)
        return FALSE;
      *base = MAX (*base, version);
    }

  return TRUE;
}

/* Where both had it deleted, nothing is agreed on about what is there anew. */
static gboolean
load_versions (Applying   *self,
               JsonNode  **base,
               JsonNode  **mine,
               GError    **error)
{
  gboolean is_deleted = self->head.state == KQ_LIBRARY_STATE_DELETED;
  gint64 number;

  *base = *mine = NULL;
  if (!self->exists)
    return TRUE;
  if (!find_base (self, &number, error) || (!is_deleted && !load (self, self->head.number, mine, error)))
    return FALSE;
  if (is_deleted && self->row.gone != KQ_SYNC_GONE_NOT)
    return TRUE;
  if (number == self->head.number && *mine != NULL)
    {
      *base = json_node_ref (*mine);
      return TRUE;
    }
  if (number != 0 && !load (self, number, base, error))
    return FALSE;

  return *base != NULL || number == self->row.base || load (self, self->row.base, base, error);
}

static gboolean
save (Applying       *self,
      JsonNode       *node,
      KqVersionKind   kind,
      gint64         *number,
      GError        **error)
{
  g_autoptr (KqLibrarySave) what = kq_library_save_new (node, KQ_LIBRARY_BASE_ANY, kind);

  return kq_store_write (self->store, what, number, error);
}

static JsonNode *
value_at (JsonNode   *campaign,
          const char *pointer)
{
  g_autofree char *plain = kq_id_pointer_to_plain (pointer, campaign);

  return plain != NULL ? kq_json_pointer_get (campaign, plain) : NULL;
}

/* Where the others changed a place about which it was still to be decided, they
 * did decide. */
static gboolean
close_conflicts (Applying  *self,
                 JsonNode  *mine,
                 JsonNode  *current,
                 GError   **error)
{
  g_autoptr (GPtrArray) open = kq_sync_conflicts_table_list (self->store->db, self->head.key, error);

  if (open == NULL)
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    {
      KqSyncConflict *conflict = g_ptr_array_index (open, i);
      const char *pointer = kq_conflict_get_pointer (conflict->conflict);
      JsonNode *before = mine != NULL ? value_at (mine, pointer) : conflict->value;

      if (!kq_json_identical (before, value_at (current, pointer)) &&
          !kq_sync_conflicts_table_remove (self->store->db, self->head.key, pointer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_conflicts (Applying   *self,
               GPtrArray  *conflicts,
               JsonNode   *current,
               GError    **error)
{
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      KqConflict *conflict = g_ptr_array_index (conflicts, i);

      if (!kq_conflict_is_note (conflict) &&
          !kq_sync_conflicts_table_set (self->store->db, self->head.key, conflict,
                                        value_at (current, kq_conflict_get_pointer (conflict)),
                                        self->in->editor, self->in->edited, error))
        return FALSE;
    }

  return TRUE;
}

/* Theirs goes into the history before what comes of it, mine is there. */
static gboolean
write_versions (Applying          *self,
                const KqSyncPlan  *plan,
                JsonNode          *base,
                GError           **error)
{
  JsonNode *theirs = self->in->campaign;
  gint64 number;

  if (base == NULL || !kq_json_identical (theirs, base) || self->row.base == 0)
    {
      if (!save (self, theirs, KQ_VERSION_SYNC, &self->row.base, error))
        return FALSE;
    }

  return (plan->keep == NULL || save (self, plan->current, KQ_VERSION_MERGE, &number, error)) &&
         (plan->copy == NULL || save (self, plan->copy, KQ_VERSION_MERGE, &number, error));
}

static gboolean
revive (Applying  *self,
        GError   **error)
{
  return self->head.state != KQ_LIBRARY_STATE_DELETED ||
         kq_campaigns_table_set_state (self->store->db, self->head.key, KQ_LIBRARY_STATE_ACTIVE,
                                       self->clock, self->change, error);
}

static gboolean
execute (Applying          *self,
         const KqSyncPlan  *plan,
         JsonNode          *base,
         JsonNode          *mine,
         GError           **error)
{
  if (!write_versions (self, plan, base, error) ||
      (!self->exists && !find_head (self, error)))
    return FALSE;

  self->row.gone = KQ_SYNC_GONE_NOT;
  self->row.ahead = FALSE;
  set_text (&self->row.edit, self->in->edit);
  set_text (&self->row.contains, self->in->contains);

  return (plan->current == NULL ||
          (revive (self, error) && close_conflicts (self, mine, plan->current, error) &&
           add_conflicts (self, plan->conflicts, plan->current, error) &&
           add_conflicts (self, self->in->conflicts, plan->current, error))) &&
         kq_sync_edits_table_add (self->store->db, self->head.key, self->in->edit,
                                  self->row.base, error) &&
         save_row (self, error);
}

/* New here, or not touched since it was agreed on: what nearly all are. */
static gboolean
is_plain (const Applying *self)
{
  return !self->exists || (self->row.base == self->head.number && *self->row.rev != '\0' &&
                           self->head.state != KQ_LIBRARY_STATE_DELETED);
}

static gboolean
apply_edit (Applying  *self,
            GError   **error)
{
  g_autoptr (JsonNode) base = NULL;
  g_autoptr (JsonNode) mine = NULL;
  g_autoptr (KqSyncPlan) plan = NULL;
  gint64 number = 0;

  if (!is_plain (self) && !load_versions (self, &base, &mine, error))
    return FALSE;

  plan = kq_sync_plan_new (base, mine, self->in->campaign);
  self->in->note = plan->note;
  self->in->outcome = plan->keep != NULL ? KQ_SYNC_OUTCOME_MERGED : KQ_SYNC_OUTCOME_TAKEN;
  if (base != NULL && find_base (self, &number, error))
    self->row.base = MAX (self->row.base, number);

  return execute (self, plan, base, mine, error);
}

/* Not done yet: how many there are shows at the end. */
static gboolean
ask (Applying  *self,
     GError   **error)
{
  self->row.gone = KQ_SYNC_GONE_ASKED;
  self->in->outcome = KQ_SYNC_OUTCOME_ASKED;

  return save_row (self, error);
}

static gboolean
note_tombstone (Applying  *self,
                GError   **error)
{
  return kq_sync_edits_table_add (self->store->db, self->head.key, self->in->edit, self->row.base,
                                  error);
}

static gboolean
apply_deletion (Applying  *self,
                GError   **error)
{
  g_autoptr (JsonNode) base = NULL;
  g_autoptr (JsonNode) mine = NULL;
  g_autoptr (KqSyncPlan) plan = NULL;
  gboolean is_deleted = self->head.state == KQ_LIBRARY_STATE_DELETED;

  self->in->outcome = KQ_SYNC_OUTCOME_KNOWN;
  if (!self->exists)
    return TRUE;
  if (!load_versions (self, &base, &mine, error) || !note_tombstone (self, error))
    return FALSE;

  plan = kq_sync_plan_new (base, mine, NULL);
  if (plan->current == NULL && !is_deleted)
    return ask (self, error);

  self->in->note = plan->note;
  self->row.gone = KQ_SYNC_GONE_TAKEN;

  return save_row (self, error);
}

/* A campaign, or that it was deleted. */
gboolean
kq_store_sync_apply_campaign (KqStore         *store,
                              KqSyncIncoming  *in,
                              gint64           change,
                              gint64           clock,
                              GError         **error)
{
  g_auto (Applying) self = { .store = store, .in = in, .change = change, .clock = clock };
  gint64 version = 0;
  KqStep known;

  in->outcome = KQ_SYNC_OUTCOME_KNOWN;
  if (!find (&self, error))
    return FALSE;
  if (g_str_equal (self.row.rev, in->rev))
    return TRUE;

  known = kq_sync_edits_table_get (store->db, self.head.key, in->edit, &version, error);
  if (known == KQ_STEP_FAILED)
    return FALSE;
  if (known == KQ_STEP_ROW)
    return is_passed (&self) || take_known (&self, version, error);

  return in->deleted ? apply_deletion (&self, error) : apply_edit (&self, error);
}

static char *
document_of (const KqSyncIncoming *in)
{
  return in->date != NULL ? g_strdup_printf ("facts:%s:%s", in->id, in->date)
                          : g_strdup_printf ("campaign:%s", in->id);
}

/* One that doesn't fit is left out whole, and the others go on. */
static gboolean
apply_one (KqStore         *store,
           KqSyncIncoming  *in,
           gint64           change,
           gint64           clock,
           GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *document = document_of (in);
  g_autoptr (KqSyncProblem) problem = NULL;

  if (!kq_sqlite_execute (store->db, "SAVEPOINT document", error))
    return FALSE;
  if (in->date != NULL ? kq_store_sync_apply_facts (store, in, &local_error)
                       : kq_store_sync_apply_campaign (store, in, change, clock, &local_error))
    return kq_sync_problems_table_remove (store->db, document, error) &&
           kq_sqlite_execute (store->db, "RELEASE document", error);

  if (!g_error_matches (local_error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  in->outcome = KQ_SYNC_OUTCOME_FAILED;
  problem = kq_sync_problem_new (document, local_error->message, FALSE);

  return kq_sqlite_execute (store->db, "ROLLBACK TO document; RELEASE document", error) &&
         kq_sync_problems_table_set (store->db, problem, error);
}

static gboolean
note_problems (KqStore    *store,
               GPtrArray  *problems,
               GError    **error)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    if (!kq_sync_problems_table_set (store->db, g_ptr_array_index (problems, i), error))
      return FALSE;

  return TRUE;
}

/* What was told here since has to be seen before what comes takes its place. */
static gboolean
collect_facts (KqStore    *store,
               GPtrArray  *documents,
               GError    **error)
{
  for (guint i = 0; i < documents->len; i++)
    if (((KqSyncIncoming *) g_ptr_array_index (documents, i))->date != NULL)
      return kq_store_sync_collect_facts (store, error);

  return TRUE;
}

gboolean
kq_store_sync_apply (KqStore      *store,
                     KqStoreCall  *call,
                     GError      **error)
{
  gint64 change, clock;

  if (!kq_sqlite_begin (store->db, error) ||
      !kq_library_table_advance (store->db, kq_store_now (store), &change, &clock, error) ||
      !collect_facts (store, call->list, error))
    return FALSE;
  for (guint i = 0; i < call->list->len; i++)
    if (!apply_one (store, g_ptr_array_index (call->list, i), change, clock, error))
      return FALSE;

  return kq_store_sync_place_facts (store, change, error) &&
         note_problems (store, call->problems, error) &&
         (call->text == NULL || kq_remote_table_set_since (store->db, call->text, error)) &&
         kq_sqlite_commit (store->db, error);
}
