/* kq-library.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"
#include "kq-campaign.h"
#include "kq-library-item.h"

G_BEGIN_DECLS

/* The campaigns of a user with their history and pictures: one SQLite file and
 * one thread that reads and writes it.
 *
 * Every call exists twice. The plain one waits for the thread, for the command
 * line and tests; `_async` is for whoever has a window. Both queue on the same
 * thread, in the order of the calls. What crosses are sealed nodes, GBytes and
 * plain values, and text is made and parsed on the thread.
 *
 * Where nothing else is said, errors are of #KqLibraryError, with a message in
 * the user's language that says what to do, or %G_IO_ERROR_CANCELLED. What is
 * cancelled while it waits isn't done; what is begun is finished. */

#define KQ_LIBRARY_ERROR (kq_library_error_quark ())

/**
 * KqLibraryError:
 * @KQ_LIBRARY_ERROR_FULL: the disk is full
 * @KQ_LIBRARY_ERROR_READ_ONLY: the file or its folder can't be written
 * @KQ_LIBRARY_ERROR_IO: the system failed to read or write
 * @KQ_LIBRARY_ERROR_BUSY: another program holds the file for too long
 * @KQ_LIBRARY_ERROR_NEWER: the file is of a newer version of Kaquan, and was
 *   left untouched
 * @KQ_LIBRARY_ERROR_FOREIGN: there is something else in the library's place,
 *   which can't be set aside
 * @KQ_LIBRARY_ERROR_NOT_FOUND: there is no such campaign or version
 * @KQ_LIBRARY_ERROR_CHANGED: the campaign was saved by somebody else since
 * @KQ_LIBRARY_ERROR_INVALID: what is or shall be stored isn't a campaign
 *
 * Why the library couldn't do what it was asked. After any of them it is as it
 * was before.
 */
typedef enum {
  KQ_LIBRARY_ERROR_FULL,
  KQ_LIBRARY_ERROR_READ_ONLY,
  KQ_LIBRARY_ERROR_IO,
  KQ_LIBRARY_ERROR_BUSY,
  KQ_LIBRARY_ERROR_NEWER,
  KQ_LIBRARY_ERROR_FOREIGN,
  KQ_LIBRARY_ERROR_NOT_FOUND,
  KQ_LIBRARY_ERROR_CHANGED,
  KQ_LIBRARY_ERROR_INVALID,
} KqLibraryError;

GQuark kq_library_error_quark (void);

/**
 * KqVersionKind:
 * @KQ_VERSION_EDIT: somebody edited it
 * @KQ_VERSION_IMPORT: it came from a file
 * @KQ_VERSION_RESTORE: an older version was brought back
 * @KQ_VERSION_MERGE: two versions were merged
 * @KQ_VERSION_SYNC: it came from the team's remote
 *
 * What a version came from. The numbers are stored.
 */
typedef enum {
  KQ_VERSION_EDIT,
  KQ_VERSION_IMPORT,
  KQ_VERSION_RESTORE,
  KQ_VERSION_MERGE,
  KQ_VERSION_SYNC,
} KqVersionKind;

/**
 * KqVersion:
 * @number: counts up from 1 within its campaign; never used twice
 * @saved: when, in milliseconds since 1970-01-01T00:00:00Z, by the clock of
 *   the machine: may run backwards from one to the next
 * @kind: what it came from
 * @bytes: of its text, uncompressed
 * @name: (owned): what the campaign was called
 *
 * An entry of a campaign's history.
 */
typedef struct {
  gint64         number;
  gint64         saved;
  KqVersionKind  kind;
  gint64         bytes;
  char          *name;
} KqVersion;

#define KQ_TYPE_VERSION (kq_version_get_type ())

GType      kq_version_get_type (void);
KqVersion *kq_version_copy     (const KqVersion *version);
void       kq_version_free     (KqVersion       *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqVersion, kq_version_free)

/* Saved whatever is there: for KqLibrarySave.base */
#define KQ_LIBRARY_BASE_ANY (-1)
/* No count is known: for KqLibrarySave.counts */
#define KQ_LIBRARY_NO_COUNT (-1)

typedef struct _KqPreparedSave KqPreparedSave;

/**
 * KqLibrarySave:
 * @snapshot: (owned) (nullable): a sealed snapshot of a campaign, until it is
 *   prepared
 * @base: the version that it was made from; 0 where the campaign is new to the
 *   library, %KQ_LIBRARY_BASE_ANY to follow on whatever is there, as an import
 *   does
 * @kind: what it came from
 * @assets: (owned) (nullable): where the bytes of those pictures are that the
 *   library hasn't got yet. It is asked on the library's thread.
 * @counts: how many findings of each #KqSeverity the campaign has, errors
 *   first; %KQ_LIBRARY_NO_COUNT in the first where that isn't known (the former
 *   counts stay)
 * @checked: when they were counted, in seconds since 1970-01-01T00:00:00Z
 * @prepared: (owned) (nullable): see kq_library_save_prepare()
 *
 * One save.
 */
