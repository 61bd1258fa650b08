/* kq-fix-all.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-checker.h"

G_BEGIN_DECLS

/* Mending all that has a mend, without the main thread. */

#define KQ_TYPE_FIX_PROGRESS (kq_fix_progress_get_type ())

/* How far it has come; may be asked from any thread. */
G_DECLARE_FINAL_TYPE (KqFixProgress, kq_fix_progress, KQ, FIX_PROGRESS, GObject)

KqFixProgress *kq_fix_progress_new     (void);
guint          kq_fix_progress_get     (KqFixProgress       *self,
                                        guint               *n_fixable);

void           kq_checker_fix_all_async (KqChecker          *self,
                                        const char          *rule,
                                        KqFixProgress       *progress,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
JsonNode      *kq_checker_fix_all_finish (KqChecker         *self,
                                        GAsyncResult        *result,
                                        guint               *n_fixed,
                                        GError             **error);

G_END_DECLS
