/* kq-store.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-facts.h"
#include "kq-library.h"
#include "kq-sqlite.h"
#include "kq-sync-records.h"

G_BEGIN_DECLS

/* What the library's thread does. Nothing here is used in another one. */

/**
 * KqStoreOptions:
 * @now: the clock, in milliseconds since 1970-01-01T00:00:00Z
 * @data: for @now
 * @busy_timeout: how long to wait for other programs, in milliseconds
 * @check_bytes: up to which size the file is looked through when it is opened;
 *   a larger one is by kq_library_follow(), for nobody should have to wait
 *
 * What tests have to hold in their hands.
 */
typedef struct {
  gint64   (*now) (gpointer data);
  gpointer   data;
  int        busy_timeout;
  gint64     check_bytes;
} KqStoreOptions;

/**
 * KqStore:
 * @path: (owned): the library's file, without links
 * @db: (owned) (nullable): the connection, where there is one
 * @read_only: whether nothing can be written
 * @change: up to which change the others were told
 * @changed: (owned) (element-type utf8): whom to tell of
 * @many: whether to tell that many changed
 * @report: (owned) (nullable): what was found wrong last
 * @reported: whether @report is new
 *
 * A library's file.
 */
typedef struct {
  char            *path;
  KqStoreOptions   options;
  KqSqlite        *db;
  gboolean         read_only;
  gint64           change;
  GPtrArray       *changed;
  gboolean         many;
  KqLibraryReport *report;
  gboolean         reported;
} KqStore;

typedef struct _KqStoreCall KqStoreCall;

typedef gboolean (*KqStoreFunc) (KqStore      *store,
                                 KqStoreCall  *call,
                                 GError      **error);

/**
 * KqStoreCall:
 * @func: what to do
 *
 * What a function is asked and what it answers; each says which of these it
 * reads and which it sets. All are owned.
 */
struct _KqStoreCall {
  KqStoreFunc      func;

  char            *id;
  char            *text;
  gint64           number;
  guint            flags;
  int              counts[3];
  gint64           checked;
  KqLibrarySave   *save;

  JsonNode        *node;
  GBytes          *bytes;
  GPtrArray       *list;
  KqLibraryItem   *item;
  KqLibraryReport *report;
  KqFacts         *facts;

  KqSyncRemote    *remote;
  GPtrArray       *problems;
  KqSyncCounts     sync;
};

KqStoreCall *kq_store_call_new  (KqStoreFunc            func,
                                 const char            *id);
void         kq_store_call_free (KqStoreCall           *call);

KqStore     *kq_store_new       (const char            *path,
                                 const KqStoreOptions  *options);
void         kq_store_free      (KqStore               *self);
gint64       kq_store_now       (KqStore               *self);
gboolean     kq_store_run       (KqStore               *self,
                                 KqStoreCall           *call,
                                 GError               **error);

/* Opening, and what is wrong with a file (kq-store-open.c, -replace.c) */
gboolean     kq_store_open      (KqStore               *self,
                                 GError               **error);
gboolean     kq_store_connect   (KqStore               *self,
                                 GError               **error);
KqSqlite    *kq_store_make      (KqStore               *self,
                                 const char            *path,
                                 GError               **error);
gboolean     kq_store_replace   (KqStore               *self,
                                 gboolean               is_library,
                                 GError               **error);
gboolean     kq_store_mend      (KqStore               *self,
                                 GError               **error);

