/* kq-reconciler.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-conflict.h"
#include "kq-document.h"

G_BEGIN_DECLS

#define KQ_TYPE_RECONCILER (kq_reconciler_get_type ())

/* What is done where somebody else saves a campaign that is open: merged in
 * place, as one step that can be undone; where both changed the same, after it
 * was decided. */
G_DECLARE_FINAL_TYPE (KqReconciler, kq_reconciler, KQ, RECONCILER, GObject)

KqReconciler *kq_reconciler_new           (KqDocument      *document);
GPtrArray    *kq_reconciler_get_conflicts (KqReconciler    *self);
JsonNode     *kq_reconciler_get_theirs    (KqReconciler    *self);
gboolean      kq_reconciler_resolve       (KqReconciler    *self,
                                           const gboolean  *theirs,
                                           GError         **error);

G_END_DECLS
