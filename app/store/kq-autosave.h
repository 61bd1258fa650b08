/* kq-autosave.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library.h"

G_BEGIN_DECLS

/**
 * KqAutosaveState:
 * @KQ_AUTOSAVE_SAVED: all is in the library
 * @KQ_AUTOSAVE_PENDING: there are changes, which will be saved shortly
 * @KQ_AUTOSAVE_SAVING: they are being saved
 * @KQ_AUTOSAVE_FAILED: they couldn't be saved (“error” says why), and it is
 *   tried again after a while, and after the next change
 * @KQ_AUTOSAVE_CHANGED: somebody else saved the campaign; nothing is saved until
 *   [method@Autosave.rebase]
 *
 * Where the changes of an open campaign are.
 */
typedef enum {
  KQ_AUTOSAVE_SAVED,
  KQ_AUTOSAVE_PENDING,
  KQ_AUTOSAVE_SAVING,
  KQ_AUTOSAVE_FAILED,
  KQ_AUTOSAVE_CHANGED,
} KqAutosaveState;

#define KQ_TYPE_AUTOSAVE (kq_autosave_get_type ())

/* Saves an open campaign: 0.5 s after the last change and at most 3 s after the
 * first, one save at a time. To be used in the thread of the campaign's main
 * context.
 *
 * Properties, readable only and notified: “state” (KqAutosaveState as int),
 * “error” (GError, boxed, nullable), “version” (int64: what the library has of
 * this campaign from us, the base of the next save).
 *
 * Signal “changed-underneath” (JsonNode *theirs, gint64 version): somebody else
 * saved the campaign since “version”. Whoever is connected merges @theirs into
 * the campaign, with kq_autosave_get_base() as the base, and calls
 * kq_autosave_rebase(); or asks first, and until then the state is
 * KQ_AUTOSAVE_CHANGED. Emitted again where they saved again in the meantime.
 *
 * Signal “saved” (gint64 version): a save came to an end, also one that had
 * nothing new. */
G_DECLARE_FINAL_TYPE (KqAutosave, kq_autosave, KQ, AUTOSAVE, GObject)

/* @version is the one that @campaign was loaded from and still equals; 0 for one
 * that is new to the library and so is saved shortly. */
KqAutosave      *kq_autosave_new          (KqLibrary            *library,
                                           KqCampaign           *campaign,
                                           KqAssetSource        *assets,
                                           gint64                version);
KqAutosaveState  kq_autosave_get_state    (KqAutosave           *self);
const GError    *kq_autosave_get_error    (KqAutosave           *self);
gint64           kq_autosave_get_version  (KqAutosave           *self);
/* The content of “version”, sealed; NULL where that is 0. (transfer none) */
JsonNode        *kq_autosave_get_base     (KqAutosave           *self);

/* What the next save shall say of itself. Counts are taken for those of the
 * campaign as it is now; they are stored also where nothing else is new. The
 * kind is for the next version only, those after it are edits again. */
void             kq_autosave_set_counts   (KqAutosave           *self,
                                           const int             counts[3],
                                           gint64                checked);
void             kq_autosave_set_kind     (KqAutosave           *self,
                                           KqVersionKind         kind);

/* The campaign now holds @theirs, which is @version, and perhaps more, which is
 * saved shortly. */
void             kq_autosave_rebase       (KqAutosave           *self,
                                           JsonNode             *theirs,
                                           gint64                version);

/* Saves at once what isn't saved; TRUE when all is in the library. The plain one
 * waits, for the end of the program, and emits no “changed-underneath”: CHANGED
 * is an error like another then. Errors as of kq_library_save(). */
gboolean         kq_autosave_flush        (KqAutosave           *self,
                                           GError              **error);
void             kq_autosave_flush_async  (KqAutosave           *self,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
gboolean         kq_autosave_flush_finish (KqAutosave           *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
