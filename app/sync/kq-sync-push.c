/* kq-sync-push.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-couch.h"
#include "kq-sync-document.h"
#include "kq-sync-run.h"

/* From the library to the remote: while a batch is on its way, the next is read and
 * what came of the one before is written down. */

#define BATCH 500
/* So many are asked for at once after others were first. */
#define FETCH_BATCH 50

static GString *
make_body (KqSyncRun *self,
           GPtrArray *documents,
           guint      start,
           guint      n)
{
  GString *json = g_string_sized_new (4096);

  for (guint i = start; i < start + n; i++)
    {
      if (i > start)
        g_string_append_c (json, ',');
      kq_sync_document_append (json, g_ptr_array_index (documents, i), self->user);
    }

  return json;
}

/* A push that is under way. */
typedef struct {
  KqSyncRun     *run;        /* (unowned) */
  gboolean       facts;
  gint64         last;       /* behind what the next batch is */
  KqSyncWaiting  taking;
  KqSyncWaiting  noting;
  GPtrArray     *conflicts;  /* (owned) (element-type utf8): where others were first */
  gboolean       is_later;   /* whether the server couldn't take some just now */
} Pushing;

static void
take_answer (Pushing              *self,
             KqSyncOutgoing       *out,
             const KqSyncAnswered *answer)
{
  switch (answer->kind)
    {
    case KQ_SYNC_ANSWERED_STORED:
      out->new_rev = g_strdup (answer->rev);
      self->run->report->sent++;
      break;
    case KQ_SYNC_ANSWERED_CONFLICT:
      g_ptr_array_add (self->conflicts, kq_sync_document_dup_id (out->id, out->date));
      break;
    case KQ_SYNC_ANSWERED_REFUSED:
      out->refusal = g_strdup (answer->reason);
      break;
    case KQ_SYNC_ANSWERED_LATER:
    default:
      self->is_later = TRUE;
      break;
    }
}

/* For the sake of one the server may refuse all: so that the others arrive, they
 * are sent in halves. */
static gboolean
send_part (Pushing    *self,
           GPtrArray  *documents,
           guint       start,
           guint       n,
           GError    **error)
{
  GString *json = make_body (self->run, documents, start, n);
  g_autoptr (GPtrArray) answers = kq_sync_couch_send_documents (self->run->http, json, n, error);

  g_string_free (json, TRUE);
  if (answers == NULL)
    return FALSE;
  if (answers->len == 0)
    return send_part (self, documents, start, n / 2, error) &&
           send_part (self, documents, start + n / 2, n - n / 2, error);

  for (guint i = 0; i < n; i++)
    take_answer (self, g_ptr_array_index (documents, start + i), g_ptr_array_index (answers, i));

  return TRUE;
}

/* What isn't refused for its pictures already, first */
static guint
sort_refused_last (GPtrArray *documents)
{
  guint n = 0;

  for (guint i = 0; i < documents->len; i++)
    {
      KqSyncOutgoing *out = g_ptr_array_index (documents, i);

      if (out->refusal != NULL)
        continue;
      documents->pdata[i] = documents->pdata[n];
      documents->pdata[n++] = out;
    }

  return n;
}

/* Those of whom others were first become what both are, and are sent then. */
static gboolean
fetch_conflicts (KqSyncRun  *self,
                 GPtrArray  *conflicts,
                 GError    **error)
{
  for (guint i = 0; i < conflicts->len; i += FETCH_BATCH)
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      for (guint j = i; j < MIN (i + FETCH_BATCH, conflicts->len); j++)
        g_ptr_array_add (ids, g_ptr_array_index (conflicts, j));
      if (!kq_sync_pull_documents (self, ids, error))
        return FALSE;
    }

  return TRUE;
}

static void
begin_taking (Pushing *self)
{
  self->taking.is_begun = TRUE;
  kq_library_sync_take_async (self->run->library, self->facts, BATCH, self->last,
                              kq_sync_waiting_done, &self->taking);
}

static GPtrArray *
finish_taking (Pushing  *self,
               GError  **error)
{
  g_autoptr (GAsyncResult) result = kq_sync_waiting_end (&self->taking);

  return kq_library_sync_take_finish (self->run->library, result, &self->last, error);
}

static gboolean
finish_noting (Pushing  *self,
               GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!self->noting.is_begun)
    return TRUE;
  result = kq_sync_waiting_end (&self->noting);

  return kq_library_sync_sent_finish (self->run->library, result, error);
}

static gboolean
send_batch (Pushing    *self,
            GPtrArray  *documents,
            GError    **error)
{
  guint n;

  if (!kq_sync_send_pictures (self->run, documents, error))
    return FALSE;
  n = sort_refused_last (documents);
  self->run->is_ours = TRUE;
  if ((n > 0 && !send_part (self, documents, 0, n, error)) || !finish_noting (self, error))
    return FALSE;

  self->noting.is_begun = TRUE;
  kq_library_sync_sent_async (self->run->library, documents, kq_sync_waiting_done, &self->noting);
  kq_sync_run_tell (self->run);

  return TRUE;
}

static gboolean
send_batches (Pushing  *self,
              GError  **error)
{
  begin_taking (self);
  for (;;)
    {
      g_autoptr (GPtrArray) documents = finish_taking (self, error);

      if (documents == NULL)
        return FALSE;
      if (documents->len == 0)
        return TRUE;
      begin_taking (self);
      if (!send_batch (self, documents, error))
        return FALSE;
    }
}

/* Nothing may be left under way that refers to @self. */
static gboolean
send_all (Pushing  *self,
          GError  **error)
{
  gboolean done = send_batches (self, error), noted;

  if (self->taking.is_begun)
    g_object_unref (kq_sync_waiting_end (&self->taking));
  noted = finish_noting (self, done ? error : NULL);

  return done && noted && fetch_conflicts (self->run, self->conflicts, error);
}

static gboolean
push (KqSyncRun  *self,
      gboolean    facts,
      gboolean   *stale,
      GError    **error)
{
  Pushing pushing = { .run = self, .facts = facts };
  gboolean done;

  pushing.conflicts = g_ptr_array_new_with_free_func (g_free);
  done = send_all (&pushing, error);
  *stale |= pushing.conflicts->len > 0 || pushing.is_later;
  g_ptr_array_unref (pushing.conflicts);

  return done;
}

/**
 * kq_sync_push:
 * @self: a run
 * @stale: (out): whether others were first at some, so that there is more to do
 * @error: return location for an error
 *
 * Sends what the remote hasn't got as it is here.
 *
 * Returns: whether it was sent
 */
gboolean
kq_sync_push (KqSyncRun  *self,
              gboolean   *stale,
              GError    **error)
{
  *stale = FALSE;

  return push (self, FALSE, stale, error) && push (self, TRUE, stale, error);
}
