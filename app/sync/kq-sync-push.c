/* kq-sync-push.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-couch.h"
#include "kq-sync-document.h"
#include "kq-sync-run.h"

/* From the library to the remote. */

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

/* Returns whether the remote has said for good what it thinks of it. */
static void
take_answer (KqSyncRun            *self,
             KqSyncOutgoing       *out,
             const KqSyncAnswered *answer,
             GPtrArray            *conflicts)
{
  switch (answer->kind)
    {
    case KQ_SYNC_ANSWERED_STORED:
      out->new_rev = g_strdup (answer->rev);
      self->report->sent++;
      break;
    case KQ_SYNC_ANSWERED_CONFLICT:
      g_ptr_array_add (conflicts, kq_sync_document_dup_id (out->id, out->date));
      break;
    case KQ_SYNC_ANSWERED_REFUSED:
      out->refusal = g_strdup (answer->reason);
      break;
    case KQ_SYNC_ANSWERED_LATER:
    default:
      break;
    }
}

/* For the sake of one the server may refuse all: so that the others arrive, they
 * are sent in halves. */
static gboolean
send_part (KqSyncRun  *self,
           GPtrArray  *documents,
           guint       start,
           guint       n,
           GPtrArray  *conflicts,
           GError    **error)
{
  GString *json = make_body (self, documents, start, n);
  g_autoptr (GPtrArray) answers = kq_sync_couch_send_documents (self->http, json, n, error);

  g_string_free (json, TRUE);
  if (answers == NULL)
    return FALSE;
  if (answers->len == 0)
    return send_part (self, documents, start, n / 2, conflicts, error) &&
           send_part (self, documents, start + n / 2, n - n / 2, conflicts, error);

  for (guint i = 0; i < n; i++)
    take_answer (self, g_ptr_array_index (documents, start + i), g_ptr_array_index (answers, i),
                 conflicts);

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

static gboolean
is_settled (GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const KqSyncOutgoing *out = g_ptr_array_index (documents, i);

      if (out->new_rev != NULL || out->refusal != NULL)
        return TRUE;
    }

  return FALSE;
}

/* @progress: (out): whether any of them needn't be sent again */
static gboolean
send_batch (KqSyncRun  *self,
            GPtrArray  *documents,
            gboolean   *stale,
            gboolean   *progress,
            GError    **error)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  guint n;

  if (!kq_sync_send_pictures (self, documents, error))
    return FALSE;
  n = sort_refused_last (documents);
  if (n > 0 && !send_part (self, documents, 0, n, conflicts, error))
    return FALSE;
  self->is_ours = TRUE;
  *progress = is_settled (documents);
  *stale |= conflicts->len > 0 || !*progress;
  kq_sync_run_tell (self);

  return kq_library_sync_sent (self->library, documents, error) &&
         fetch_conflicts (self, conflicts, error);
}

static gboolean
send_all (KqSyncRun   *self,
          GPtrArray *(*take) (KqLibrary *library, guint limit, GError **error),
          gboolean    *stale,
          GError     **error)
{
  gboolean progress = TRUE;

  while (progress)
    {
      g_autoptr (GPtrArray) documents = take (self->library, BATCH, error);

      if (documents == NULL)
        return FALSE;
      if (documents->len == 0)
        return TRUE;
      if (!send_batch (self, documents, stale, &progress, error))
        return FALSE;
    }

  return TRUE;
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

  return send_all (self, kq_library_sync_take, stale, error) &&
         send_all (self, kq_library_sync_take_facts, stale, error);
}
