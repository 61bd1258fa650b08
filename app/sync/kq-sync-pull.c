/* kq-sync-pull.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-couch.h"
#include "kq-sync-document.h"
#include "kq-sync-error.h"
#include "kq-sync-run.h"

/* From the remote into the library: a page is asked for while the one before is
 * being stored. */

#define PAGE_DOCUMENTS 500
#define PAGE_BYTES (4 * 1024 * 1024)
/* Of one document alone, all that the format allows */
#define DOCUMENT_BYTES (80 * 1024 * 1024)
/* Without their content */
#define LIST_DOCUMENTS 5000
/* So many that couldn't be read are asked for again each time. */
#define MAX_AGAIN 20

/* A page that is being stored. */
typedef struct {
  KqSyncPage    *page;     /* (owned) (nullable) */
  KqSyncWaiting  waiting;
} Storing;

static void
note_document (KqSyncRun            *self,
               const KqSyncIncoming *in)
{
  guint n_kept = 0;

  if (in->outcome == KQ_SYNC_OUTCOME_TAKEN || in->outcome == KQ_SYNC_OUTCOME_MERGED)
    self->report->received++;
  self->report->merged += in->outcome == KQ_SYNC_OUTCOME_MERGED;
  for (guint i = 0; in->conflicts != NULL && i < in->conflicts->len; i++)
    n_kept += kq_conflict_is_note (g_ptr_array_index (in->conflicts, i));

  if (in->note != KQ_SYNC_NOTE_NONE || n_kept > 0)
    {
      KqSyncNoted *noted = g_new0 (KqSyncNoted, 1);

      noted->campaign = g_strdup (in->id);
      noted->note = in->note;
      noted->n_kept = n_kept;
      g_ptr_array_add (self->report->noted, noted);
    }
}

static void
note_page (KqSyncRun        *self,
           const KqSyncPage *page)
{
  for (guint i = 0; i < page->documents->len; i++)
    note_document (self, g_ptr_array_index (page->documents, i));
  kq_sync_run_tell (self);
}

/* Waits until the page is stored, if there is one. */
static gboolean
finish_storing (KqSyncRun  *self,
                Storing    *storing,
                GError    **error)
{
  g_autoptr (KqSyncPage) page = g_steal_pointer (&storing->page);
  g_autoptr (GAsyncResult) result = NULL;

  if (page == NULL)
    return TRUE;
  result = kq_sync_waiting_end (&storing->waiting);
  if (!kq_library_sync_apply_finish (self->library, result, error))
    return FALSE;
  note_page (self, page);

  return TRUE;
}

static void
begin_storing (KqSyncRun  *self,
               Storing    *storing,
               KqSyncPage *page,
               const char *since)
{
  storing->page = page;
  kq_library_sync_apply_async (self->library, page->documents, page->problems, since,
                               kq_sync_waiting_done, &storing->waiting);
}

/* Several versions of one document are made one first: taken as it is, what the
 * remote shows would undo what it hides. */
static gboolean
merge_all_hidden (KqSyncRun   *self,
                  KqSyncPage  *page,
                  GError     **error)
{
  for (guint i = 0; i < page->hidden->len; i++)
    {
      const KqSyncHidden *hidden = g_ptr_array_index (page->hidden, i);

      if (!kq_sync_merge_hidden (self, hidden->id, page->documents, page->problems, error))
        return FALSE;
    }

  return TRUE;
}

/* What can't be read even alone is passed over, and written down. */
static KqSyncPage *
skip_one (KqSyncRun    *self,
          const char   *since,
          const GError *why,
          GError      **error)
{
  KqSyncPage *page = kq_sync_couch_list_changes (self->http, since, 1, FALSE, error);

  if (page == NULL)
    return NULL;
  for (guint i = 0; i < page->documents->len; i++)
    {
      const KqSyncIncoming *in = g_ptr_array_index (page->documents, i);
      g_autofree char *id = kq_sync_document_dup_id (in->id, in->date);

      g_ptr_array_add (page->problems,
                       kq_sync_problem_new (id, why->message,
                                            g_error_matches (why, KQ_SYNC_ERROR,
                                                             KQ_SYNC_ERROR_REPLY)));
    }
  g_ptr_array_set_size (page->documents, 0);

  return page;
}

/* What can't be read, or is too large, is asked for in smaller parts, down to the
 * one document that it is about. */
