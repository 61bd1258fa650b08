/* kq-document-mend.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-document.h"
#include "kq-fix-all.h"

G_BEGIN_DECLS

/* What is done about findings, each as one step with a name. */

void     kq_document_fix_all_async (KqDocument          *self,
                                 const char          *rule,
                                 KqFixProgress       *progress,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data);
gboolean kq_document_fix_all_finish (KqDocument      *self,
                                 GAsyncResult        *result,
                                 guint               *n_fixed,
                                 GError             **error);
guint    kq_document_n_fixable  (KqDocument  *self,
                                 const char  *rule);
void     kq_document_dismiss    (KqDocument  *self,
                                 KqFinding   *finding);
void     kq_document_bring_back (KqDocument  *self,
                                 KqFinding   *finding);

G_END_DECLS
