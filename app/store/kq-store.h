/* kq-store.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-facts.h"
#include "kq-library.h"
#include "kq-sqlite.h"

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqStoreCall, kq_store_call_free)

G_END_DECLS