static KqSyncPage *
get_page (KqSyncRun   *self,
          const char  *since,
          GError     **error)
{
  for (;;)
    {
      g_autoptr (GError) local_error = NULL;
      gsize max_bytes = self->limit > 1 ? PAGE_BYTES : DOCUMENT_BYTES;
      KqSyncPage *page = kq_sync_couch_get_changes (self->http, since, self->limit, max_bytes,
                                                    &local_error);

      if (page != NULL)
        return page;
      if (!g_error_matches (local_error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_LIMIT) &&
          !g_error_matches (local_error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (self->limit == 1)
        return skip_one (self, since, local_error, error);
      self->limit = MAX (1, self->limit / 8);
    }
}

static void
set_since (KqSyncRun  *self,
           const char *since)
{
  g_free (self->remote->since);
  self->remote->since = g_strdup (since);
}

/* @more: (out): whether there may be another */
static gboolean
pull_page (KqSyncRun  *self,
           Storing    *storing,
           gboolean   *more,
           GError    **error)
{
  g_autoptr (KqSyncPage) page = get_page (self, self->remote->since, error);

  if (page == NULL || !merge_all_hidden (self, page, error) ||
      !finish_storing (self, storing, error))
    return FALSE;

  *more = page->n_changes >= self->limit;
  self->limit = MIN (2 * self->limit, PAGE_DOCUMENTS);
  if (g_str_equal (page->since, self->remote->since))
    {
      /* Nothing new, or a list that doesn't get on */
      *more = FALSE;
      if (page->n_changes == 0)
        return TRUE;
    }
  set_since (self, page->since);
  begin_storing (self, storing, g_steal_pointer (&page), self->remote->since);

  return TRUE;
}

static gboolean
pull_pages (KqSyncRun  *self,
            GError    **error)
{
  Storing storing = { 0 };
  gboolean more = TRUE, pulled = TRUE, stored;

  while (more && pulled)
    pulled = pull_page (self, &storing, &more, error);
  stored = finish_storing (self, &storing, pulled ? error : NULL);

  return pulled && stored;
}

/* Passes over what we sent, which needn't come back.
 * @passed: (out): whether that was all */
static gboolean
pass_ours (KqSyncRun  *self,
           gboolean   *passed,
           GError    **error)
{
  gboolean known = TRUE;

  for (*passed = FALSE; known && !*passed; )
    {
      g_autoptr (KqSyncPage) page = NULL;
      g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

      page = kq_sync_couch_list_changes (self->http, self->remote->since, LIST_DOCUMENTS, TRUE, error);
      if (page == NULL || !kq_library_sync_is_known (self->library, page->documents, &known, error))
        return FALSE;
      if (!known)
        continue;
      *passed = page->n_changes < LIST_DOCUMENTS;
      if (g_str_equal (page->since, self->remote->since))
        continue;
      if (!kq_library_sync_apply (self->library, nothing, NULL, page->since, error))
        return FALSE;
      set_since (self, page->since);
    }

  return TRUE;
}

/**
 * kq_sync_pull:
 * @self: a run
 * @error: return location for an error
 *
 * Takes into the library what changed on the remote since it was last read.
 *
 * Returns: whether all of it is here
 */
gboolean
kq_sync_pull (KqSyncRun  *self,
              GError    **error)
{
  gboolean passed = FALSE;

  if (self->limit == 0)
    self->limit = PAGE_DOCUMENTS;
  if (self->is_ours && !pass_ours (self, &passed, error))
    return FALSE;
  self->is_ours = FALSE;

  return passed || pull_pages (self, error);
}

/**
 * kq_sync_pull_documents:
 * @self: a run
 * @ids: (element-type utf8): ids of documents
 * @error: return location for an error
 *
 * Takes what those documents are now.
 *
 * Returns: whether they are here
 */
gboolean
kq_sync_pull_documents (KqSyncRun  *self,
                        GPtrArray  *ids,
                        GError    **error)
{
  g_autoptr (KqSyncPage) page = kq_sync_couch_get_documents (self->http, ids, error);

  if (page == NULL || !merge_all_hidden (self, page, error) ||
      !kq_library_sync_apply (self->library, page->documents, page->problems, NULL, error))
    return FALSE;
  note_page (self, page);

  return TRUE;
}

/**
 * kq_sync_pull_again:
 * @self: a run
 * @error: return location for an error
 *
 * Asks once more for what couldn't be read.
 *
 * Returns: whether it was asked; it may not be readable still
 */
gboolean
kq_sync_pull_again (KqSyncRun  *self,
                    GError    **error)
{
  g_autoptr (GPtrArray) problems = kq_library_sync_list_problems (self->library, error);
  guint n = 0;

  if (problems == NULL)
    return FALSE;
  for (guint i = 0; i < problems->len && n < MAX_AGAIN; i++)
    {
      const KqSyncProblem *problem = g_ptr_array_index (problems, i);
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();
      g_autoptr (GError) local_error = NULL;

      if (!problem->again)
        continue;
      n++;
      g_ptr_array_add (ids, problem->document);
      if (!kq_sync_pull_documents (self, ids, &local_error) &&
          !g_error_matches (local_error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_LIMIT) &&
          !g_error_matches (local_error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_REPLY))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  return TRUE;
}