/* Reads @id, @number, 0 for the newest; sets @number, @node. */
gboolean     kq_store_load           (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @save; sets @number. */
gboolean     kq_store_save           (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @list of calls of kq_store_save(), and sets the @number of each. */
gboolean     kq_store_save_group     (KqStore *self, KqStoreCall *call, GError **error);
/* Within the caller's transaction; sets @number. */
gboolean     kq_store_write          (KqStore              *self,
                                      const KqLibrarySave  *save,
                                      gint64               *number,
                                      GError              **error);
/* Reads @id, @text, the copy's name; sets @text, its id. */
gboolean     kq_store_duplicate      (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, @flags, the state. */
gboolean     kq_store_set_state      (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, @number, @counts, @checked. */
gboolean     kq_store_set_counts     (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @flags; sets @list of items. */
gboolean     kq_store_list           (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @number, the change of the last answer or -1; sets @list of the items
 * that changed since, @number, and in @flags whether they are all that there
 * are. */
gboolean     kq_store_list_changes   (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id; sets @item. */
gboolean     kq_store_get_item       (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id; sets @list of versions. */
gboolean     kq_store_list_versions  (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @text, the words; sets @list of ids. */
gboolean     kq_store_search         (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, the picture's name; sets @bytes, NULL where there is none. */
gboolean     kq_store_load_asset     (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id; sets @facts. */
gboolean     kq_store_load_facts     (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, @facts, @text, the file's name; sets @number, the import's. */
gboolean     kq_store_import_facts   (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id; sets @list of imports. */
gboolean     kq_store_list_imports   (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, a header's signature; sets @text, NULL where there is none. */
gboolean     kq_store_get_mapping    (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, a header's signature, and @text. */
gboolean     kq_store_set_mapping    (KqStore *self, KqStoreCall *call, GError **error);
gboolean     kq_store_tidy           (KqStore *self, KqStoreCall *call, GError **error);
/* Opens the file and sets @flags to whether it can only be read, and @report. */
gboolean     kq_store_begin          (KqStore *self, KqStoreCall *call, GError **error);
/* Sees what another program wrote, as every call does. */
gboolean     kq_store_look           (KqStore *self, KqStoreCall *call, GError **error);
/* Looks through all of the file, which may take long. */
gboolean     kq_store_check          (KqStore *self, KqStoreCall *call, GError **error);

/* With the team's remote (kq-store-sync*.c). Sets @remote, %NULL for none. */
gboolean     kq_store_sync_get_remote    (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, the URL, @text, the user. */
gboolean     kq_store_sync_connect       (KqStore *self, KqStoreCall *call, GError **error);
gboolean     kq_store_sync_disconnect    (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @text, the database's identity: all is to be read anew. */
gboolean     kq_store_sync_restart       (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, what the remote has or @text, what it may have. */
gboolean     kq_store_sync_set_checkpoint (KqStore *self, KqStoreCall *call, GError **error);
/* Says that all is done, now. */
gboolean     kq_store_sync_set_synced    (KqStore *self, KqStoreCall *call, GError **error);
/* Sets @sync. */
gboolean     kq_store_sync_count         (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @list of KqSyncIncoming and sets the outcome of each, @problems, and
 * @text (nullable), up to where the remote was read. */
gboolean     kq_store_sync_apply         (KqStore *self, KqStoreCall *call, GError **error);
/* Within the transaction of kq_store_sync_apply() */
gboolean     kq_store_sync_apply_campaign (KqStore *self, KqSyncIncoming *in, gint64 change,
                                          gint64 clock, GError **error);
gboolean     kq_store_sync_apply_facts   (KqStore *self, KqSyncIncoming *in, GError **error);
gboolean     kq_store_sync_place_facts   (KqStore *self, gint64 change, GError **error);
gboolean     kq_store_sync_collect_facts (KqStore *self, GError **error);
/* Reads @id, @text, an edit's id; sets @node, NULL where it isn't here. */
gboolean     kq_store_sync_load_edit     (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @list of KqSyncIncoming; sets @flags to whether nothing in them is new. */
gboolean     kq_store_sync_is_known      (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @flags: 0 to delete what was asked where it is little, 1 in any case, 2
 * to keep it; sets @sync. */
gboolean     kq_store_sync_settle        (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @flags, how many at most, and @number, behind what; sets @list of
 * KqSyncOutgoing and @number, behind what the next are. */
gboolean     kq_store_sync_take          (KqStore *self, KqStoreCall *call, GError **error);
gboolean     kq_store_sync_take_facts    (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @list of KqSyncOutgoing with what came of each. */
gboolean     kq_store_sync_sent          (KqStore *self, KqStoreCall *call, GError **error);
gboolean     kq_store_sync_sent_facts    (KqStore *self, const KqSyncOutgoing *out, GError **error);
/* Reads @list of names of pictures that the remote has whole. */
gboolean     kq_store_sync_note_assets   (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @flags, how many at most; sets @list of pictures that aren't here. */
gboolean     kq_store_sync_list_missing  (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @flags, how many at most; sets @list of pictures that may not be there. */
gboolean     kq_store_sync_list_unsent   (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, a picture, @bytes. */
gboolean     kq_store_sync_add_asset     (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id (nullable), a campaign; sets @list of KqSyncConflict. */
gboolean     kq_store_sync_list_conflicts (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, @list of KqSyncDecision; sets @number. */
gboolean     kq_store_sync_resolve       (KqStore *self, KqStoreCall *call, GError **error);
/* Reads @id, @list of KqSyncConflict; sets @number. */
gboolean     kq_store_sync_reopen        (KqStore *self, KqStoreCall *call, GError **error);
/* Sets @problems. */
gboolean     kq_store_sync_list_problems (KqStore *self, KqStoreCall *call, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqStoreCall, kq_store_call_free)

G_END_DECLS
