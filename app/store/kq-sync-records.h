/* kq-sync-records.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-conflict.h"
#include "kq-sync-plan.h"

G_BEGIN_DECLS

/* What passes between the library and who brings it together with the team's
 * remote. All texts are owned and never NULL where nothing else is said. */

/**
 * KqSyncRemote:
 * @url: where it is; "" for none
 * @user: who we are there
 * @client: who this library is there
 * @identity: the UUID of the database; "" for not known yet
 * @since: up to where it was read; "" for the beginning. Opaque.
 * @checkpoint: what the remote should have of us
 * @next: or this, where the answer was lost
 * @synced: when all was last done, in milliseconds since
 *   1970-01-01T00:00:00Z; 0 for never
 *
 * The team's remote, as the library knows it.
 */
typedef struct {
  char   *url;
  char   *user;
  char   *client;
  char   *identity;
  char   *since;
  char   *checkpoint;
  char   *next;
  gint64  synced;
} KqSyncRemote;

/**
 * KqSyncOutcome:
 * @KQ_SYNC_OUTCOME_KNOWN: there was nothing new in it
 * @KQ_SYNC_OUTCOME_TAKEN: it is here now
 * @KQ_SYNC_OUTCOME_MERGED: both are one now
 * @KQ_SYNC_OUTCOME_ASKED: it would be deleted, and that was put off
 * @KQ_SYNC_OUTCOME_FAILED: it couldn't be taken; the problem is written down
 *
 * What became of a document.
 */
typedef enum {
  KQ_SYNC_OUTCOME_KNOWN,
  KQ_SYNC_OUTCOME_TAKEN,
  KQ_SYNC_OUTCOME_MERGED,
  KQ_SYNC_OUTCOME_ASKED,
  KQ_SYNC_OUTCOME_FAILED,
} KqSyncOutcome;

/**
 * KqSyncIncoming:
 * @id: the campaign's id
 * @date: (nullable): for figures, the day that they are of
 * @rev: the document's revision
 * @edit: the id of the edit; "" for none
 * @contains: ids of edits that are in it, with spaces between
 * @deleted: whether it is a tombstone
 * @campaign: (nullable): the campaign, canonical and sealed
 * @facts: (nullable): for figures, their JSON
 * @kept: (nullable) (element-type utf8): figures that gave way to those on the
 *   remote
 * @editor: who edited it; "" where that isn't said
 * @edited: when, as they say
 * @conflicts: (nullable) (element-type KqConflict): what merging it with others
 *   on the remote left open
 * @outcome: (out): what became of it
 * @note: (out): what to say of that
 *
 * A document of the remote.
 */
typedef struct {
  char          *id;
  char          *date;
  char          *rev;
  char          *edit;
  char          *contains;
  gboolean       deleted;
  JsonNode      *campaign;
  char          *facts;
  GPtrArray     *kept;
  char          *editor;
  char          *edited;
  GPtrArray     *conflicts;
  KqSyncOutcome  outcome;
  KqSyncNote     note;
} KqSyncIncoming;

/**
 * KqSyncOutgoing:
 * @id: the campaign's id
 * @date: (nullable): for figures, the day
 * @name: the campaign's name
 * @version: which version it is
 * @rev: the revision that it follows; "" for none
 * @edit: the id of the edit
 * @contains: ids of edits that are in it
 * @deleted: whether it is to be deleted
 * @text: (nullable): its JSON
 * @assets: (element-type utf8): the pictures that it needs and the remote hasn't
 *   got
 * @new_rev: (nullable): what the remote answered; set by the sender
 * @refusal: (nullable): why it doesn't take it; likewise
 *
 * A document for the remote.
 */
typedef struct {
  char      *id;
  char      *date;
  char      *name;
  gint64     version;
  char      *rev;
  char      *edit;
  char      *contains;
  gboolean   deleted;
  GBytes    *text;
  GPtrArray *assets;
  char      *new_rev;
  char      *refusal;
} KqSyncOutgoing;

/**
 * KqSyncConflict:
 * @campaign: the campaign's id
 * @name: its name
 * @conflict: (owned): where, and what both sides have
 * @value: (owned) (nullable): what stands there meanwhile
 * @editor: who theirs is by; "" where that isn't known
 * @edited: when, as they say; a time or ""
 *
 * A place that somebody has to decide about.
 */
typedef struct {
  char       *campaign;
  char       *name;
  KqConflict *conflict;
  JsonNode   *value;
  char       *editor;
  char       *edited;
} KqSyncConflict;

/**
 * KqSyncProblem:
 * @document: the document's id on the remote, or the campaign's here
 * @message: what is wrong with it
 * @again: whether the remote should be asked for it again
 *
 * What the remote has and can't be read, or doesn't take.
 */
typedef struct {
  char     *document;
  char     *message;
  gboolean  again;
} KqSyncProblem;

/**
 * KqSyncCounts:
 * @to_send: campaigns and figures that the remote hasn't got as they are here
 * @conflicts: places that somebody has to decide about
 * @asked: campaigns that the team deleted, which is to be confirmed
 * @active: campaigns that aren't deleted here
 * @refused: campaigns that the remote doesn't take
 * @problems: documents that can't be read
 */
typedef struct {
  guint to_send;
  guint conflicts;
  guint asked;
  guint active;
  guint refused;
  guint problems;
} KqSyncCounts;

KqSyncRemote   *kq_sync_remote_new    (void);
void            kq_sync_remote_free   (KqSyncRemote   *self);
KqSyncIncoming *kq_sync_incoming_new  (const char     *id,
                                       const char     *rev);
void            kq_sync_incoming_free (KqSyncIncoming *self);
KqSyncOutgoing *kq_sync_outgoing_new  (const char     *id);
void            kq_sync_outgoing_free (KqSyncOutgoing *self);
KqSyncConflict *kq_sync_conflict_copy (const KqSyncConflict *self);
void            kq_sync_conflict_free (KqSyncConflict *self);
KqSyncProblem  *kq_sync_problem_new   (const char     *document,
                                       const char     *message,
                                       gboolean        again);
void            kq_sync_problem_free  (KqSyncProblem  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncRemote, kq_sync_remote_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncIncoming, kq_sync_incoming_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncOutgoing, kq_sync_outgoing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncConflict, kq_sync_conflict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqSyncProblem, kq_sync_problem_free)

G_END_DECLS