typedef struct {
  JsonNode       *snapshot;
  gint64          base;
  KqVersionKind   kind;
  KqAssetSource  *assets;
  int             counts[3];
  gint64          checked;
  KqPreparedSave *prepared;
} KqLibrarySave;

#define KQ_TYPE_LIBRARY_SAVE (kq_library_save_get_type ())

GType          kq_library_save_get_type (void);
KqLibrarySave *kq_library_save_new      (JsonNode            *snapshot,
                                         gint64               base,
                                         KqVersionKind        kind);
KqLibrarySave *kq_library_save_copy     (const KqLibrarySave *save);
gboolean       kq_library_save_prepare  (KqLibrarySave       *save,
                                         GError             **error);
void           kq_library_save_free     (KqLibrarySave       *save);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqLibrarySave, kq_library_save_free)

/**
 * KqLibraryReport:
 * @foreign: whether the file in the library's place was never a library
 * @set_aside: (owned): where the old file is now
 * @recovered: (owned) (array zero-terminated=1): names of the campaigns that
 *   were recovered whole, as they last were
 * @older: (owned) (array zero-terminated=1): names of those of which only an
 *   older version could be read
 * @lost: (owned) (array zero-terminated=1): names, or ids where no name could
 *   be read, of those of which nothing could
 * @n_pictures_lost: how many pictures of recovered campaigns couldn't be read
 * @complete: whether all could be looked at, so that @lost is all there was to
 *   lose
 *
 * What was found wrong with the library's file, and what became of it. The old
 * file is never deleted.
 */
typedef struct {
  gboolean   foreign;
  char      *set_aside;
  char     **recovered;
  char     **older;
  char     **lost;
  guint      n_pictures_lost;
  gboolean   complete;
} KqLibraryReport;

#define KQ_TYPE_LIBRARY_REPORT (kq_library_report_get_type ())

GType            kq_library_report_get_type (void);
KqLibraryReport *kq_library_report_copy     (const KqLibraryReport *report);
void             kq_library_report_free     (KqLibraryReport       *report);
char            *kq_library_report_describe (const KqLibraryReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqLibraryReport, kq_library_report_free)

/**
 * KqLibraryListFlags:
 * @KQ_LIBRARY_LIST_ACTIVE: those that are worked on
 * @KQ_LIBRARY_LIST_ARCHIVED: those that are put away
 * @KQ_LIBRARY_LIST_DELETED: those that will be gone in 30 days
 *
 * Which campaigns to list.
 */
typedef enum {
  KQ_LIBRARY_LIST_ACTIVE   = 1 << KQ_LIBRARY_STATE_ACTIVE,
  KQ_LIBRARY_LIST_ARCHIVED = 1 << KQ_LIBRARY_STATE_ARCHIVED,
  KQ_LIBRARY_LIST_DELETED  = 1 << KQ_LIBRARY_STATE_DELETED,
  KQ_LIBRARY_LIST_ALL      = 7,
} KqLibraryListFlags;

#define KQ_TYPE_LIBRARY (kq_library_get_type ())

G_DECLARE_FINAL_TYPE (KqLibrary, kq_library, KQ, LIBRARY, GObject)

/* Opening. @path is NULL for $XDG_DATA_HOME/kaquan/library.db; what isn't there
 * is made. A damaged or foreign file is set aside and what can be read of it is
 * recovered: property “report” (KqLibraryReport, nullable) says so, notified in
 * the thread-default context of whoever opened the library, for damage may also
 * be found later. Fails with READ_ONLY, IO, BUSY, FULL, NEWER or FOREIGN. */
KqLibrary  *kq_library_open               (const char           *path,
                                           GCancellable         *cancellable,
                                           GError              **error);
