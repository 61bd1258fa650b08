/* kq-sync-records.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-sync-records.h"

KqSyncRemote *
kq_sync_remote_new (void)
{
  KqSyncRemote *self = g_new0 (KqSyncRemote, 1);

  self->url = g_strdup ("");
  self->user = g_strdup ("");
  self->client = g_strdup ("");
  self->identity = g_strdup ("");
  self->since = g_strdup ("");
  self->checkpoint = g_strdup ("");
  self->next = g_strdup ("");

  return self;
}

void
kq_sync_remote_free (KqSyncRemote *self)
{
  g_free (self->url);
  g_free (self->user);
  g_free (self->client);
  g_free (self->identity);
  g_free (self->since);
  g_free (self->checkpoint);
  g_free (self->next);
  g_free (self);
}

KqSyncIncoming *
kq_sync_incoming_new (const char *id,
                      const char *rev)
{
  KqSyncIncoming *self = g_new0 (KqSyncIncoming, 1);

  self->id = g_strdup (id);
  self->rev = g_strdup (rev);
  self->edit = g_strdup ("");
  self->contains = g_strdup ("");
  self->editor = g_strdup ("");
  self->edited = g_strdup ("");

  return self;
}

void
kq_sync_incoming_free (KqSyncIncoming *self)
{
  g_free (self->id);
  g_free (self->date);
  g_free (self->rev);
  g_free (self->edit);
  g_free (self->contains);
  g_clear_pointer (&self->campaign, json_node_unref);
  g_free (self->facts);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_free (self->editor);
  g_free (self->edited);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self);
}

KqSyncOutgoing *
kq_sync_outgoing_new (const char *id)
{
  KqSyncOutgoing *self = g_new0 (KqSyncOutgoing, 1);

  self->id = g_strdup (id);

  return self;
}

void
kq_sync_outgoing_free (KqSyncOutgoing *self)
{
  g_free (self->id);
  g_free (self->date);
  g_free (self->name);
  g_free (self->rev);
  g_free (self->edit);
  g_free (self->contains);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->assets, g_ptr_array_unref);
  g_free (self->new_rev);
  g_free (self->refusal);
  g_free (self);
}

/* (transfer full) */
KqSyncConflict *
kq_sync_conflict_copy (const KqSyncConflict *self)
{
  KqSyncConflict *copy = g_new0 (KqSyncConflict, 1);

  copy->campaign = g_strdup (self->campaign);
  copy->name = g_strdup (self->name);
  copy->conflict = g_object_ref (self->conflict);
  copy->value = self->value != NULL ? json_node_ref (self->value) : NULL;
  copy->editor = g_strdup (self->editor);
  copy->edited = g_strdup (self->edited);

  return copy;
}

void
kq_sync_conflict_free (KqSyncConflict *self)
{
  g_free (self->campaign);
  g_free (self->name);
  g_clear_object (&self->conflict);
  g_clear_pointer (&self->value, json_node_unref);
  g_free (self->editor);
  g_free (self->edited);
  g_free (self);
}

KqSyncProblem *
kq_sync_problem_new (const char *document,
                     const char *message,
                     gboolean    again)
{
  KqSyncProblem *self = g_new0 (KqSyncProblem, 1);

  self->document = g_strdup (document);
  self->message = g_strdup (message);
  self->again = again;

  return self;
}

void
kq_sync_problem_free (KqSyncProblem *self)
{
  g_free (self->document);
  g_free (self->message);
  g_free (self);
}