void        kq_library_open_async         (const char           *path,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
KqLibrary  *kq_library_open_finish        (GAsyncResult         *result,
                                           GError              **error);
/* For a program that stays: looks out for what other programs write, looks for
 * damage in the background, and tidies once a day. */
void        kq_library_follow             (KqLibrary            *self);
/* Waits until all that is queued is done, and lets go of the file. What is
 * called afterwards fails with CANCELLED. Done by the last unref as well. */
void        kq_library_close              (KqLibrary            *self);
const char *kq_library_get_path           (KqLibrary            *self);
/* Whether everything can be read, but no call that writes will succeed */
gboolean    kq_library_is_read_only       (KqLibrary            *self);
const KqLibraryReport *
            kq_library_get_report         (KqLibrary            *self);

/* Signal “changed” (const char *id): a campaign's content, state or counts
 * changed, by us or by another program; id is %NULL where many did. Emitted in
 * the context in which the library was made, after the call that did it has
 * called back. */

/* Saves a campaign as its newest version, all or nothing, and on the disk when
 * it returns. Returns the version's number; what equals the newest version makes
 * no other, and gives its number. 0 on failure: CHANGED where the newest version
 * is neither the base nor equal, INVALID for a snapshot without a sound id or
 * that is too large. What was deleted is active again after an edit. A picture
 * that neither the library nor the source has, or of which the source's bytes are
 * others than its name says, is left out: a later save may bring it. */
gint64      kq_library_save               (KqLibrary            *self,
                                           const KqLibrarySave  *save,
                                           GCancellable         *cancellable,
                                           GError              **error);
void        kq_library_save_async         (KqLibrary            *self,
                                           const KqLibrarySave  *save,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
gint64      kq_library_save_finish        (KqLibrary            *self,
                                           GAsyncResult         *result,
                                           GError              **error);
/* Returns a sealed node that kq_format_check() accepts, (transfer full), and
 * in @loaded (optional) its number; @number is 0 for the newest. NOT_FOUND,
 * INVALID. */
JsonNode   *kq_library_load               (KqLibrary            *self,
                                           const char           *id,
                                           gint64                number,
                                           gint64               *loaded,
                                           GCancellable         *cancellable,
                                           GError              **error);
void        kq_library_load_async         (KqLibrary            *self,
                                           const char           *id,
                                           gint64                number,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
JsonNode   *kq_library_load_finish        (KqLibrary            *self,
                                           GAsyncResult         *result,
                                           gint64               *loaded,
                                           GError              **error);
/* Returns the id of the copy, (transfer full), which is the newest version with
 * that name and without a history. NOT_FOUND. */
char       *kq_library_duplicate          (KqLibrary            *self,
                                           const char           *id,
                                           const char           *name,
                                           GCancellable         *cancellable,
                                           GError              **error);
void        kq_library_duplicate_async    (KqLibrary            *self,
                                           const char           *id,
                                           const char           *name,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
char       *kq_library_duplicate_finish   (KqLibrary            *self,
                                           GAsyncResult         *result,
                                           GError              **error);
/* Archives, deletes, or brings back. Deleting is undone by setting the former
 * state. NOT_FOUND. */
gboolean    kq_library_set_state          (KqLibrary            *self,
                                           const char           *id,
                                           KqLibraryState        state,
                                           GCancellable         *cancellable,
                                           GError              **error);
void        kq_library_set_state_async    (KqLibrary            *self,
                                           const char           *id,
                                           KqLibraryState        state,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
gboolean    kq_library_set_state_finish   (KqLibrary            *self,
                                           GAsyncResult         *result,
                                           GError              **error);
/* Says what a check without an edit found, of version @number; passed over where
 * that isn't the newest any more. NOT_FOUND. */
gboolean    kq_library_set_counts         (KqLibrary            *self,
                                           const char           *id,
                                           gint64                number,
                                           const int             counts[3],
                                           gint64                checked,
                                           GCancellable         *cancellable,
                                           GError              **error);
void        kq_library_set_counts_async   (KqLibrary            *self,
                                           const char           *id,
                                           gint64                number,
                                           const int             counts[3],
                                           gint64                checked,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
gboolean    kq_library_set_counts_finish  (KqLibrary            *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* Lists, (transfer container) with owned elements. Of KqLibraryItem, the last saved first; of KqVersion, the newest
 * first. A list that has to follow the library is a KqLibraryModel. */
GPtrArray  *kq_library_list               (KqLibrary            *self,
                                           KqLibraryListFlags    flags,
                                           GCancellable         *cancellable,
                                           GError              **error);
void        kq_library_list_async         (KqLibrary            *self,
                                           KqLibraryListFlags    flags,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
GPtrArray  *kq_library_list_finish        (KqLibrary            *self,
                                           GAsyncResult         *result,
                                           GError              **error);
KqLibraryItem *
            kq_library_get_item           (KqLibrary            *self,
                                           const char           *id,
                                           GCancellable         *cancellable,
                                           GError              **error);
void        kq_library_get_item_async     (KqLibrary            *self,
                                           const char           *id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
KqLibraryItem *
            kq_library_get_item_finish    (KqLibrary            *self,
                                           GAsyncResult         *result,
                                           GError              **error);
GPtrArray  *kq_library_list_versions      (KqLibrary            *self,
                                           const char           *id,
                                           GCancellable         *cancellable,
                                           GError              **error);
void        kq_library_list_versions_async (KqLibrary           *self,
                                           const char           *id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
GPtrArray  *kq_library_list_versions_finish (KqLibrary          *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* Upkeep: thins histories and purges what was deleted, at most once a day
 * whoever asks. kq_library_follow() does it by itself. */
gboolean    kq_library_tidy               (KqLibrary            *self,
                                           GCancellable         *cancellable,
                                           GError              **error);

G_END_DECLS
